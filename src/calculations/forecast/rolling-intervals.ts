import { usualErrorsInChanges } from '../../parameters/forecast-calibration.ts'
import { mean } from '../sample-statistics.ts'
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
  /** Months in which an error comes to weigh half. */
  halfLife: number
}

/**
 * The widths that a forecast made with the first `origin` values known could have had: from the errors of the forecasts
 * made before it, as far as their outcomes were known.
 *
 * An error h months ahead is compared with those h months ahead alone; a sum is an error of its own. All are measured in
 * one unit, how much the row usually changed when the forecast was made (`unitOf`), and weigh less the longer ago they
 * became known: what a row was like before it changed says less of what is to come (Barber et al. 2023).
 * Forecasts whose months overlap tell nearly the same story: errors that weigh w together count as 1 + (w − 1)/h.
 * Beside them stand the usual errors of public series (as the prior of a Dirichlet process; Ferguson 1973). They carry a row
 * with little past; with a half-life of a year the row's own come to weigh 18 a month ahead and 2.4 a year ahead, never more.
 * The width is the weighted conformal quantile, corrected for being read from a sample in the part that is one.
 */
export function widthsAt(
  past: readonly RolledForecast[],
  now: Pick<RolledForecast, 'origin' | 'changes'>,
  options: RollingOptions,
): Widths[] {
  const errors = past.map(errorsOf)
  const steps = poolsOf('steps', { past, errors, now }, options)
  const sums = poolsOf('sums', { past, errors: errors.map(running), now }, options)
  return options.levels.map((level) => {
    const widths = (of: readonly Pool[]) =>
      nonDecreasing(
        Float64Array.from(of, ({ scores, ownShare }) => conformalQuantile(scores, level, undefined, ownShare)!),
      )
    return { level, steps: widths(steps), sums: widths(sums) }
  })
}

type Told = {
  past: readonly RolledForecast[]
  errors: readonly Float64Array[]
  now: Pick<RolledForecast, 'origin' | 'changes'>
}

function poolsOf(
  kind: 'steps' | 'sums',
  { past, errors, now }: Told,
  { usualCount, halfLife }: RollingOptions,
): Pool[] {
  const { shares, [kind]: usual } = usualErrorsInChanges.at(-1)!.value
  const unit = unitOf(now.changes)
  const units = past.map(({ changes }) => unitOf(changes))
  return Array.from(now.changes, (change, step): Pool => {
    const own: Score[] = []
    for (const [at, { origin }] of past.entries()) {
      const age = now.origin - step - origin
      const size = (Math.abs(errors[at]![step]!) / units[at]!) * unit
      // A month that is missing, or a row that never changed, gives no score.
      if (age > 0 && Number.isFinite(size)) own.push({ size, weight: 0.5 ** ((age - 1) / halfLife), owner: 0 })
    }
    const total = own.reduce((sum, { weight }) => sum + weight, 0)
    const stories = Math.min(total, 1 + (total - 1) / (step + 1))
    return {
      scores: scoresOf([
        ...own.map((score) => ({ ...score, weight: (score.weight / total) * stories })),
        ...usualScores(shares, usual[step]!, usualCount).map((score) => ({ ...score, size: score.size * change })),
      ]),
      ownShare: stories / (stories + usualCount),
    }
  })
}

/**
 * How much a row usually changes over one month and up to a year: the mean of `recentChanges`.
 *
 * Each number of months alone is told by few pairs, fewest after a declared break, and over a whole year a steady rise is
 * most of the change though it is foreseen. Errors a year ahead in units of the change over a year made the intervals of a
 * row four times too wide when it began to fall after it had hardly changed. The geometric mean and the median do the same.
 */
const unitOf = (changes: Float64Array): number => mean(changes)

/** The errors to read a width from, and how much of their weight is the row's own. */
type Pool = { scores: Scores; ownShare: number }

export const errorsOf = ({ actual, forecast }: RolledForecast): Float64Array =>
  actual.map((value, step) => value - forecast[step]!)

/** NaN from the first month that is missing. */
export function running(values: Float64Array): Float64Array {
  let total = 0
  return values.map((value) => (total += value))
}
