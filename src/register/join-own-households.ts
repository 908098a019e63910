import { logEntry } from '../access/audit-log.ts'
import type { Tx } from '../database/transaction.ts'

/** What the number of a household begins with that was registered here, before the case system knew of it. */
export const ownHouseholdPrefix = 'kontakt-'

/**
 * A condition on `household`: that it has not been emptied by a join. Whoever has its page open since before must not
 * write there what nobody would find.
 */
export const isNotJoined = `not (household.source_key like '${ownHouseholdPrefix}%' and not exists (
  select from household_member m where m.municipality_id = household.municipality_id
    and m.household_id = household.household_id and m.known_until = 'infinity'))`

/**
 * Lets the way of a household that was registered here follow its person into the household of the case system,
 * once a file has the person as main applicant there, in whatever order the files came; and back again when that import is undone.
 *
 * The household made here is then closed as from the latest import. Where both have a way of their own nothing is moved:
 * two histories are not made one by guessing. Runs after every import, before the scopes of access are brought up to date.
 */
export async function joinOwnHouseholds(tx: Tx, municipalityId: number): Promise<void> {
  const moves = await tx.query<{ own_id: number; from_id: number; to_id: number; holds: boolean; has_way: boolean }>(
    findMoves,
    [municipalityId, `${ownHouseholdPrefix}%`],
  )
  const reached = new Set<number>()
  for (const { own_id, from_id, to_id, holds, has_way } of moves) {
    // Two persons met apart have both led the same household: the first way takes it, the other stays where it is.
    if (has_way && reached.has(to_id)) continue
    if (has_way) reached.add(to_id)
    for (const table of ['path_event', 'household_work', 'sharing_ground', 'booked_time'])
      await tx.query(`update ${table} set household_id = $3 where municipality_id = $1 and household_id = $2`, [
        municipalityId,
        from_id,
        to_id,
      ])
    if (holds) await closeFacts(tx, municipalityId, own_id)
    await logEntry(tx, {
      municipalityId,
      userId: null,
      action: 'household-joined',
      subject: `household ${to_id}`,
      householdIds: [from_id, to_id],
      detail: {},
    })
  }
}

const findMoves = `
  with own as (
    select distinct h.household_id, m.person_id
    from household h join household_member m using (municipality_id, household_id)
    where h.municipality_id = $1 and h.source_key like $2
  ),
  found as (
    select own.household_id as own_id, m.household_id as other_id, bool_or(m.known_until = 'infinity') as holds, max(m.known_from) as since
    from own
    join household_member m on m.municipality_id = $1 and m.person_id = own.person_id and m.role = 'mainApplicant'
    join household h on h.municipality_id = $1 and h.household_id = m.household_id and h.source_key not like $2
    group by 1, 2
  ),
  chosen as (
    select distinct on (own_id) own_id, holds,
           case when holds then own_id else other_id end as from_id, case when holds then other_id else own_id end as to_id
    from found order by own_id, holds desc, since desc
  ),
  told as (
    select chosen.*,
           exists (select from path_event where municipality_id = $1 and household_id = from_id) as has_way,
           exists (select from path_event where municipality_id = $1 and household_id = to_id) as meets_way,
           exists (select from household_member where municipality_id = $1 and household_id = from_id and known_until = 'infinity') as has_members
    from chosen
  )
  select own_id, from_id, to_id, holds, has_way from told
  where not (has_way and meets_way) and (case when holds then has_members else has_way and not has_members end)
  order by own_id`

async function closeFacts(tx: Tx, municipalityId: number, householdId: number): Promise<void> {
  for (const table of ['household_member', 'household_period'])
    await tx.query(
      `update ${table} set known_until = (select max(recorded_at) from import_run where municipality_id = $1)
       where municipality_id = $1 and household_id = $2 and known_until = 'infinity'`,
      [municipalityId, householdId],
    )
}
