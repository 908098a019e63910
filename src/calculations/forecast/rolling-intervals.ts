import { usualErrorsInChanges } from '../../parameters/forecast-calibration.ts'
import type { PastForecast } from './backtest.ts'
import { usualScores } from './calibration.ts'
import { conformalQuantile, nonDecreasing, type Score, type Scores, scoresOf } from './conformal.ts'

/** What was forecast of a row, what came, and how much the row had usually changed in as many months (`recentChanges`). */
export type RolledForecast = Omit<PastForecast, 'scale'> & { changes: Float64Array }

/** Half widths in the unit of the series, for each month ahead and for the sum of all months up to it. */
export type Widths = { level: number; steps: Float64Array; sums: Float64Array }

export type RollingOptions = {
  levels: readonly number[]
  /** As how many errors of its own the usual ones of public series count. */
  usualCount: number
}

/**
 * The widths that a forecast made with the first `origin` values known could have had: from the errors of the forecasts
 * made before it, as far as their outcomes were known.
 *
 * An error h months ahead is measured in how much the row had usually changed in h months when the forecast was made, and
 * compared with those h months ahead alone; a sum is an error of its own. Forecasts whose months overlap tell nearly the
 * same story: k in a row weigh 1 + (k − 1)/h. Beside them stand the usual errors of public series, which carry a row
 * with little past and count for less the longer it gets (as the prior of a Dirichlet process; Ferguson 1973).
 * The width is the weighted conformal quantile, corrected for being read from a sample in the part that is one.
 */
export function widthsAt(
  past: readonly RolledForecast[],
  { origin, changes }: Pick<RolledForecast, 'origin' | 'changes'>,
  { levels, usualCount }: RollingOptions,
): Widths[] {
  const { shares, ...usual } = usualErrorsInChanges.at(-1)!.value
  const pools = (kind: 'steps' | 'sums', errors: readonly Float64Array[]) =>
    Array.from(changes, (_, step): Pool => {
      const own = past
        .map((each, at) =>
          each.origin + step < origin ? Math.abs(errors[at]![step]!) / each.changes[step]! : Number.NaN,
        )
        // A month that is missing, or a row that never changed, gives no score.
        .filter((size) => Number.isFinite(size))
      const stories = own.length === 0 ? 0 : 1 + (own.length - 1) / (step + 1)
      const scores: Score[] = own.map((size) => ({ size, weight: stories / own.length, owner: 0 }))
      return {
        scores: scoresOf([...scores, ...usualScores(shares, usual[kind][step]!, usualCount)]),
        ownShare: stories / (stories + usualCount),
      }
    })
  const steps = pools('steps', past.map(errorsOf))
  const sums = pools(
    'sums',
    past.map((each) => running(errorsOf(each))),
  )
  return levels.map((level) => {
    const widths = (of: readonly Pool[]) =>
      nonDecreasing(
        changes.map(
          (change, step) => change * conformalQuantile(of[step]!.scores, level, undefined, of[step]!.ownShare)!,
        ),
      )
    return { level, steps: widths(steps), sums: widths(sums) }
  })
}

/** The errors to read a width from, and how much of their weight is the row's own. */
type Pool = { scores: Scores; ownShare: number }

export const errorsOf = ({ actual, forecast }: RolledForecast): Float64Array =>
  actual.map((value, step) => value - forecast[step]!)

/** NaN from the first month that is missing. */
export function running(values: Float64Array): Float64Array {
  let total = 0
  return values.map((value) => (total += value))
}
