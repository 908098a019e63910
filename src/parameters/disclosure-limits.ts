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
