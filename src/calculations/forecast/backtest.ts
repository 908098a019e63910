import { recentScale } from './conformal-scale.ts'
import { forecastMean, type ForecastOptions } from './forecast-mean.ts'

/** What was forecast when only the first `origin` values were known, and what came. */
export type PastForecast = {
  origin: number
  /** `recentScale` of what was known; errors are compared in it. */
  scale: number
  forecast: Float64Array
  /** NaN where the value is missing, not yet known, or comes after a break that was not known at the origin. */
  actual: Float64Array
}

export type OriginOptions = {
  horizon: number
  season: number
  /** The greatest number of origins. */
  count: number
  /** Months between two origins. */
  step: number
}

/** Two whole seasons are the least that shows what returns every year, and what only happened once. */
export const leastTraining = (season: number): number => Math.max(2 * season, 8)

/**
 * Origins from the last whose whole horizon is known and backwards, in order of time. Every one has at least two
 * seasons behind it; a series too short for a whole horizon gets one origin with a part of it. None for the shortest.
 */
export function rollingOrigins(length: number, { horizon, season, count, step }: OriginOptions): number[] {
  const first = leastTraining(season)
  if (length <= first) return []
  const last = Math.max(first, length - horizon)
  const possible = 1 + Math.floor((last - first) / step)
  return Array.from({ length: Math.min(count, possible) }, (_, back) => last - back * step).reverse()
}

/**
 * Forecasts from each origin with only what was known there: a rolling-origin backtest (Tashman 2000).
 *
 * `knownAt` gives the values as they had been published at an origin, when later ones were revised or late
 * (`vintages.ts`); without it they are the first `origin` of `values`. `values` holds what is now known to be true.
 */
export function pastForecasts(
  values: Float64Array,
  origins: readonly number[],
  options: ForecastOptions,
  knownAt: (origin: number) => Float64Array = (origin) => values.subarray(0, origin),
): PastForecast[] {
  return origins.flatMap((origin) => {
    const known = knownAt(origin)
    const breaks = options.breaks?.filter((first) => first < origin) ?? []
    const scale = recentScale(known, { season: options.season, breaks })
    if (scale === null) return []
    const forecast = forecastMean(known, { ...options, breaks })
    return [{ origin, scale, forecast, actual: actualAfter(values, known.length, options) }]
  })
}

/** A declared break is known of today, so errors over it say nothing of the errors to come. */
function actualAfter(values: Float64Array, known: number, { horizon, breaks = [] }: ForecastOptions): Float64Array {
  const until = Math.min(values.length, ...breaks.filter((first) => first >= known))
  return Float64Array.from({ length: horizon }, (_, step) =>
    known + step < until ? values[known + step]! : Number.NaN,
  )
}
