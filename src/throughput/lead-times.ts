import { oneGroup } from '../calculations/columns.ts'
import { followUpOf } from '../calculations/survival/follow-up.ts'
import { kaplanMeier } from '../calculations/survival/kaplan-meier.ts'
import { tablesByGroup } from '../calculations/survival/risk-table.ts'
import { survivalQuantile } from '../calculations/survival/survival-quantile.ts'
import { approvedVersion, type Contact, type Path } from '../pathway/path.ts'
import { coachDestinations } from '../pathway/seven-day-promise.ts'
import { type Day, daysBetween } from '../values/day.ts'

/** Steps on the way that are timed from the contact (document 002, P2). */
export const leadTimeSteps = ['coach', 'plan', 'intervention', 'coach-to-plan'] as const
export type LeadTimeStep = (typeof leadTimeSteps)[number]

/** One contact: when each step was reached, null for not yet. */
export type TimedContact = {
  householdId: number
  personId: number
  contactOn: Day
  /** Whether the contact was routed to where a coach is met: only then is one waited for. */
  toCoach: boolean
  coachOn: Day | null
  planOn: Day | null
  interventionOn: Day | null
  /** The first day that nothing more of this contact is waited for: the case was closed, or contact was made anew. */
  endedOn: Day | null
}

/** The contacts of a household with what came of each before the next contact of the same person. */
export function timedContacts(householdId: number, path: Path): TimedContact[] {
  return path.contacts.map((contact) => {
    const next = path.contacts.find((other) => other.personId === contact.personId && other.id > contact.id)
    const closed = path.closures.find(({ id }) => id > contact.id)
    const ends = [next?.on, closed?.on].flatMap((day) => day ?? [])
    const endedOn = ends.length > 0 ? ends.reduce((a, b) => (b < a ? b : a)) : null
    const first = (days: readonly Day[]) => firstFrom(days, contact, endedOn)
    const of = <Thing extends { personId: number }>(things: readonly Thing[]) =>
      things.filter(({ personId }) => personId === contact.personId)
    return {
      householdId,
      personId: contact.personId,
      contactOn: contact.on,
      toCoach: contact.routed !== null && coachDestinations.includes(contact.routed.body.destination),
      coachOn: first(of(path.meetings).flatMap(({ state }) => (state.kind === 'held' ? [state.on] : []))),
      planOn: first(
        of(path.plans)
          .filter((plan) => approvedVersion(plan))
          .map((plan) => plan.approvals[0]!.approved.on),
      ),
      interventionOn: first(of(path.referrals).flatMap(({ started }) => started?.on ?? [])),
      endedOn,
    }
  })
}

const firstFrom = (days: readonly Day[], { on }: Contact, until: Day | null): Day | null =>
  days.filter((day) => day >= on && (until === null || day <= until)).sort()[0] ?? null

export type LeadTime = {
  step: LeadTimeStep
  /** Contacts (for `coach-to-plan`: meetings) that the time is counted from. */
  started: number
  reached: number
  /** Days until half had reached the step, those still waiting counted in (Kaplan–Meier); null when half have not. */
  medianDays: number | null
  /**
   * Of those whose days of the target have passed: how many reached the step in time. Null without a target.
   * Whoever was quick is judged no sooner than whoever is slow, so that the latest days do not look better than they are.
   */
  withinTarget: { reached: number; of: number } | null
}

export type LeadTimeOptions = {
  today: Day
  /** Days within which the coach is to have been met. */
  coachTargetDays: number | null
}

/**
 * How long the steps take. Whoever still waits on `today` is counted as waiting, so that a new way of working does not look
 * fast just because its slow ones have not arrived yet; whose case ended without the step is counted as waiting until then.
 */
export function leadTimes(contacts: readonly TimedContact[], options: LeadTimeOptions): LeadTime[] {
  return leadTimeSteps.map((step) => leadTimeOf(step, contacts, options))
}

function leadTimeOf(step: LeadTimeStep, contacts: readonly TimedContact[], options: LeadTimeOptions): LeadTime {
  const timed = contacts.flatMap((contact) => timesOf(step, contact, options.today))
  const target = step === 'coach' ? options.coachTargetDays : null
  const judged =
    target === null
      ? []
      : timed.filter(({ days, isReached, elapsed }) => elapsed > target && (isReached || days > target))
  return {
    step,
    started: timed.length,
    reached: timed.filter(({ isReached }) => isReached).length,
    medianDays: medianOf(timed),
    withinTarget:
      target === null
        ? null
        : { reached: judged.filter(({ days, isReached }) => isReached && days <= target).length, of: judged.length },
  }
}

/** `elapsed`: days until today, whatever has happened. */
type Timed = { days: number; isReached: boolean; elapsed: number }

function timesOf(step: LeadTimeStep, contact: TimedContact, today: Day): Timed[] {
  const from = step === 'coach-to-plan' ? contact.coachOn : contact.contactOn
  if (from === null) return []
  const elapsed = daysBetween(from, today)
  if (isReached(step, contact))
    return [{ days: daysBetween(from, reachedOn[step](contact)!), isReached: true, elapsed }]
  const until = contact.endedOn ?? today
  return until >= from ? [{ days: daysBetween(from, until), isReached: false, elapsed }] : []
}

const reachedOn: Record<LeadTimeStep, (contact: TimedContact) => Day | null> = {
  coach: ({ coachOn }) => coachOn,
  plan: ({ planOn }) => planOn,
  intervention: ({ interventionOn }) => interventionOn,
  'coach-to-plan': ({ planOn }) => planOn,
}

/** Whether a step is timed for a contact at all, and whether it was reached: the rows behind `started` and `reached`. */
export const startsStep = (step: LeadTimeStep, { coachOn }: TimedContact): boolean =>
  step !== 'coach-to-plan' || coachOn !== null
export function isReached(step: LeadTimeStep, contact: TimedContact): boolean {
  const from = step === 'coach-to-plan' ? contact.coachOn : contact.contactOn
  const reached = reachedOn[step](contact)
  return from !== null && reached !== null && reached >= from
}

function medianOf(timed: readonly Timed[]): number | null {
  if (timed.length === 0) return null
  const sample = {
    time: Float64Array.from(timed, ({ days }) => days),
    exit: Int32Array.from(timed, ({ isReached }) => Number(isReached)),
    causes: 1,
    group: oneGroup(timed.length),
  }
  return survivalQuantile(kaplanMeier(tablesByGroup(followUpOf(sample))[0]!), 0.5).estimate
}

/** Contacts before a day and from it: such as the day when the way of working was changed. */
export const splitAt = (contacts: readonly TimedContact[], day: Day) => ({
  before: contacts.filter(({ contactOn }) => contactOn < day),
  after: contacts.filter(({ contactOn }) => contactOn >= day),
})
