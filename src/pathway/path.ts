import type { Day } from '../values/day.ts'
import type { EventBody } from './event-bodies.ts'
import type { EventOf, PathEvent } from './event.ts'

/** A household's way to self-support, as its events tell it. States carry their facts. */
export type Path = {
  /** The events that stand, in order: those that were undone are left out. */
  events: PathEvent[]
  /** The sequence of the last event, undone ones included; 0 when nothing has happened. */
  sequence: number
  contacts: Contact[]
  assessments: EventOf<'work-ability-assessed'>[]
  grounds: Ground[]
  meetings: Meeting[]
  mappings: Mapping[]
  employmentService: EventOf<'employment-service-status'>[]
  plans: Plan[]
  referrals: Referral[]
  notReferred: EventOf<'not-referred'>[]
  employments: Employment[]
  projects: ProjectStay[]
  notes: EventOf<'note-written'>[]
  tableDecisions: EventOf<'table-decided'>[]
  nextStep: EventOf<'next-step-set'> | null
  reminder: EventOf<'reminder-set'> | null
  assigned: EventOf<'caseworker-assigned'> | null
  closures: Closure[]
  joins: Join[]
}

type Opened = { id: number; personId: number; on: Day }

export type Contact = Opened & {
  said: EventBody<'contact-registered'>
  routed: EventOf<'routed'> | null
  breach: EventOf<'promise-explained'> | null
}

/** A legal ground to let another unit see some of what is known of a person. */
export type Ground = Opened & EventBody<'consent-given'> & { withdrawnOn: Day | null }

export type Meeting = Opened & {
  contactId: number | null
  booked: EventBody<'meeting-booked'>
  state:
    | { kind: 'booked' }
    | { kind: 'held' | 'missed'; on: Day }
    | { kind: 'cancelled'; on: Day; reason: EventBody<'meeting-cancelled'>['reason'] }
}

export type Mapping = Opened & {
  latest: EventOf<'mapping-saved'>
  versions: EventOf<'mapping-saved'>[]
  completedOn: Day | null
}

export type Plan = Opened & {
  /** Every version saved, the latest last. */
  versions: EventOf<'plan-saved'>[]
  latest: EventOf<'plan-saved'>
  /** Approvals, each of the version that was the latest then. */
  approvals: { approved: EventOf<'plan-approved'>; version: EventOf<'plan-saved'> }[]
  followUps: EventOf<'follow-up-held'>[]
  /** The latest closing of the case, by its sequence. */
  closedAt: number | null
}

export type ReferralState =
  | { kind: 'sent' }
  | { kind: 'returned'; on: Day; reason: EventBody<'referral-returned'>['reason'] }
  | { kind: 'withdrawn'; on: Day; reason: EventBody<'referral-withdrawn'>['reason'] }
  | { kind: 'accepted'; on: Day }
  | { kind: 'started'; on: Day }
  | { kind: 'ended'; on: Day; end: EventBody<'intervention-ended'> }

/** From the referral to the intervention's end: one thread. */
export type Referral = Opened & {
  said: EventBody<'referred'>
  state: ReferralState
  acceptedOn: Day | null
  started: EventOf<'intervention-started'> | null
  attendance: EventOf<'attendance-recorded'>[]
  concerns: { raised: EventOf<'concern-raised'>; answered: EventOf<'concern-answered'> | null }[]
  progression: EventOf<'progression-rated'>[]
  physicianSteps: EventOf<'physician-step'>[]
  exitInterview: EventOf<'exit-interview'> | null
}

export type Employment = Opened & {
  referralId: number | null
  said: EventBody<'employment-started'>
  ended: EventOf<'employment-ended'> | null
}

/** A household's time in a project. Closing the case ends it too. */
export type ProjectStay = { id: number; on: Day; project: string; leftOn: Day | null }

/** The project that the household is in: one at a time (document 001-6). */
export const currentProject = (path: Path): ProjectStay | null =>
  path.projects.find(({ leftOn }) => leftOn === null) ?? null

/** `reopenedOn`: the day of the contact that opened the case again. */
export type Closure = { id: number; on: Day; said: EventBody<'case-closed'>; reopenedOn: Day | null }

/** Two ways that have become one. Until somebody has gone through them they may hold things double. */
export type Join = {
  id: number
  on: Day
  said: EventBody<'ways-joined'>
  sorted: EventOf<'ways-sorted'> | null
}

/** Whether two ways have met and nobody has gone through them yet. */
export const hasUnsortedWays = (path: Path): boolean => path.joins.some(({ sorted }) => sorted === null)

/** The closing that holds now, or null while the case is open. */
export const closureOf = (path: Path): Closure | null => {
  const last = path.closures.at(-1)
  return last && last.reopenedOn === null ? last : null
}

export const isOpenReferral = ({ state }: Referral): boolean => ['sent', 'accepted', 'started'].includes(state.kind)

/** Grounds that hold on a day: given, not yet ended and not withdrawn. */
export const groundsOn = (path: Path, day: Day): Ground[] =>
  path.grounds.filter(
    (ground) => ground.on <= day && day < ground.until && (ground.withdrawnOn === null || day < ground.withdrawnOn),
  )

/** The version of the plan that was last approved, or null. */
export const approvedVersion = (plan: Plan): EventOf<'plan-saved'> | null => plan.approvals.at(-1)?.version ?? null

/**
 * Whether the plan is approved and for the case that is open: approved, or followed up, after the latest closing.
 * A plan from before a closing is history also when the household comes back, until somebody takes it up again.
 */
export const isInForce = (plan: Plan): boolean => {
  const approval = plan.approvals.at(-1)
  const takenUpAt = Math.max(approval?.approved.sequence ?? 0, plan.followUps.at(-1)?.sequence ?? 0)
  return approval !== undefined && (plan.closedAt === null || plan.closedAt < takenUpAt)
}

/** The day that a plan in force is to be followed up, as the latest approval or follow-up says; null when none is set. */
export function followUpDue(plan: Plan): Day | null {
  const approval = plan.approvals.at(-1)
  if (!approval || !isInForce(plan)) return null
  const held = plan.followUps.at(-1)
  const isLater = held && held.sequence > approval.approved.sequence
  return ((isLater ? held.body.nextOn : approval.version.body.followUpOn) ?? null) as Day | null
}

export const personOf = (event: PathEvent): number => {
  if (event.personId === null) throw new Error(`The event ${event.kind} is about nobody`)
  return event.personId
}
