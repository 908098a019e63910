import { readColumns } from '../database/read-columns.ts'
import type { Tx } from '../database/transaction.ts'
import { indexFromNumber } from '../values/month.ts'
import { type AssistanceFacts, assistanceFacts } from './assistance-facts.ts'

/** What a household is called. */
export type Household = { key: string; name: string | null }

/** Some of the households that may be counted: protected ones are counted apart. Row level security decides which others there are. */
export async function loadHouseholds(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Map<number, Household>> {
  const rows = await tx.query<{ household_id: number; source_key: string; name: string | null }>(
    `select household_id, source_key, name from household_summary
     where municipality_id = $1 and access_scope >= 0 and household_id = any ($2)`,
    [municipalityId, householdIds],
  )
  return new Map(rows.map((row) => [row.household_id, { key: row.source_key, name: row.name }]))
}

/** Households that may be counted, with the code of the unit that each belongs to now. */
export async function loadUnitOf(tx: Tx, municipalityId: number): Promise<Map<number, string | null>> {
  const rows = await tx.query<{ household_id: number; unit_code: string | null }>(
    'select household_id, unit_code from household_summary where municipality_id = $1 and access_scope >= 0',
    [municipalityId],
  )
  return new Map(rows.map((row) => [row.household_id, row.unit_code]))
}

/** The first month that anybody had assistance for, or null. */
export async function findFirstMonth(tx: Tx, municipalityId: number): Promise<number | null> {
  const [row] = await tx.query<{ month: number | null }>(
    'select min(first_month) as month from household_summary where municipality_id = $1 and access_scope >= 0',
    [municipalityId],
  )
  return row?.month ?? null
}

/** Who had assistance when, and the adults of each household, of open households or of protected ones. Row level security decides whose. */
export async function loadAssistanceFacts(
  tx: Tx,
  municipalityId: number,
  those: 'open' | 'protected' = 'open',
): Promise<AssistanceFacts> {
  const scope = those === 'open' ? 'access_scope >= 0' : 'access_scope < 0'
  const known = `municipality_id = ${Math.trunc(municipalityId)} and known_until = 'infinity'`
  const [paidHousehold, paidMonth, amountOre] = await readColumns(
    tx,
    `select household_id, concerned_month, amount_ore from payment where ${known} and ${scope} order by 1, 2`,
    3,
  )
  const [household, person, isMain, from, until, gender] = await readColumns(
    tx,
    `select m.household_id, m.person_id, (m.role = 'mainApplicant')::integer, m.from_month, coalesce(m.until_month, 999912),
            case d.gender when 'woman' then 1 when 'man' then 2 else 0 end
     from (select * from household_member where ${known} and role <> 'child') m
     left join (select municipality_id, person_id, gender from person_detail where ${known}) d using (municipality_id, person_id)
     order by 1, 4, 2`,
    6,
  )
  return assistanceFacts(
    { household: paidHousehold!, month: indicesOf(paidMonth!), amountOre: amountOre! },
    {
      ...{ household: household!, person: person! },
      ...{ isMain: Uint8Array.from(isMain!), gender: Uint8Array.from(gender!) },
      ...{ from: indicesOf(from!), until: indicesOf(until!) },
    },
  )
}

const indicesOf = (numbers: Float64Array): Int32Array => Int32Array.from(numbers, indexFromNumber)
