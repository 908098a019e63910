import { CannotCalculate } from '../refusal.ts'
import { sinceBreaks } from './breaks.ts'
import { combination } from './combination.ts'
import { dampedTrend } from './damped-trend.ts'
import { ets } from './ets.ts'
import { fillGaps } from './fill-gaps.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { type Ahead, knownSpan, type PointMethod } from './series.ts'
import { theta } from './theta.ts'

export type ForecastOptions = Ahead & {
  method: PointMethod
  /** Index of the first value after each declared change of level: a reform, a new way of counting. */
  breaks?: number[]
}

/**
 * The `horizon` values that are expected after the last of a series; NaN is a missing value.
 *
 * Missing values at the start are left out, and so are those at the end, over which the forecast then begins;
 * those in between are filled in (`fillGaps`), never by zero. Breaks: see `sinceBreaks`.
 * What never fell below zero is not forecast below zero, and what never changed is forecast not to change.
 *
 * Refuses a series with no known value or an infinite one, a horizon that is not a whole number from 1, a season
 * that is not one from 1 to 24, and a break that is not an index.
 */
export function forecastMean(values: Float64Array, options: ForecastOptions): Float64Array {
  const { method, horizon, season, breaks = [] } = options
  requireWhole('horizon', horizon, 1, Infinity)
  requireWhole('season', season, 1, longestSeason)
  for (const each of breaks) requireWhole('breaks', each, 0, Infinity)
  const span = knownSpan(values)
  const shifted = breaks.map((each) => each - span.before)
  const history = knownSpan(sinceBreaks(span.values, shifted, season)).values
  const unit = unitOf(history)
  const forecast = forecastIn(
    history.map((value) => value / unit),
    { season, horizon: span.after + horizon },
    method,
  )
  return forecast.subarray(span.after).map((value) => value * unit)
}

/** A season of more values would need more states than a series can tell. */
const longestSeason = 24

function requireWhole(option: string, found: number, least: number, most: number) {
  if (Number.isInteger(found) && found >= least && found <= most) return
  const expected = `${least} ≤ ${option}${most === Infinity ? '' : ` ≤ ${most}`}`
  throw new CannotCalculate('bad-option', { option, found, expected })
}

/**
 * The search for parameters takes its first steps in proportion to the level of the series, so that a very large or
 * very small unit would lead it astray. A power of two changes no digit.
 */
function unitOf(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0)
  return largest === 0 || (largest > 1e-3 && largest < 1e7)
    ? 1
    : 2 ** Math.max(-1000, Math.floor(Math.log2(largest)) - 10)
}

function forecastIn(history: Float64Array, ahead: Ahead, method: PointMethod): Float64Array {
  const known = history.filter((value) => !Number.isNaN(value))
  if (known.every((value) => value === known[0])) return new Float64Array(ahead.horizon).fill(known[0]!)
  const floor = known.some((value) => value < 0) ? -Infinity : 0
  const whole = fillGaps(history, ahead.season).map((value) => Math.max(floor, value))
  const one = (each: Single) =>
    (each === 'seasonal-naive' ? seasonalNaive(history, ahead) : models[each](whole, ahead)).map((value) =>
      Math.max(floor, value),
    )
  return method === 'median' ? combination(singles.map(one)) : one(method)
}

type Single = Exclude<PointMethod, 'median'>

const models = { theta, ets, damped: dampedTrend }
const singles = ['seasonal-naive', 'theta', 'ets', 'damped'] as const
