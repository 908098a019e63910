import type { Role } from '../access/permissions.ts'
import { addDays, type Day, dayInSweden } from '../values/day.ts'
import type { EventKind } from './event-bodies.ts'
import { eventRules, type PathEvent, type Proposal, type ProposalOf } from './event.ts'
import { refusedByPath } from './legal.ts'
import { groundsOn, type Path } from './path.ts'
import { proceed, replay } from './replay.ts'
import { openScopes, scopeOf, sightOf } from './secrecy.ts'

/** Why somebody may not record an event, though it could follow on the way. */
export const contextRefusals = [
  'not-your-role',
  'not-a-member',
  'in-the-future',
  'too-long-ago',
  'no-such-unit',
  'no-such-intervention',
  'no-such-project',
  'not-your-unit',
  'no-ground-to-share',
  'time-taken',
  'group-full',
  'no-such-caseworker',
  'no-such-coach',
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
  /** Keys of what somebody may be referred to, and of the projects that a household may join. */
  interventions: ReadonlySet<string>
  projects: ReadonlySet<string>
  /** Codes of everybody who may have households. */
  caseworkers: ReadonlySet<string>
  /** Ids of the users who are coaches and still work here. */
  coaches: ReadonlySet<number>
  /** Whether somebody else's meeting stands in the way. */
  isTimeTaken: (coach: number, at: string, minutes: number) => boolean
  /** Places left in a group of an intervention; null when it has no limit. */
  placesLeft: (group: string) => number | null
}

/** Ten years: what is dated before that is a slip in the year, and would make every lead time wrong. */
const longAgoDays = 3653

/** Whether this user may record this event today: null, or why not. */
export function refusedByContext(path: Path, proposal: Proposal, context: Context): ContextRefusal | null {
  if (!eventRules[proposal.kind].roles.includes(context.user.role)) return 'not-your-role'
  if (context.isOutsider && !isOpenToOutsider(path, proposal, context)) return 'not-your-unit'
  if (proposal.on > context.today) return 'in-the-future'
  if (proposal.on < addDays(context.today, -longAgoDays)) return 'too-long-ago'
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
function isOpenToOutsider(path: Path, proposal: Proposal, context: Context): boolean {
  const { user, today, committeeOf, ownCommittee } = context
  const units = user.unitCodes === 'all' ? [] : user.unitCodes
  const { kind, personId, concerns } = proposal
  if (!eventRules[kind].roles.includes('coach')) return false
  const viewer = { recipients: units, ownUnits: units.filter((code) => committeeOf.get(code) === ownCommittee) }
  const open = openScopes(path, viewer, today)
  if (personId === null) return open.size > 0
  const scopes = open.get(personId)
  if (!scopes) return false
  // One's own event is taken back also where it is not shown: `refusedUndo` asks whose it is.
  if (kind === 'undone') return true
  const needed = scopeOf[kind]
  if (concerns === null) return kind === 'meeting-booked' || (needed !== undefined && scopes.has(needed))
  const before = path.events.find(({ sequence }) => sequence === concerns)
  if (!before || !sightOf(path, viewer, today)(before)) return false
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
    const refusal = refusedUnit(path, unit, proposal, context)
    if (refusal) return refusal
    if (!context.coaches.has(coach)) return 'no-such-coach'
    return context.isTimeTaken(coach, at, minutes) ? 'time-taken' : null
  },
  referred: (path, proposal, context) =>
    context.interventions.has(proposal.body.intervention)
      ? refusedUnit(path, proposal.body.unit, proposal, context)
      : 'no-such-intervention',
  'intervention-started': (_, { body }, { placesLeft }) =>
    body.group && placesLeft(body.group) === 0 ? 'group-full' : null,
  'project-joined': (_, { body }, { projects }) => (projects.has(body.project) ? null : 'no-such-project'),
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
  // What the register says of itself is taken back with the import that it followed from.
  if (event?.personId !== personId || event.kind === 'ways-joined') return 'not-yours-to-undo'
  const own = event.by === user.id && (dayInSweden(new Date(event.recordedAt)) >= today || event.on === today)
  if (!own && (user.role !== 'manager' || isOutsider)) return 'not-yours-to-undo'
  return holdsWithout(path, event) ? null : 'rests-on-it'
}

/** What is said and no more: nothing that comes after is let through, or refused, because of it. */
const bearsNothing: ReadonlySet<EventKind> = new Set<EventKind>([
  'note-written',
  'next-step-set',
  'reminder-set',
  'caseworker-assigned',
  'table-decided',
  'work-ability-assessed',
  'employment-service-status',
  'not-referred',
  'promise-explained',
  'attendance-recorded',
  'progression-rated',
])

/** Whether all that came after could have happened without the event. */
export function holdsWithout(path: Path, event: PathEvent): boolean {
  if (bearsNothing.has(event.kind)) return true
  if (path.events.some(({ concerns }) => concerns === event.sequence)) return false
  const rest = path.events.filter((each) => each !== event)
  const later = rest.findIndex(({ sequence }) => sequence > event.sequence)
  if (later < 0) return true
  const without = replay(rest.slice(0, later))
  return rest.slice(later).every((each) => {
    const isRefused = refusedByPath(without, each) !== null
    if (!isRefused) proceed(without, each)
    return !isRefused
  })
}
