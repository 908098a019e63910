import type { Tx } from '../database/transaction.ts'
import { ownHouseholdPrefix } from '../register/own-household.ts'
import type { Renamed } from './join-ways.ts'

/** A household that was registered here and the case system's own that its person leads, or has ceased to. */
export type Move = {
  ownId: number
  ownKey: string
  personId: number
  otherId: number
  /** Whether a file that stands has the person as main applicant of the other: then the ways are joined, else parted. */
  holds: boolean
  /** Whether nobody is left in the other. */
  isEmptied: boolean
}

export async function findMoves(tx: Tx, municipalityId: number): Promise<Move[]> {
  const rows = await tx.query<{
    own_id: number
    own_key: string
    person_id: number
    other_id: number
    holds: boolean
    is_emptied: boolean
  }>(moves, [municipalityId, `${ownHouseholdPrefix}%`])
  return rows.map((row) => ({
    ownId: row.own_id,
    ownKey: row.own_key,
    personId: row.person_id,
    otherId: row.other_id,
    holds: row.holds,
    isEmptied: row.is_emptied,
  }))
}

/** Only households that have their person: one that is joined has none, until the import that joined it is undone. */
const moves = `
  with own as (
    select distinct h.household_id, h.source_key, m.person_id
    from household h join household_member m using (municipality_id, household_id)
    where h.municipality_id = $1 and h.source_key like $2 and m.known_until = 'infinity'
  ),
  found as (
    select own.household_id as own_id, own.source_key as own_key, own.person_id, m.household_id as other_id,
           bool_or(m.known_until = 'infinity') as holds, max(m.known_from) as since,
           exists (select from path_event e where e.municipality_id = $1 and e.household_id = m.household_id
                   and e.joined_from = own.household_id) as has_joined
    from own
    join household_member m on m.municipality_id = $1 and m.person_id = own.person_id and m.role = 'mainApplicant'
    join household h on h.municipality_id = $1 and h.household_id = m.household_id and h.source_key not like $2
    group by own.household_id, own.source_key, own.person_id, m.household_id
  ),
  chosen as (
    select distinct on (own_id) * from found order by own_id, holds desc, has_joined desc, since desc
  )
  select own_id, own_key, person_id, other_id, holds, not exists (
           select from household_member m
           where m.municipality_id = $1 and m.household_id = other_id and m.known_until = 'infinity') as is_emptied
  from chosen
  where holds or exists (select from path_event e where e.municipality_id = $1 and e.household_id = other_id)
  order by own_id`

/** Names of the events of a household that came with another that was joined into it. */
export async function joinedSequences(
  tx: Tx,
  municipalityId: number,
  householdId: number,
  joinedFrom: number,
): Promise<Set<number>> {
  const rows = await tx.query<{ sequence: number }>(
    'select sequence from path_event where municipality_id = $1 and household_id = $2 and joined_from = $3',
    [municipalityId, householdId, joinedFrom],
  )
  return new Set(rows.map(({ sequence }) => sequence))
}

/** The household that one was joined into, when its events were. */
export async function findJoinedInto(tx: Tx, municipalityId: number, ownId: number): Promise<number | null> {
  const [row] = await tx.query<{ household_id: number }>(
    'select household_id from path_event where municipality_id = $1 and joined_from = $2 limit 1',
    [municipalityId, ownId],
  )
  return row?.household_id ?? null
}

/** Above every name in use: while names are changed no two events may have the same. */
const aside = 100_000_000

/**
 * Gives events of a household new names, perhaps in another household. `joinedFrom`: the household that they came with,
 * or null when they are back; left out it stays as it is.
 */
export async function renameEvents(
  tx: Tx,
  municipalityId: number,
  from: number,
  to: number,
  names: readonly Renamed[],
  joinedFrom?: number | null,
): Promise<void> {
  if (names.length === 0) return
  const mark = joinedFrom === undefined ? '' : ', joined_from = $6'
  await tx.query(
    `update path_event set household_id = $3, sequence = named.name + $5, concerns = named.concerns + $5${mark}
     from jsonb_to_recordset($4::jsonb) as named (sequence integer, name integer, concerns integer)
     where path_event.municipality_id = $1 and path_event.household_id = $2 and path_event.sequence = named.sequence`,
    [
      municipalityId,
      from,
      to,
      JSON.stringify(names.map(({ sequence, to: name, concerns }) => ({ sequence, name, concerns }))),
      aside,
      ...(joinedFrom === undefined ? [] : [joinedFrom]),
    ],
  )
  await tx.query(
    `update path_event set sequence = sequence - $3, concerns = concerns - $3
     where municipality_id = $1 and household_id = $2 and sequence > $3`,
    [municipalityId, to, aside],
  )
}

/** The household that was registered here ends with the latest import, and comes back when that is undone. */
export async function closeFacts(tx: Tx, municipalityId: number, householdId: number): Promise<void> {
  for (const table of ['household_member', 'household_period'])
    await tx.query(
      `update ${table} set known_until = (select max(recorded_at) from import_run where municipality_id = $1)
       where municipality_id = $1 and household_id = $2 and known_until = 'infinity'`,
      [municipalityId, householdId],
    )
}
