import type { Day } from '../../values/day.ts'
import type { MonthIndex } from '../../values/month.ts'
import type { PastForecast } from './backtest.ts'
import type { Interval } from './intervals.ts'
import type { PointMethod } from './series.ts'

/**
 * A forecast as it was issued, kept and never changed, so that it can be judged when the months have come.
 * `vintage` is the last day whose releases it had seen.
 */
export type ArchivedForecast = {
  id: string
  issued: Day
  vintage: Day
  method: PointMethod
  /** The month of the first forecast value. */
  firstMonth: MonthIndex
  scale: number
  mean: Float64Array
  intervals: Interval[]
}

/** An archived forecast beside what came, for its errors and for the calibration of later intervals. */
export function judged(
  archived: ArchivedForecast,
  { firstMonth, values }: { firstMonth: MonthIndex; values: Float64Array },
): PastForecast {
  const origin = archived.firstMonth - firstMonth
  const actual = archived.mean.map((_, step) => values[origin + step] ?? Number.NaN)
  return { origin, scale: archived.scale, forecast: archived.mean, actual }
}
