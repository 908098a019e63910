import type pg from 'pg'
import type { User } from '../access/sessions.ts'
import { withTenant } from '../database/transaction.ts'
import { obstacleLabel } from '../parameters/code-lists/obstacles.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { unitNames } from '../register/households.queries.ts'
import type { Tx } from '../database/transaction.ts'
import { countProtectedOf, listHouseholds } from './target-groups.queries.ts'
import type { ListedHousehold, Unlisted } from './target-groups-view.ts'

export type ToList = Pick<ListedHousehold, 'id' | 'rank' | 'costOre' | 'months' | 'from' | 'until'>

/** Longer lists are not read. */
export const mostListed = 1000

/** The households of a list that the user may see, in its order. Reads under the user's own row level security. */
export async function listSeen(
  tx: Tx,
  { municipalityId }: User,
  wanted: readonly ToList[],
): Promise<ListedHousehold[]> {
  const listed = wanted.slice(0, mostListed)
  const found = await listHouseholds(
    tx,
    municipalityId,
    listed.map(({ id }) => id),
  )
  const units = await unitNames(tx, municipalityId)
  return listed.flatMap((each): ListedHousehold[] => {
    const row = found.get(each.id)
    if (!row) return []
    return [
      {
        ...each,
        ...{ key: row.source_key, name: row.name ?? '', children: row.children, caseworker: row.caseworker },
        unit: row.unit_code && (units.get(row.unit_code) ?? row.unit_code),
        obstacle: row.obstacle_code && obstacleLabel(row.obstacle_code),
        ...{ mappedOn: row.mapped_on, planApprovedOn: row.plan_approved_on, closedOn: row.closed_on },
      },
    ]
  })
}

/** How many of the wanted are counted and not listed, and why. */
export async function countUnlisted(
  pool: pg.Pool,
  municipalityId: number,
  wanted: readonly ToList[],
  rows: readonly ListedHousehold[],
): Promise<Unlisted> {
  const seen = new Set(rows.map(({ id }) => id))
  const missing = wanted.slice(0, mostListed).flatMap(({ id }) => (seen.has(id) ? [] : [id]))
  const protectedData = await withTenant(pool, wholeMunicipality(municipalityId), (tx) =>
    countProtectedOf(tx, municipalityId, missing),
  )
  return {
    protectedData,
    otherUnits: missing.length - protectedData,
    beyondList: Math.max(0, wanted.length - mostListed),
  }
}
