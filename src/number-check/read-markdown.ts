import { partOf, type TextBlock, type TextDocument, type TextRow } from './text-document.ts'

/** Markdown: headings, paragraphs, items of lists and tables with pipes. Marks for bold and italic are left out. */
export function readMarkdown(text: string): TextDocument {
  const blocks: TextBlock[] = []
  let open: { text: string; lines: { from: number; line: number }[] } | null = null
  const close = () => {
    if (open && open.text !== '') blocks.push({ kind: 'paragraph', ...open })
    open = null
  }
  const lines = text.split(/\r\n|\r|\n/)
  for (let at = 0; at < lines.length; at++) {
    const raw = lines[at]!
    const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(raw)
    if (heading) {
      close()
      blocks.push(partOf('heading', plain(heading[1]!), at + 1))
    } else if (raw.trim() === '') close()
    else if (isTableStart(lines, at)) {
      close()
      const end = tableEnd(lines, at)
      blocks.push(tableOf(lines.slice(at, end), at + 1))
      at = end - 1
    } else {
      const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(raw)
      if (item) close()
      open ??= { text: '', lines: [] }
      if (open.text !== '') open.text += ' '
      open.lines.push({ from: open.text.length, line: at + 1 })
      open.text += plain((item?.[1] ?? raw).trim())
    }
  }
  close()
  return { blocks }
}

const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d*_])([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\d*_])/gu, '$2')
    .replaceAll('`', '')

const isDivider = (line: string | undefined): boolean =>
  /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(line ?? '') && /\|/.test(line ?? '')
const isTableStart = (lines: string[], at: number): boolean => lines[at]!.includes('|') && isDivider(lines[at + 1])

function tableEnd(lines: string[], from: number): number {
  let end = from + 2
  while (end < lines.length && lines[end]!.includes('|') && lines[end]!.trim() !== '') end++
  return end
}

function tableOf([head = '', , ...body]: string[], line: number): TextBlock {
  const rows = body.map((each, at): TextRow => {
    const cells = cellsOf(each)
    const isPart = /^\s*\|?(?:\s{2,}|&nbsp;|\u00a0)/.test(each) && /^\|(?:\s{3,}|&nbsp;|\s?\u00a0)/.test(each.trim())
    return { line: line + 2 + at, cells, ...((isPart || isPartLabel(cells[0] ?? '')) && { isPart: true as const }) }
  })
  return { kind: 'table', heading: cellsOf(head), rows }
}

const isPartLabel = (label: string): boolean => /^(?:varav\b|[-–—•]\s)/i.test(label)

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => plain(cell.replace(/&nbsp;/g, ' ').trim()))
