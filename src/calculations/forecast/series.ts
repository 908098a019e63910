import { CannotCalculate } from '../refusal.ts'

/** The point methods that a person may choose; `median` is the median of the four others, step by step. */
export const pointMethods = ['median', 'theta', 'ets', 'damped', 'seasonal-naive'] as const
export type PointMethod = (typeof pointMethods)[number]

/** How far ahead, and how many values make a year: 12 for months, 4 for quarters, 1 when there is no season. */
export type Ahead = { horizon: number; season: number }

/** A series from its first to its last known value, with gaps (NaN) only in between. */
export type KnownSpan = {
  /** A copy. */
  values: Float64Array
  /** Missing values before the first known and after the last. */
  before: number
  after: number
}

/** Refuses a series with no known value, and one with a value that is infinite. */
export function knownSpan(values: Float64Array): KnownSpan {
  const infinite = values.find((value) => Math.abs(value) === Infinity)
  if (infinite !== undefined)
    throw new CannotCalculate('bad-value', { column: 'series', found: infinite, expected: 'ett ändligt tal' })
  const first = values.findIndex((value) => !Number.isNaN(value))
  if (first < 0) throw new CannotCalculate('too-short', { found: 0, needed: 1 })
  const last = values.findLastIndex((value) => !Number.isNaN(value))
  return { values: values.slice(first, last + 1), before: first, after: values.length - 1 - last }
}
