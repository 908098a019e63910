import { fitEts } from './ets-fit.ts'
import { forecastEts } from './ets-forecast.ts'
import type { Ahead } from './series.ts'
import { simpleSmoothing } from './simple-smoothing.ts'
import { stl } from './stl.ts'

/**
 * Holt's method with a trend that dies away (Gardner & McKenzie 1985), on the series without its season by STL;
 * the last year's seasonal terms are added again. As R's `stlf(etsmodel = "AAN", damped = TRUE)`.
 *
 * A series of two seasons or less is taken without season, and one of nine values or less without trend.
 * The series has at least one value, and no gap.
 */
export function dampedTrend(values: Float64Array, { horizon, season }: Ahead): Float64Array {
  if (season < 2 || values.length <= 2 * season) return dampedHolt(values, horizon)
  const { seasonal } = stl(values, season)
  const adjusted = values.map((value, at) => value - seasonal[at]!)
  const lastYear = seasonal.subarray(values.length - season)
  return dampedHolt(adjusted, horizon).map((mean, step) => mean + lastYear[step % season]!)
}

function dampedHolt(values: Float64Array, horizon: number): Float64Array {
  const fit = values.length > 9 ? fitEts({ error: 'additive', trend: 'damped', season: 'none' }, values, 1) : null
  if (fit) return forecastEts(fit, values.length, horizon)
  return new Float64Array(horizon).fill(simpleSmoothing(values).level)
}
