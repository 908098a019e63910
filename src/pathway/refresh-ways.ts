import type { Tx } from '../database/transaction.ts'
import { lockWays } from '../register/lock-register.ts'
import { loadEvents } from './event-store.queries.ts'
import { project } from './projection.queries.ts'
import { replay } from './replay.ts'
import { loadWorld } from './world.ts'

/**
 * Makes anew what lists and row level security read of the ways, after an import: of the households given, and of those
 * that another unit answers for than before. `'all'` when the organisation itself has changed: what a unit may be shown
 * depends on the committee that it belongs to.
 */
export async function refreshWays(tx: Tx, municipalityId: number, moved: readonly number[] | 'all'): Promise<void> {
  await lockWays(tx, municipalityId, 'to-import')
  const isMoved =
    moved === 'all'
      ? 'exists (select from path_event e where e.municipality_id = h.municipality_id and e.household_id = h.household_id)'
      : 'h.household_id = any ($2)'
  const stale = await tx.query<{ household_id: number; access_scope: number }>(
    `select h.household_id, h.access_scope from household h
     left join household_work w on w.municipality_id = h.municipality_id and w.household_id = h.household_id
     where h.municipality_id = $1 and (w.access_scope <> h.access_scope or ${isMoved})`,
    moved === 'all' ? [municipalityId] : [municipalityId, moved],
  )
  if (stale.length === 0) return
  const ids = stale.map(({ household_id }) => household_id)
  // A household whose way has moved to another has nothing that could be brought up to date.
  for (const table of ['household_work', 'sharing_ground', 'booked_time'])
    await tx.query(`delete from ${table} where municipality_id = $1 and household_id = any ($2)`, [municipalityId, ids])
  const events = await loadEvents(tx, municipalityId, ids)
  const told = stale.flatMap(({ household_id: householdId, access_scope: scope }) => {
    const said = events.get(householdId)
    return said ? [{ householdId, scope, path: replay(said) }] : []
  })
  await project(tx, municipalityId, told, await loadWorld(tx, municipalityId))
}
