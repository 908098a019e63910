import { fillGaps } from './fill-gaps.ts'
import { knownSpan, type Ahead } from './series.ts'

/**
 * The value of the same month in the latest year where it is known, as R's `snaive`; the latest value when the series
 * is shorter than a season. A month (NaN) that is missing in every year is filled from its neighbours.
 */
export function seasonalNaive(values: Float64Array, { horizon, season }: Ahead): Float64Array {
  const { values: carried, after } = knownSpan(values)
  const lag = season <= carried.length ? season : 1
  for (let at = lag; at < carried.length; at++) if (Number.isNaN(carried[at]!)) carried[at] = carried[at - lag]!
  const whole = fillGaps(carried, season)
  return Float64Array.from({ length: horizon }, (_, step) => whole[whole.length - lag + ((after + step) % lag)]!)
}
