import { physicianStepsAfter } from '../parameters/code-lists/casework.ts'
import { laterThan } from './day-order.ts'
import type { EventKind } from './event-bodies.ts'
import { afterClosing, eventRules, type Proposal, type ProposalOf } from './event.ts'
import {
  approvedVersion,
  closureOf,
  currentProject,
  groundsOn,
  isInForce,
  isOpenReferral,
  type Path,
  type Referral,
} from './path.ts'

/** Why an event cannot follow on what has happened. The Swedish words stand in pathway.text.ts. */
export const pathRefusals = [
  'nothing-to-go-on',
  'case-closed',
  'before-what-it-goes-on',
  'already-routed',
  'reason-needed',
  'meeting-not-open',
  'already-booked',
  'ground-not-open',
  'ground-ends-before-it-begins',
  'mapping-exists',
  'mapping-empty',
  'plan-exists',
  'plan-empty',
  'already-approved',
  'plan-not-approved',
  'already-referred',
  'referral-not-sent',
  'referral-not-open',
  'not-accepted',
  'not-started',
  'not-ended',
  'goals-unanswered',
  'interview-answered',
  'interview-unanswered',
  'wrong-step',
  'concern-answered',
  'employment-ended',
  'in-a-project',
  'not-in-the-project',
  'intervention-open',
  'already-closed',
  'ways-sorted',
] as const
export type PathRefusal = (typeof pathRefusals)[number]

/**
 * Whether an event may follow on the way so far: null, or why not. Pure, and the only place where it is decided.
 *
 * Knows the way and nothing else; who asks, the calendar and what is free are judged in `context-rules.ts`.
 */
export function refusedByPath(path: Path, proposal: Proposal): PathRefusal | null {
  const rule = eventRules[proposal.kind]
  if (proposal.kind !== 'undone') {
    const before = path.events.find(({ sequence }) => sequence === proposal.concerns)
    if (proposal.concerns === null ? !rule.begins : !before || !rule.concerns.includes(before.kind) || !opens(before))
      return 'nothing-to-go-on'
    if (before && before.personId !== proposal.personId) return 'nothing-to-go-on'
    if (closureOf(path) && !afterClosing.has(proposal.kind)) return 'case-closed'
  }
  const judge = judges[proposal.kind] as Judge<EventKind> | undefined
  return judge?.(path, proposal as ProposalOf<EventKind>) ?? (laterThan(path, proposal) && 'before-what-it-goes-on')
}

/** A later version of a plan or a mapping opened nothing: what goes on, goes on with the first. */
const opens = ({ kind, concerns }: Proposal): boolean => concerns === null || !eventRules[kind].concerns.includes(kind)

type Judge<Kind extends EventKind> = (path: Path, proposal: ProposalOf<Kind>) => PathRefusal | null
type Judges = { [Kind in EventKind]?: Judge<Kind> }

const judges: Judges = {
  routed: (path, { concerns, body }) => {
    if (find(path.contacts, concerns).routed) return 'already-routed'
    return body.destination !== body.suggested && !body.overrideReason ? 'reason-needed' : null
  },
  'consent-given': (_, { on, body }) => (body.until <= on ? 'ground-ends-before-it-begins' : null),
  'consent-withdrawn': (path, { concerns, on }) =>
    groundsOn(path, on).some(({ id }) => id === concerns) ? null : 'ground-not-open',
  'meeting-booked': (path, { personId }) =>
    path.meetings.some((meeting) => meeting.personId === personId && meeting.state.kind === 'booked')
      ? 'already-booked'
      : null,
  'meeting-held': meetingOpen,
  'meeting-missed': meetingOpen,
  'meeting-cancelled': meetingOpen,
  'mapping-saved': (path, { concerns, personId, body }) => {
    if (body.complete && !Object.values(body.answers).some(isAnswered)) return 'mapping-empty'
    const isBegun = path.mappings.some(
      (mapping) =>
        mapping.personId === personId && mapping.latest.body.method === body.method && mapping.completedOn === null,
    )
    return concerns === null && isBegun ? 'mapping-exists' : null
  },
  'plan-saved': (path, { concerns, personId, body }) =>
    concerns === null && path.plans.some((plan) => plan.personId === personId && plan.latest.body.kind === body.kind)
      ? 'plan-exists'
      : null,
  'plan-approved': (path, { concerns }) => {
    const plan = find(path.plans, concerns)
    // A plan from before a closing is approved anew as it stands, when the household has come back.
    if (approvedVersion(plan) === plan.latest && isInForce(plan)) return 'already-approved'
    const { goals, activities } = plan.latest.body
    return goals.length === 0 || activities.length === 0 ? 'plan-empty' : null
  },
  'follow-up-held': (path, { concerns }) => (approvedVersion(find(path.plans, concerns)) ? null : 'plan-not-approved'),
  referred: (path, { personId, body }) =>
    path.referrals.some(
      (each) => each.personId === personId && each.said.intervention === body.intervention && isOpenReferral(each),
    )
      ? 'already-referred'
      : null,
  'referral-accepted': sent,
  'referral-returned': sent,
  'referral-withdrawn': (path, { concerns }) =>
    ['sent', 'accepted'].includes(find(path.referrals, concerns).state.kind) ? null : 'referral-not-open',
  'intervention-started': (path, { concerns }) =>
    find(path.referrals, concerns).state.kind === 'accepted' ? null : 'not-accepted',
  'attendance-recorded': started,
  'concern-raised': (path, { concerns }) =>
    ['accepted', 'started'].includes(find(path.referrals, concerns).state.kind) ? null : 'not-accepted',
  'concern-answered': (path, { concerns }) => {
    const all = path.referrals.flatMap((referral) => referral.concerns)
    return all.find(({ raised }) => raised.sequence === concerns)?.answered ? 'concern-answered' : null
  },
  'progression-rated': (path, { concerns }) =>
    ['started', 'ended'].includes(find(path.referrals, concerns).state.kind) ? null : 'not-started',
  'physician-step': (path, { concerns, body }) => {
    const referral = find(path.referrals, concerns)
    if (referral.state.kind !== 'started') return 'not-started'
    const last = referral.physicianSteps.at(-1)?.body.step ?? null
    return physicianStepsAfter[last ?? 'none'].includes(body.step) ? null : 'wrong-step'
  },
  'intervention-ended': (path, { concerns, body }) => {
    const referral = find(path.referrals, concerns)
    if (referral.state.kind !== 'started') return 'not-started'
    return sameGoals(referral, body.goals) ? null : 'goals-unanswered'
  },
  'exit-interview': (path, { concerns, body }) => {
    const { state, exitInterview } = find(path.referrals, concerns)
    if (state.kind !== 'ended') return 'not-ended'
    if (exitInterview && exitInterview.body.state !== 'offered') return 'interview-answered'
    return body.state === 'held' && body.overall === undefined ? 'interview-unanswered' : null
  },
  'employment-ended': (path, { concerns }) => (find(path.employments, concerns).ended ? 'employment-ended' : null),
  'project-joined': (path) => (currentProject(path) ? 'in-a-project' : null),
  'project-left': (path, { concerns }) => (currentProject(path)?.id === concerns ? null : 'not-in-the-project'),
  'case-closed': (path) => {
    if (closureOf(path)) return 'already-closed'
    return path.referrals.some(({ state }) => state.kind === 'started') ? 'intervention-open' : null
  },
  'ways-sorted': (path, { concerns }) => (find(path.joins, concerns).sorted ? 'ways-sorted' : null),
  // Kept with the person that the event is about, so that it reaches whoever saw the event.
  undone: (path, { concerns, personId }) =>
    path.events.some((event) => event.sequence === concerns && event.personId === personId) ? null : 'nothing-to-go-on',
}

const isAnswered = ({ text, level }: { text: string; level?: number }): boolean =>
  text.trim() !== '' || level !== undefined

function meetingOpen(path: Path, { concerns }: Pick<Proposal, 'concerns'>): PathRefusal | null {
  return find(path.meetings, concerns).state.kind === 'booked' ? null : 'meeting-not-open'
}

function sent(path: Path, { concerns }: Pick<Proposal, 'concerns'>): PathRefusal | null {
  return find(path.referrals, concerns).state.kind === 'sent' ? null : 'referral-not-sent'
}

function started(path: Path, { concerns }: Pick<Proposal, 'concerns'>): PathRefusal | null {
  return find(path.referrals, concerns).state.kind === 'started' ? null : 'not-started'
}

/** Every goal of the referral is answered, each once. */
function sameGoals(referral: Referral, answered: readonly { goal: string }[]): boolean {
  const wanted = referral.said.goals.map(({ key }) => key).sort()
  const found = answered.map(({ goal }) => goal).sort()
  return wanted.length === found.length && wanted.every((key, at) => key === found[at])
}

function find<Thing extends { id: number }>(things: readonly Thing[], id: number | null): Thing {
  const found = things.find((thing) => thing.id === id)
  // What opened the thing stands among the events: that was asked above.
  if (!found) throw new Error(`The event ${id} opened nothing`)
  return found
}
