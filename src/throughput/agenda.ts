import type { EventBody, EventKind } from '../pathway/event-bodies.ts'
import { closureOf, followUpDue, isOpenReferral, type Path } from '../pathway/path.ts'
import { coachDestinations } from '../pathway/seven-day-promise.ts'
import { workRow } from '../pathway/work-row.ts'
import { addDays, type Day } from '../values/day.ts'

/** Why a household is on the agenda, the most urgent first. A household stands in the first group that any of its reasons gives. */
export const agendaGroups = ['overdue', 'promised', 'new', 'changed'] as const
export type AgendaGroup = (typeof agendaGroups)[number]

export type TableDecision = EventBody<'table-decided'>

/** One reason. `personId` null: about the whole household. */
export type AgendaReason = { personId: number | null; on: Day } & (
  | { kind: 'follow-up-late' | 'promise-late' | 'referral-unanswered' | 'new-contact' | 'new-referral' }
  | { kind: 'decision-due'; decision: TableDecision }
  | { kind: 'changed'; event: EventKind }
)

/** The group that a reason belongs to. */
export const groupOf: Record<AgendaReason['kind'], AgendaGroup> = {
  'follow-up-late': 'overdue',
  'promise-late': 'overdue',
  'referral-unanswered': 'overdue',
  'decision-due': 'promised',
  'new-contact': 'new',
  'new-referral': 'new',
  changed: 'changed',
}

/** Days within which a referral is to be answered before it is talked of. */
export const answeredWithinDays = 7

/** What the parties want to hear of. Attendance day by day, notes and bookings are not among it. */
const changes: ReadonlySet<EventKind> = new Set<EventKind>([
  'work-ability-assessed',
  'meeting-held',
  'meeting-missed',
  'employment-service-status',
  'plan-approved',
  'follow-up-held',
  'not-referred',
  'referral-accepted',
  'referral-returned',
  'referral-withdrawn',
  'intervention-started',
  'concern-raised',
  'physician-step',
  'intervention-ended',
  'employment-started',
  'employment-ended',
  'case-closed',
])

type Options = {
  today: Day
  /** When the last meeting was over, ISO 8601: what was recorded later is news. */
  since: string
}

/** Why a household is on the agenda of the weekly table; empty when it is not. Of a way that is seen in part, the part that is seen decides. */
export function agendaReasons(path: Path, options: Options): AgendaReason[] {
  if (!wasAtTable(path)) return []
  const news = newsOf(path, options)
  // A closed case is told of once.
  if (closureOf(path)) return news.filter(({ kind }) => kind === 'changed')
  return [...(isAtTable(path) ? overdueOf(path, options) : []), ...promisedOf(path, options), ...news]
}

/** The group of a household with these reasons. */
export const agendaGroup = (reasons: readonly AgendaReason[]): AgendaGroup | null =>
  agendaGroups.find((group) => reasons.some(({ kind }) => groupOf[kind] === group)) ?? null

/** The parties hear what becomes of those who are or were on their way to a coach or an intervention. */
const wasAtTable = ({ contacts, referrals, meetings, tableDecisions }: Path): boolean =>
  referrals.length > 0 || meetings.length > 0 || tableDecisions.length > 0 || contacts.some(isToCoach)

/** What is late is talked of while more than one party has a part in it: someone is referred, booked, or promised a coach. */
const isAtTable = (path: Path): boolean =>
  path.referrals.some(isOpenReferral) ||
  path.meetings.some(({ state }) => state.kind === 'booked') ||
  workRow(path).promised_by !== null

const isToCoach = ({ routed }: Path['contacts'][number]): boolean =>
  routed !== null && coachDestinations.includes(routed.body.destination)

function overdueOf(path: Path, { today }: Options): AgendaReason[] {
  const { promised_by: promisedBy, coach_met_on: metOn } = workRow(path)
  const contact = path.contacts.at(-1)
  return [
    ...path.plans.flatMap((plan): AgendaReason[] => {
      const due = followUpDue(plan)
      return due !== null && due < today ? [{ kind: 'follow-up-late', personId: plan.personId, on: due }] : []
    }),
    ...(contact && promisedBy !== null && promisedBy < today && metOn === null
      ? [{ kind: 'promise-late' as const, personId: contact.personId, on: promisedBy }]
      : []),
    ...path.referrals
      .filter(({ state, on }) => state.kind === 'sent' && addDays(on, answeredWithinDays) < today)
      .map(({ personId, on }): AgendaReason => ({ kind: 'referral-unanswered', personId, on })),
  ]
}

/**
 * What the household's latest meeting before today promised for today or before. A later decision takes its place;
 * one of today does not, so that nothing leaves the agenda while the parties sit over it.
 */
function promisedOf({ tableDecisions }: Path, { today }: Options): AgendaReason[] {
  const before = tableDecisions.filter(({ on }) => on < today)
  const latest = before.at(-1)?.on
  return before
    .filter(({ on, body }) => on === latest && body.due !== undefined && body.due <= today)
    .map(({ body }) => ({ kind: 'decision-due', personId: null, on: body.due as Day, decision: body }))
}

function newsOf(path: Path, { since }: Options): AgendaReason[] {
  const late = path.events.filter(({ recordedAt }) => recordedAt > since)
  const sequences = new Set(late.map(({ sequence }) => sequence))
  return [
    ...path.contacts
      .filter((contact) => isToCoach(contact) && sequences.has(contact.routed!.sequence))
      .map(({ personId, on }): AgendaReason => ({ kind: 'new-contact', personId, on })),
    ...path.referrals
      .filter(({ id }) => sequences.has(id))
      .map(({ personId, on }): AgendaReason => ({ kind: 'new-referral', personId, on })),
    ...late
      .filter(({ kind }) => changes.has(kind))
      .map(({ kind, personId, on }): AgendaReason => ({ kind: 'changed', event: kind, personId, on })),
  ]
}
