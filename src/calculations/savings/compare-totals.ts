import { quantile } from '../sample-statistics.ts'
import { CannotCalculate } from '../refusal.ts'

/** A municipality's totals, and the same for others where nothing was done, in two periods of the same length. */
export type Totals = { before: number; after: number; othersBefore: number; othersAfter: number }

export type TotalsEffect = {
  /** What the total would have been had it changed as that of the others: before·othersAfter/othersBefore. */
  counterfactual: number
  /** after − counterfactual, in the totals' unit, gross of what the change itself cost. */
  effect: number
  relativeEffect: number
  lower: number
  upper: number
}

/**
 * The change of a total beyond that of others: difference in differences on the log scale.
 *
 * One municipality has no sampling error to compute an interval from. `placebos` are the same log effects for
 * municipalities or times where nothing was done: the interval holds every effect for which what is left over is no
 * larger than the `level` quantile of |placebo|.
 * Refuses totals that are not above zero and a list without placebos: an effect of this kind is not shown without.
 */
export function compareTotals(totals: Totals, placebos: ArrayLike<number>, level = 0.9): TotalsEffect {
  for (const [column, found] of Object.entries(totals))
    if (!(found > 0)) throw new CannotCalculate('bad-value', { column, found, expected: '> 0' })
  if (placebos.length === 0)
    throw new CannotCalculate('too-few', { found: 0, needed: 1, what: 'jämförelser utan insats' })
  const counterfactual = (totals.before * totals.othersAfter) / totals.othersBefore
  const effect = totals.after - counterfactual
  const noise = Math.exp(quantile(Array.from(placebos, Math.abs), level))
  return {
    counterfactual,
    effect,
    relativeEffect: effect / counterfactual,
    lower: totals.after - counterfactual * noise,
    upper: totals.after - counterfactual / noise,
  }
}

/** The log effect of one comparison without intervention: what `compareTotals` takes as a placebo. */
export const placeboEffect = ({ before, after, othersBefore, othersAfter }: Totals): number =>
  Math.log(after / before) - Math.log(othersAfter / othersBefore)
