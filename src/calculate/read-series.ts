import { codesOf, rowsWithCode } from '../calculations/columns.ts'
import type { Series } from '../calculations/forecast/intervals.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { parseMonthCell } from '../imports/read/cell-values.ts'
import { monthFromIndex, type MonthIndex, monthIndex, parseMonth } from '../values/month.ts'
import { type ColumnFile, numberOf } from './read-columns.ts'

export type SeriesColumns = { id?: string; values?: string; date?: string; value?: string; breaks: readonly string[] }

/** A series with the month of its first value; null where the file has no months. */
export type DatedSeries = Series & { firstMonth: MonthIndex | null }

/** The first row of data is row 2 of the file: the names stand in row 1. */
const firstRow = 2

/**
 * Series from a file with one row for each (`values`), or one row for each month (`date` and `value`).
 * Missing values before the first known one are left out: the series had not begun.
 */
export function readSeries(file: ColumnFile, columns: SeriesColumns): DatedSeries[] {
  if (file.length === 0) throw new CannotCalculate('no-rows')
  const series =
    columns.values === undefined ? seriesByMonth(file, columns) : seriesByRow(file, columns.values, columns)
  for (const each of columns.breaks) addBreak(series, each)
  return series.map(fromFirstKnown)
}

/** A series on each row, its values in one cell with spaces between. Marks such as `--`, `X` and `NA` are missing values. */
function seriesByRow(file: ColumnFile, column: string, { id }: SeriesColumns): DatedSeries[] {
  const ids = id === undefined ? file.texts(column).map((_, row) => String(row + 1)) : namesOf(file, id)
  refuseRepeated(ids, (row) => ids[row]!)
  return file.texts(column).map((cell, row) => {
    const parts = cell.split(/\s+/).filter((part) => part !== '')
    return { id: ids[row]!, values: Float64Array.from(parts, numberIn(column, row)), breaks: [], firstMonth: null }
  })
}

const numberIn = (column: string, row: number) => (part: string) => {
  const value = numberOf(part, Number.NaN)
  if (value === null) throw new CannotCalculate('not-a-number', { column, row: row + firstRow, found: part })
  return value
}

/** The rows may stand in any order; a month without a row is a missing value. */
function seriesByMonth(file: ColumnFile, { id, date = '', value = '' }: SeriesColumns): DatedSeries[] {
  const values = file.numbers(value)
  const months = file.texts(date).map((cell, row) => {
    const month = parseMonthCell(cell)
    if (month) return monthIndex(month)
    throw new CannotCalculate('bad-value', {
      column: date,
      row: row + firstRow,
      found: cell,
      expected: 'en månad, till exempel 2024-03',
    })
  })
  const ids = id === undefined ? months.map(() => 'all') : namesOf(file, id)
  refuseRepeated(
    ids.map((each, row) => `${each} ${months[row]}`),
    (row) => `${id === undefined ? '' : `${ids[row]} `}${file.texts(date)[row]}`,
  )
  const codes = codesOf(ids)
  return codes.labels.map((label, code) => {
    const rows = rowsWithCode(codes, code)
    const firstMonth = rows.reduce((first, row) => Math.min(first, months[row]!), Infinity)
    const lastMonth = rows.reduce((last, row) => Math.max(last, months[row]!), -Infinity)
    refuseLongSpan(label, date, firstMonth, lastMonth)
    const found = new Float64Array(lastMonth - firstMonth + 1).fill(Number.NaN)
    for (const row of rows) found[months[row]! - firstMonth] = values[row]!
    return { id: label, values: found, breaks: [], firstMonth }
  })
}

/** A year that was typed wrong would make a series of thousands of empty months. */
function refuseLongSpan(label: string, column: string, firstMonth: MonthIndex, lastMonth: MonthIndex) {
  if (lastMonth - firstMonth < longestSpan) return
  const found = `${monthFromIndex(firstMonth)} till ${monthFromIndex(lastMonth)} i ${label}`
  throw new CannotCalculate('bad-value', { column, found, expected: 'högst hundra år' })
}

const longestSpan = 1200

function namesOf(file: ColumnFile, column: string): string[] {
  const names = file.texts(column)
  const row = names.indexOf('')
  if (row < 0) return names
  throw new CannotCalculate('bad-value', { column, row: row + firstRow, found: '', expected: 'ett namn på serien' })
}

function refuseRepeated(keys: readonly string[], describe: (row: number) => string): void {
  const seen = new Set<string>()
  for (const [row, key] of keys.entries()) {
    if (seen.has(key)) throw new CannotCalculate('duplicate-row', { row: row + firstRow, key: describe(row) })
    seen.add(key)
  }
}

/** A break is a month, or the number of the first value after it, counted from 1; it must lie within some series. */
function addBreak(series: readonly DatedSeries[], text: string): void {
  const month = parseMonth(text)
  const number = /^\d{1,6}$/.test(text) ? Number(text) - 1 : null
  let found = false
  for (const { values, breaks, firstMonth } of series) {
    const first = month && firstMonth !== null ? monthIndex(month) - firstMonth : number
    if (first === null || first <= 0 || first >= values.length) continue
    breaks.push(first)
    found = true
  }
  if (!found)
    throw new CannotCalculate('bad-option', {
      option: '--breaks',
      found: text,
      expected: 'en månad som 2025-07, eller ett värdes nummer, som ligger inom en serie och inte först',
    })
}

function fromFirstKnown({ id, values, breaks, firstMonth }: DatedSeries): DatedSeries {
  const start = Math.max(
    0,
    values.findIndex((value) => !Number.isNaN(value)),
  )
  return {
    id,
    values: values.subarray(start),
    breaks: breaks
      .map((first) => first - start)
      .filter((first) => first > 0)
      .sort((left, right) => left - right),
    firstMonth: firstMonth === null ? null : firstMonth + start,
  }
}
