import type { Dimension } from '../calculations/disclosure/dimension.ts'
import type { AlreadyOut } from '../calculations/disclosure/periods.ts'
import { type PublishedTables, publishedTables } from '../calculations/disclosure/published-tables.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { alreadyOut, columnsOut, tablesOut } from './already-out.ts'
import { dimensionsOf, type Nesting } from './disclosure-dimensions.ts'
import { monthScaleOf, monthsOf } from './month-column.ts'
import { protectText as text } from './protect.text.ts'
import { type ColumnFile, readColumns } from './read-columns.ts'
import { type PrintedCell, readTables } from './read-tables.ts'
import { tablesOf } from './tables-option.ts'

export type ReleaseOptions = {
  file: string
  dimensions: string[]
  count?: string
  tables?: string
  hierarchy: Nesting[]
  period?: string
  published: string[]
}

/** The tables to publish, period by period, and what is out already; without a column of periods all rows are one. */
export type Release = {
  periods: { name: string; tables: PublishedTables | null; out: AlreadyOut }[]
  /** So many of the tables of a period are new; those after them are out. */
  newTables: number
}

export async function readRelease(options: ReleaseOptions): Promise<Release> {
  mustBeFree(options)
  const file = await readColumns(options.file)
  if (file.length === 0) throw new CannotCalculate('no-rows')
  const printed = (await Promise.all(options.published.map(readTables))).flat()
  const known = [...options.dimensions, ...options.hierarchy.map(({ above }) => above), options.period ?? '']
  const names = [...options.dimensions, ...columnsOut(printed, known)]
  const { dimensions, categories } = dimensionsOf(file, names, options.hierarchy)
  const wanted =
    options.tables === undefined
      ? [options.dimensions.map((_, at) => at)]
      : tablesOf(options.tables, options.dimensions)
  const listed = [...wanted, ...tablesOut(printed, dimensions, wanted)]
  const used = names.flatMap((_, at) => (listed.some((table) => table.includes(at)) ? [at] : []))
  const periods = periodsOf(file, printed, options.period)
  mustBeFew(listed, dimensions, periods.length)
  const counts = countsIn(file, options.count)
  return {
    newTables: wanted.length,
    periods: periods.map(({ name, rows, cells }) => {
      const tables = publishedTables(
        used.map((at) => dimensions[at]!),
        listed.map((table) => table.map((at) => used.indexOf(at))),
        {
          categories: used.map((at) => Int32Array.from(rows, (row) => categories[at]![row]!)),
          counts: Float64Array.from(rows, (row) => counts[row]!),
        },
      )
      const out = alreadyOut(tables, cells, rows.length > 0)
      return { name, out, tables: rows.length > 0 ? onlyPublished(tables, wanted.length, out) : null }
    }),
  }
}

const cellColumns = ['count', 'shown', 'reason']

/** The columns of the answer must not get the names of other columns. */
function mustBeFree({ dimensions, hierarchy, period }: ReleaseOptions) {
  const names = [...dimensions, ...hierarchy.map(({ above }) => above)]
  const taken = names.find((name) => cellColumns.includes(name) || name === period)
  if (taken !== undefined)
    throw new CannotCalculate('bad-option', { option: '--dimensions', found: taken, expected: text.reserved })
  if (period !== undefined && cellColumns.includes(period))
    throw new CannotCalculate('bad-option', { option: '--period', found: period, expected: text.reserved })
}

/** Of tables that are out only what is printed is published: a sum that is not printed is known to nobody. */
function onlyPublished(tables: PublishedTables, newTables: number, { shown, hidden }: AlreadyOut): PublishedTables {
  const published = Uint8Array.from(shown, (count, cell) => (Number.isNaN(count) ? hidden[cell]! : 1))
  for (const { cells } of tables.tables.slice(0, newTables)) for (const cell of cells) published[cell] = 1
  return { ...tables, published }
}

type PeriodRows = { name: string; rows: number[]; cells: PrintedCell[] }

/** The rows of each period and what is out of it, in the order of time. */
function periodsOf(file: ColumnFile, printed: PrintedCell[], column: string | undefined): PeriodRows[] {
  if (column === undefined)
    return [{ name: '', rows: Array.from({ length: file.length }, (_, row) => row), cells: printed }]
  const texts = file.texts(column)
  const scale = monthScaleOf(texts)
  const ofRows = monthsOf(texts, column, scale)
  const ofCells = printed.map(({ names }) => {
    const found = names[column] ?? ''
    const month = scale.parse(found)
    if (month !== null) return month
    throw new CannotCalculate('bad-option', { option: '--published', found, expected: text.periodExpected(column) })
  })
  const months = [...new Set([...ofRows, ...ofCells])].sort((left, right) => left - right)
  return months.map((month) => ({
    name: String(scale.write(month)),
    rows: [...ofRows.keys()].filter((row) => ofRows[row] === month),
    cells: printed.filter((_, cell) => ofCells[cell] === month),
  }))
}

/** Above this a table says more about single cells than about anything else, and takes long to protect. */
const mostCells = 20_000

function mustBeFew(tables: number[][], dimensions: Dimension[], periods: number) {
  const size = (table: number[]) => table.reduce((product, at) => product * (dimensions[at]!.categories.length + 1), 1)
  const found = periods * tables.reduce((sum, table) => sum + size(table), 0)
  if (found <= mostCells) return
  throw new CannotCalculate('bad-option', {
    option: '--dimensions',
    found: text.tooMany(found),
    expected: text.fewerCells(mostCells),
  })
}

function countsIn(file: ColumnFile, column: string | undefined): Float64Array {
  if (column === undefined) return new Float64Array(file.length).fill(1)
  const counts = file.knownNumbers(column)
  counts.forEach((count, row) => {
    if (Number.isInteger(count) && count >= 0) return
    throw new CannotCalculate('bad-value', { column, row: row + 2, found: count, expected: text.wholeCount })
  })
  return counts
}
