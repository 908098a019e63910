import { decodeEntities } from '../imports/read/html-table.ts'
import { UnreadableFile } from '../imports/read/unreadable-file.ts'
import { attribute, firstElement } from '../imports/read/xlsx/scan-xml.ts'
import { openArchive } from '../imports/read/xlsx/unzip.ts'
import { checkText } from './number-check.text.ts'
import { isNumberCell } from './printed-numbers.ts'
import {
  partOf,
  type TextBlock,
  type TextDocument,
  type TextPart,
  type TextRow,
  type TextTable,
} from './text-document.ts'

/**
 * A Word document: its paragraphs and tables in order; the line of a place is the number of the paragraph. What stands in a
 * text box or a note follows the paragraph that holds it, with its number; headers and footers come first. What is deleted or
 * moved away with tracking is no text, and comments are not read. Throws `UnreadableFile`.
 */
export function readDocx(bytes: Uint8Array): TextDocument {
  const { body, notes, margins } = partsOf(bytes)
  const above = margins.flatMap((xml) =>
    blocksOf(xml, notes).map((block) => (block.kind === 'table' ? block : onLine(block, 1))),
  )
  // The first page and the even ones often have a header of their own that says the same.
  const once = new Map(above.map((block) => [JSON.stringify(block), block]))
  return { blocks: [...once.values(), ...blocksOf(body, notes)] }
}

type Parts = { body: string; notes: Map<string, string>; margins: string[] }

function partsOf(bytes: Uint8Array): Parts {
  try {
    const archive = openArchive(bytes)
    const read = (name: string) => asWritten(archive.read(name)?.toString('utf8') ?? '')
    const body = read('word/document.xml')
    if (body !== '') {
      const margins = archive.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).sort()
      return { body, notes: notesIn(read), margins: margins.map(read) }
    }
  } catch (error) {
    // What the reader of archives says is said of workbooks.
    if (!(error instanceof UnreadableFile)) throw error
    throw new UnreadableFile(error.problem, checkText.damagedDocx, error.whereabouts)
  }
  throw new UnreadableFile('wrong-format', checkText.notDocx)
}

/** A fallback repeats what stands before it, and what was moved away stands where it was moved to. Deleted runs have another name than text. */
const asWritten = (xml: string): string => cut(withoutFallbacks(xml), 'moveFrom').rest

type Cut = { rest: string; taken: { attributes: string; body: string }[] }

/** Takes the elements of a name out of the XML, in one pass. Word puts none of those asked for inside another of its kind. */
function cut(xml: string, name: 'moveFrom' | 'txbxContent' | 'footnote' | 'endnote'): Cut {
  if (!xml.includes(`<w:${name}`)) return { rest: xml, taken: [] }
  const taken: Cut['taken'] = []
  const [opening, closing] = [new RegExp(`<w:${name}((?:\\s[^>]*)?)>`, 'g'), `</w:${name}>`]
  let rest = ''
  let from = 0
  for (let tag = opening.exec(xml); tag; tag = opening.exec(xml)) {
    // The mark of a paragraph that was moved is an element of the same name with nothing in it.
    if (tag[1]!.endsWith('/')) continue
    const until = xml.indexOf(closing, opening.lastIndex)
    if (until < 0) break
    taken.push({ attributes: tag[1]!, body: xml.slice(opening.lastIndex, until) })
    rest += xml.slice(from, tag.index)
    from = until + closing.length
    opening.lastIndex = from
  }
  return { rest: rest + xml.slice(from), taken }
}

/** Footnotes and endnotes by how a paragraph refers to them; lines between text and notes are notes too, and have a type. */
function notesIn(read: (name: string) => string): Map<string, string> {
  return new Map(
    (['footnote', 'endnote'] as const).flatMap((kind) =>
      cut(read(`word/${kind}s.xml`), kind).taken.flatMap(({ attributes, body }): [string, string][] => {
        const id = attribute(attributes, 'w:id')
        const type = attribute(attributes, 'w:type')
        return id === null || (type !== null && type !== 'normal') ? [] : [[`${kind} ${id}`, body]]
      }),
    ),
  )
}

const notesOf = (xml: string, notes: Map<string, string>): string[] =>
  Array.from(
    xml.matchAll(/<w:(footnote|endnote)Reference\s[^>]*w:id="(-?\d+)"/g),
    ([, kind, id]) => notes.get(`${kind} ${id}`) ?? '',
  ).filter(Boolean)

const fallbackEnd = '</mc:Fallback>'

const withoutFallbacks = (xml: string): string =>
  xml
    .split('<mc:Fallback>')
    .map((part, at) => (at === 0 ? part : part.slice(Math.max(0, part.indexOf(fallbackEnd)))))
    .join('')

function blocksOf(xml: string, notes: Map<string, string>): TextBlock[] {
  const blocks: TextBlock[] = []
  const lines = { count: 0 }
  for (const { name, body: whole } of topLevel(xml)) {
    // A text box stands within a run of the paragraph that it is anchored in.
    const { rest: body, taken: boxes } = cut(whole, 'txbxContent')
    if (name === 'tbl') blocks.push(tableOf(body, lines))
    else {
      const text = textOf(body)
      lines.count++
      const isField = /PAGE|NUMPAGES/.test(/<w:instrText[^>]*>[^<]*|w:instr="[^"]*/.exec(body)?.[0] ?? '')
      if (text.trim() !== '' && !isField)
        blocks.push(partOf(isHeading(body) ? 'heading' : 'paragraph', text.trim(), lines.count))
    }
    const beside = [...boxes.map((box) => box.body), ...notesOf(whole, notes)].flatMap((each) =>
      blocksOf(each, new Map()),
    )
    blocks.push(...beside.map((block) => (block.kind === 'table' ? block : onLine(block, lines.count))))
  }
  return blocks
}

const onLine = (part: TextPart, line: number): TextPart => partOf(part.kind, part.text, line)

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
    cells.slice(1).some((cell) => isNumberCell(cell) && !/^(?:19|20)\d\d$/.test(cell))
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
