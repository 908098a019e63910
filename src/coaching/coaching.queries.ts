import type { Tx } from '../database/transaction.ts'

/**
 * Households with something sent to, or booked with, some units. Row level security decides which there are.
 * `'all'` is for those who see every unit.
 */
export async function listCoachedHouseholds(
  tx: Tx,
  municipalityId: number,
  units: readonly string[] | 'all',
): Promise<Map<number, { scope: number }>> {
  const rows = await tx.query<{ household_id: number; access_scope: number }>(
    `select h.household_id, h.access_scope from household h
     where h.municipality_id = $1 and exists (
       select from path_event e
       where e.municipality_id = h.municipality_id and e.household_id = h.household_id
         and e.kind in ('referred', 'meeting-booked') ${units === 'all' ? '' : `and e.body ->> 'unit' = any ($2)`})
     order by h.household_id`,
    units === 'all' ? [municipalityId] : [municipalityId, units],
  )
  return new Map(rows.map(({ household_id, access_scope }) => [household_id, { scope: access_scope }]))
}

/** Names by person, of those who belong or belonged to some households. */
export async function listNames(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx.query<{ person_id: number; name: string }>(
    `select distinct d.person_id, d.name from household_member m
     join person_detail d on d.municipality_id = m.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
     where m.municipality_id = $1 and m.household_id = any ($2) and m.known_until = 'infinity' and d.name is not null`,
    [municipalityId, householdIds],
  )
  return new Map(rows.map(({ person_id, name }) => [person_id, name]))
}

/** Everybody who has worked in Utfall, by user id. */
export async function listStaff(tx: Tx, municipalityId: number): Promise<Map<number, string>> {
  const rows = await tx.query<{ user_id: number; name: string }>(
    'select user_id, name from app_user where municipality_id = $1',
    [municipalityId],
  )
  return new Map(rows.map(({ user_id, name }) => [user_id, name]))
}
