import { readColumns } from '../database/read-columns.ts'
import type { Tx } from '../database/transaction.ts'
import type { EventKind } from './event-bodies.ts'
import type { PathEvent } from './event.ts'
import { loadEvents } from './event-store.queries.ts'

/** What was made of each household's events, by its id. */
export type WaysOf<Value> = (tx: Tx, municipalityId: number) => Promise<Map<number, Value>>

type Remembered<Value> = { sequence: number; changedAt: number; value: Value }

/**
 * Gives what `make` makes of the events of some kinds, of every household that there is for the one who asks.
 *
 * Events are never changed, so that what was made once holds until the household has a new event; only what is new is fetched.
 * Which households there are is asked anew each time, under the asker's own row level security. The same answer is the same map,
 * so that what is gathered from all the ways can be kept by it.
 */
export function rememberWays<Value>(
  kinds: readonly EventKind[],
  make: (events: readonly PathEvent[], householdId: number) => Value,
  { protectedToo }: { protectedToo: boolean },
): WaysOf<Value> {
  const memory = new Map<number, Map<number, Remembered<Value>>>()
  const latest = new Map<string, Map<number, Value>>()
  return async (tx, municipalityId) => {
    const state = await readState(tx, municipalityId, protectedToo)
    const unchanged = latest.get(state)
    if (unchanged) return unchanged
    const known = memory.get(municipalityId) ?? new Map<number, Remembered<Value>>()
    memory.set(municipalityId, known)
    const seen = await readVersions(tx, municipalityId, protectedToo)
    const stale = staleRows(known, seen)
    const ids = stale.map((row) => seen.ids[row]!)
    const all = stale.length === seen.ids.length
    const events = await loadEvents(tx, municipalityId, all ? 'all' : ids, kinds)
    for (const row of stale) {
      const id = seen.ids[row]!
      const value = make(events.get(id) ?? [], id)
      known.set(id, { sequence: seen.sequences[row]!, changedAt: seen.changedAt[row]!, value })
    }
    const ways = new Map<number, Value>()
    for (const id of seen.ids) ways.set(id, known.get(id)!.value)
    latest.set(state, ways)
    if (latest.size > mostStates) latest.delete(latest.keys().next().value!)
    return ways
  }
}

/** So many answers are kept, the latest: those who see other units have others. */
const mostStates = 4

/**
 * What the ways that there are depend on, in a few characters: an event moves the sum of the sequences, an import that joins ways
 * or changes who may see them moves the version of the data, and the settings are those that row level security goes by.
 */
async function readState(tx: Tx, municipalityId: number, protectedToo: boolean): Promise<string> {
  const [row] = await tx.query(
    `select count(*), sum(sequence), max(changed_at)::text,
            (select version from data_version where municipality_id = $1) as facts,
            current_setting('app.units', true) as units, current_setting('app.protected_households', true) as protected
     from household_work where municipality_id = $1 ${protectedToo ? '' : 'and access_scope >= 0'}`,
    [municipalityId],
  )
  return JSON.stringify([municipalityId, row])
}

type Versions = { ids: Float64Array; sequences: Float64Array; changedAt: Float64Array }

/** The latest event of each household, and when it came: two ways that an import joined may end with the same number. */
async function readVersions(tx: Tx, municipalityId: number, protectedToo: boolean): Promise<Versions> {
  const [ids, sequences, changedAt] = await readColumns(
    tx,
    `select household_id, sequence, (extract(epoch from changed_at) * 1000000)::bigint from household_work
     where municipality_id = ${Math.trunc(municipalityId)} ${protectedToo ? '' : 'and access_scope >= 0'}`,
    3,
  )
  return { ids: ids!, sequences: sequences!, changedAt: changedAt! }
}

function staleRows<Value>(known: ReadonlyMap<number, Remembered<Value>>, { ids, sequences, changedAt }: Versions) {
  const stale: number[] = []
  for (let row = 0; row < ids.length; row++) {
    const own = known.get(ids[row]!)
    if (own?.sequence !== sequences[row] || own?.changedAt !== changedAt[row]) stale.push(row)
  }
  return stale
}
