import { coverage, pinballLoss } from './accuracy.ts'
import type { PastForecast } from './backtest.ts'
import { coverageBounds } from './calibration-check.ts'
import type { Scores } from './conformal.ts'
import { halfWidths } from './conformal-widths.ts'

/** How intervals would have done on past forecasts of one series, calibrated without the series itself. */
export type PastIntervals = {
  /** Per level: the share of known outcomes within the interval; null when there are none. */
  coverage: (number | null)[]
  /** Per level: a 95 % interval of that share by block bootstrap; null when the origins are too few or too close. */
  bounds: ({ lower: number; upper: number } | null)[]
  /** Mean pinball loss of the quantiles .05, .10 … .95 in units of scale; null when there are no outcomes. */
  pinball: { share: number; loss: number | null }[]
}

export type PastIntervalOptions = {
  levels: readonly number[]
  /** Months between origins; forecasts whose months overlap are drawn together in the bootstrap. */
  step: number
  /** The index of the series among those that were pooled. */
  owner: number
}

/** The half widths of these levels are the quantiles .50, .55 … .95, and on the other side .50, .45 … .05. */
const centralLevels = Array.from({ length: 10 }, (_, at) => at / 10)

export function pastIntervals(
  past: readonly PastForecast[],
  calibration: readonly Scores[],
  { levels, step, owner }: PastIntervalOptions,
): PastIntervals {
  const horizon = calibration.length
  const errors = past.flatMap(scaledErrors)
  const block = horizon * Math.ceil(horizon / step)
  const bands = levels.map((level) => bandOf(halfWidths(calibration, level, owner), errors.length))
  const central = centralLevels.map((level) => bandOf(halfWidths(calibration, level, owner), errors.length))
  return {
    coverage: bands.map((band) => coverage(errors, band)),
    bounds: bands.map((band) => coverageBounds(heldOf(errors, band), { block, replicates: 999, seed: 1 })),
    pinball: Array.from({ length: 19 }, (_, at) => {
      const { lower, upper } = central[Math.abs(at - 9)]!
      const share = (at + 1) / 20
      return { share, loss: pinballLoss(errors, at < 9 ? lower : upper, share) }
    }),
  }
}

/** A scale of zero has no scaled error: it counts as missing. */
const scaledErrors = ({ actual, forecast, scale }: PastForecast): number[] =>
  Array.from(actual, (value, at) => (scale === 0 ? Number.NaN : (value - forecast[at]!) / scale))

/** The same widths for every origin, around an error of zero. */
const bandOf = (widths: Float64Array, length: number) => ({
  lower: Float64Array.from({ length }, (_, at) => -widths[at % widths.length]!),
  upper: Float64Array.from({ length }, (_, at) => widths[at % widths.length]!),
})

const heldOf = (errors: readonly number[], { lower, upper }: { lower: Float64Array; upper: Float64Array }): number[] =>
  errors.flatMap((error, at) => (Number.isNaN(error) ? [] : [error >= lower[at]! && error <= upper[at]! ? 1 : 0]))
