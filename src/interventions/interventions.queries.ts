import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Gender, Participation } from './enrolments.ts'

type ParticipationRow = {
  household_id: number | null
  person_id: number
  gender: Gender | null
  intervention: string
  from_day: Day
  until_day: Day | null
  outcome: string | null
  employer_kind: Participation['employerKind']
  subsidised: boolean | null
}

/** Participations that came in files, as they are known now. Row level security decides which there are. */
export async function loadParticipations(tx: Tx, municipalityId: number): Promise<Participation[]> {
  const rows = await tx.query<ParticipationRow>(
    `select p.household_id, p.person_id, d.gender, p.intervention, p.from_day, p.until_day, p.outcome, p.employer_kind, p.subsidised
     from participation p
     left join person_detail d on d.municipality_id = p.municipality_id and d.person_id = p.person_id and d.known_until = 'infinity'
     where p.municipality_id = $1 and p.known_until = 'infinity'
     order by p.from_day, p.source_key`,
    [municipalityId],
  )
  return rows.map((row) => ({
    householdId: row.household_id,
    personId: row.person_id,
    gender: row.gender,
    intervention: row.intervention,
    from: row.from_day,
    until: row.until_day,
    outcome: row.outcome,
    employerKind: row.employer_kind,
    subsidised: row.subsidised,
  }))
}

export async function loadGenders(
  tx: Tx,
  municipalityId: number,
  personIds: readonly number[],
): Promise<Map<number, Gender>> {
  const rows = await tx.query<{ person_id: number; gender: Gender }>(
    `select person_id, gender from person_detail
     where municipality_id = $1 and person_id = any ($2) and known_until = 'infinity' and gender is not null`,
    [municipalityId, personIds],
  )
  return new Map(rows.map(({ person_id, gender }) => [person_id, gender]))
}

export async function loadNames(
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

/** The scope of access of some households: which unit they belong to, below zero for protected ones. */
export async function loadScopes(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await tx.query<{ household_id: number; access_scope: number }>(
    'select household_id, access_scope from household where municipality_id = $1 and household_id = any ($2)',
    [municipalityId, householdIds],
  )
  return new Map(rows.map(({ household_id, access_scope }) => [household_id, access_scope]))
}
