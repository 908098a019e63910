import { fewestAndMost, greedily, groupPieces, isNumberCell, splitTail } from './printed-numbers.ts'
import type { TextRow, TextTable } from './text-document.ts'

/** A line of the source. */
export type Line = { line: number; text: string }

/** A row as it was met: cells that are told apart, or pieces that have yet to be grouped. */
export type FoundRow =
  | { line: number; label: string; cells: string[]; isApart?: boolean; isPart: boolean }
  | { line: number; label: string; pieces: string[]; isApart: boolean; isPart: boolean }

const bullet = /^\s*[-–—•*]\s+(?=\p{L})/u
const isPartLabel = (text: string): boolean => /^\s*varav\b/i.test(text) || bullet.test(text)

/** A line whose cells are set apart by tabs, pipes, semicolons or two blanks or more; null when there is one cell only. */
export function cellsOf(text: string): string[] | null {
  const delimiter = ['\t', '|', ';'].find((each) => text.includes(each))
  const bare = delimiter === '|' ? text.trim().replace(/^\||\|$/g, '') : text.trimEnd()
  const cells = delimiter ? bare.split(delimiter) : bare.trimStart().split(/[ \u00a0]{2,}/)
  return cells.length > 1 ? cells.map((cell) => cell.trim()) : null
}

/** A number of an account or a responsibility, where cells are set apart by more than blanks. */
const isAccount = (label: string, text: string): boolean => /^\d{3,6}$/.test(label) && /[\t|;]/.test(text)
const isEmpty = (cell: string): boolean => /^[-–—]?$/.test(cell)

/** A row by its cells: a label and then numbers or nothing. */
export function rowByCells({ line, text }: Line): FoundRow | null {
  const cells = cellsOf(text)
  const [label = '', ...rest] = cells ?? []
  if (
    !rest.some(isNumberCell) ||
    /[.;:]$/.test(label) ||
    label.length > 120 ||
    (isNumberCell(label) && !isAccount(label, text))
  )
    return null
  // Two blanks between some columns and one between others: the pieces at the end tell more.
  if (!/[\t|;]/.test(text) && splitTail(label)) return null
  if (!rest.every((cell) => isNumberCell(cell) || isEmpty(cell) || cell.length < 40)) return null
  return rest.filter((cell) => isNumberCell(cell) || isEmpty(cell)).length * 2 > rest.length
    ? {
        line,
        label,
        cells: rest,
        isApart: !/[\t|;]/.test(text) && / {6,}/.test(text),
        isPart: isPartLabel(text) || /^(?:\s{2,}|\u00a0)/.test(text),
      }
    : null
}

/** A row by what the line ends with; `before` is the part of the label that stands on the lines above. */
export function rowByTail({ line, text }: Line, before = ''): FoundRow | null {
  const tail = splitTail(text)
  if (!tail) return null
  const label = `${before} ${tail.label}`.trim()
  return isLabel(label) ? { line, label, pieces: tail.pieces, isApart: tail.isApart, isPart: isPartLabel(label) } : null
}

/** What a row may be called: a few words, and no sentence. */
export const isLabel = (text: string): boolean =>
  text.length <= 130 && text.split(/\s+/).length <= 15 && !/[.!?]\s+\p{Lu}|[.!?:]$/u.test(text)

/** The fewest and the most columns that a row may have. */
const rangeOf = (row: FoundRow): [number, number] =>
  'cells' in row ? [row.cells.length, row.cells.length] : fewestAndMost(row.pieces)

/** Rows as tables: where two rows or more have another number of columns than those above, a new table begins. */
export function tablesOf(rows: FoundRow[], headings: (columns: number) => string[]): TextTable[] {
  const segments: FoundRow[][] = []
  let range: [number, number] | null = null
  rows.forEach((row, at) => {
    const own = rangeOf(row)
    const next = rows[at + 1]
    const isOther = (each: [number, number]) => range === null || each[0] > range[1] || each[1] < range[0]
    const isAlone = next !== undefined && !isOther(rangeOf(next))
    const isLast = segments.length > 0 && row.isApart === true
    if (isOther(own) && !(segments.length > 0 && (isAlone || isLast))) {
      segments.push([])
      range = own
    } else if (!isOther(own)) range = [Math.max(range![0], own[0]), Math.min(range![1], own[1])]
    segments.at(-1)!.push(row)
  })
  return segments.map((each) => tableOf(each, headings))
}

/**
 * Rows as a table. How many columns there are is said by the rows that can be read in one way, and settles the others;
 * a row that fits with no such number keeps its label only, so that nothing is compared that may not belong together.
 */
function tableOf(rows: FoundRow[], headings: (columns: number) => string[]): TextTable {
  const columns = columnsOf(rows, (count) => headings(count).length > 0)
  const read = rows.map((row): TextRow => {
    const cells = valuesOf(row, columns)
    return { line: row.line, cells: [row.label, ...cells], ...(row.isPart && { isPart: true as const }) }
  })
  // Years alone are the heading, though they look like numbers.
  const first = read[0]?.cells.slice(1) ?? []
  const isHeading = read.length > 1 && first.length > 0 && first.every((cell) => /^(?:19|20)\d\d$/.test(cell))
  return {
    kind: 'table',
    heading: isHeading ? read[0]!.cells : headings(columns),
    rows: isHeading ? read.slice(1) : read,
  }
}

function valuesOf(row: FoundRow, columns: number): string[] {
  const none = Array.from({ length: columns }, () => '')
  if ('cells' in row) {
    if (row.isApart && row.cells.length < columns) return [...none, ...row.cells].slice(-columns)
    return row.cells.length <= columns ? [...row.cells, ...none].slice(0, columns) : row.cells
  }
  const grouped = groupPieces(row.pieces, columns)
  if (grouped) return grouped
  const greedy = greedily(row.pieces)
  // Set far apart from its label, a row with fewer numbers stands in the last columns.
  return row.isApart && greedy.length < columns ? [...none, ...greedy].slice(-columns) : none
}

/** The number of columns that most rows can have; of equals the one that has headings, and then the one that the pieces joined give. */
function columnsOf(rows: FoundRow[], hasHeadings: (count: number) => boolean): number {
  const votes = new Map<number, number>()
  for (const row of rows) {
    const [fewest, most] = rangeOf(row)
    for (let count = fewest; count <= Math.min(most, fewest + 12); count++)
      votes.set(count, (votes.get(count) ?? 0) + (count === fewest ? 1.01 : 1))
  }
  const most = Math.max(...votes.values())
  const best = [...votes].filter(([, count]) => count >= most - rows.length * 0.02).sort(([, a], [, b]) => b - a)
  const named = best.flatMap(([count]) => (count > 1 && hasHeadings(count) ? [count] : []))
  return named.length > 0 ? Math.max(...named) : (best[0]?.[0] ?? 0)
}

/** Words that begin the heading of a column, in sets of which one is used: a table by year has no "utfall". */
const starters = [
  /(?<!\p{L})(?:ack(?:umulerat)?\.?\s)?(?:utfall|budget|avvikelse|prognos|bokslut|differens|diff|förändring|helårs(?:prognos|budget)|års(?:prognos|budget))(?!\p{L})/giu,
  /(?<!\p{L})(?:totalt|kvinnor|män|flickor|pojkar|summa)(?!\p{L})/giu,
  /(?<!\d)(?:19|20)\d\d(?!\d)/g,
  /(?<!\p{L})(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec|[TK][1-4]|totalt|summa|helår)(?!\p{L})/giu,
  /(?<!\p{L})(?:antal|andel|procent|utfall|budget|kostnad|belopp|totalt|summa)(?!\p{L})/giu,
]

/** A first heading that is of a column, so that the corner is empty. */
const startsColumn =
  /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvinnor|män|totalt|utfall|budget|antal|andel|[TK]\d|(?:19|20)\d\d)/i

/** The headings in the lines above a table, when they begin as many columns as the table has; else null. */
export function splitHeadings(text: string, columns: number): string[] | null {
  for (const pattern of starters) {
    const starts = Array.from(text.matchAll(pattern), ({ index }) => index)
    if (starts.length !== columns) continue
    return [
      text.slice(0, starts[0]).trim(),
      ...starts.map((from, at) => text.slice(from, starts[at + 1] ?? text.length).trim()),
    ]
  }
  const words = text.trim().split(/\s+(?![%(])/)
  if (!words.every((word) => /^[\p{Lu}\d]/u.test(word))) return null
  return words.length === columns + 1
    ? words
    : words.length === columns && columns > 2 && startsColumn.test(words[0]!)
      ? ['', ...words]
      : null
}
