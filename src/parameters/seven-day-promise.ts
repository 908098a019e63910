import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/**
 * Within how many days somebody who is routed to a job unit is to meet a coach, and from when that was promised.
 * Null before the promise was made: nothing is late that nobody promised.
 */
export const coachWithinDays: readonly Dated<number | null>[] = [
  { from: month('1900-01'), value: null, source: 'Inget löfte gällde.' },
  {
    from: month('2019-03'),
    value: 7,
    source: 'Delrapport Ökad övergång till egen försörjning 2019: träffa coach inom högst en vecka, från mars 2019',
  },
]
