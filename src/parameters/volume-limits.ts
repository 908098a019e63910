import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/** When a volume is so far from its forecast that the reader is owed an explanation. */
export const largeDeviation: readonly Dated<number>[] = [
  {
    from: month('1990-01'),
    value: 0.25,
    source: 'Husregel: en fjärdedel över eller under prognosen, uppräknat till helår',
  },
]
