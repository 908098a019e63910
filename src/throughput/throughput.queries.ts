import type { Tx } from '../database/transaction.ts'
import type { Gender } from '../interventions/enrolments.ts'
import { type Month, monthToNumber } from '../values/month.ts'

/** What a household is called, and where it belongs now. */
export type Household = { key: string; name: string | null; unit: string | null }

/** Households that may be counted: protected ones are counted apart. Row level security decides which others there are. */
export async function loadHouseholds(
  tx: Tx,
  municipalityId: number,
  unit: string | undefined,
  householdIds: readonly number[] | 'all' = 'all',
): Promise<Map<number, Household>> {
  const rows = await tx.query<{
    household_id: number
    source_key: string
    name: string | null
    unit_code: string | null
  }>(
    `select household_id, source_key, name, unit_code from household_summary
     where municipality_id = $1 and access_scope >= 0 and ($2::text is null or unit_code = $2)
       ${householdIds === 'all' ? '' : 'and household_id = any ($3)'}`,
    [municipalityId, unit ?? null, ...(householdIds === 'all' ? [] : [householdIds])],
  )
  return new Map(rows.map((row) => [row.household_id, { key: row.source_key, name: row.name, unit: row.unit_code }]))
}

/** Codes of the units that have households now. */
export async function loadUnitCodes(tx: Tx, municipalityId: number): Promise<Set<string>> {
  const rows = await tx.query<{ unit_code: string }>(
    `select distinct unit_code from household_summary
     where municipality_id = $1 and access_scope >= 0 and unit_code is not null`,
    [municipalityId],
  )
  return new Set(rows.map(({ unit_code }) => unit_code))
}

export type Adult = { personId: number; householdId: number; gender: Gender | null }

/**
 * Adults of households with assistance for some month of a period, both months included: each once, in the household that
 * had it last. Children are nobody's to refer.
 */
export async function loadAssistedAdults(tx: Tx, municipalityId: number, from: Month, to: Month): Promise<Adult[]> {
  const rows = await tx.query<{ person_id: number; household_id: number; gender: Gender | null }>(
    `select distinct on (m.person_id) m.person_id, m.household_id, d.gender
     from (
       select municipality_id, household_id, concerned_month from payment
       where municipality_id = $1 and known_until = 'infinity' and access_scope >= 0 and concerned_month between $2 and $3
       group by municipality_id, household_id, concerned_month having sum(amount_ore) > 0
     ) paid
     join household_member m on m.municipality_id = paid.municipality_id and m.household_id = paid.household_id and m.known_until = 'infinity'
       and m.role <> 'child' and m.from_month <= paid.concerned_month
       and (m.until_month is null or paid.concerned_month < m.until_month)
     left join person_detail d on d.municipality_id = m.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
     order by m.person_id, paid.concerned_month desc, m.household_id`,
    [municipalityId, monthToNumber(from), monthToNumber(to)],
  )
  return rows.map((row) => ({ personId: row.person_id, householdId: row.household_id, gender: row.gender }))
}

/** The first month that anybody had assistance for, or null. */
export async function findFirstMonth(tx: Tx, municipalityId: number): Promise<number | null> {
  const [row] = await tx.query<{ month: number | null }>(
    'select min(first_month) as month from household_summary where municipality_id = $1 and access_scope >= 0',
    [municipalityId],
  )
  return row?.month ?? null
}

/** The gender of each household's main applicant: of the latest, where it has changed. */
export async function loadMainGenders(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Map<number, Gender>> {
  const rows = await tx.query<{ household_id: number; gender: Gender | null }>(
    `select distinct on (m.household_id) m.household_id, d.gender from household_member m
     left join person_detail d on d.municipality_id = m.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
     where m.municipality_id = $1 and m.household_id = any ($2) and m.known_until = 'infinity' and m.role = 'mainApplicant'
     order by m.household_id, m.from_month desc`,
    [municipalityId, householdIds],
  )
  return new Map(rows.flatMap(({ household_id, gender }) => (gender ? [[household_id, gender]] : [])))
}
