import { valueAt } from '../parameters/dated.ts'
import { coachWithinDays } from '../parameters/seven-day-promise.ts'
import { addDays, type Day } from '../values/day.ts'
import { month } from '../values/month.ts'
import type { Contact } from './path.ts'

/** Where a coach is met: only who is routed there is promised one. */
export const coachDestinations: readonly string[] = ['job-unit', 'job-unit-extra', 'employment-consultant']

/** The last day on which the promise is kept, or null when none was given to this contact. */
export function promisedBy({ on, routed }: Pick<Contact, 'on' | 'routed'>): Day | null {
  const days = valueAt(coachWithinDays, month(on.slice(0, 7)))
  return days !== null && routed && coachDestinations.includes(routed.body.destination) ? addDays(on, days) : null
}
