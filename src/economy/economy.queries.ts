import type { Tx } from '../database/transaction.ts'
import { type Month, monthFromNumber } from '../values/month.ts'
import type { BudgetAmount, YearBudget } from './phase-budget.ts'
import type { LedgerAmount } from './statement.ts'
import type { VolumeRow } from './volume-table.ts'

/** What the figures need besides the panel, as known at a moment (null: now). Read as the reader role. */
export type EconomyFacts = {
  ledger: LedgerAmount[]
  /** The month in which the ledger of a month became known here, as months go: `2019-05` for what was read in May. */
  ledgerKnown: Map<Month, Month>
  /** Of each account in the ledger, the latest name. */
  accountNames: Map<string, string>
  budget: BudgetAmount[]
  /** Budgets that the file has for the whole year alone; `phaseBudget` gives their months. */
  yearBudget: YearBudget[]
  volumes: VolumeRow[]
  /** Inhabitants that SCB or Kolada has published, for years that the volumes file lacks. */
  inhabitants: Inhabitants[]
  staff: StaffRow[]
}

/** Inhabitants on the last day of a year, and those of them who are 0–17 years. */
type Inhabitants = { year: number; total: number; children: number; source: 'scb' | 'kolada' }

export type StaffRow = {
  label: string
  from: string
  until: string
  group: 'total' | 'women' | 'men'
  numerator: number | null
  denominator: number | null
}

/** A label stands where the latest file that told something new of it has it; of two in the same place, by name. */
const asInTheFile = `first_value(file_row) over (partition by municipality_id, label order by known_from desc, file_row), label, file_row, source_key`

export async function loadEconomy(tx: Tx, municipalityId: number, knownAt: Date | null): Promise<EconomyFacts> {
  const known = knownAt
    ? 'municipality_id = $1 and known_from <= $2 and known_until > $2'
    : `municipality_id = $1 and known_until = 'infinity'`
  const parameters = knownAt ? [municipalityId, knownAt] : [municipalityId]
  const ledger = await tx.query<{ account: string; objects: string; month: number; amount_ore: number }>(
    `select account, objects, month, sum(amount_ore)::bigint as amount_ore from ledger_amount where ${known}
     group by 1, 2, 3 order by 1, 2, 3`,
    parameters,
  )
  const months = await tx.query<{ month: number; known_in: number }>(
    `select month, max(extract(year from known_from) * 100 + extract(month from known_from))::integer as known_in
     from ledger_amount where ${known} group by 1 order by 1`,
    parameters,
  )
  const accounts = await tx.query<{ account: string; account_name: string }>(
    `select distinct on (account) account, account_name from ledger_amount where ${known} and account_name is not null
     order by account, month desc`,
    parameters,
  )
  const budget = await tx.query<{
    statement: 'operating' | 'investment'
    account: string | null
    label: string
    month: number
    amount_ore: number
  }>(
    `select statement, account, label, month, amount_ore from budget_amount where ${known} order by month, account, label, source_key`,
    parameters,
  )
  const volumes = await tx.query<{
    label: string
    kind: VolumeRow['kind']
    from_month: number
    until_month: number
    version: VolumeRow['version']
    value: string | null
  }>(
    `select label, kind, from_month, until_month, version, value from volume where ${known} order by ${asInTheFile}`,
    parameters,
  )
  const staff = await tx.query<{
    label: string
    from_day: string
    until_day: string
    staff_group: StaffRow['group']
    numerator: string | null
    denominator: string | null
  }>(
    `select label, from_day, until_day, staff_group, numerator, denominator from staff_figure where ${known} order by ${asInTheFile}`,
    parameters,
  )
  const inhabitants = await tx.query<Inhabitants>(
    `select year, source, total, children from (
       select year, source, max(value) filter (where series in ('inhabitants', 'N01951')) as total,
              coalesce(max(value) filter (where series = 'inhabitants-0-17'),
                       max(value) filter (where series = 'N01951') - max(value) filter (where series = 'N02104')) as children
       from reference_value where ${known} and area = lpad(municipality_id::text, 4, '0') and gender = 'T'
       group by year, source
     ) published where total is not null and children is not null order by year, source desc`,
    parameters,
  )
  return {
    inhabitants,
    ledger: ledger.map((row) => ({
      account: row.account,
      objects: row.objects,
      month: monthFromNumber(row.month),
      amountOre: row.amount_ore,
    })),
    ledgerKnown: new Map(months.map((row) => [monthFromNumber(row.month), monthFromNumber(row.known_in)])),
    accountNames: new Map(accounts.map((row) => [row.account, row.account_name])),
    budget: budget
      .filter(({ month }) => !isWholeYear(month))
      .map(({ amount_ore: amountOre, month, ...row }) => ({ ...row, month: monthFromNumber(month), amountOre })),
    yearBudget: budget
      .filter(({ month }) => isWholeYear(month))
      .map(({ amount_ore: amountOre, month, ...row }) => ({ ...row, year: Math.floor(month / 100), amountOre })),
    volumes: volumes.map((row) => ({
      label: row.label,
      kind: row.kind,
      from: monthFromNumber(row.from_month),
      until: monthFromNumber(row.until_month),
      version: row.version,
      value: numberOrNull(row.value),
    })),
    staff: staff.map((row) => ({
      label: row.label,
      from: row.from_day,
      until: row.until_day,
      group: row.staff_group,
      numerator: numberOrNull(row.numerator),
      denominator: numberOrNull(row.denominator),
    })),
  }
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text))

/** A budget of a whole year has its year and no month: 201900. */
const isWholeYear = (month: number): boolean => month % 100 === 0
