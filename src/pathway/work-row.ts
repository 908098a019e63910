import type { Day } from '../values/day.ts'
import { closureOf, followUpDue, isInForce, isOpenReferral, type Path } from './path.ts'
import { promisedBy } from './seven-day-promise.ts'

/**
 * What lists of work ask of a household, as dates: whether something is late is a matter of the day that asks.
 * Follows from the events and can be made anew from them at any time.
 */
export type WorkRow = {
  caseworker_code: string | null
  assigned_on: Day | null
  contact_on: Day | null
  routed_to: string | null
  promised_by: Day | null
  coach_booked_on: Day | null
  coach_met_on: Day | null
  breach_explained: boolean
  mapped_on: Day | null
  plan_saved_on: Day | null
  plan_approved_on: Day | null
  follow_up_on: Day | null
  unanswered_since: Day | null
  returned_on: Day | null
  intervention_ends_on: Day | null
  open_interventions: number
  next_step_on: Day | null
  next_step: string | null
  reminder_on: Day | null
  reminder: string | null
  concern_since: Day | null
  closed_on: Day | null
  closure_reason: string | null
}

export function workRow(path: Path): WorkRow {
  const contact = path.contacts.at(-1) ?? null
  const since = <Thing extends { on: Day }>(things: readonly Thing[]) =>
    contact ? things.filter(({ on }) => on >= contact.on) : things
  const meetings = since(path.meetings)
  const plans = path.plans.filter(isInForce)
  const open = path.referrals.filter(isOpenReferral)
  const started = open.filter(({ state }) => state.kind === 'started')
  const returned = path.referrals.filter(
    ({ state, id }) => state.kind === 'returned' && !path.referrals.some((other) => other.id > id),
  )
  const closed = closureOf(path)
  const concerns = path.referrals.flatMap((referral) => referral.concerns).filter(({ answered }) => !answered)
  return {
    caseworker_code: path.assigned?.body.caseworker ?? null,
    assigned_on: path.assigned?.on ?? null,
    contact_on: contact?.on ?? null,
    routed_to: contact?.routed?.body.destination ?? null,
    promised_by: contact && promisedBy(contact),
    coach_booked_on: least(
      meetings.flatMap(({ state, booked }) => (state.kind === 'booked' ? [booked.at.slice(0, 10) as Day] : [])),
    ),
    coach_met_on: least(meetings.flatMap(({ state }) => (state.kind === 'held' ? [state.on] : []))),
    breach_explained: Boolean(contact?.breach),
    mapped_on: least(path.mappings.flatMap(({ completedOn }) => completedOn ?? [])),
    plan_saved_on: least(path.plans.map(({ on }) => on)),
    plan_approved_on: greatest(plans.map((plan) => plan.approvals.at(-1)!.approved.on)),
    follow_up_on: least(plans.flatMap((plan) => followUpDue(plan) ?? [])),
    unanswered_since: least(open.flatMap(({ state, on }) => (state.kind === 'sent' ? [on] : []))),
    returned_on: greatest(returned.flatMap(({ state }) => (state.kind === 'returned' ? [state.on] : []))),
    intervention_ends_on: least(started.flatMap((each) => (each.started?.body.plannedEnd as Day | undefined) ?? [])),
    open_interventions: started.length,
    next_step_on: (path.nextStep?.body.on as Day | undefined) ?? null,
    next_step: path.nextStep?.body.text ?? null,
    reminder_on: (path.reminder?.body.on as Day | undefined) ?? null,
    reminder: path.reminder?.body.text ?? null,
    concern_since: least(concerns.map(({ raised }) => raised.on)),
    closed_on: closed?.on ?? null,
    closure_reason: closed?.said.reason ?? null,
  }
}

const least = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a === null || b < a ? b : a), null)
const greatest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a === null || b > a ? b : a), null)
