/** What a column of a printed table holds. `other`: nothing that is checked. */
export type PrintedColumn =
  | 'actual'
  | 'budget'
  | 'variance'
  | 'full-year-budget'
  | 'forecast'
  | 'forecast-variance'
  | 'year-before'
  | 'volume-kind'
  | 'count'
  | 'share'
  | 'share-of-cost'
  | 'base'
  | 'total'
  | 'women'
  | 'men'
  | 'other'

export type PrintedRow = {
  /** The line in what was pasted, from 1. */
  line: number
  label: string
  kind: 'plain' | 'of-which' | 'sum'
  /** As the columns; null is not a number, such as an empty cell or a dash. */
  values: (number | null)[]
  texts: string[]
}

export type PrintedTable = {
  /** The columns after the first, which is the row's label. */
  columns: { kind: PrintedColumn; heading: string }[]
  rows: PrintedRow[]
  /** The months that the outcome covers, when the headings say so: `jan–apr` is 4. */
  months: number | null
}

/**
 * Reads a table as it stands on paper: pasted from a document or a spreadsheet (tab), or with semicolon or pipe.
 *
 * The first line with two headings that are known is the header. Without one the columns are taken to be actual, budget,
 * variance and the full year's expected variance. A row is part of the one above it when its label begins with `varav` or
 * a dash, or is indented. What comes after a thousand lines is left out. Null when no line has both a label and a number.
 */
export function readPrintedTable(text: string): PrintedTable | null {
  const lines = text
    .split(/\r\n|\r|\n/)
    .slice(0, mostLines)
    .map((line, at) => ({ line: at + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => /[^\s:|-]/.test(cell)))
  const headerAt = lines.findIndex(({ cells }) => columnsOf(cells).filter(({ kind }) => kind !== 'other').length >= 2)
  const body = lines.slice(headerAt + 1).filter(({ cells }) => cells.length > 1)
  const width = Math.max(0, ...body.map(({ cells }) => cells.length - 1))
  const columns = headerAt < 0 ? usualColumns.slice(0, width) : columnsOf(lines[headerAt]!.cells)
  const rows = body.map((each) => printedRow(each, columns.length)).filter(({ label }) => label !== '')
  if (!rows.some(({ values }) => values.some((value) => value !== null))) return null
  return { columns, rows, months: monthsIn(columns.map(({ heading }) => heading).join(' ')) }
}

/**
 * A number as it is printed: blanks of any kind between thousands, comma before decimals, minus of any kind or parentheses,
 * a plus, and a unit after it. Null for all else: an empty cell and a lone dash are not zero.
 */
export function parsePrinted(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u2009\u202f]/g, '')
    .replace(/(tkr|mnkr|mkr|kr|%|procent|st)$/i, '')
    .replace(/[−–—]/g, '-')
  const positive = plain.replace(/^\((.+)\)$/, '-$1').replace(/^\+/, '')
  const digits = /^-?\d{1,3}(\.\d{3})+$/.test(positive) ? positive.replaceAll('.', '') : positive.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) + 0 : null
}

/** Where a table has a column; -1 when it has none. */
export const placeOf = ({ columns }: PrintedTable, kind: PrintedColumn): number =>
  columns.findIndex((column) => column.kind === kind)

/** Null is not a number, or no such column. */
export const numberAt = ({ values }: PrintedRow, at: number): number | null => values[at] ?? null

/** The least step between two printed numbers: 1 for whole ones, 0.1 where there is a decimal. */
export const stepOf = (texts: string[]): number =>
  10 ** -Math.max(0, ...texts.map((text) => /[.,](\d{1,2})\s*(?:%|procent)?$/.exec(text.trim())?.[1]?.length ?? 0))

/** No table in a report is longer, and one that is would take long to check. */
const mostLines = 1000

const usualColumns: PrintedTable['columns'] = [
  { kind: 'actual', heading: 'Utfall' },
  { kind: 'budget', heading: 'Budget' },
  { kind: 'variance', heading: 'Avvikelse' },
  { kind: 'forecast-variance', heading: 'Prognos avvikelse helår' },
]

function cellsOf(line: string): string[] {
  const delimiter = line.includes('\t') ? '\t' : line.includes('|') ? '|' : ';'
  const bare = delimiter === '|' ? line.trim().replace(/^\||\|$/g, '') : line
  return bare.split(delimiter).map((cell) => cell.replace(/^\s*"(.*)"\s*$/, '$1'))
}

/** A line as a row of so many columns. */
export function printedRow({ line, cells }: { line: number; cells: string[] }, width: number): PrintedRow {
  const [first = '', ...rest] = cells
  const label = first.replace(/[*_]/g, '').trim()
  const isPart = /^(varav\b|[-–—•])/i.test(label) || /^(\s{2,}|\u00a0)/.test(first)
  const texts = Array.from({ length: width }, (_, at) => (rest[at] ?? '').replace(/\*/g, '').trim())
  return {
    line,
    label: label.replace(/^(varav|[-–—•])\s*/i, ''),
    kind: isPart ? 'of-which' : /^(summa|total|totalt|netto\w*|resultat)\b/i.test(label) ? 'sum' : 'plain',
    values: texts.map(parsePrinted),
    texts,
  }
}

/** What the columns hold, by their headings; the first heading is that of the labels. */
export function columnsOf([, ...headings]: string[]): PrintedTable['columns'] {
  const columns: PrintedTable['columns'] = []
  for (const heading of headings) {
    const kind = columnOf(heading)
    const isSecond = kind === 'actual' && columns.some((column) => column.kind === 'actual')
    columns.push({ kind: isSecond ? 'year-before' : kind, heading: heading.trim() })
  }
  return columns
}

/** The first that fits decides. */
const headings: [RegExp, PrintedColumn][] = [
  [/prognos.*avvik|avvik.*(helår|prognos)/i, 'forecast-variance'],
  [/avvik|differens/i, 'variance'],
  [/budget.*(helår|år)|(helår|års).*budget/i, 'full-year-budget'],
  [/budget/i, 'budget'],
  [/prognos/i, 'forecast'],
  [/andel.*(kostnad|belopp)|(kostnad|belopp).*andel/i, 'share-of-cost'],
  [/andel|procent|%/i, 'share'],
  [/^(bas|nämnare|av)\b|totalt antal/i, 'base'],
  [/^(typ|slag)|måttyp/i, 'volume-kind'],
  [/antal|förändring/i, 'count'],
  [/^totalt?\b|^alla\b/i, 'total'],
  [/kvinn/i, 'women'],
  [/^män|^man\b/i, 'men'],
  [/utfall|bokslut|\bjan|\bt[123]\b|tertial|^(19|20)\d\d$/i, 'actual'],
]

const columnOf = (heading: string): PrintedColumn =>
  headings.find(([pattern]) => pattern.test(heading.trim()))?.[1] ?? 'other'

const monthNames = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ')

/** How many months "jan–apr" or "T1" has; null when nothing of the kind is said. */
export function monthsIn(text: string): number | null {
  const until = /\bjan\w*\.?\s*[-–—]\s*([a-zåäö]{3})/i.exec(text)?.[1]?.toLowerCase()
  const months = until ? monthNames.indexOf(until) + 1 : Number(/\bT([123])\b/.exec(text)?.[1] ?? 0) * 4
  return months > 0 ? months : null
}
