import { missingMark, parseDayCell, parseNumber } from './cell-values.ts'
import type { NumberedRow } from './split-rows.ts'

export type Header = {
  /** The row's number in the file, 0 when no row looks like a header. */
  row: number
  /** Unique and never empty. */
  columns: string[]
  /** The header as it stands, for noticing that it is repeated further down. */
  cells: string[]
  /** What stands above the header, one text a line: a published table says there what it is about. */
  title: string
  warnings: string[]
}

/**
 * Finds the header among the first rows of a file: the first row, at least seven tenths as wide as the table, whose cells
 * are words (years may stand among them), or that has years only, to the right of an empty corner. Rows above it are
 * titles.
 *
 * A row above a fuller row of words is a row of titles or groups, the way merged headers are saved: the fuller row is
 * the header. A name that occurs twice gets its group before it, `Flickor: Antal elever`, or,
 * without a group, its place after it, `Belopp (2)`. A column without a name is `Kolumn 3`.
 */
export function findHeader(sample: NumberedRow[]): Header {
  const width = 0.7 * usualWidth(sample)
  let index = sample.findIndex(({ cells }) => (filled(cells) >= width && isWords(cells)) || isCrossTableHeader(cells))
  if (index < 0) return withoutHeader(sample)
  while (isAboveHeader(sample, index)) index++
  return headerAt(sample, index)
}

/** The header at a row that a person has pointed out. Null when the sample has no such row. */
export function headerOfRow(sample: NumberedRow[], row: number): Header | null {
  const index = sample.findIndex((each) => each.number === row)
  return index < 0 ? null : headerAt(sample, index)
}

function headerAt(sample: NumberedRow[], index: number): Header {
  const header = sample[index] ?? { number: 0, cells: [] }
  const groups = groupsAbove(sample[index - 1], header)
  const names = header.cells.map((cell, column) => cell || mergedName(groups, column))
  const used = Math.max(0, ...sample.slice(index + 1).map((row) => withoutEmptyEnd(row.cells).length))
  const cells = names.slice(0, Math.max(withoutEmptyEnd(names).length, used))
  const title = sample
    .slice(0, index)
    .flatMap((row) => row.cells.filter(Boolean))
    .join('\n')
  return { row: header.number, ...named(cells, groups), cells: header.cells, title }
}

/** Without a header the columns are numbered, and someone has to say what they are. */
function withoutHeader(sample: NumberedRow[]): Header {
  const width = Math.max(0, ...sample.map((row) => withoutEmptyEnd(row.cells).length))
  const { columns } = named(Array<string>(width).fill(''), [])
  return { row: 0, columns, cells: [], title: '', warnings: ['Ingen rubrikrad hittades. Kolumnerna är numrerade.'] }
}

export const filled = (cells: string[]): number => cells.reduce((count, cell) => (cell === '' ? count : count + 1), 0)

/** How wide the row is that the median of all filled cells stands in: titles and notes may be many, but hold few cells. */
function usualWidth(sample: NumberedRow[]): number {
  const widths = sample.map((row) => filled(row.cells)).sort((a, b) => b - a)
  let left = widths.reduce((sum, width) => sum + width, 0) / 2
  return widths.find((width) => (left -= width) <= 0) ?? 0
}

/** Words only, where a year or a month may head a column, but not all of them; and an x among many is a name. */
function isWords(cells: string[]): boolean {
  const months = hasMonthsInTurn(cells)
  let words = 0
  let marks = 0
  for (const cell of cells) {
    if (cell === '' || isYearOrMonth(cell) || (months && isMonthStart(cell))) continue
    if (parseNumber(cell) !== null || parseDayCell(cell) !== null) return false
    if (isMark(cell)) marks++
    else words++
  }
  return words > 2 * marks
}

/** `Saknas` stands for a value, and heads a column that says why there is none. */
const isMark = (cell: string): boolean => missingMark(cell) !== null && cell.toLowerCase() !== 'saknas'

const isYearOrMonth = (cell: string): boolean => /^(19|20)\d{2}([-M]?(0[1-9]|1[0-2]))?$/.test(cell)

/** An empty corner and then nothing but years or months: a cross table, whose labels to the left have no heading. */
function isCrossTableHeader(cells: string[]): boolean {
  const periods = cells.filter((cell) => cell !== '')
  return cells[0] === '' && periods.length >= 2 && periods.every((cell) => isYearOrMonth(cell) || isMonthStart(cell))
}

/** A spreadsheet keeps a month as its first day. Three of them in turn head columns; fewer may be dates of a row. */
function hasMonthsInTurn(cells: string[]): boolean {
  const months = cells.filter(isMonthStart)
  return months.length >= 3 && months.every((month, at) => at === 0 || month > months[at - 1]!)
}

const isMonthStart = (cell: string): boolean => /^(19|20)\d{2}-(0[1-9]|1[0-2])-01$/.test(cell)

/**
 * A row of words is no header when the next one is words too, and it is less full or repeats itself.
 * When the row after that is words as well, the table may be of nothing but words, and only both signs together count.
 */
function isAboveHeader(sample: NumberedRow[], index: number): boolean {
  const [row, next, after] = sample.slice(index, index + 3).map((each) => each.cells)
  if (!row || !next || !isWords(next) || filled(next) < filled(row)) return false
  const isFuller = filled(next) > filled(row)
  return after && isWords(after) ? isFuller && hasRepeats(row) && !hasRepeats(next) : isFuller || hasRepeats(row)
}

function hasRepeats(cells: string[]): boolean {
  const words = cells.filter((cell) => cell !== '')
  return new Set(words).size < words.length
}

/** The row just above, when it is as wide as a row of groups; gaps belong to the group on their left. */
function groupsAbove(above: NumberedRow | undefined, header: NumberedRow): string[] {
  if (!above || above.number !== header.number - 1 || filled(above.cells) < 2) return []
  let group = ''
  return header.cells.map((_, column) => (group = above.cells[column] || group))
}

/** A header merged over two rows stands in the upper one. */
const mergedName = (groups: string[], column: number): string =>
  groups[column] !== groups[column - 1] ? (groups[column] ?? '') : ''

function named(cells: string[], groups: string[]): { columns: string[]; warnings: string[] } {
  const count = new Map<string, number>()
  for (const cell of cells) count.set(cell, (count.get(cell) ?? 0) + 1)
  const taken = new Set<string>()
  const repeated = new Set<string>()
  const columns = cells.map((cell, column) => {
    const isRepeated = cell !== '' && (count.get(cell) ?? 0) > 1
    if (isRepeated) repeated.add(cell)
    const wish =
      cell === '' ? `Kolumn ${column + 1}` : isRepeated && groups[column] ? `${groups[column]}: ${cell}` : cell
    return unique(wish, taken)
  })
  const warnings = [...repeated].map((cell) => `Rubriken ”${cell}” finns mer än en gång.`)
  return { columns, warnings }
}

function unique(wish: string, taken: Set<string>): string {
  let name = wish
  for (let place = 2; taken.has(name); place++) name = `${wish} (${place})`
  taken.add(name)
  return name
}

function withoutEmptyEnd(cells: string[]): string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1] === '') end--
  return cells.slice(0, end)
}
