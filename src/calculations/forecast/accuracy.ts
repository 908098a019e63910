/**
 * How far forecasts fell from what came.
 *
 * `actual` and `forecast` are of the same length; months whose actual value is missing (NaN) are left out.
 * Null when nothing is left to compare, and for scaled errors when the scale is null or zero:
 * an error of a series that never varied has no scale to stand against.
 * Hyndman & Koehler (2006); Gneiting & Raftery (2007); Makridakis, Spiliotis & Assimakopoulos (2020) for M4's formulas.
 */
type Values = ArrayLike<number>

/** sMAPE: the mean of 200·|a − f| / (|a| + |f|), in per cent between 0 and 200. Zero forecast as zero is no error. */
export const symmetricPercentageError = (actual: Values, forecast: Values): number | null =>
  meanOfKnown(actual, (value, at) => {
    const size = Math.abs(value) + Math.abs(forecast[at]!)
    return size === 0 ? 0 : (200 * Math.abs(value - forecast[at]!)) / size
  })

/**
 * The scale of MASE: mean |x_t − x_{t−season}| over the months of training where both are known.
 * A series that is too short for one season, or has no such pair, is compared with the month before.
 * Null when no pair is known at all; 0 of a constant series.
 */
export function seasonalScale(training: Values, season: number): number | null {
  const differences = absoluteDifferences(training, season)
  return meanOfKnown(differences.length > 0 ? differences : absoluteDifferences(training, 1), (value) => value)
}

function absoluteDifferences(values: Values, lag: number): number[] {
  const found: number[] = []
  for (let at = lag; at < values.length; at++) {
    const difference = Math.abs(values[at]! - values[at - lag]!)
    if (!Number.isNaN(difference)) found.push(difference)
  }
  return found
}

/** MASE: the mean absolute error divided by `scale`, which is `seasonalScale` of the training months. */
export const absoluteScaledError = (actual: Values, forecast: Values, scale: number | null): number | null =>
  divided(
    meanOfKnown(actual, (value, at) => Math.abs(value - forecast[at]!)),
    scale,
  )

/** The root of the mean squared error, in the unit of the series. */
export function rootMeanSquareError(actual: Values, forecast: Values): number | null {
  const squared = meanOfKnown(actual, (value, at) => (value - forecast[at]!) ** 2)
  return squared === null ? null : Math.sqrt(squared)
}

/** The mean of forecast − actual, in the unit of the series: above zero when the forecasts were too high. */
export const bias = (actual: Values, forecast: Values): number | null =>
  meanOfKnown(actual, (value, at) => forecast[at]! - value)

/** The mean pinball loss of a forecast of the quantile `share`: share·(a − f) above it, (1 − share)·(f − a) below. */
export const pinballLoss = (actual: Values, quantileForecast: Values, share: number): number | null =>
  meanOfKnown(actual, (value, at) => {
    const error = value - quantileForecast[at]!
    return error >= 0 ? share * error : (share - 1) * error
  })

export type Band = { lower: Values; upper: Values }

/** The share of the actual values within the interval, its ends included. */
export const coverage = (actual: Values, { lower, upper }: Band): number | null =>
  meanOfKnown(actual, (value, at) => (value >= lower[at]! && value <= upper[at]! ? 1 : 0))

/**
 * MSIS: the width of the interval plus 2/α times what a value fell outside it, the mean divided by `scale`.
 * `level` is the nominal coverage 1 − α, such as 0.9.
 */
export function scaledIntervalScore(
  actual: Values,
  { lower, upper }: Band,
  level: number,
  scale: number | null,
): number | null {
  const score = meanOfKnown(actual, (value, at) => {
    const outside = Math.max(0, lower[at]! - value) + Math.max(0, value - upper[at]!)
    return upper[at]! - lower[at]! + (2 / (1 - level)) * outside
  })
  return divided(score, scale)
}

function meanOfKnown(actual: Values, lossAt: (value: number, at: number) => number): number | null {
  let [total, count] = [0, 0]
  for (let at = 0; at < actual.length; at++) {
    if (Number.isNaN(actual[at]!)) continue
    total += lossAt(actual[at]!, at)
    count++
  }
  return count === 0 ? null : total / count
}

const divided = (value: number | null, scale: number | null): number | null =>
  value === null || scale === null || scale === 0 ? null : value / scale
