import { daysOf } from '../interventions/asked-period.ts'
import { valueAt } from '../parameters/dated.ts'
import { coachWithinDays } from '../parameters/seven-day-promise.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { CaseloadRow } from './caseload.queries.ts'
import { funnelOf } from './funnel.ts'
import { interventionResults, resultChoices } from './intervention-results.ts'
import { leadTimes, splitAt, type TimedContact } from './lead-times.ts'
import type { Throughput } from './load-throughput.ts'
import { outcomesOf } from './outcomes.ts'
import type { Asked, LeadTimesView, ManagementView } from './throughput-view.ts'

/** When the way of working was changed: the day that the promise of a coach was first given. */
export const changeOfWork = `${coachWithinDays.findLast(({ value }) => value !== null)!.from}-01` as Day

type Facts = {
  today: Day
  dataFrom: Month
  lastKnownMonth: Month | null
  units: ManagementView['units']
  caseload: CaseloadRow[]
  hiddenProtected: number
  /** Keys of interventions to compare; none for the standard choice. */
  interventions: readonly string[]
}

/** All of the manager's page, counted from what was loaded. Pure. */
export function managementView(found: Throughput, asked: Asked, facts: Facts): ManagementView {
  const { today, dataFrom, lastKnownMonth, units, caseload, hiddenProtected } = facts
  const choices = resultChoices(found.catalogue, facts.interventions)
  return {
    ...asked,
    ...{ today, dataFrom, dataTo: today.slice(0, 7) as Month },
    ...{ units, caseload },
    leadTimes: leadTimesView(found.contacts, asked, today),
    funnel: funnelOf(found.people),
    outcomes: outcomesOf(found.closings),
    lastKnownMonth,
    results: { choices, ...interventionResults(found.enrolments, choices, daysOf(asked)) },
    hiddenProtected,
  }
}

function leadTimesView(contacts: readonly TimedContact[], { change }: Asked, today: Day): LeadTimesView {
  const coachTargetDays = valueAt(coachWithinDays, today.slice(0, 7) as Month)
  const toCoach = contacts.filter((contact) => contact.toCoach)
  const { before, after } = splitAt(toCoach, change)
  return {
    before: leadTimes(before, { today, coachTargetDays }),
    after: leadTimes(after, { today, coachTargetDays }),
    elsewhere: contacts.length - toCoach.length,
    coachTargetDays,
  }
}
