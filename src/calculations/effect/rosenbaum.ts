import { normalCdf } from '../distributions.ts'
import { CannotCalculate } from '../refusal.ts'

/**
 * Rosenbaum's bound (2002, 4.3) for Wilcoxon's signed rank test on matched pairs: the largest p-value, one-sided for
 * a positive effect, when an unmeasured trait may make one of a pair Γ times as likely as the other to be treated.
 *
 *     T = Σ ranks of the positive differences;  p⁺ = Γ/(1 + Γ)
 *     z = (T − p⁺·Σ ranks) / √(p⁺(1 − p⁺)·Σ ranks²);  p = P(Z > z)
 *
 * `differences` is treated minus control per pair, in any unit. Pairs without a difference leave the test and equal
 * sizes share their mean rank, without a correction for continuity, as `psens` of R's rbounds.
 * `gamma` is at least 1, where the bound is the usual test. Refuses a list without any difference.
 */
export function rosenbaumBound(differences: ArrayLike<number>, gamma: number): number {
  if (!(gamma >= 1)) throw new CannotCalculate('bad-value', { column: 'gamma', found: gamma, expected: '≥ 1' })
  return boundOf(signedRanks(differences), gamma)
}

/**
 * The largest Γ at which the effect is still significant at `level`: what the claim can bear.
 * 1 when it does not even bear none; at most `largest`, which is printed as "at least" by whoever shows it.
 * To the sixth digit, by halving: the bound rises with Γ.
 */
export function largestGamma(differences: ArrayLike<number>, { level = 0.05, largest = 10 } = {}): number {
  const ranks = signedRanks(differences)
  if (boundOf(ranks, largest) <= level) return largest
  let [borne, broken] = [1, largest]
  while (broken - borne > 1e-6) {
    const middle = (borne + broken) / 2
    if (boundOf(ranks, middle) <= level) borne = middle
    else broken = middle
  }
  return borne
}

type SignedRanks = { positive: number; total: number; squares: number }

function boundOf({ positive, total, squares }: SignedRanks, gamma: number): number {
  const share = gamma / (1 + gamma)
  return normalCdf((share * total - positive) / Math.sqrt(share * (1 - share) * squares))
}

function signedRanks(differences: ArrayLike<number>): SignedRanks {
  const sorted = Float64Array.from(differences)
    .filter((difference) => difference !== 0)
    .sort((left, right) => Math.abs(left) - Math.abs(right))
  if (sorted.length === 0) throw new CannotCalculate('too-few', { found: 0, needed: 1, what: 'par med skillnad' })
  const sums = { positive: 0, total: 0, squares: 0 }
  for (let first = 0, after = 0; first < sorted.length; first = after) {
    after = endOfTies(sorted, first)
    const rank = (first + 1 + after) / 2
    for (let at = first; at < after; at++) {
      if (sorted[at]! > 0) sums.positive += rank
      sums.total += rank
      sums.squares += rank * rank
    }
  }
  return sums
}

function endOfTies(sorted: Float64Array, first: number): number {
  let after = first + 1
  while (after < sorted.length && Math.abs(sorted[after]!) === Math.abs(sorted[first]!)) after++
  return after
}
