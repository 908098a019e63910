import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { addDays } from '../values/day.ts'
import type { TakenTime } from './free-times.ts'

/** The person with a number, by its keyed hash; also one whose household the user may not see. */
export async function findPerson(tx: Tx, municipalityId: number, hash: Buffer): Promise<number | null> {
  const [row] = await tx.query<{ person_id: number }>(
    'select person_id from person_identity where municipality_id = $1 and identity_hash = $2',
    [municipalityId, hash],
  )
  return row?.person_id ?? null
}

/** Whether the person has a household, or protected data: then reception makes no new one. Asked with the whole municipality in sight. */
export async function isSettled(tx: Tx, municipalityId: number, personId: number): Promise<boolean> {
  if ((await householdsOf(tx, municipalityId, personId)).length > 0) return true
  const rows = await tx.query(
    `select 1 from person_detail where municipality_id = $1 and person_id = $2 and known_until = 'infinity'
       and protection in ('confidentialityMarking', 'protectedRegistration')`,
    [municipalityId, personId],
  )
  return rows.length > 0
}

/** Households of a person, the latest first. */
export async function householdsOf(tx: Tx, municipalityId: number, personId: number): Promise<number[]> {
  const rows = await tx.query<{ household_id: number }>(
    `select household_id from household_member where municipality_id = $1 and person_id = $2 and known_until = 'infinity'
     group by household_id order by max(from_month) desc`,
    [municipalityId, personId],
  )
  return rows.map((row) => row.household_id)
}

export async function unitIdOf(tx: Tx, municipalityId: number, code: string): Promise<number | null> {
  const [row] = await tx.query<{ unit_id: number }>(
    'select unit_id from unit where municipality_id = $1 and code = $2',
    [municipalityId, code],
  )
  return row?.unit_id ?? null
}

/** Under the register's lock: ids that nothing has had. */
export async function nextIds(tx: Tx, municipalityId: number): Promise<{ household: number; person: number }> {
  const [row] = await tx.query<{ household: number; person: number }>(
    `select (select coalesce(max(household_id), 0) + 1 from household where municipality_id = $1) as household,
            (select coalesce(max(person_id), 0) + 1 from person where municipality_id = $1) as person`,
    [municipalityId],
  )
  if (!row) throw new Error('A select without a table gave no row')
  return row
}

export type HitRow = {
  household_id: number
  source_key: string
  name: string | null
  birth_date: Day | null
  unit_code: string | null
  adults: number
  children: number
  status: 'ongoing' | 'paused' | 'closed'
  contact_on: Day | null
  closed_on: Day | null
  coach_booked_on: Day | null
}

/** Households as reception meets them, in the order of the ids. */
export async function loadHits(tx: Tx, municipalityId: number, ids: readonly number[]): Promise<HitRow[]> {
  return tx.query<HitRow>(
    `select s.household_id, s.source_key, s.name, s.birth_date, s.unit_code, s.adults, s.children, s.status,
            w.contact_on, w.closed_on, w.coach_booked_on
     from household_summary s
     left join household_work w on w.municipality_id = s.municipality_id and w.household_id = s.household_id
     where s.municipality_id = $1 and s.household_id = any ($2) order by array_position($2::bigint[], s.household_id)`,
    [municipalityId, ids],
  )
}

/** Codes of units that answer for households now. */
export async function unitsWithHouseholds(tx: Tx, municipalityId: number): Promise<Set<string>> {
  const rows = await tx.query<{ unit_code: string }>(
    'select distinct unit_code from household_summary where municipality_id = $1 and unit_code is not null',
    [municipalityId],
  )
  return new Set(rows.map((row) => row.unit_code))
}

/** Booked meetings that have not ended before a day. */
export async function takenTimes(tx: Tx, municipalityId: number, from: Day): Promise<TakenTime[]> {
  return tx.query<TakenTime>(
    `select coach, to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI') as from, to_char(ends_at, 'YYYY-MM-DD"T"HH24:MI') as until
     from booked_time where municipality_id = $1 and state = 'booked' and ends_at >= $2::date`,
    [municipalityId, from],
  )
}

/**
 * Households with a contact that may have been promised a coach and has neither met one in time nor been given a cause.
 * A net with wide meshes: promise-clock.ts decides.
 */
export async function promisedHouseholds(
  tx: Tx,
  municipalityId: number,
  destinations: readonly string[],
  today: Day,
): Promise<number[]> {
  const rows = await tx.query<{ household_id: number }>(
    `select distinct contact.household_id
     from path_event contact
     join path_event routed on routed.municipality_id = contact.municipality_id and routed.household_id = contact.household_id
       and routed.concerns = contact.sequence and routed.kind = 'routed'
     where contact.municipality_id = $1 and contact.kind = 'contact-registered' and contact.happened_on < $3
       and routed.body ->> 'destination' = any ($2)
       and not exists (
         select from path_event told
         where told.municipality_id = $1 and told.household_id = contact.household_id
           and (told.kind = 'promise-explained' and told.concerns = contact.sequence
             or told.kind = 'meeting-held' and told.person_id = contact.person_id
               and told.happened_on between contact.happened_on and contact.happened_on + 7)
           and not exists (
             select from path_event undone where undone.municipality_id = $1 and undone.household_id = told.household_id
               and undone.kind = 'undone' and undone.concerns = told.sequence))
     order by 1`,
    [municipalityId, destinations, addDays(today, 1)],
  )
  return rows.map((row) => row.household_id)
}

/** How many protected households have a promise that is neither kept nor explained: a number and nothing else. */
export async function countProtectedPromises(tx: Tx, municipalityId: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from household_work
     where municipality_id = $1 and access_scope < 0 and promised_by is not null and not breach_explained
       and (coach_met_on is null or coach_met_on > promised_by)`,
    [municipalityId],
  )
  return row?.count ?? 0
}

export type NamedPerson = {
  household_id: number
  source_key: string
  access_scope: number
  person_id: number
  name: string | null
}

/** Names of the persons of some households. */
export async function loadNames(tx: Tx, municipalityId: number, ids: readonly number[]): Promise<NamedPerson[]> {
  return tx.query<NamedPerson>(
    `select distinct m.household_id, h.source_key, h.access_scope, m.person_id, d.name from household_member m
     join household h on h.municipality_id = m.municipality_id and h.household_id = m.household_id
     left join person_detail d on d.municipality_id = m.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
     where m.municipality_id = $1 and m.household_id = any ($2) and m.known_until = 'infinity'`,
    [municipalityId, ids],
  )
}

/** Households with a contact that was routed on or after a day, and the birth dates of their persons. */
export async function routedHouseholds(tx: Tx, municipalityId: number, from: Day): Promise<number[]> {
  const rows = await tx.query<{ household_id: number }>(
    "select distinct household_id from path_event where municipality_id = $1 and kind = 'routed' and happened_on >= $2",
    [municipalityId, from],
  )
  return rows.map((row) => row.household_id)
}

export async function birthDates(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Map<number, Day>> {
  const rows = await tx.query<{ person_id: number; birth_date: Day }>(
    `select distinct d.person_id, d.birth_date from person_detail d
     join household_member m on m.municipality_id = d.municipality_id and m.person_id = d.person_id and m.known_until = 'infinity'
     where d.municipality_id = $1 and d.known_until = 'infinity' and d.birth_date is not null and m.household_id = any ($2)`,
    [municipalityId, householdIds],
  )
  return new Map(rows.map((row) => [row.person_id, row.birth_date]))
}

export async function userNames(tx: Tx, municipalityId: number, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.query<{ user_id: number; name: string }>(
    'select user_id, name from app_user where municipality_id = $1 and user_id = any ($2)',
    [municipalityId, ids],
  )
  return new Map(rows.map((row) => [row.user_id, row.name]))
}
