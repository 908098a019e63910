import { addMonths, type Month, month } from '../values/month.ts'
import type { Day } from '../values/day.ts'

/** How many months after a closing the payments are looked at (domain.md 8.6.2: re-opening watch; issue 4: 3, 6 and 12). */
export const outcomeChecks = [3, 6, 12] as const

/** Whether a closing to self-support lasted a number of months, as the payments tell it. */
export type OutcomeCheck = {
  months: (typeof outcomeChecks)[number]
  state:
    | { kind: 'confirmed' }
    /** The first month that assistance was paid for again. */
    | { kind: 'taken-back'; month: Month }
    /** Nothing so far; `until` is the first month after those that must be known. */
    | { kind: 'waiting'; until: Month }
}

/**
 * Follows a closing by the payments: confirmed after 3, 6 and 12 months without assistance, taken back by the first
 * month with assistance, waiting while months are not known yet.
 *
 * The month of the closing does not count: it is often paid for in part. `assistedMonths` are months concerned for which
 * payments less recoveries come to more than nothing, in any order. `lastKnownMonth` is the last month that
 * the municipality's payments are known for, not the household's; null when there are none.
 * A later month with assistance takes back only the checks whose time it falls within.
 */
export function checkOutcome(
  closedOn: Day,
  assistedMonths: readonly Month[],
  lastKnownMonth: Month | null,
): OutcomeCheck[] {
  const closing = month(closedOn.slice(0, 7))
  const returned = assistedMonths.filter((each) => each > closing).sort()[0]
  return outcomeChecks.map((months) => {
    const last = addMonths(closing, months)
    if (returned !== undefined && returned <= last) return { months, state: { kind: 'taken-back', month: returned } }
    if (lastKnownMonth !== null && last <= lastKnownMonth) return { months, state: { kind: 'confirmed' } }
    return { months, state: { kind: 'waiting', until: addMonths(last, 1) } }
  })
}
