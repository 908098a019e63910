import { allFactTables } from './fact-tables.ts'
import { lockWays } from './lock-register.ts'
import type { Tx } from '../database/transaction.ts'

/**
 * Brings what follows from the facts up to date after an import: who may see which household, and the list of households.
 * Runs in a transaction that sees the whole municipality.
 */
export async function refreshRegister(tx: Tx, municipalityId: number, { scopes }: { scopes: boolean }): Promise<void> {
  await planForFreshTables(tx)
  if (scopes) {
    await lockWays(tx, municipalityId, 'to-import')
    await refreshScopes(tx, municipalityId)
  }
  await refreshSummaries(tx, municipalityId)
}

/**
 * When facts have just arrived, the planner's statistics are of smaller tables, and nested loops that looked cheap
 * take minutes. New ones are gathered when the import is done: see gather-statistics.ts.
 */
export async function planForFreshTables(tx: Tx): Promise<void> {
  await tx.query('set local enable_nestloop to off')
}

/** Cached calculations are made anew when the version has moved. */
export async function bumpDataVersion(tx: Tx, municipalityId: number): Promise<void> {
  await tx.query(
    `insert into data_version values ($1, 1)
     on conflict (municipality_id) do update set version = data_version.version + 1`,
    [municipalityId],
  )
}

/**
 * The scope of a household: its unit of today (the period that began last), or minus its id when anybody in it is protected.
 * A member's protection covers the household, since an address is shared.
 */
async function refreshScopes(tx: Tx, municipalityId: number): Promise<void> {
  await tx.query(
    `with latest as (
       select distinct on (household_id) household_id, unit_id from household_period
       where municipality_id = $1 and known_until = 'infinity' order by household_id, from_month desc
     ),
     guarded as (
       select distinct m.household_id
       from household_member m join person_detail d using (municipality_id, person_id)
       where m.municipality_id = $1 and m.known_until = 'infinity' and d.known_until = 'infinity'
         and d.protection in ('confidentialityMarking', 'protectedRegistration')
     ),
     scope as (
       select h.household_id, case when guarded.household_id is null then coalesce(latest.unit_id, 0) else -h.household_id end as value
       from household h left join latest using (household_id) left join guarded using (household_id)
       where h.municipality_id = $1
     )
     update household set access_scope = scope.value from scope
     where household.municipality_id = $1 and household.household_id = scope.household_id
       and household.access_scope <> scope.value`,
    [municipalityId],
  )
  // A person who has moved between households has the scope of the latest; a protected one wins over any.
  await tx.query(
    `update person set access_scope = scope.value
     from (
       select m.person_id, case when min(h.access_scope) < 0 then min(h.access_scope)
                                else (array_agg(h.access_scope order by m.from_month desc))[1] end as value
       from household_member m join household h using (municipality_id, household_id)
       where m.municipality_id = $1 and m.known_until = 'infinity'
       group by m.person_id
     ) scope
     where person.municipality_id = $1 and person.person_id = scope.person_id and person.access_scope <> scope.value`,
    [municipalityId],
  )
  for (const table of allFactTables.filter((each) => each.scoped)) {
    const columns: readonly string[] = table.columns
    const ofHousehold = columns.includes('household_id')
    const ofPerson = columns.includes('person_id')
    if (ofHousehold) await refreshFacts(tx, municipalityId, table.name, 'household')
    // An obstacle or an intervention may name no household: then it is the person's.
    if (ofPerson)
      await refreshFacts(tx, municipalityId, table.name, 'person', ofHousehold ? 'and fact.household_id is null' : '')
  }
  for (const table of ['path_event', 'target_group_member', 'target_group_comparison', 'payment_case_event'])
    await refreshFacts(tx, municipalityId, table, 'household')
}

async function refreshFacts(
  tx: Tx,
  municipalityId: number,
  table: string,
  anchor: 'household' | 'person',
  condition = '',
): Promise<void> {
  await tx.query(
    `update ${table} fact set access_scope = ${anchor}.access_scope from ${anchor}
     where fact.municipality_id = $1 and ${anchor}.municipality_id = $1
       and fact.${anchor}_id = ${anchor}.${anchor}_id and fact.access_scope <> ${anchor}.access_scope ${condition}`,
    [municipalityId],
  )
}

/**
 * One row per household with any current fact. A household is ongoing when it had assistance in the latest month of the data,
 * paused while the gap is at most two months (the gap rule of a spell), closed after that.
 */
async function refreshSummaries(tx: Tx, municipalityId: number): Promise<void> {
  await tx.query('delete from household_summary where municipality_id = $1', [municipalityId])
  await tx.query(
    `with monthly as (
       select household_id, concerned_month as month, sum(amount_ore) as ore
       from payment where municipality_id = $1 and known_until = 'infinity' group by 1, 2
     ),
     latest as (select coalesce(max(month), 0) as month from monthly where ore > 0),
     paid as (
       select household_id,
              min(monthly.month) filter (where ore > 0) as first_month,
              max(monthly.month) filter (where ore > 0) as last_month,
              count(*) filter (where ore > 0 and monthly.month > latest.month - 100) as months_last_12,
              coalesce(sum(ore) filter (where monthly.month > latest.month - 100), 0) as paid_last_12_ore,
              sum(ore) as paid_total_ore
       from monthly, latest group by household_id
     ),
     period as (
       select distinct on (household_id) household_id, unit.code as unit_code, caseworker.code as caseworker_code, housing
       from household_period p
       left join unit using (municipality_id, unit_id)
       left join caseworker using (municipality_id, caseworker_id)
       where p.municipality_id = $1 and known_until = 'infinity' order by household_id, from_month desc
     ),
     member as (
       select m.household_id, m.role, d.name, d.birth_date
       from household_member m
       left join person_detail d on d.municipality_id = m.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
       left join paid using (household_id), latest
       where m.municipality_id = $1 and m.known_until = 'infinity'
         and (m.until_month is null or m.until_month > coalesce(paid.last_month, latest.month))
     ),
     people as (
       select household_id,
              max(name) filter (where role = 'mainApplicant') as name,
              max(birth_date) filter (where role = 'mainApplicant') as birth_date,
              lower(string_agg(name, ' ' order by role)) as names,
              count(*) filter (where role <> 'child') as adults,
              count(*) filter (where role = 'child') as children
       from member group by household_id
     ),
     reason as (
       select distinct on (household_id) household_id, code from obstacle
       where municipality_id = $1 and known_until = 'infinity' and household_id is not null
       order by household_id, month desc, source_key
     )
     insert into household_summary
     select h.municipality_id, h.household_id, h.access_scope, h.source_key, people.name,
            lower(h.source_key) || ' ' || coalesce(people.names, ''), people.birth_date,
            period.unit_code, period.caseworker_code, period.housing,
            coalesce(people.adults, 0), coalesce(people.children, 0), reason.code,
            case when paid.last_month = latest.month then 'ongoing'
                 when (latest.month / 100 - paid.last_month / 100) * 12 + latest.month % 100 - paid.last_month % 100 <= 2 then 'paused'
                 else 'closed' end,
            paid.first_month, paid.last_month, coalesce(paid.months_last_12, 0),
            coalesce(paid.paid_last_12_ore, 0), coalesce(paid.paid_total_ore, 0),
            row_number() over (order by people.name collate "sv-x-icu" nulls last, h.household_id)
     from household h cross join latest
     left join paid using (household_id) left join period using (household_id)
     left join people using (household_id) left join reason using (household_id)
     where h.municipality_id = $1
       and (paid.household_id is not null or period.household_id is not null or people.household_id is not null)`,
    [municipalityId],
  )
}
