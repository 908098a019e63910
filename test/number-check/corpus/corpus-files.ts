import { strToU8, zipSync } from 'fflate'
import { type Random, seededRandom } from '../../../src/calculations/random.ts'
import { type CorpusBlock, type CorpusTable, type CorpusText, pieceText, saidText } from './corpus-text.ts'

/** A text as a file: plain text in the layouts that it comes in from Word, Excel and PDF, Markdown, or Word. */
export type CorpusFile = { name: string; bytes: Uint8Array }

type Layout = 'aligned' | 'tabs' | 'tight'

/** Which format a text gets follows from its seed, so that an error is judged in the format of the right text. */
export function fileOf({ seed, blocks }: CorpusText): CorpusFile {
  const random = seededRandom(seed + 1_000_000)
  const format = random.integer(10)
  if (format < 3) return { name: `${seed}.md`, bytes: strToU8(blocks.map(markdown).join('\n')) }
  if (format < 6) return { name: `${seed}.docx`, bytes: docx(blocks, random) }
  const layout = (['aligned', 'tabs', 'tight'] as const)[random.integer(3)]!
  const width = [72, 84, 100_000][random.integer(3)]!
  const bullet = ['- ', '• ', ' '][random.integer(3)]!
  return { name: `${seed}.txt`, bytes: strToU8(blocks.map((each) => plain(each, layout, width, bullet)).join('\n')) }
}

/** Rows of cells with the heading first. */
const gridOf = ({ heading, rows }: CorpusTable): string[][] => [
  heading,
  ...rows.map(({ label, cells }) => [pieceText(label), ...cells.map(pieceText)]),
]

function plain(block: CorpusBlock, layout: Layout, width: number, bullet: string): string {
  if (block.kind === 'heading') return `${block.text}\n`
  if (block.kind === 'paragraph') return `${wrapped(block.said.map(saidText).join(' '), width)}\n`
  if (block.kind === 'list') return block.items.map((item) => `${wrapped(bullet + saidText(item), width)}\n`).join('')
  const note = block.note ? `${block.note}\n` : ''
  return `${block.caption}\n${plainTable(block, layout)}\n${note}`
}

/** In a text taken from a PDF the columns stand one space apart, so nothing tells where an empty cell is: it has its dash. */
function plainTable(table: CorpusTable, layout: Layout): string {
  const grid = gridOf(table)
  if (layout === 'tabs') return `${grid.map((cells) => cells.join('\t')).join('\n')}\n`
  if (layout === 'tight')
    return grid
      .map((cells) => `${cells.map((cell, at) => (at > 0 && cell === '' ? '–' : cell)).join(' ')}\n`)
      .join('\n')
  const widths = grid[0]!.map((_, at) => Math.max(...grid.map((cells) => cells[at]!.length)))
  const padded = (cell: string, at: number) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))
  return `${grid.map((cells) => cells.map(padded).join('   ').trimEnd()).join('\n')}\n`
}

/** Lines are broken at spaces only; a number with its no-break space stays whole. */
function wrapped(text: string, width: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}

function markdown(block: CorpusBlock): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}\n`
  if (block.kind === 'paragraph') return `${block.said.map(saidText).join(' ')}\n`
  if (block.kind === 'list') return `${block.items.map((item) => `- ${saidText(item)}\n`).join('')}`
  const [heading = [], ...rows] = gridOf(block)
  const rule = heading.map((_, at) => (at === 0 ? '---' : '---:'))
  const lines = [heading, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `**${block.caption}**\n\n${lines.join('\n')}\n${block.note ? `\n*${block.note}*\n` : ''}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** Word cuts what was edited into runs, also within a number. */
function paragraph(text: string, random: Random, style = ''): string {
  const at = text.length > 12 && random.next() < 0.5 ? 1 + random.integer(text.length - 2) : text.length
  const properties = style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}${run(text.slice(0, at))}${at < text.length ? run(text.slice(at)) : ''}</w:p>`
}

function docx(blocks: CorpusBlock[], random: Random): Uint8Array {
  const part = (block: CorpusBlock): string => {
    if (block.kind === 'heading') return paragraph(block.text, random, `Heading${block.level}`)
    if (block.kind === 'paragraph') return paragraph(block.said.map(saidText).join(' '), random)
    if (block.kind === 'list')
      return block.items.map((item) => paragraph(saidText(item), random, 'ListParagraph')).join('')
    const rows = gridOf(block).map(
      (cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell, random)}</w:tc>`).join('')}</w:tr>`,
    )
    const note = block.note ? paragraph(block.note, random) : ''
    return `${paragraph(block.caption, random, 'Caption')}<w:tbl>${rows.join('')}</w:tbl>${note}`
  }
  const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${blocks.map(part).join('')}</w:body></w:document>`
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const rels =
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(rels),
    'word/document.xml': strToU8(body),
  })
}
