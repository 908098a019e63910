import type { Tx } from '../database/transaction.ts'

/** What a list of households is asked for. All but the window may be left out. */
export type HouseholdFilter = {
  /** Words of a name or a household's number in the case system. */
  words?: string
  /** Keyed hash of an identity number that was searched for. */
  identityHash?: Buffer
  unit?: string
  caseworker?: string
  status?: 'ongoing' | 'paused' | 'closed'
  obstacle?: string
  minMonths?: number
}

export type HouseholdSort = keyof typeof sortColumns

/** Sort names of the API and what they sort by; nothing else reaches SQL. */
const sortColumns = {
  key: 'source_key',
  name: 'name_order',
  unit: 'unit_code',
  caseworker: 'caseworker_code',
  adults: 'adults',
  children: 'children',
  obstacle: 'obstacle_code',
  status: 'status',
  firstMonth: 'first_month',
  lastMonth: 'last_month',
  monthsLast12: 'months_last_12',
  paidLast12Ore: 'paid_last_12_ore',
  paidTotalOre: 'paid_total_ore',
} as const

export const isHouseholdSort = (text: string): text is HouseholdSort => Object.hasOwn(sortColumns, text)

export type SummaryRow = {
  household_id: number
  source_key: string
  name: string | null
  birth_date: string | null
  unit_code: string | null
  caseworker_code: string | null
  housing: string | null
  adults: number
  children: number
  obstacle_code: string | null
  status: 'ongoing' | 'paused' | 'closed'
  first_month: number | null
  last_month: number | null
  months_last_12: number
  paid_last_12_ore: number
  paid_total_ore: number
}

/** A window of the list, in the order asked for. Row level security decides which households exist at all. */
export function listSummaries(
  tx: Tx,
  municipalityId: number,
  filter: HouseholdFilter,
  window: { sort: HouseholdSort; descending: boolean; offset: number; limit: number },
): Promise<SummaryRow[]> {
  const { conditions, parameters } = conditionsOf(municipalityId, filter)
  const direction = window.descending ? 'desc' : 'asc'
  const order = (alias: string) => `${alias}.${sortColumns[window.sort]} ${direction} nulls last, ${alias}.household_id`
  // The page first and what it shows after: thousands of narrow rows are sorted in a third of the time of wide ones.
  return tx.query<SummaryRow>(
    `select household_id, source_key, name, birth_date, unit_code, caseworker_code, housing, adults, children, obstacle_code,
            status, first_month, last_month, months_last_12, paid_last_12_ore, paid_total_ore
     from (
       select municipality_id, household_id from household_summary listed where ${conditions}
       order by ${order('listed')} offset ${Math.trunc(window.offset)} limit ${Math.trunc(window.limit)}
     ) page
     join household_summary summary using (municipality_id, household_id)
     order by ${order('summary')}`,
    parameters,
  )
}

export type Facets = {
  total: number
  units: { value: string; count: number }[]
  caseworkers: { value: string; count: number }[]
  statuses: { value: string; count: number }[]
  obstacles: { value: string; count: number }[]
}

/** How many households the whole filter finds, and how many each choice would. One pass over the list. */
export async function countFacets(tx: Tx, municipalityId: number, filter: HouseholdFilter): Promise<Facets> {
  const { conditions, parameters } = conditionsOf(municipalityId, filter)
  const rows = await tx.query<{ facet: number; value: string | null; count: number }>(
    `select grouping(unit_code, caseworker_code, status, obstacle_code) as facet,
            coalesce(unit_code, caseworker_code, status, obstacle_code) as value, count(*) as count
     from household_summary where ${conditions}
     group by grouping sets ((), (unit_code), (caseworker_code), (status), (obstacle_code))
     order by 3 desc, 2`,
    parameters,
  )
  const facet = (mask: number) =>
    rows.flatMap((row) => (row.facet === mask && row.value !== null ? [{ value: row.value, count: row.count }] : []))
  return {
    total: rows.find((row) => row.facet === 15)?.count ?? 0,
    units: facet(7),
    caseworkers: facet(11),
    statuses: facet(13),
    obstacles: facet(14),
  }
}

function conditionsOf(municipalityId: number, filter: HouseholdFilter): { conditions: string; parameters: unknown[] } {
  const parameters: unknown[] = [municipalityId]
  const conditions = ['municipality_id = $1']
  const add = (condition: (position: string) => string, value: unknown) => {
    parameters.push(value)
    conditions.push(condition(`$${parameters.length}`))
  }
  for (const word of (filter.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    add((position) => `search_text like ${position}`, `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  }
  if (filter.identityHash) {
    add(
      (position) => `household_id in (
        select m.household_id from household_member m join person_identity i using (municipality_id, person_id)
        where m.municipality_id = $1 and m.known_until = 'infinity' and i.identity_hash = ${position})`,
      filter.identityHash,
    )
  }
  if (filter.unit) add((position) => `unit_code = ${position}`, filter.unit)
  if (filter.caseworker) add((position) => `caseworker_code = ${position}`, filter.caseworker)
  if (filter.status) add((position) => `status = ${position}`, filter.status)
  if (filter.obstacle) add((position) => `obstacle_code = ${position}`, filter.obstacle)
  if (filter.minMonths !== undefined) add((position) => `months_last_12 >= ${position}`, filter.minMonths)
  return { conditions: conditions.join(' and '), parameters }
}

/** Names of units and labels of those that have none yet, by code. */
export async function unitNames(tx: Tx, municipalityId: number): Promise<Map<string, string>> {
  const rows = await tx.query<{ code: string; name: string | null }>(
    `select distinct on (unit.code) unit.code, p.name from unit
     left join unit_period p on p.municipality_id = unit.municipality_id and p.unit_id = unit.unit_id and p.known_until = 'infinity'
     where unit.municipality_id = $1 order by unit.code, p.from_month desc nulls last`,
    [municipalityId],
  )
  return new Map(rows.map((row) => [row.code, row.name ?? row.code]))
}

/** How many households are hidden because somebody in them has protected data: a number, and nothing else about them. */
export async function countProtected(tx: Tx, municipalityId: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>('select app.protected_household_count($1) as count', [municipalityId])
  return row?.count ?? 0
}

export async function findSummary(
  tx: Tx,
  municipalityId: number,
  householdId: number,
): Promise<(SummaryRow & { access_scope: number }) | null> {
  const [row] = await tx.query<SummaryRow & { access_scope: number }>(
    'select * from household_summary where municipality_id = $1 and household_id = $2',
    [municipalityId, householdId],
  )
  return row ?? null
}

/** All current facts of one household, each list in time order. */
export async function loadHouseholdFacts(tx: Tx, municipalityId: number, householdId: number) {
  const current = (sql: string) =>
    `${sql} where f.municipality_id = $1 and f.household_id = $2 and f.known_until = 'infinity'`
  const parameters = [municipalityId, householdId]
  return {
    members: await tx.query<MemberRow>(
      `${current(`select f.person_id, f.role, f.from_month, f.until_month, d.name, d.birth_date, d.gender from household_member f
         left join person_detail d on d.municipality_id = f.municipality_id and d.person_id = f.person_id and d.known_until = 'infinity'`)}
       order by case f.role when 'child' then 2 when 'coApplicant' then 1 else 0 end, d.birth_date, f.from_month`,
      parameters,
    ),
    payments: await tx.query<{
      concerned_month: number
      paid_on: string | null
      amount_ore: number
      purpose: string | null
    }>(
      `${current('select concerned_month, paid_on, amount_ore, purpose from payment f')} order by concerned_month, paid_on, source_key`,
      parameters,
    ),
    decisions: await tx.query<{
      month: number
      decided_on: string
      outcome: string
      reason: string | null
      amount_ore: number | null
    }>(
      `${current(`select coalesce(concerned_month, to_char(decided_on, 'YYYYMM')::integer) as month, decided_on, outcome, reason, amount_ore
         from decision f`)} order by 1, decided_on, source_key`,
      parameters,
    ),
    applications: await tx.query<{ month: number; applied_on: string; kind: string | null }>(
      `${current(`select coalesce(concerned_month, to_char(applied_on, 'YYYYMM')::integer) as month, applied_on, kind from application f`)}
       order by 1, applied_on, source_key`,
      parameters,
    ),
    obstacles: await tx.query<{
      person_id: number
      month: number
      code: string
      local_code: string | null
      work_ability: string | null
    }>(
      `${current('select person_id, month, code, local_code, work_ability from obstacle f')} order by month, person_id`,
      parameters,
    ),
    participations: await tx.query<{
      person_id: number
      intervention: string
      from_day: string
      until_day: string | null
      outcome: string | null
    }>(
      `${current('select person_id, intervention, from_day, until_day, outcome from participation f')} order by from_day, source_key`,
      parameters,
    ),
  }
}

type MemberRow = {
  person_id: number
  role: 'mainApplicant' | 'coApplicant' | 'child'
  from_month: number
  until_month: number | null
  name: string | null
  birth_date: string | null
  gender: 'woman' | 'man' | null
}
