import type { MonthIndex } from '../../values/month.ts'

type Ahead = { horizon: number; breaks?: readonly number[] }

/**
 * The rule of twelve over the months so far: every month to come is the mean of the known months of the current year.
 * In January, before any month of the year is known, it is the mean of the year before.
 * Months that are missing (NaN) or lie before a declared change of level are left out; without any left, the last known.
 */
export function straightLine(
  values: Float64Array,
  firstMonth: MonthIndex,
  { horizon, breaks = [] }: Ahead,
): Float64Array {
  const months = (firstMonth + values.length) % 12 || 12
  const from = Math.max(0, values.length - months, ...breaks)
  const known = values.subarray(from).filter((value) => !Number.isNaN(value))
  const mean = known.reduce((total, value) => total + value, 0) / known.length
  const level = known.length > 0 ? mean : (values.findLast((value) => !Number.isNaN(value)) ?? 0)
  return new Float64Array(horizon).fill(level)
}
