import type { Ore } from '../values/money.ts'
import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/** A variance is large when it is at least this share of its budget, and at least this amount. */
export type VarianceLimits = { share: number; ore: Ore }

/** When a row of a statement is so far from its budget that the reader is owed an explanation. */
export const largeVariance: readonly Dated<VarianceLimits>[] = [
  {
    from: month('1990-01'),
    value: { share: 0.05, ore: 500_000_00 },
    source: 'Husregel: fem procent av budgeten och minst en halv miljon kronor',
  },
]
