import type { PathEvent } from './event.ts'

/** What an event is called from now on. Events of a household are named by their place, so that ways that meet are numbered anew. */
export type Renamed = { sequence: number; to: number; concerns: number | null }

export type JoinedWays = {
  /** Of the household that stays. Empty when its names are as they were. */
  kept: Renamed[]
  /** Of the household that is joined into it. */
  joined: Renamed[]
}

/**
 * Two ways as one: each in its own order, and between the two what was recorded first comes first.
 *
 * Where both have events all get names that neither has had, so that a page that was opened before cannot go on with
 * the wrong one: what it means is not found. A way that meets none keeps its names.
 */
export function joinWays(kept: readonly PathEvent[], joined: readonly PathEvent[]): JoinedWays {
  if (kept.length === 0) return { kept: [], joined: renamed(joined, (event) => event.sequence) }
  if (joined.length === 0) return { kept: [], joined: [] }
  const order = mergedOrder(kept, joined)
  const first = Math.max(lastOf(kept), lastOf(joined)) + 1
  const places = new Map(order.map((event, at) => [event, first + at]))
  const placeOf = (event: PathEvent) => places.get(event)!
  return { kept: renamed(kept, placeOf), joined: renamed(joined, placeOf) }
}

export const lastOf = (events: readonly PathEvent[]): number => events.at(-1)?.sequence ?? 0

function mergedOrder(kept: readonly PathEvent[], joined: readonly PathEvent[]): PathEvent[] {
  const order: PathEvent[] = []
  let at = 0
  for (const event of kept) {
    while (at < joined.length && joined[at]!.recordedAt < event.recordedAt) order.push(joined[at++]!)
    order.push(event)
  }
  return [...order, ...joined.slice(at)]
}

export function renamed(events: readonly PathEvent[], nameOf: (event: PathEvent) => number): Renamed[] {
  const names = new Map(events.map((event) => [event.sequence, nameOf(event)]))
  return events.map(({ sequence, concerns }) => ({
    sequence,
    to: names.get(sequence)!,
    concerns: concerns === null ? null : (names.get(concerns) ?? null),
  }))
}

type Parting = {
  /** The way as it has been together, with those that came with the household that leaves. */
  events: readonly (PathEvent & { isJoined: boolean })[]
  /** Who leaves with the household. */
  personId: number
  /** Whether nobody is left in the other household, so that nobody would find there what was said of the whole. */
  isEmptied: boolean
}

/**
 * Which events leave when a join is undone: those that came with it, what has gone on with them since, what has been said
 * since of the person who leaves, and what has been said of the household when only the joined one had a way.
 */
export function leavingEvents({ events, personId, isEmptied }: Parting): PathEvent[] {
  const last = events.findLast(({ isJoined }) => isJoined)?.sequence ?? 0
  const met = events.findLast(({ kind }) => kind === 'ways-joined')?.sequence ?? last
  const hadOwnWay = events.some(({ isJoined, sequence }) => !isJoined && sequence < met)
  const isOnlyAbout = events.every((each) => each.personId === null || each.personId === personId)
  const isAlone = last > 0 ? !hadOwnWay : isEmptied && isOnlyAbout
  const leaving = new Set<number>()
  const begunSince = ({ sequence, kind, personId: about }: PathEvent) =>
    sequence > met && kind !== 'ways-joined' && (about === null ? isAlone : about === personId && (last > 0 || isAlone))
  return events.filter((event) => {
    const follows = event.concerns === null ? begunSince(event) : leaving.has(event.concerns)
    const leaves = event.isJoined || follows
    if (leaves) leaving.add(event.sequence)
    return leaves
  })
}
