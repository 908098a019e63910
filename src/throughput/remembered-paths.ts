import type { Tx } from '../database/transaction.ts'
import type { EventKind } from '../pathway/event-bodies.ts'
import { loadEvents } from '../pathway/event-store.queries.ts'
import type { Path } from '../pathway/path.ts'
import { replay } from '../pathway/replay.ts'

/** What the figures of a manager are made of: all but the days of attendance, and what is written about a person. */
const kinds = [
  'contact-registered',
  'routed',
  'meeting-booked',
  'meeting-held',
  'plan-saved',
  'plan-approved',
  'referred',
  'not-referred',
  'referral-accepted',
  'referral-returned',
  'referral-withdrawn',
  'intervention-started',
  'intervention-ended',
  'employment-started',
  'employment-ended',
  'case-closed',
  'undone',
] as const satisfies readonly EventKind[]

export type PathsOf = (tx: Tx, municipalityId: number) => Promise<Map<number, Path>>

/**
 * Gives the ways of the households that there are for the one who asks, with the events that figures are made of.
 *
 * Events are never changed, so that a way that was replayed once holds until the household has a new event; only what is new
 * is fetched. Which households there are is asked anew each time, under the asker's own row level security.
 */
export function rememberPaths(): PathsOf {
  const memory = new Map<string, { version: string; path: Path }>()
  return async (tx, municipalityId) => {
    const rows = await tx.query<{ household_id: number; version: string }>(
      `select household_id, sequence || ' ' || extract(epoch from changed_at) as version from household_work
       where municipality_id = $1 and access_scope >= 0`,
      [municipalityId],
    )
    const keyOf = (householdId: number) => `${municipalityId} ${householdId}`
    const stale = rows.filter(({ household_id, version }) => memory.get(keyOf(household_id))?.version !== version)
    const ids = stale.map((row) => row.household_id)
    const events = await loadEvents(tx, municipalityId, stale.length === rows.length ? 'all' : ids, kinds)
    for (const { household_id, version } of stale)
      memory.set(keyOf(household_id), { version, path: replay(events.get(household_id) ?? []) })
    return new Map(rows.map(({ household_id }) => [household_id, memory.get(keyOf(household_id))!.path]))
  }
}
