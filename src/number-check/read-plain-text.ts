import {
  cellsOf,
  type FoundRow,
  isLabel,
  type Line,
  rowByCells,
  rowByTail,
  splitHeadings,
  tablesOf,
} from './plain-table.ts'
import { joinStacked, stackedRows } from './stacked-rows.ts'
import { greedily, splitTail } from './printed-numbers.ts'
import { type LineStart, partOf, type TextBlock, type TextDocument, type TextPart } from './text-document.ts'

/**
 * Plain text, as it is typed or comes out of a PDF: paragraphs between blank lines, words that were divided at the end of
 * a line joined, and tables as they can be told: cells apart by tabs, pipes or blanks, numbers at the end of lines, or one
 * cell on each line.
 */
export function readPlainText(text: string): TextDocument {
  const lines = text.split(/\r\n|[\r\n\f\v\u2028\u2029]/).map((each, at): Line => ({ line: at + 1, text: each }))
  const blocks: TextBlock[] = []
  let rows: FoundRow[] = []
  let pending: Line[] = []
  const groups = joinBroken(joinStacked(groupsOf(lines)).flatMap(splitHeadingLines))

  let heading: string[] | null = null

  const endTable = () => {
    const known = heading
    if (rows.length > 0)
      blocks.push(
        ...tablesOf(rows, (columns) => (known?.length === columns + 1 ? known : headingsAbove(blocks, columns))),
      )
    rows = []
    heading = null
    for (const each of pending) blocks.push(paragraphOf([each]))
    pending = []
  }

  groups.forEach((group, at) => {
    const pieces = splitGroup(group)
    for (const piece of pieces) {
      if ('rows' in piece) {
        if (piece.heading) endTable()
        const [first, ...more] = piece.rows
        // A label may stand apart from its numbers.
        const before = pending.map(({ text: above }) => above.trim()).join(' ')
        rows.push(
          first && !/\p{L}/u.test(first.label) && before ? { ...first, label: `${before} ${first.label}` } : first!,
        )
        rows.push(...more)
        heading ??= piece.heading
        pending = []
        continue
      }
      const next = groups[at + 1]
      const isInside = rows.length > 0 && pending.length === 0 && pieces.length === 1 && isShort(piece.lines)
      if (isInside && next && splitGroup(next).some((each) => 'rows' in each)) pending = piece.lines
      else {
        endTable()
        blocks.push(paragraphOf(piece.lines))
      }
    }
  })
  endTable()
  return { blocks }
}

const isShort = (lines: Line[]): boolean => isLabel(lines.map(({ text }) => text.trim()).join(' '))

function groupsOf(lines: Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const each of lines) {
    if (each.text.trim() === '') groups.push([])
    else groups.at(-1)!.push(each)
  }
  return groups.filter((group) => group.length > 0).flatMap(splitList)
}

const isItem = (text: string): boolean => /^\s*(?:[•▪◦\uf0b7*]|[-–—]\s|\d{1,2}[.)]\s)\s*(?=\p{L})/u.test(text)

/** Each item of a list is a paragraph of its own. */
function splitList(group: Line[]): Line[][] {
  const parts: Line[][] = []
  for (const each of group) {
    if ((isItem(each.text) && !rowByTail(each)) || parts.length === 0) parts.push([])
    parts.at(-1)!.push(each)
  }
  return parts
}

/** Headings that stand right above their text: a short line, and a capital on the next. */
function splitHeadingLines(group: Line[]): Line[][] {
  const widest = Math.max(...group.map(({ text }) => text.trimEnd().length))
  const [first, second] = group
  if (!first || !second || widest < 50 || first.text.trim().length > widest * 0.7) return [group]
  const isHeading =
    /^\s*[\d\p{Lu}]/u.test(first.text) && !/[.,;:!?-]\s*$/.test(first.text) && /^\s*[”"–]?\p{Lu}/u.test(second.text)
  return isHeading && !rowByTail(first) && !cellsOf(first.text)
    ? [[first], ...splitHeadingLines(group.slice(1))]
    : [group]
}

/** Text that was set with a blank line between all lines: what goes on in the middle of a sentence is one paragraph. */
function joinBroken(groups: Line[][]): Line[][] {
  const widest = groups
    .flat()
    .map(({ text }) => text.trimEnd().length)
    .sort((a, b) => b - a)
  const full = Math.max(55, (widest[Math.floor(widest.length / 10)] ?? 0) * 0.8)
  const joined: Line[][] = []
  let wasText = false
  for (const group of groups) {
    const isText = splitGroup(group).every((piece) => 'lines' in piece)
    const before = joined.at(-1)?.at(-1)?.text.trimEnd() ?? ''
    const isOpen = /[\p{L}\d,)-]$/u.test(before) && before !== ''
    const goesOn = /^\s*\p{Ll}/u.test(group[0]!.text) || before.length >= full || /\p{Ll}-$/u.test(before)
    if (isText && wasText && isOpen && goesOn && !isItem(group[0]!.text)) joined.at(-1)!.push(...group)
    else joined.push([...group])
    wasText = isText
  }
  return joined
}

/** `heading`: the cells of the line above the rows, when they are set apart in the same way. */
type Piece = { rows: FoundRow[]; heading: string[] | null } | { lines: Line[] }

/** A group of lines as what is running text in it and what are rows. */
function splitGroup(group: Line[]): Piece[] {
  const stacked = stackedRows(group)
  if (stacked) {
    const { rows, before, heading } = stacked
    return [...(before.length > 0 ? [{ lines: before }] : []), { rows, heading }]
  }
  const [caption, ...below] = group
  if (caption && below.length > 1 && isCaption(caption) && (isHeadingLine(below[0]!.text) || rowsUnderWords(below)))
    return [{ lines: [caption] }, ...splitGroup(below)]
  const whole = isHeadingLine(group[0]!.text) || rowsUnderWords(group) ? null : wholeGroupRows(group)
  if (whole) return [{ rows: whole, heading: null }]
  const [first, second] = group
  const heading = first && second ? headingCells(first.text, rowByCells(second)) : null
  const rowsBelow = heading ? wholeGroupRows(group.slice(1)) : null
  if (rowsBelow) return [{ rows: rowsBelow, heading }]
  const plain = rowsUnderWords(group)
  if (plain) return [{ lines: [first!] }, { rows: plain, heading: null }]
  const pieces: Piece[] = []
  const found = group.map((each) => (isHeadingLine(each.text) ? null : (rowByCells(each) ?? rowByShortTail(each))))
  for (let at = 0; at < group.length;) {
    const end = runEnd(found, at)
    const run = found.slice(at, end).filter((row) => row !== null)
    if (run.length >= 3 || (run.length >= 2 && isConvincing(run))) {
      const above = pieces.at(-1)
      const heading = above && 'lines' in above ? headingCells(above.lines.at(-1)!.text, run[0]!) : null
      if (heading && above && 'lines' in above) {
        above.lines.pop()
        if (above.lines.length === 0) pieces.pop()
      }
      pieces.push({ rows: run, heading })
      at = end
    } else {
      const last = pieces.at(-1)
      if (last && 'lines' in last) last.lines.push(group[at]!)
      else pieces.push({ lines: [group[at]!] })
      at++
    }
  }
  return pieces
}

/** What a table is called, above its headings. */
const isCaption = ({ text }: Line): boolean => isLabel(text.trim()) && !cellsOf(text) && !splitTail(text)

/** A line of words, and under it nothing but rows that each have their own label: the words are the headings. */
function rowsUnderWords([first, ...rest]: Line[]): FoundRow[] | null {
  if (!first || rest.length < 2 || rest.length > 200 || !isLabel(first.text.trim()) || rowByTail(first)) return null
  const rows = rest.map((each) => rowByCells(each) ?? rowByTail(each))
  const areRows = rows.every(
    (row) => row !== null && ('cells' in row || row.pieces.length > 1) && /^\p{Lu}|^varav|^[-–]/u.test(row.label),
  )
  return areRows ? rows.filter((row) => row !== null) : null
}

/** Cells without numbers, but for years and the names of periods. */
const isHeadingLine = (text: string): boolean => {
  const cells = cellsOf(text)?.slice(1) ?? []
  return (
    cells.length > 0 &&
    cells.every((cell) => !/^[+−–-]?\d[\d\s]*(?:,\d+)?\s?%?$/.test(cell) || /^(?:19|20)\d\d$/.test(cell))
  )
}

function headingCells(text: string, row: FoundRow | null): string[] | null {
  const cells = cellsOf(text)
  return isHeadingLine(text) && cells && row && 'cells' in row && cells.length === row.cells.length + 1 ? cells : null
}

function runEnd(found: (FoundRow | null)[], from: number): number {
  let end = from
  while (end < found.length && found[end]) end++
  return end
}

/** Two lines are a table when they have two numbers each, or when one of them is the sum. */
const isConvincing = (rows: FoundRow[]): boolean =>
  rows.every((row) => ('cells' in row ? row.cells.length : row.pieces.length) > 1) ||
  rows.some(({ label }) => /^(?:summa|totalt?|sammanlagt)\b/i.test(label))

/** A line of few words with a number last. A sentence is longer, and goes on in small letters. */
function rowByShortTail(line: Line): FoundRow | null {
  const row = rowByTail(line)
  if (!row || (!/^\s*(?:[-–•]\s*)?[\p{Lu}\d]/u.test(line.text) && !/^\s*varav\b/i.test(line.text))) return null
  return row.label.split(/\s+/).length <= 8 && row.label !== '' ? row : null
}

/**
 * A group that is rows from first to last, with labels over several lines. A single number is not enough here: running text ends with one as well.
 */
function wholeGroupRows(group: Line[]): FoundRow[] | null {
  if (group.length > 200) return null
  const rows: FoundRow[] = []
  let label = ''
  for (const each of group) {
    const row = (label === '' ? rowByCells(each) : null) ?? rowByTail(each, label)
    const numbers = row
      ? 'cells' in row
        ? row.cells.length
        : Math.max(greedily(row.pieces).length, row.pieces.length - 1)
      : 0
    if (row && numbers > 1) {
      rows.push(row)
      label = ''
    } else {
      label = `${label} ${each.text.trim()}`.trim()
      if (!isLabel(label) || cellsOf(each.text)?.some((cell) => /^\d/.test(cell))) return null
    }
  }
  return rows.length > 0 && label === '' ? rows : null
}

/** The headings in what stands right above, from the nearest block and upwards; empty when none fit. */
function headingsAbove(blocks: TextBlock[], columns: number): string[] {
  let text = ''
  for (const block of blocks.slice(-8).reverse()) {
    if (block.kind === 'table' || block.text.length > 160 || /[.!?]$/.test(block.text.trim())) break
    text = `${block.text} ${text}`
    const found = splitHeadings(text, columns)
    if (found) return found
  }
  return []
}

/** Lines as one text. A hyphen at the end of a line that was set to divide a word goes away with the line. */
function paragraphOf(lines: Line[]): TextPart {
  let text = ''
  const starts: LineStart[] = []
  for (const { line, text: raw } of lines) {
    const trimmed = raw.trim().replace(/[\t \u00a0]+/g, (blanks) => (blanks === '\u00a0' ? blanks : ' '))
    if (trimmed === '') continue
    const isDivided = /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(trimmed) && !/^(?:och|eller|samt)\b/.test(trimmed)
    if (isDivided) text = text.slice(0, -1)
    else if (text !== '') text += ' '
    starts.push({ from: text.length, line })
    text += trimmed
  }
  const isHeading = lines.length <= 2 && text.length <= 100 && !/[.!?,;]$/.test(text) && /^[\d\p{Lu}]/u.test(text)
  return { ...partOf(isHeading ? 'heading' : 'paragraph', text, lines[0]?.line ?? 0), lines: starts }
}
