import type { FigureTable, TableCell } from '../analysis/figures.ts'
import { type CellId, groupWithin, idOf, type Months } from './count-cell.ts'
import {
  cellFor,
  householdMonths,
  households,
  lastMonthOf,
  ongoing,
  type Quantity,
  rolling,
  threeYears,
  wholeYear,
} from './told-indicators.ts'
import { isHiddenFigure, isKnownFigure, type Told } from './told.ts'

type Row = FigureTable['rows'][number]

/** The counts that a cell tells: itself, or what is above and below the line; `of` are those that it is worked out from. */
type Tells = { counts?: (CellId | null)[]; of?: CellId[] }

type Asked = { table: FigureTable; row: Row; column: string; at: number; period: Months; key: string }

/** The counts that a table tells. A table that is not known here tells each of its counts, and nothing follows from them. */
export function toldByTable(table: FigureTable, period: Months, key: string): Told[] {
  const tells = known[table.id] ?? counts
  return table.rows.flatMap((row, at) =>
    row.cells.flatMap((cell, index): Told[] => {
      const column = table.columns[index]?.id ?? ''
      const told = tells({ table, row, column, at, period, key })
      return told ? toldByCell(cell, told, table) : []
    }),
  )
}

function toldByCell(value: TableCell, { counts = [], of = [] }: Tells, table: FigureTable): Told[] {
  const isHidden = isHiddenFigure(value)
  if (!isHidden && !isKnownFigure(value)) return []
  const both = [value.numerator, value.denominator]
  const cells = [
    ...counts.flatMap((id, at) => (id ? [{ id, count: both[at] ?? null }] : [])),
    ...of.map((id) => ({ id, count: undefined })),
  ]
  return cells.length > 0 ? [{ own: counts[0] ?? null, cells, isHidden, value, table }] : []
}

const yearBefore = ({ from, until }: Months): Months => ({ from: from - 12, until: until - 12 })

/** Columns `count`, `share`, `before`, `change`: now and a year before, and what they differ by. */
function compared(column: string, cellAt: (isBefore: boolean) => CellId, total: CellId | null): Tells | null {
  if (column === 'count' || column === 'period') return { counts: [cellAt(false)] }
  if (column === 'before') return { counts: [cellAt(true)] }
  if (column === 'share') return { counts: [cellAt(false), total] }
  return column.startsWith('change') ? { of: [cellAt(false), cellAt(true)] } : null
}

const groupKey = (key: string, by: string, row: Row): string =>
  row.kind === 'sum' ? key : groupWithin(key, by, row.id)

const known: Record<string, (asked: Asked) => Tells | null> = {
  'household-types': ({ row, column, period, key }) =>
    compared(
      column,
      (isBefore) => cellFor(households, groupKey(key, 'householdType', row), isBefore ? yearBefore(period) : period),
      cellFor(households, key, period),
    ),

  'households-by-year': ({ table, row, column, at, period, key }) => {
    const until = at === table.rows.length - 1 ? period.until : (Number(row.id) + 1) * 12
    const months = row.cells[1]?.value
    return column === 'average' && months
      ? { counts: [cellFor(householdMonths, key, { from: until - months, until })] }
      : null
  },

  flow: ({ row, column, period, key }) => {
    const months = column === 'before' ? yearBefore(period) : period
    return { counts: [flowCell(row.id, months, key)] }
  },

  snapshot: ({ row, column, period, key }) =>
    compared(column, () => cellFor(ongoing, groupKey(key, 'duration', row), period), cellFor(ongoing, key, period)),

  'duration-classes': ({ table, row, column, period, key }) => {
    // The last class is the same households as an indicator.
    const isLast = row === table.rows.at(-2)
    const isSum = row.kind === 'sum'
    const quantity = isLast ? rolling : { id: isSum ? householdMonths.id : 'assisted-of-12', monthsOf: lastMonthOf }
    const group = isLast || isSum ? key : groupWithin(key, 'class', row.id)
    return compared(column, (isBefore) => cellFor(quantity, group, isBefore ? yearBefore(period) : period), null)
  },

  'long-term': ({ row, column, period, key }) => {
    const whom = column.startsWith('adults') ? '-persons' : ''
    const part = { id: row.id + whom, ...windowOf(row.id) }
    const isRolling = row.id === rolling.id
    const base: Quantity = { id: whom ? 'adults' : isRolling ? householdMonths.id : households.id }
    const months = isRolling ? lastMonthOf(period) : wholeYear(period)
    const above = cellFor(part, key, period)
    return { counts: column.endsWith('share') ? [above, cellFor(base, key, months)] : [above] }
  },

  obstacles: ({ table, row, column, at, period: { from }, key }) => {
    const month = { from, until: from + 1 }
    const group = table.rows.slice(0, at + 1).findLast(({ kind }) => kind !== 'of-which')
    const whole = group ? groupKey(key, 'obstacle', group) : key
    const own = row.kind === 'of-which' ? groupWithin(whole, 'code', row.id) : whole
    return compared(column, (isBefore) => cellFor({ id: 'adults' }, own, isBefore ? yearBefore(month) : month), null)
  },

  throughput: ({ table, row, column, period, key }) => {
    const isSum = column === table.columns.at(-1)?.id
    const cellKey = groupKey(key, 'group', row)
    const at = { from: period.from - 12, until: period.until }
    return { counts: [idOf({ ...{ definitionId: 'throughput', ...at }, cellKey: within(cellKey, isSum, column) })] }
  },

  'recipient-partition': (asked) => partition(asked, 'recipient-partition'),
  'never-referred': (asked) => partition(asked, 'never-referred'),
}

const within = (cellKey: string, isSum: boolean, column: string): string =>
  isSum ? cellKey : groupWithin(cellKey, 'class', column)

const windowOf = (method: string): Pick<Quantity, 'monthsOf'> => ({
  monthsOf: method === rolling.id ? lastMonthOf : method === 'long-term-very-long' ? threeYears : wholeYear,
})

function flowCell(row: string, months: Months, key: string): CellId | null {
  const before = { from: months.from - 1, until: months.from }
  const last = lastMonthOf(months)
  switch (row) {
    case 'stock-before':
      return cellFor({ id: ongoing.id }, key, before)
    case 'with-assistance':
      return cellFor(householdMonths, key, last)
    case 'stock-at-end':
    case 'paused':
      return cellFor({ id: row }, key, last)
    default:
      return cellFor({ id: row }, key, months)
  }
}

function partition({ row, column, period, key }: Asked, id: string): Tells | null {
  const cellKey = groupKey(key, 'bucket', row)
  const all = cellFor({ id }, key, period)
  if (column === 'persons') return { counts: [cellFor({ id }, cellKey, period)] }
  if (column === 'share') return { counts: [cellFor({ id }, cellKey, period), all] }
  if (column !== 'women' && column !== 'men') return null
  return { counts: [cellFor({ id }, groupWithin(cellKey, 'gender', column), period)] }
}

const people = new Set(['households', 'persons', 'decisions', 'applications'])

/** Each count by itself, under its row and column. */
function counts({ table, row, column, period, key }: Asked): Tells | null {
  const cell = row.cells[table.columns.findIndex(({ id }) => id === column)]
  if (!cell || !people.has(cell.unit) || cell.denominator !== 1) return null
  const cellKey = groupWithin(groupWithin(key, 'row', row.id), 'column', column)
  return { counts: [idOf({ definitionId: table.id, cellKey, ...period })] }
}
