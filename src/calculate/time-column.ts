import { CannotCalculate } from '../calculations/refusal.ts'
import { missingMark, parseNumber } from '../imports/read/cell-values.ts'
import { monthScaleOf, type MonthScale } from './month-column.ts'
import type { ColumnFile } from './read-columns.ts'

/** Points in time as numbers: months one apart, or numbers such as years. */
export type TimeScale = MonthScale

/** Months when every cell of the column is one, else numbers, decimals too. */
export function timeScaleOf(texts: readonly string[]): TimeScale {
  const scale = monthScaleOf(texts)
  return scale.parse('1') === null ? scale : numbers
}

const numbers: TimeScale = { parse: parseNumber, write: (time) => time }

/** The times of a column; a cell that is not a time is refused. */
export const timesOf = (file: ColumnFile, column: string, scale: TimeScale): Float64Array =>
  readTimes(file, column, scale.parse)

const never = /^(?:\+?inf(?:inity)?|nan|<na>|none)$/i

/** The time something happened, on the scale; 0, nothing, a mark for missing and `Inf` are never, as Infinity. */
export const timesOrNever = (file: ColumnFile, column: string, scale: TimeScale): Float64Array =>
  readTimes(file, column, (text) => {
    if (missingMark(text) || never.test(text) || parseNumber(text) === 0) return Infinity
    const time = scale.parse(text)
    return time !== null && time > 0 ? time : null
  })

/** `2004.0` is 2004: so programs write whole numbers in a column where some are missing. */
const withoutZeroDecimals = (text: string) => text.trim().replace(/[.,]0+$/, '')

function readTimes(file: ColumnFile, column: string, read: (text: string) => number | null): Float64Array {
  return Float64Array.from(file.texts(column), (text, row) => {
    const time = read(withoutZeroDecimals(text))
    if (time !== null) return time
    throw new CannotCalculate('bad-value', { column, row: row + 2, found: `”${text}”`, expected: 'en tidpunkt' })
  })
}
