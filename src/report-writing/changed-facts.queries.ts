import type { Tx } from '../database/transaction.ts'
import { type Month, monthFromNumber } from '../values/month.ts'
import type { ChangedFactKind } from './version.text.ts'

/** Two moments: what the register knew at the first is compared with what it knows at the second. */
export type Between = { then: Date; now: Date }

/** Facts of one kind about one month that came or no longer hold. */
export type ChangedFacts = {
  kind: ChangedFactKind
  month: Month | null
  added: number
  removed: number
  /** Null for what is not about households. */
  households: number | null
  /** The difference they make; null for what has no amount. */
  ore: number | null
}

type FactTable = {
  name: string
  month: string
  amount?: true
  household?: true
  /** For what is added and never changed: the column that says when. */
  since?: string
}

/** The month of a day, as 201901. */
export const monthOf = (day: string) => `extract(year from ${day})::integer * 100 + extract(month from ${day})::integer`

/** Every table of the register that figures are made of; see also `countChangedBeside`. */
const tables: Record<Exclude<ChangedFactKind, 'group-member' | 'payment-case'>, FactTable> = {
  payment: { name: 'payment', month: 'concerned_month', amount: true, household: true },
  decision: { name: 'decision', month: `coalesce(concerned_month, ${monthOf('decided_on')})`, household: true },
  application: { name: 'application', month: monthOf('applied_on'), household: true },
  obstacle: { name: 'obstacle', month: 'month', household: true },
  participation: { name: 'participation', month: monthOf('from_day'), household: true },
  member: { name: 'household_member', month: 'from_month', household: true },
  'household-period': { name: 'household_period', month: 'from_month', household: true },
  person: { name: 'person_detail', month: 'null::integer' },
  ledger: { name: 'ledger_amount', month: 'month', amount: true },
  budget: { name: 'budget_amount', month: 'month', amount: true },
  volume: { name: 'volume', month: 'from_month' },
  staff: { name: 'staff_figure', month: monthOf('from_day') },
  unit: { name: 'unit_period', month: 'null::integer' },
  official: { name: 'official_statistic', month: 'month' },
  event: { name: 'path_event', month: monthOf('happened_on'), household: true, since: 'recorded_at' },
}

const kinds = Object.keys(tables) as (keyof typeof tables)[]

/** Whether a row holds at one of the two moments, `$2` or `$3`. */
const holdsAt = ({ since }: FactTable, moment: '$2' | '$3'): string =>
  since ? `${since} <= ${moment}` : `known_from <= ${moment} and known_until > ${moment}`

/** Kind by kind and month by month. Runs as the reader role, which sees the whole municipality and no names. */
export async function countChangedFacts(
  tx: Tx,
  municipalityId: number,
  { then, now }: Between,
): Promise<ChangedFacts[]> {
  const found: ChangedFacts[] = []
  for (const kind of kinds) {
    const { name, month, amount, household } = tables[kind]
    const [heldThen, holdsNow] = [holdsAt(tables[kind], '$2'), holdsAt(tables[kind], '$3')]
    const rows = await tx.query<{
      month: number | null
      added: number
      removed: number
      households: number | null
      ore: number | null
    }>(
      `select ${month} as month,
              (count(*) filter (where ${holdsNow}))::integer as added,
              (count(*) filter (where ${heldThen}))::integer as removed,
              ${household ? 'count(distinct household_id)::integer' : 'null::integer'} as households,
              ${amount ? `sum(case when ${holdsNow} then amount_ore else -amount_ore end)::float8` : 'null::float8'} as ore
       from ${name}
       where municipality_id = $1 and (${heldThen}) <> (${holdsNow})
       group by 1 order by 1`,
      [municipalityId, then, now],
    )
    found.push(...rows.map((row) => ({ ...row, kind, month: row.month === null ? null : monthFromNumber(row.month) })))
  }
  return found
}

/** How many facts about households there are to list, whoever may see them. */
export async function countListableFacts(tx: Tx, municipalityId: number, { then, now }: Between): Promise<number> {
  let count = 0
  for (const table of Object.values(tables).filter(({ household, since }) => household && !since)) {
    const [row] = await tx.query<{ facts: number }>(
      `select count(distinct source_key)::integer as facts from ${table.name}
       where municipality_id = $1 and (${holdsAt(table, '$2')}) <> (${holdsAt(table, '$3')})`,
      [municipalityId, then, now],
    )
    count += row?.facts ?? 0
  }
  return count
}

export type ChangedFact = {
  kind: ChangedFactKind
  householdId: number
  householdKey: string
  month: Month | null
  change: 'added' | 'removed' | 'changed'
  beforeOre: number | null
  nowOre: number | null
}

/** More than anybody reads; the sums tell of all. */
export const mostChangedFacts = 300

/** Fact by fact, of the households that row level security opens to the reader; one more than the most when there are more. */
export async function listChangedFacts(tx: Tx, municipalityId: number, { then, now }: Between): Promise<ChangedFact[]> {
  const found: ChangedFact[] = []
  for (const kind of kinds) {
    const { name, month, amount, household, since } = tables[kind]
    if (!household || since || found.length > mostChangedFacts) continue
    const [heldThen, holdsNow] = [holdsAt(tables[kind], '$2'), holdsAt(tables[kind], '$3')]
    const ore = amount ? 'amount_ore' : 'null::bigint'
    const side = (holds: string) =>
      `(select municipality_id, source_key, household_id, ${month} as month, ${ore} as ore from ${name}
        where municipality_id = $1 and ${holds} and (${heldThen}) <> (${holdsNow}))`
    const rows = await tx.query<Omit<ChangedFact, 'kind' | 'month'> & { month: number | null }>(
      `select h.household_id as "householdId", h.source_key as "householdKey", coalesce(n.month, b.month) as month,
              case when b.source_key is null then 'added' when n.source_key is null then 'removed' else 'changed' end as change,
              b.ore::float8 as "beforeOre", n.ore::float8 as "nowOre"
       from ${side(heldThen)} b full join ${side(holdsNow)} n on n.municipality_id = b.municipality_id and n.source_key = b.source_key
       join household h on h.municipality_id = $1 and h.household_id = coalesce(n.household_id, b.household_id)
       order by month, h.source_key limit $4`,
      [municipalityId, then, now, mostChangedFacts + 1],
    )
    found.push(...rows.map((row) => ({ ...row, kind, month: row.month === null ? null : monthFromNumber(row.month) })))
  }
  return found
}

export type ChangedDecision = { kind: string; key: string; name: string | null; savedAt: Date; savedBy: string | null }

/** Entries of the catalogue that figures follow, saved since: what somebody decided is no fact, and makes a difference all the same. */
export async function listChangedDecisions(
  tx: Tx,
  municipalityId: number,
  kindsOfDecision: readonly string[],
  { then, now }: Between,
): Promise<ChangedDecision[]> {
  return tx.query<ChangedDecision>(
    `select e.kind, e.entry_key as key, e.body->>'name' as name, e.known_from as "savedAt", u.name as "savedBy"
     from catalogue_entry e left join app_user u on u.municipality_id = e.municipality_id and u.user_id = e.saved_by
     where e.municipality_id = $1 and e.kind = any ($2) and e.known_from > $3 and e.known_from <= $4
     order by e.known_from, e.kind, e.entry_key`,
    [municipalityId, kindsOfDecision, then, now],
  )
}
