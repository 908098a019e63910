import type { Tx } from '../../src/database/transaction.ts'
import type { PaymentSignalSettings } from '../../src/parameters/payment-signals.ts'
import { addMonths, type Month, monthFromNumber, monthToNumber } from '../../src/values/month.ts'
import { medianBasisAt, type Signal, type SignalKind, signalKinds } from '../../src/payment-cases/signals.ts'

type SignalRow = {
  kind: SignalKind
  household_id: number
  month: number
  stake_ore: number
  other_household_id: number | null
}

type Looked = { from: Month; until: Month; householdId?: number }

/**
 * The rules of the signals in SQL, asked of the payments under row level security: what `findSignals` must agree with.
 * It takes seconds for a large municipality.
 */
export async function findSignalsInSql(
  tx: Tx,
  municipalityId: number,
  settings: PaymentSignalSettings,
  { from, until, householdId }: Looked,
): Promise<Signal[]> {
  const kinds = signalKinds.filter((kind) => settings[kind].isOn)
  if (kinds.length === 0) return []
  const basis = medianBasisAt(from)
  const parameters: unknown[] = [
    municipalityId,
    monthToNumber(from),
    monthToNumber(until),
    monthToNumber(addMonths(until, -Math.max(basis.months, 1))),
    householdId ?? null,
  ]
  const parts = kinds.map((kind) => {
    const place = `$${parameters.push(settings[kind].threshold)}::bigint`
    return `select '${kind}' as kind, found.* from (${rules[kind](place, basis.atLeast)}) found`
  })
  // Nothing is known of how large the parts become: loops within loops look cheap and take minutes.
  await tx.query('set local enable_nestloop to off')
  const rows = await tx.query<SignalRow>(
    `with ${payments}
     select kind, household_id, month, stake_ore::bigint as stake_ore, other_household_id from (${parts.join(' union all ')}) signal
     where $5::bigint is null or household_id = $5
     order by month desc, stake_ore desc, household_id, kind`,
    parameters,
  )
  await tx.query('set local enable_nestloop to on')
  return rows.map((row) => ({
    kind: row.kind,
    householdId: row.household_id,
    month: monthFromNumber(row.month),
    stakeOre: row.stake_ore,
    otherHouseholdId: row.other_household_id,
  }))
}

/** The payments that any rule looks at, once; and what each household got net, in months with assistance. */
const payments = `
  recent as materialized (
    select municipality_id, household_id, concerned_month as month, paid_on, known_from, amount_ore, purpose from payment
    where municipality_id = $1 and known_until = 'infinity' and concerned_month >= least($2::integer, $4::integer) and concerned_month < $3
  ),
  monthly as materialized (
    select municipality_id, household_id, month, sum(amount_ore) as ore from recent
    group by municipality_id, household_id, month having sum(amount_ore) > 0
  )`

/** Months since year 0, of a month as the database has it and of a day. */
const monthNo = (month: string) => `(${month} / 100 * 12 + ${month} % 100)`
const monthNoOf = (day: string) => `(extract(year from ${day})::integer * 12 + extract(month from ${day})::integer)`

/** That an event on the way has not been taken back. */
const stands = (event: string) => `not exists (
  select from path_event undone where undone.municipality_id = ${event}.municipality_id
    and undone.household_id = ${event}.household_id and undone.kind = 'undone' and undone.concerns = ${event}.sequence)`

/** Each gives household_id, month, stake_ore and other_household_id, once for each household and month. */
const rules: Record<SignalKind, (threshold: string, atLeast: number) => string> = {
  // A child may live with both parents; a grown-up is assisted in one household. The row is that of the household that was first.
  // `offset 0` keeps the order of the joins: everybody's payments against everybody's of a month would be taken first.
  'two-households': (threshold) => `
    select distinct on (household_id, month) household_id, month, least(ore, other_ore) as stake_ore, other_household_id from (
      select mine.household_id, mine.month, mine.ore, theirs.ore as other_ore, mine.other_household_id,
             count(*) over (partition by mine.person_id, mine.household_id, mine.other_household_id) as months
      from (
        select pair.*, paid.month, paid.ore from (
          select a.municipality_id, a.household_id, a.from_month, a.until_month, a.person_id,
                 b.household_id as other_household_id, b.from_month as other_from, b.until_month as other_until
          from household_member a
          join household_member b on b.municipality_id = a.municipality_id and b.person_id = a.person_id and b.known_until = 'infinity'
           and (a.from_month, a.household_id) < (b.from_month, b.household_id) and a.household_id <> b.household_id
           and (a.role <> 'child' or b.role <> 'child')
          where a.municipality_id = $1 and a.known_until = 'infinity' offset 0
        ) pair
        join monthly paid on paid.municipality_id = pair.municipality_id and paid.household_id = pair.household_id
         and paid.month >= greatest(pair.from_month, $2) and (pair.until_month is null or paid.month < pair.until_month) offset 0
      ) mine
      join monthly theirs on theirs.municipality_id = mine.municipality_id and theirs.household_id = mine.other_household_id
       and theirs.month = mine.month and theirs.month >= mine.other_from and (mine.other_until is null or theirs.month < mine.other_until)
    ) both_assisted where months >= ${threshold} order by household_id, month, stake_ore desc`,

  'after-closing': (threshold) => `
    select distinct paid.household_id, paid.month, paid.ore as stake_ore, null::bigint as other_household_id
    from path_event closed
    join monthly paid on paid.municipality_id = closed.municipality_id and paid.household_id = closed.household_id
     and paid.month >= $2 and ${monthNo('paid.month')} > ${monthNoOf('closed.happened_on')} + ${threshold}
    where closed.municipality_id = $1 and closed.kind = 'case-closed' and ${stands('closed')}
      and not exists (
        select from path_event opened where opened.municipality_id = closed.municipality_id
          and opened.household_id = closed.household_id and opened.kind = 'contact-registered'
          and opened.sequence > closed.sequence and ${monthNoOf('opened.happened_on')} <= ${monthNo('paid.month')}
          and ${stands('opened')})`,

  'after-employment': (threshold) => `
    select distinct paid.household_id, paid.month, paid.ore as stake_ore, null::bigint as other_household_id
    from path_event started
    join monthly paid on paid.municipality_id = started.municipality_id and paid.household_id = started.household_id
     and paid.month >= $2 and ${monthNo('paid.month')} > ${monthNoOf('started.happened_on')} + ${threshold}
     and (started.body->>'until' is null or ${monthNo('paid.month')} <= ${monthNoOf(`(started.body->>'until')::date`)})
    where started.municipality_id = $1 and started.kind = 'employment-started'
      and started.body->>'subsidised' = 'false' and ${stands('started')}
      and not exists (
        select from path_event ended where ended.municipality_id = started.municipality_id
          and ended.household_id = started.household_id and ended.kind = 'employment-ended'
          and ended.concerns = started.sequence and ${monthNoOf('ended.happened_on')} < ${monthNo('paid.month')}
          and ${stands('ended')})`,

  // What was paid back in full is settled.
  'same-twice': (threshold) => `
    select household_id, month, sum(amount_ore * extra) as stake_ore, null::bigint as other_household_id from (
      select paid.household_id, paid.month, paid.amount_ore, count(*) - 1 - coalesce(max(back.times), 0) as extra
      from recent paid
      left join (
        select municipality_id, household_id, month, amount_ore, count(*) as times from recent
        where amount_ore < 0 group by municipality_id, household_id, month, amount_ore
      ) back on back.municipality_id = paid.municipality_id and back.household_id = paid.household_id
       and back.month = paid.month and back.amount_ore = -paid.amount_ore
      where paid.amount_ore > 0 and paid.amount_ore >= ${threshold} and paid.month >= $2
      group by paid.household_id, paid.month, paid.purpose, paid.amount_ore having count(*) > 1
    ) twice where extra > 0 group by household_id, month`,

  'changed-later': (threshold) => `
    select household_id, month, sum(ore) as stake_ore, null::bigint as other_household_id from (
      select paid.household_id, paid.concerned_month as month, abs(paid.amount_ore - (
        select earlier.amount_ore from payment earlier
        where earlier.municipality_id = paid.municipality_id and earlier.source_key = paid.source_key
        order by earlier.known_from limit 1)) as ore
      from payment paid where paid.municipality_id = $1 and paid.known_until = 'infinity'
        and paid.concerned_month >= $2 and paid.concerned_month < $3
    ) changed where ore > 0 and ore >= ${threshold} group by household_id, month`,

  'late-recovery': (threshold) => `
    select household_id, month, -sum(amount_ore) as stake_ore, null::bigint as other_household_id from recent
    where amount_ore < 0 and month >= $2
      and ${monthNoOf(`coalesce(paid_on, (known_from at time zone 'Europe/Stockholm')::date)`)} - ${monthNo('month')} >= ${threshold}
    group by household_id, month`,

  'above-median': (threshold, atLeast) => `
    select paid.household_id, paid.month, paid.ore - usual.ore as stake_ore, null::bigint as other_household_id
    from monthly paid
    join (
      select municipality_id, household_id, percentile_disc(0.5) within group (order by ore) as ore from monthly
      group by municipality_id, household_id having count(*) >= ${atLeast}
    ) usual on usual.municipality_id = paid.municipality_id and usual.household_id = paid.household_id
    where paid.month >= $2 and paid.ore > usual.ore * ${threshold}`,
}
