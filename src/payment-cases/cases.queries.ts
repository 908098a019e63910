import { Value } from 'typebox/value'
import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { type Month, monthToNumber } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import { caseBodies, type CaseEventKind, isCaseEventKind } from './case-bodies.ts'
import type { CaseEvent } from './payment-case.ts'

type EventRow = {
  case_key: string
  household_id: number
  sequence: number
  kind: string
  happened_on: Day
  recorded_by: number
  recorded_at: Date
  body: unknown
}

export type KnownCase = { key: string; householdId: number; events: CaseEvent[] }

/** The cases that the user may see, each with all its events; with `key` that one alone, with `householdId` those of that household. Row level security decides which. */
export async function loadCases(
  tx: Tx,
  municipalityId: number,
  key?: string,
  householdId?: number,
): Promise<KnownCase[]> {
  const rows = await tx.query<EventRow>(
    `select case_key, household_id, sequence, kind, happened_on, recorded_by, recorded_at, body from payment_case_event
     where municipality_id = $1 and ($2::text is null or case_key = $2) and ($3::bigint is null or household_id = $3)
     order by case_key, sequence`,
    [municipalityId, key ?? null, householdId ?? null],
  )
  const cases = new Map<string, KnownCase>()
  for (const row of rows) {
    const known = cases.get(row.case_key) ?? { key: row.case_key, householdId: row.household_id, events: [] }
    known.events.push(toEvent(row))
    cases.set(row.case_key, known)
  }
  return [...cases.values()]
}

/** What was checked when it was written is trusted when it is read; a kind that we no longer know is a bug. */
function toEvent(row: EventRow): CaseEvent {
  if (!isCaseEventKind(row.kind)) throw new Error(`Unknown kind of event in a case: ${row.kind}`)
  return {
    kind: row.kind,
    sequence: row.sequence,
    on: row.happened_on,
    by: row.recorded_by,
    recordedAt: row.recorded_at.toISOString(),
    body: row.body,
  } as CaseEvent
}

/** Whether a body says what its kind of event says. */
export const isCaseBody = (kind: CaseEventKind, body: unknown): boolean => Value.Check(caseBodies[kind], body)

type NewEvent = { municipalityId: number; key: string; householdId: number; scope: number; event: CaseEvent }

export async function appendCaseEvent(tx: Tx, { municipalityId, key, householdId, scope, event }: NewEvent) {
  await tx.query(
    `insert into payment_case_event (municipality_id, access_scope, household_id, case_key, sequence, kind, happened_on, body, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[municipalityId, scope, householdId, key, event.sequence, event.kind],
      ...[event.on, JSON.stringify(event.body), event.by, event.recordedAt],
    ],
  )
}

export type CaseHousehold = {
  id: number
  key: string
  name: string | null
  unit: string | null
  hasChildren: boolean
  /** Of the main applicant. */
  gender: 'woman' | 'man' | null
  isProtected: boolean
}

/** What some households are called and who they are, by id. Row level security decides which there are. */
export async function loadCaseHouseholds(
  tx: Tx,
  municipalityId: number,
  ids: readonly number[],
): Promise<Map<number, CaseHousehold>> {
  const rows = await tx.query<{
    household_id: number
    source_key: string
    name: string | null
    unit_code: string | null
    children: number | null
    is_protected: boolean
  }>(
    `select h.household_id, h.source_key, s.name, s.unit_code, s.children, h.access_scope < 0 as is_protected
     from household h
     left join household_summary s on s.municipality_id = h.municipality_id and s.household_id = h.household_id
     where h.municipality_id = $1 and h.household_id = any ($2)`,
    [municipalityId, ids],
  )
  const genders = await loadGenders(tx, municipalityId, ids)
  return new Map(
    rows.map((row) => [
      row.household_id,
      {
        ...{ id: row.household_id, key: row.source_key, name: row.name, unit: row.unit_code },
        gender: genders.get(row.household_id) ?? null,
        ...{ hasChildren: (row.children ?? 0) > 0, isProtected: row.is_protected },
      },
    ]),
  )
}

/** Of the main applicants. Asked apart: joined with their households, thousands of them are compared each with each. */
async function loadGenders(
  tx: Tx,
  municipalityId: number,
  ids: readonly number[],
): Promise<Map<number, CaseHousehold['gender']>> {
  const rows = await tx.query<{ household_id: number; gender: CaseHousehold['gender'] }>(
    `select distinct on (m.household_id) m.household_id, d.gender from household_member m
     left join person_detail d on d.municipality_id = m.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
     where m.municipality_id = $1 and m.household_id = any ($2) and m.known_until = 'infinity' and m.role = 'mainApplicant'
     order by m.household_id, m.from_month desc`,
    [municipalityId, ids],
  )
  return new Map(rows.map(({ household_id, gender }) => [household_id, gender]))
}

export async function findHouseholdByKey(tx: Tx, municipalityId: number, key: string): Promise<number | null> {
  const [row] = await tx.query<{ household_id: number }>(
    'select household_id from household where municipality_id = $1 and source_key = $2',
    [municipalityId, key],
  )
  return row?.household_id ?? null
}

/** What a household got for a month, less recoveries, and the first day that any of it was paid. */
export async function findPaid(
  tx: Tx,
  municipalityId: number,
  householdId: number,
  month: Month,
): Promise<{ ore: Ore; paidOn: Day | null }> {
  const [row] = await tx.query<{ ore: number; paid_on: Day | null }>(
    `select coalesce(sum(amount_ore), 0)::bigint as ore, min(paid_on) filter (where amount_ore > 0) as paid_on from payment
     where municipality_id = $1 and household_id = $2 and concerned_month = $3 and known_until = 'infinity'`,
    [municipalityId, householdId, monthToNumber(month)],
  )
  return { ore: row?.ore ?? 0, paidOn: row?.paid_on ?? null }
}

/** Recoveries that were registered in the payments in some months, half-open, with how many households they are of. */
export async function sumRecoveries(
  tx: Tx,
  municipalityId: number,
  { from, until }: { from: Month; until: Month },
): Promise<{ ore: Ore; households: number }> {
  const [row] = await tx.query<{ ore: number; households: number }>(
    `select coalesce(-sum(amount_ore), 0)::bigint as ore, count(distinct household_id)::integer as households from payment
     where municipality_id = $1 and known_until = 'infinity' and access_scope >= 0 and amount_ore < 0
       and paid_on >= $2::date and paid_on < $3::date`,
    [municipalityId, `${from}-01`, `${until}-01`],
  )
  return row!
}

export async function loadUserNames(tx: Tx, municipalityId: number): Promise<Map<number, string>> {
  const rows = await tx.query<{ user_id: number; name: string }>(
    'select user_id, name from app_user where municipality_id = $1',
    [municipalityId],
  )
  return new Map(rows.map(({ user_id, name }) => [user_id, name]))
}
