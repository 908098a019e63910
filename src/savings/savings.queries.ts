import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { type Month, monthsBetween, monthToNumber } from '../values/month.ts'
import type { OtherTotals } from './counterfactuals.ts'

/** Somebody's start in an intervention that was recorded here, or the decision that the social physician's track led to. */
export type RecordedStart = { intervention: string; householdId: number; on: Day; isDecision: boolean }

/**
 * Starts by the intervention's key in the catalogue, with decisions on another benefit (000-18). Nothing that was taken back.
 * Ids of households stay on the server: what leaves it is sums.
 */
export async function loadRecordedStarts(tx: Tx, municipalityId: number): Promise<RecordedStart[]> {
  const rows = await tx.query<{ intervention: string; household_id: number; happened_on: Day; is_decision: boolean }>(
    `select referral.body->>'intervention' as intervention, started.household_id, started.happened_on,
            started.kind = 'physician-step' as is_decision
     from path_event started
     join path_event referral on referral.municipality_id = started.municipality_id
      and referral.household_id = started.household_id and referral.sequence = started.concerns
     where started.municipality_id = $1 and referral.kind = 'referred'
       and (started.kind = 'intervention-started'
            or started.kind = 'physician-step' and started.body->>'step' in ('granted-full', 'granted-part'))
       and not exists (select from path_event undone
                       where undone.municipality_id = started.municipality_id and undone.household_id = started.household_id
                         and undone.kind = 'undone' and undone.concerns in (started.sequence, referral.sequence))
     order by started.household_id, started.happened_on, started.sequence`,
    [municipalityId],
  )
  return rows.map((row) => ({
    intervention: row.intervention,
    householdId: row.household_id,
    on: row.happened_on,
    isDecision: row.is_decision,
  }))
}

export type GroupMember = { group: string; householdId: number; from: Day }

/** Who has been in the target groups, from when on. */
export async function loadGroupMembers(
  tx: Tx,
  municipalityId: number,
  groups: readonly string[],
): Promise<GroupMember[]> {
  if (groups.length === 0) return []
  const rows = await tx.query<{ group_key: string; household_id: number; from_day: Day }>(
    `select group_key, household_id, from_day from target_group_member
     where municipality_id = $1 and group_key = any ($2) order by group_key, household_id, from_day`,
    [municipalityId, groups],
  )
  return rows.map((row) => ({ group: row.group_key, householdId: row.household_id, from: row.from_day }))
}

type Months = { from: Month; until: Month }

/**
 * What other municipalities paid in two runs of months of the same length: from the official statistics that were imported,
 * else, for whole calendar years, from what Kolada has of them (N31857).
 */
export async function loadOtherTotals(
  tx: Tx,
  municipalityId: number,
  own: string,
  runs: [Months, Months],
): Promise<OtherTotals[]> {
  const monthly = await loadMonthlyTotals(tx, municipalityId, own, runs)
  const isYears = runs.flatMap(({ from, until }) => [from, until]).every((each) => each.endsWith('-01'))
  return monthly.length > 0 || !isYears ? monthly : loadYearlyTotals(tx, municipalityId, runs)
}

/** Only those with a value for every year of both. Made-up values are never compared with. Thousands of kronor. */
async function loadYearlyTotals(
  tx: Tx,
  municipalityId: number,
  [before, after]: [Months, Months],
): Promise<OtherTotals[]> {
  const yearOf = (month: Month) => Number(month.slice(0, 4))
  return tx.query<OtherTotals>(
    `select coalesce(named.name, paid.area) as region,
            sum(value) filter (where year >= $2 and year < $3)::float8 as before,
            sum(value) filter (where year >= $4 and year < $5)::float8 as after
     from reference_value paid
     left join reference_area named on named.municipality_id = paid.municipality_id and named.area = paid.area
     where paid.municipality_id = $1 and known_until = 'infinity' and source = 'kolada' and series = 'N31857' and gender = 'T'
       and not is_made_up and paid.area <> lpad($1::integer::text, 4, '0') and paid.area like '____' and paid.area not like '00%'
     group by 1
     having count(value) filter (where year >= $2 and year < $3) = $6 and count(value) filter (where year >= $4 and year < $5) = $6
     order by region`,
    [
      municipalityId,
      ...[before.from, before.until, after.from, after.until].map(yearOf),
      yearOf(after.until) - yearOf(after.from),
    ],
  )
}

/** Only those with a figure for every month of both: a missing month is not zero. Counties and the country are not municipalities. */
function loadMonthlyTotals(
  tx: Tx,
  municipalityId: number,
  own: string,
  [before, after]: [Months, Months],
): Promise<OtherTotals[]> {
  return tx.query<OtherTotals>(
    `with paid as (
       select region, month, value from official_statistic
       where municipality_id = $1 and known_until = 'infinity' and figure ilike 'utbetal%'
         and statistic_group is null and region not ilike $2 || '%' and region !~* '(\\slän|^riket)$'
     )
     select region,
            sum(value) filter (where month >= $3 and month < $4)::float8 as before,
            sum(value) filter (where month >= $5 and month < $6)::float8 as after
     from paid where month >= $3 and month < $4 or month >= $5 and month < $6
     group by region
     having count(value) filter (where month >= $3 and month < $4) = $7
        and count(value) filter (where month >= $5 and month < $6) = $7
     order by region`,
    [
      municipalityId,
      own,
      ...[before.from, before.until, after.from, after.until].map(monthToNumber),
      monthsBetween(after.from, after.until),
    ],
  )
}
