import { logEntry } from '../access/audit-log.ts'
import type { Tx } from '../database/transaction.ts'
import { lockWays } from '../register/lock-register.ts'
import { moveCases } from '../register/move-cases.ts'
import { moveMemberships } from '../register/move-memberships.ts'
import { dayInSweden } from '../values/day.ts'
import { appendEvents, loadEvents } from './event-store.queries.ts'
import { moveDrafts } from './drafts.queries.ts'
import type { PathEvent } from './event.ts'
import { closeFacts, findMoves, joinedSequences, type Move, renameEvents } from './join-ways.queries.ts'
import { joinWays, lastOf, leavingEvents, type Renamed, renamed } from './join-ways.ts'
import { closureOf } from './path.ts'
import { replay } from './replay.ts'

/**
 * Lets the way of a household that was registered here follow its person into the household of the case system,
 * once a file has the person as main applicant there, in whatever order the files came; and back again when that import is undone.
 *
 * The household made here is then closed as from the latest import. Where both have a way the two become one, told in the
 * order in which they were recorded, and say so by an event, so that a caseworker goes through what they have double.
 * Runs after every import, before the scopes of access are brought up to date. Gives the households whose ways were moved.
 */
export async function joinOwnHouseholds(tx: Tx, municipalityId: number, now: Date): Promise<number[]> {
  await lockWays(tx, municipalityId, 'to-import')
  const changed = new Set<number>()
  for (const move of await findMoves(tx, municipalityId)) {
    const ways = await loadWays(tx, municipalityId, move)
    const isMoved = move.holds
      ? await join(tx, municipalityId, move, ways, now)
      : await part(tx, municipalityId, move, ways, now)
    if (!isMoved) continue
    changed.add(move.ownId).add(move.otherId)
    const [from, to] = move.holds ? [move.ownId, move.otherId] : [move.otherId, move.ownId]
    if (move.holds || move.isEmptied) {
      await moveMemberships(tx, municipalityId, from, to)
      await moveCases(tx, municipalityId, from, to)
    }
    await logEntry(tx, {
      municipalityId,
      userId: null,
      action: move.holds ? 'household-joined' : 'household-parted',
      subject: `household ${move.holds ? move.otherId : move.ownId}`,
      householdIds: [move.ownId, move.otherId],
      detail: {},
    })
  }
  return [...changed]
}

type Ways = { own: PathEvent[]; other: PathEvent[] }

async function loadWays(tx: Tx, municipalityId: number, { ownId, otherId }: Move): Promise<Ways> {
  const events = await loadEvents(tx, municipalityId, [ownId, otherId])
  return { own: events.get(ownId) ?? [], other: events.get(otherId) ?? [] }
}

async function join(tx: Tx, municipalityId: number, move: Move, { own, other }: Ways, now: Date): Promise<boolean> {
  const { ownId, otherId } = move
  const { kept, joined } = joinWays(other, own)
  await renameEvents(tx, municipalityId, otherId, otherId, kept)
  await renameEvents(tx, municipalityId, ownId, otherId, joined, ownId)
  if (own.length > 0 && other.length > 0) {
    const stillOpen = [own, other].some((events) => closureOf(replay(events)) === null)
    const names = [...kept, ...joined].map(({ to }) => to)
    await tell(tx, municipalityId, otherId, now, {
      kind: 'ways-joined',
      sequence: Math.max(...names) + 1,
      concerns: null,
      body: { from: move.ownKey, stillOpen },
    })
  }
  await moveDrafts(tx, municipalityId, [
    { from: otherId, to: otherId, names: namesOf(kept), withHousehold: true },
    { from: ownId, to: otherId, names: namesOf(joined), withHousehold: true },
  ])
  await closeFacts(tx, municipalityId, ownId)
  return true
}

async function part(tx: Tx, municipalityId: number, move: Move, { other }: Ways, now: Date): Promise<boolean> {
  const { ownId, otherId, personId, isEmptied } = move
  const joined = await joinedSequences(tx, municipalityId, otherId, ownId)
  const events = other.map((event) => ({ ...event, isJoined: joined.has(event.sequence) }))
  const leaving = new Set(leavingEvents({ events, personId, isEmptied }).map(({ sequence }) => sequence))
  if (leaving.size === 0) return false
  const inOrder = (those: readonly PathEvent[]) => {
    const places = new Map(those.map((event, at) => [event, at + 1]))
    return renamed(those, (event) => places.get(event)!)
  }
  const left = inOrder(other.filter(({ sequence }) => leaving.has(sequence)))
  const kept = inOrder(other.filter(({ sequence }) => !leaving.has(sequence)))
  await renameEvents(tx, municipalityId, otherId, ownId, left, null)
  await renameEvents(tx, municipalityId, otherId, otherId, kept)
  const met = other.findLast((event) => event.kind === 'ways-joined' && event.body.from === move.ownKey)
  const name = met && kept.find(({ sequence }) => sequence === met.sequence)?.to
  if (name) {
    const sequence = lastOf((await loadWays(tx, municipalityId, move)).other) + 1
    await tell(tx, municipalityId, otherId, now, { kind: 'undone', sequence, concerns: name, body: {} })
  }
  await moveDrafts(tx, municipalityId, [
    { from: otherId, to: ownId, names: namesOf(left), withHousehold: kept.length === 0 },
    { from: otherId, to: otherId, names: namesOf(kept), withHousehold: true },
  ])
  return true
}

const namesOf = (renames: readonly Renamed[]) => new Map(renames.map(({ sequence, to }) => [sequence, to]))

/** What the register itself says of a household's way; the scope is brought up to date after it. */
const tell = (
  tx: Tx,
  municipalityId: number,
  householdId: number,
  now: Date,
  said: Pick<PathEvent, 'kind' | 'sequence' | 'concerns' | 'body'>,
): Promise<void> => {
  const event = { ...said, personId: null, on: dayInSweden(now), by: null, recordedAt: now.toISOString() } as PathEvent
  return appendEvents(tx, municipalityId, [{ householdId, scope: 0, events: [event] }])
}
