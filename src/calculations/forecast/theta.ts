import { normalQuantile } from '../distributions.ts'
import { mean } from '../sample-statistics.ts'
import { seasonallyAdjusted, seasonalFigure, type SeasonKind } from './decompose.ts'
import { lineThrough } from './line.ts'
import type { Ahead } from './series.ts'
import { simpleSmoothing } from './simple-smoothing.ts'

/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000), which won the M3 competition, as R's `thetaf`:
 * simple exponential smoothing with half the slope of the straight line through the series,
 * l + b/2·(h − 1 + (1 − (1 − α)ⁿ)/α) (Hyndman & Billah 2003).
 *
 * The season is divided out first when the autocorrelation at a whole season is significant at 10 %.
 * With a value below zero it is subtracted instead, since factors then mean nothing.
 * The series has at least one value, and no gap.
 */
export function theta(values: Float64Array, { horizon, season }: Ahead): Float64Array {
  const kind: SeasonKind = values.some((value) => value < 0) ? 'additive' : 'multiplicative'
  const figure = isSeasonal(values, season) ? usableFigure(values, season, kind) : null
  const adjusted = figure ? seasonallyAdjusted(values, figure, kind) : values
  const { alpha, level } = simpleSmoothing(adjusted)
  const drift = lineThrough(adjusted).slope / 2
  const behind = (1 - (1 - alpha) ** values.length) / alpha
  return Float64Array.from({ length: horizon }, (_, step) => {
    const mean = level + drift * (step + behind)
    if (!figure) return mean
    const seasonal = figure[(values.length + step) % season]!
    return kind === 'additive' ? mean + seasonal : mean * seasonal
  })
}

/** Factors of zero cannot be divided out. */
function usableFigure(values: Float64Array, season: number, kind: SeasonKind): Float64Array | null {
  const figure = seasonalFigure(values, season, kind)
  return kind === 'additive' || figure.every((factor) => factor >= 1e-4) ? figure : null
}

/** |r_m| > 1.645·√((1 + 2Σr_k²)/n), the sum over lags below the season m. */
export function isSeasonal(values: Float64Array, season: number): boolean {
  if (season < 2 || values.length <= 2 * season) return false
  const middle = mean(values)
  const deviation = values.map((value) => value - middle)
  const correlation = (lag: number) => productAtLag(deviation, lag) / productAtLag(deviation, 0)
  let squares = 0
  for (let lag = 1; lag < season; lag++) squares += correlation(lag) ** 2
  return Math.abs(correlation(season)) > normalQuantile(0.95) * Math.sqrt((1 + 2 * squares) / values.length)
}

function productAtLag(values: Float64Array, lag: number): number {
  let total = 0
  for (let at = lag; at < values.length; at++) total += values[at]! * values[at - lag]!
  return total
}
