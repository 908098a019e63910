import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

export type DisclosureLimits = {
  /** Counts from 1 to one below this are not published. */
  smallestCount: number
  /** Percentages are published from this base on. */
  smallestDenominator: number
}

export const disclosureLimits: readonly Dated<DisclosureLimits>[] = [
  {
    from: month('1990-01'),
    value: { smallestCount: 5, smallestDenominator: 20 },
    source: 'Husregel efter Socialstyrelsens publicerade tabeller, där det minsta visade antalet är 5',
  },
]

/** When a sum of money says too much about a single payer or payee. */
export type AmountLimits = {
  /** The (n, k) rule: the n largest contributions together make up more than this share of the sum. */
  dominating: number
  dominatingShare: number
  /** The p % rule: the second largest can tell the largest to within this share of it. */
  closeness: number
}

export const amountLimits: readonly Dated<AmountLimits>[] = [
  {
    from: month('1990-01'),
    value: { dominating: 1, dominatingShare: 0.85, closeness: 0.1 },
    source: 'Husregel; reglerna efter Hundepool m.fl. (2012), Statistical Disclosure Control, avsnitt 4.2',
  },
]
