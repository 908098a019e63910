import { usualErrors } from '../../parameters/forecast-calibration.ts'
import type { PastForecast } from './backtest.ts'
import { nobody, type Score, type Scores, scoresOf } from './conformal.ts'

/** Scaled errors to read intervals from: for each month ahead, and for the sum of all months up to it. */
export type Calibration = { steps: Scores[]; sums: Scores[] }

export type CalibrationOptions = {
  horizon: number
  /** Months between the origins of a series. */
  step: number
  /** Up to how many errors the usual ones of public series fill in; 0 leaves them out. */
  fillTo: number
}

/**
 * Pools the errors |a − f|/scale of past forecasts of similar series, and of the series itself, by months ahead.
 *
 * Forecasts h months ahead from k origins `step` months apart share h − step months and tell nearly the same story:
 * together they weigh 1 + (k − 1)·min(1, step/h). Where the weights sum to less than `fillTo`, the usual errors of
 * public series (`parameters/forecast-calibration.ts`) fill in: they carry a series that stands alone, and are gone
 * among many.
 * A sum is an error of its own: the errors of its months pull together or apart, and are never added as bounds.
 * `past` has the forecasts of one series at each index, which becomes the owner of their scores.
 */
export function calibrationOf(past: readonly (readonly PastForecast[])[], options: CalibrationOptions): Calibration {
  const { shares, steps, sums } = usualErrors.at(-1)!.value
  const pooled = (errorAt: ErrorAt, usual: UsualRows) =>
    Array.from({ length: options.horizon }, (_, at) => {
      const own = ownScores(past, at, options.step, errorAt)
      const missing = own.reduce((left, { weight }) => left - weight, options.fillTo)
      return scoresOf(missing > 0 ? [...own, ...usualAhead(shares, usual, at, missing)] : own)
    })
  return {
    steps: pooled(errorOfStep, { rows: steps, growth: 0.5 }),
    sums: pooled(errorOfSum, { rows: sums, growth: 1.5 }),
  }
}

type ErrorAt = (past: PastForecast, at: number) => number

const errorOfStep: ErrorAt = ({ actual, forecast }, at) => actual[at]! - forecast[at]!

/** NaN when a month of the sum is missing. */
const errorOfSum: ErrorAt = (past, at) => {
  let total = 0
  for (let step = 0; step <= at; step++) total += errorOfStep(past, step)
  return total
}

function ownScores(past: readonly (readonly PastForecast[])[], at: number, step: number, errorAt: ErrorAt): Score[] {
  return past.flatMap((forecasts, owner) => {
    const sizes = forecasts
      .map((each) => Math.abs(errorAt(each, at)) / each.scale)
      // A month that is missing, or a scale of zero, gives no score.
      .filter((size) => Number.isFinite(size))
    const stories = 1 + (sizes.length - 1) * Math.min(1, step / (at + 1))
    return sizes.map((size) => ({ size, weight: stories / sizes.length, owner }))
  })
}

/** Beyond the last row errors grow with this power of time, as those of a random walk do. */
type UsualRows = { rows: readonly (readonly number[])[]; growth: number }

/** The usual errors of so many months ahead. */
function usualAhead(shares: readonly number[], { rows, growth }: UsualRows, at: number, weight: number): Score[] {
  const beyond = Math.max(1, (at + 1) / rows.length) ** growth
  return usualScores(shares, rows[Math.min(at, rows.length - 1)]!, weight).map((score) => ({
    ...score,
    size: beyond * score.size,
  }))
}

/** Quantiles at `shares` as a hundred errors of equal weight, `weight` in all. */
export const usualScores = (shares: readonly number[], quantiles: readonly number[], weight: number): Score[] =>
  Array.from({ length: 100 }, (_, index) => ({
    size: interpolated(shares, quantiles, (index + 0.5) / 100),
    weight: weight / 100,
    owner: nobody,
  }))

function interpolated(shares: readonly number[], row: readonly number[], share: number): number {
  const above = shares.findIndex((each) => each >= share)
  const [left, right] = [shares[above - 1]!, shares[above]!]
  return row[above - 1]! + ((share - left) / (right - left)) * (row[above]! - row[above - 1]!)
}
