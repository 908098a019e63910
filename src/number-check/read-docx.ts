import { decodeEntities } from '../imports/read/html-table.ts'
import { UnreadableFile } from '../imports/read/unreadable-file.ts'
import { attribute, firstElement } from '../imports/read/xlsx/scan-xml.ts'
import { openArchive } from '../imports/read/xlsx/unzip.ts'
import { checkText } from './number-check.text.ts'
import { partOf, type TextBlock, type TextDocument, type TextRow, type TextTable } from './text-document.ts'

/** A Word document: its paragraphs and tables in order; the line of a place is the number of the paragraph. Throws `UnreadableFile`. */
export function readDocx(bytes: Uint8Array): TextDocument {
  return { blocks: blocksOf(bodyOf(bytes)) }
}

/** Runs that were deleted with tracking have another name than text and are left out; a fallback repeats what stands before it. */
function bodyOf(bytes: Uint8Array): string {
  try {
    const part = openArchive(bytes).read('word/document.xml')
    if (part) return withoutFallbacks(part.toString('utf8'))
  } catch (error) {
    // What the reader of archives says is said of workbooks.
    if (!(error instanceof UnreadableFile)) throw error
    throw new UnreadableFile(error.problem, checkText.damagedDocx, error.whereabouts)
  }
  throw new UnreadableFile('wrong-format', checkText.notDocx)
}

const fallbackEnd = '</mc:Fallback>'

const withoutFallbacks = (xml: string): string =>
  xml
    .split('<mc:Fallback>')
    .map((part, at) => (at === 0 ? part : part.slice(Math.max(0, part.indexOf(fallbackEnd)))))
    .join('')

function blocksOf(xml: string): TextBlock[] {
  const blocks: TextBlock[] = []
  const lines = { count: 0 }
  for (const { name, body } of topLevel(xml)) {
    if (name === 'tbl') blocks.push(tableOf(body, lines))
    else {
      const text = textOf(body)
      lines.count++
      if (text.trim() !== '') blocks.push(partOf(isHeading(body) ? 'heading' : 'paragraph', text.trim(), lines.count))
    }
  }
  return blocks
}

type Piece = { name: 'p' | 'tbl'; body: string }

/** Paragraphs and tables that stand in nothing of the kind, in one pass: a table is skipped to its own end. */
function* topLevel(xml: string): Generator<Piece> {
  const tags = /<(\/?)w:(p|tbl)(?=[\s>/])[^>]*?(\/?)>/g
  const open = { p: 0, tbl: 0 }
  let from = 0
  for (const { 0: tag, 1: closing, 2: name, 3: empty, index } of xml.matchAll(tags)) {
    const kind = name as Piece['name']
    if (empty) {
      if (open.p + open.tbl === 0) yield { name: kind, body: '' }
    } else if (closing) {
      open[kind] = Math.max(0, open[kind] - 1)
      if (open.p + open.tbl === 0) yield { name: kind, body: xml.slice(from, index) }
    } else {
      if (open.p + open.tbl === 0) from = index + tag.length
      open[kind]++
    }
  }
}

const isHeading = (body: string): boolean => {
  const style = firstElement(body, 'w:pStyle')
  return style !== null && /heading|rubrik|title/i.test(attribute(style.attributes, 'w:val') ?? '')
}

function textOf(body: string): string {
  let text = ''
  for (const [, written, name] of body.matchAll(
    /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr|noBreakHyphen)(?=[\s/>])[^>]*>/g,
  ))
    text += written ?? (name === 'noBreakHyphen' ? '-' : ' ')
  return decodeEntities(text)
}

/** Rows by their cells. A cell over several columns is followed by empty ones; what stands above the first number is heading. */
function tableOf(body: string, lines: { count: number }): TextTable {
  const rows = splitBy(body, 'tr').map((row): TextRow => {
    lines.count++
    const parts = splitBy(row, 'tc')
    const isIndented = /<w:ind\s[^>]*w:(?:left|start)="(?!0")/.test(parts[0] ?? '')
    const cells = parts.flatMap((cell) => {
      const span = Number(/<w:gridSpan\s[^>]*w:val="(\d{1,2})"/.exec(cell)?.[1] ?? 1)
      return [cellText(cell), ...Array.from({ length: Math.max(0, span - 1) }, () => '')]
    })
    const isPart = isIndented || /^(?:varav\b|[-–—•]\s)/i.test(cells[0] ?? '')
    return { line: lines.count, cells, ...(isPart && { isPart: true as const }) }
  })
  return withHeading(rows)
}

const cellText = (cell: string): string => splitBy(cell, 'p').map(textOf).join(' ').trim()

/** The first rows without a number are the heading; two rows of it are joined column by column. */
export function withHeading(rows: TextRow[]): TextTable {
  const hasNumber = ({ cells }: TextRow) =>
    cells
      .slice(1)
      .some(
        (cell) =>
          /^[+−–-]?\(?\d[\d\s\u00a0\u2009\u202f.,]*\)?\s?(?:%|kr|tkr|mnkr)?$/.test(cell) &&
          !/^(?:19|20)\d\d$/.test(cell),
      )
  const first = rows.findIndex(hasNumber)
  const above = rows.slice(0, Math.min(Math.max(first, 0), 3))
  const width = Math.max(0, ...above.map(({ cells }) => cells.length))
  const heading = Array.from({ length: width }, (_, at) =>
    above
      .map(({ cells }) => cells[at] ?? '')
      .filter(Boolean)
      .join(' '),
  )
  return { kind: 'table', heading, rows: rows.slice(above.length) }
}

/** The outermost elements of a name, those in tables inside left where they are. */
function splitBy(xml: string, name: 'tr' | 'tc' | 'p'): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: tag, 1: closing, 2: empty, index } of xml.matchAll(
    new RegExp(`<(/?)w:${name}(?=[\\s>/])[^>]*?(/?)>`, 'g'),
  )) {
    if (empty) continue
    if (closing) {
      depth = Math.max(0, depth - 1)
      if (depth === 0) found.push(xml.slice(from, index))
    } else {
      if (depth === 0) from = index + tag.length
      depth++
    }
  }
  return found
}
