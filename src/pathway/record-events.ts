import { isDeepStrictEqual } from 'node:util'
import { logEntry } from '../access/audit-log.ts'
import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { lockWays } from '../register/lock-register.ts'
import { ok, refuse, type Result } from '../values/result.ts'
import { type ContextRefusal, refusedByContext } from './context-rules.ts'
import { laterThan } from './day-order.ts'
import type { PathEvent, Proposal } from './event.ts'
import { appendEvents, faultOf, loadEvents, loadMembers, lockHouseholds } from './event-store.queries.ts'
import { type PathRefusal, refusedByPath } from './legal.ts'
import type { Path } from './path.ts'
import { project } from './projection.queries.ts'
import { proceed, replay } from './replay.ts'
import { type Actor, contextOf, endOf, type World } from './world.ts'

export type Recording = {
  householdId: number
  proposal: Proposal
  actor: Actor
  /** The last event that the sender had seen. Left out: whatever has happened since does not matter. */
  seen?: number
}

export type CannotRecord =
  | { kind: Exclude<PathRefusal, 'before-what-it-goes-on'> | ContextRefusal | 'no-such-household' | 'joined-since' }
  | { kind: 'malformed'; found: string }
  /** What happened after the day that was given, and must have come first. */
  | { kind: 'before-what-it-goes-on'; later: PathEvent | null }
  /** Somebody else was first: what they recorded since. */
  | { kind: 'changed-since'; since: PathEvent[] }

export type Recorded = { path: Path; events: PathEvent[] }
export type RefusedRecording = CannotRecord & { householdId: number }

type Options = {
  municipalityId: number
  world: World
  now: Date
  today: Day
  /** What the log calls it. */
  action: string
  userId: number | null
  /** The events happened long ago and are written at once: moving in, or a made-up municipality. */
  isHistory?: boolean
  /**
   * Is told of each recording that is refused, which is then left out; without it one refusal refuses all.
   * For bulk changes with one event to a household: the others do not wait for the one that cannot.
   */
  onRefusal?: (refusal: RefusedRecording) => void
}

/** What is known of one household while events are recorded. */
type Page = { scope: number; memberIds: number[]; before: PathEvent[]; path: Path; added: PathEvent[] }
type Book = Map<number, Page>

/**
 * Records events in the order given, all of them or none: load, decide, append, bring what follows up to date, log.
 *
 * Runs in a transaction that sees the whole municipality: whether the user may come near each household has been asked
 * before, under the user's own row level security.
 */
export async function recordEvents(
  tx: Tx,
  recordings: readonly Recording[],
  options: Options,
): Promise<Result<Map<number, Recorded>, RefusedRecording>> {
  const ids = [...new Set(recordings.map(({ householdId }) => householdId))]
  const book = await openBook(tx, options.municipalityId, ids)
  const again = new Set([...book].flatMap(([id, page]) => (isSentAgain(page, id, recordings) ? [id] : [])))
  for (const recording of recordings) {
    if (again.has(recording.householdId)) continue
    const page = book.get(recording.householdId)
    const refusal = page ? judge(page, recording, options) : ({ kind: 'no-such-household' } as const)
    if (page && !refusal) write(page, recording, options)
    if (!refusal) continue
    const told = { ...refusal, householdId: recording.householdId }
    if (!options.onRefusal) return refuse(told)
    options.onRefusal(told)
  }
  const changed = [...book]
    .filter(([, { added }]) => added.length > 0)
    .map(([householdId, { scope, path, added }]) => ({ householdId, scope, path, events: added }))
  await appendEvents(tx, options.municipalityId, changed)
  await project(tx, options.municipalityId, changed, options.world)
  await logEntry(tx, {
    municipalityId: options.municipalityId,
    userId: options.userId,
    action: options.action,
    subject: ids.length === 1 ? `household ${ids[0]}` : 'households',
    householdIds: ids,
    detail: { kinds: [...new Set(recordings.map(({ proposal }) => proposal.kind))] },
  })
  return ok(new Map(changed.map(({ householdId, path, events }) => [householdId, { path, events }])))
}

/** A page for each household that exists, locked against other writers until the transaction ends. */
async function openBook(tx: Tx, municipalityId: number, ids: readonly number[]): Promise<Book> {
  await lockWays(tx, municipalityId, 'to-record')
  const scopes = await lockHouseholds(tx, municipalityId, ids)
  const known = await loadEvents(tx, municipalityId, ids)
  const members = await loadMembers(tx, municipalityId, ids)
  return new Map(
    [...scopes].map(([id, scope]) => {
      const before = known.get(id) ?? []
      return [id, { scope, memberIds: members.get(id) ?? [], before, path: replay(before), added: [] }]
    }),
  )
}

/**
 * Whether all that is sent to a household stands there already as the sender's own, recorded since the last event seen:
 * the answer was lost on the way, and the same was sent once more. Then it is done, and is not done twice.
 */
function isSentAgain({ before }: Page, id: number, recordings: readonly Recording[]): boolean {
  const sent = recordings.filter(({ householdId }) => householdId === id)
  const seen = sent[0]?.seen
  if (seen === undefined) return false
  const unseen = before.filter(({ sequence }) => sequence > seen)
  const isSame = (event: PathEvent | undefined, { proposal, actor }: Recording) => {
    if (!event || event.by !== actor.id) return false
    const { kind, personId, concerns, on, body } = event
    return isDeepStrictEqual({ kind, personId, concerns, on, body }, proposal)
  }
  return unseen.some((_, from) => sent.every((each, at) => isSame(unseen[from + at], each)))
}

function judge(
  { scope, memberIds, before, path }: Page,
  { householdId, proposal, actor, seen }: Recording,
  { world, today, isHistory }: Options,
): CannotRecord | null {
  const household = { id: householdId, scope, memberIds }
  // A history that is written at once is judged, and dated, by the day that each thing happened.
  // Whose household it was then is not known: whoever recorded worked with it, but for a coach.
  const then: Actor = isHistory && actor.role !== 'coach' ? { ...actor, units: 'all' } : actor
  const context = contextOf(world, then, household, isHistory ? proposal.on : today)
  return (
    conflict(before, proposal, seen) ??
    malformed(proposal) ??
    kindOnly(refusedByContext(path, proposal, context)) ??
    byPath(path, proposal)
  )
}

function write(page: Page, { householdId, proposal, actor }: Recording, { world, now, isHistory }: Options): void {
  const recordedAt = isHistory ? `${proposal.on}T12:00:00.000Z` : now.toISOString()
  const event = { ...proposal, sequence: page.path.sequence + 1, by: actor.id, recordedAt } as PathEvent
  page.added.push(event)
  // What was undone leaves no trace: the way is told anew from the beginning.
  if (event.kind === 'undone') page.path = replay([...page.before, ...page.added])
  else proceed(page.path, event)
  occupy(world, householdId, event)
}

function byPath(path: Path, proposal: Proposal): CannotRecord | null {
  const kind = refusedByPath(path, proposal)
  return kind === 'before-what-it-goes-on' ? { kind, later: laterThan(path, proposal) } : kindOnly(kind)
}

const kindOnly = <Kind extends string>(kind: Kind | null): { kind: Kind } | null => (kind ? { kind } : null)

function malformed({ kind, body }: Proposal): CannotRecord | null {
  const found = faultOf(kind, body)
  return found === null ? null : { kind: 'malformed', found }
}

/**
 * Two who write on the same thing: the second is shown what the first wrote. Other events do not stand in the way.
 * A reference to an event of the same sending counts on from the last one seen, so that nothing may have come in between.
 *
 * `events` are those that were known before the sending.
 */
function conflict(events: readonly PathEvent[], proposal: Proposal, seen: number | undefined): CannotRecord | null {
  if (seen === undefined) return null
  const unseen = events.filter(({ sequence }) => sequence > seen)
  if (unseen.length > 0 && proposal.concerns !== null && proposal.concerns > seen)
    return { kind: 'changed-since', since: unseen }
  const overtakers = overtakenBy[proposal.kind] ?? []
  const since = unseen.filter(
    (event) => overtakers.includes(event.kind) && threadOf(event) === threadOf({ ...proposal, sequence: 0 }),
  )
  return since.length > 0 ? { kind: 'changed-since', since } : null
}

/** What makes an event stale: it says anew, or approves, what somebody else has said anew since. All else is said beside each other. */
const overtakenBy: Partial<Record<Proposal['kind'], readonly Proposal['kind'][]>> = {
  'mapping-saved': ['mapping-saved'],
  'plan-saved': ['plan-saved', 'plan-approved'],
  'plan-approved': ['plan-saved'],
  'next-step-set': ['next-step-set'],
  'caseworker-assigned': ['caseworker-assigned'],
}

/** What an event is a word on: the thing it goes on with, or the person. */
const threadOf = ({ concerns, personId }: Proposal & { sequence: number }): string =>
  concerns === null ? `person ${personId}` : `event ${concerns}`

/** What was just booked or filled is not free for the next in the same go. */
function occupy(world: World, householdId: number, event: PathEvent): void {
  if (event.kind === 'meeting-booked') {
    const { coach, at, minutes } = event.body
    world.taken.push({ coach, from: at, until: endOf(at, minutes), householdId })
  }
  if (event.kind === 'intervention-started' && event.body.group)
    world.started.set(event.body.group, (world.started.get(event.body.group) ?? 0) + 1)
}
