import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'

/** What ends a referral or a meeting as far as a coach's day is concerned. */
const endings = ['referral-returned', 'referral-withdrawn', 'meeting-held', 'meeting-missed', 'meeting-cancelled']

/**
 * Households with something sent to, or booked with, some units. Row level security decides which there are.
 * `'all'` is for those who see every unit. With `openOn` only those where something may be open on that day: a referral
 * without a last word, a meeting then or later, or a word of concern. Where anything was taken back, that is not judged here.
 */
export async function listCoachedHouseholds(
  tx: Tx,
  municipalityId: number,
  units: readonly string[] | 'all',
  openOn: Day | null,
): Promise<Map<number, { scope: number }>> {
  const parameters: unknown[] = [municipalityId]
  const ofUnits = units === 'all' ? '' : `and e.body ->> 'unit' = any ($${parameters.push(units)})`
  const mayBeOpen = (day: Day) => `and (
    e.body ->> 'at' >= $${parameters.push(day)}
    or not exists (
      select from path_event closed
      where closed.municipality_id = e.municipality_id and closed.household_id = e.household_id
        and closed.concerns = e.sequence and (closed.kind = any ($${parameters.push(endings)})
          or closed.kind = 'exit-interview' and closed.body ->> 'state' <> 'offered'))
    or exists (
      select from path_event other
      where other.municipality_id = e.municipality_id and other.household_id = e.household_id
        and other.kind in ('concern-raised', 'undone')))`
  const rows = await tx.query<{ household_id: number; access_scope: number }>(
    `select h.household_id, h.access_scope from household h
     where h.municipality_id = $1 and exists (
       select from path_event e
       where e.municipality_id = h.municipality_id and e.household_id = h.household_id
         and e.kind in ('referred', 'meeting-booked') ${ofUnits} ${openOn ? mayBeOpen(openOn) : ''})
     order by h.household_id`,
    parameters,
  )
  return new Map(rows.map(({ household_id, access_scope }) => [household_id, { scope: access_scope }]))
}

/** Names by person, of those whose name is known. */
export async function listNames(
  tx: Tx,
  municipalityId: number,
  personIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx.query<{ person_id: number; name: string }>(
    `select person_id, name from person_detail
     where municipality_id = $1 and person_id = any ($2) and known_until = 'infinity' and name is not null`,
    [municipalityId, personIds],
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
