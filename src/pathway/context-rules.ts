import type { Role } from '../access/permissions.ts'
import type { Day } from '../values/day.ts'
import type { EventKind } from './event-bodies.ts'
import { eventRules, type PathEvent, type Proposal, type ProposalOf } from './event.ts'
import { refusedByPath } from './legal.ts'
import { groundsOn, type Path } from './path.ts'
import { replay } from './replay.ts'
import { openScopes, scopeOf, sightOf } from './secrecy.ts'

/** Why somebody may not record an event, though it could follow on the way. */
export const contextRefusals = [
  'not-your-role',
  'not-a-member',
  'in-the-future',
  'no-such-unit',
  'no-such-intervention',
  'not-your-unit',
  'no-ground-to-share',
  'time-taken',
  'group-full',
  'no-such-caseworker',
  'not-yours-to-undo',
  'rests-on-it',
] as const
export type ContextRefusal = (typeof contextRefusals)[number]

/** What the rules need to know of the world around the way. */
export type Context = {
  today: Day
  user: { id: number; role: Role; unitCodes: readonly string[] | 'all' }
  /** Whether the user is told of the household by grounds alone: every coach, and everybody of another committee. */
  isOutsider: boolean
  /** Persons who belong to the household, now or before. */
  memberIds: readonly number[]
  /** Units by code, with the committee (the top of the organisation) that each belongs to. */
  committeeOf: ReadonlyMap<string, string>
  /** The committee that answers for the household. */
  ownCommittee: string | null
  interventions: ReadonlySet<string>
  /** Codes of everybody who may have households. */
  caseworkers: ReadonlySet<string>
  /** Whether somebody else's meeting stands in the way. */
  isTimeTaken: (coach: number, at: string, minutes: number) => boolean
  /** Places left in a group of an intervention; null when it has no limit. */
  placesLeft: (group: string) => number | null
}

/** Whether this user may record this event today: null, or why not. */
export function refusedByContext(path: Path, proposal: Proposal, context: Context): ContextRefusal | null {
  if (!eventRules[proposal.kind].roles.includes(context.user.role)) return 'not-your-role'
  if (context.isOutsider && !isOpenToOutsider(path, proposal, context)) return 'not-your-unit'
  if (proposal.on > context.today) return 'in-the-future'
  if (proposal.personId !== null && !context.memberIds.includes(proposal.personId)) return 'not-a-member'
  if (proposal.kind !== 'undone' && (eventRules[proposal.kind].about === 'person') === (proposal.personId === null))
    return 'not-a-member'
  return refusedByKind(path, proposal, context)
}

/**
 * An outsider, whatever the role, records what a coach may: of persons whom a ground opens to the own unit, in the unit's
 * own dealings and in what the ground opens. What is not seen gets the same answer whether it is there or not, so that
 * a refusal tells nothing of it.
 */
function isOpenToOutsider(path: Path, proposal: Proposal, { user, today }: Context): boolean {
  const units = user.unitCodes === 'all' ? [] : user.unitCodes
  const { kind, personId, concerns } = proposal
  if (!eventRules[kind].roles.includes('coach')) return false
  const open = openScopes(path, units, today)
  if (personId === null) return open.size > 0
  const scopes = open.get(personId)
  if (!scopes) return false
  // One's own event is taken back also where it is not shown: `refusedUndo` asks whose it is.
  if (kind === 'undone') return true
  const needed = scopeOf[kind]
  if (concerns === null) return kind === 'meeting-booked' || (needed !== undefined && scopes.has(needed))
  const before = path.events.find(({ sequence }) => sequence === concerns)
  if (!before || !sightOf(path, units, today)(before)) return false
  const unit = unitOf(path, concerns)
  return unit === null || units.includes(unit)
}

/** The unit that a referral was sent to, or a meeting booked with: its answer is that unit's alone. */
const unitOf = (path: Path, id: number): string | null =>
  path.referrals.find((each) => each.id === id)?.said.unit ??
  path.meetings.find((each) => each.id === id)?.booked.unit ??
  null

const refusedByKind = (path: Path, proposal: Proposal, context: Context): ContextRefusal | null =>
  (judges[proposal.kind] as Judge<EventKind> | undefined)?.(path, proposal as ProposalOf<EventKind>, context) ?? null

type Judge<Kind extends EventKind> = (path: Path, proposal: ProposalOf<Kind>, context: Context) => ContextRefusal | null

const judges: { [Kind in EventKind]?: Judge<Kind> } = {
  // The employment service is a recipient without a unit of ours.
  'consent-given': (_, { body }, { committeeOf }) =>
    committeeOf.has(body.recipient) || body.recipient === employmentService ? null : 'no-such-unit',
  'meeting-booked': (path, proposal, context) => {
    const { unit, coach, at, minutes } = proposal.body
    return refusedUnit(path, unit, proposal, context) ?? (context.isTimeTaken(coach, at, minutes) ? 'time-taken' : null)
  },
  referred: (path, proposal, context) =>
    context.interventions.has(proposal.body.intervention)
      ? refusedUnit(path, proposal.body.unit, proposal, context)
      : 'no-such-intervention',
  'intervention-started': (_, { body }, { placesLeft }) =>
    body.group && placesLeft(body.group) === 0 ? 'group-full' : null,
  'caseworker-assigned': (_, { body }, { caseworkers }) =>
    body.caseworker === null || caseworkers.has(body.caseworker) ? null : 'no-such-caseworker',
  undone: refusedUndo,
}

/** The recipient of a legal ground that is no unit of the municipality. */
export const employmentService = 'AF'

/**
 * Secrecy runs between committees (OSL 8 kap. 2 §): a unit of another one is told of a person
 * only while a legal ground holds.
 */
function refusedUnit(
  path: Path,
  unit: string,
  { personId }: Pick<Proposal, 'personId'>,
  { committeeOf, ownCommittee, today }: Context,
): ContextRefusal | null {
  const committee = committeeOf.get(unit)
  if (committee === undefined) return 'no-such-unit'
  if (committee === ownCommittee) return null
  const hasGround = groundsOn(path, today).some((each) => each.recipient === unit && each.personId === personId)
  return hasGround ? null : 'no-ground-to-share'
}

/** One takes back what one recorded oneself the same day; a manager anybody's. Nothing later may rest on it. */
function refusedUndo(
  path: Path,
  { concerns, personId }: ProposalOf<'undone'>,
  { user, today, isOutsider }: Context,
): ContextRefusal | null {
  const event = path.events.find(({ sequence }) => sequence === concerns)
  if (event?.personId !== personId) return 'not-yours-to-undo'
  const own = event.by === user.id && (event.recordedAt.slice(0, 10) >= today || event.on === today)
  if (!own && (user.role !== 'manager' || isOutsider)) return 'not-yours-to-undo'
  return holdsWithout(path, event) ? null : 'rests-on-it'
}

/** Whether all that came after could have happened without the event. */
export function holdsWithout(path: Path, event: PathEvent): boolean {
  const rest = path.events.filter((each) => each !== event)
  const later = rest.findIndex(({ sequence }) => sequence > event.sequence)
  if (later < 0) return true
  return rest.slice(later).every((each, at) => refusedByPath(replay(rest.slice(0, later + at)), each) === null)
}
