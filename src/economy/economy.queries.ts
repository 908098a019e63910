import type { Tx } from '../database/transaction.ts'
import { monthFromNumber } from '../values/month.ts'
import type { BudgetAmount, LedgerAmount } from './statement.ts'
import type { VolumeRow } from './volume-table.ts'

/** What the figures need besides the panel, as known at a moment (null: now). Read as the reader role. */
export type EconomyFacts = { ledger: LedgerAmount[]; budget: BudgetAmount[]; volumes: VolumeRow[]; staff: StaffRow[] }

export type StaffRow = {
  label: string
  from: string
  until: string
  group: 'total' | 'women' | 'men'
  numerator: number | null
  denominator: number | null
}

export async function loadEconomy(tx: Tx, municipalityId: number, knownAt: Date | null): Promise<EconomyFacts> {
  const known = knownAt
    ? 'municipality_id = $1 and known_from <= $2 and known_until > $2'
    : `municipality_id = $1 and known_until = 'infinity'`
  const parameters = knownAt ? [municipalityId, knownAt] : [municipalityId]
  const ledger = await tx.query<{ account: string; month: number; amount_ore: number }>(
    `select account, month, sum(amount_ore)::bigint as amount_ore from ledger_amount where ${known} group by 1, 2 order by 1, 2`,
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
    `select label, kind, from_month, until_month, version, value from volume where ${known} order by source_key`,
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
    `select label, from_day, until_day, staff_group, numerator, denominator from staff_figure where ${known} order by source_key`,
    parameters,
  )
  return {
    ledger: ledger.map((row) => ({
      account: row.account,
      month: monthFromNumber(row.month),
      amountOre: row.amount_ore,
    })),
    budget: budget.map((row) => ({ ...row, month: monthFromNumber(row.month), amountOre: row.amount_ore })),
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
