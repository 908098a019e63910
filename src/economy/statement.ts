import { formatSigned, formatThousands } from '../values/format.ts'
import type { Ore } from '../values/money.ts'
import { toThousands } from '../values/money.ts'
import type { Month } from '../values/month.ts'
import { monthInWords } from '../values/month.ts'
import { lastMonthOf, type Period, periodInWords } from '../values/period.ts'
import { defaultStatementRows, rowOfAccount, rowsAt, type StatementRow, type StatementRows } from './statement-rows.ts'

/** One account and month of the ledger, as SIE has it: debit positive, credit negative. */
export type LedgerAmount = { account: string; month: Month; amountOre: Ore }

/** A budget row, with the signs of the ledger. Without an account the label says where it belongs. */
export type BudgetAmount = {
  statement: 'operating' | 'investment'
  account: string | null
  label: string
  month: Month
  amountOre: Ore
}

/** An amount in öre; null with `no-data` when it is not known, null alone when it is left open for a person. */
export type StatementCell = {
  value: Ore | null
  numerator: Ore | null
  denominator: number | null
  unit: 'ore'
  withheld?: 'no-data'
}

/** Has the shape of a `FigureTable`, so that it is shown, exported and reported as one. */
export type StatementTable = {
  id: string
  name: string
  definition: string
  source: string
  definitionVersion: number
  columns: { id: string; label: string }[]
  rows: { id: string; label: string; kind?: 'sum' | 'of-which'; cells: StatementCell[] }[]
  sentence: string
}

export type StatementInput = {
  ledger: LedgerAmount[]
  budget: BudgetAmount[]
  period: Period
  versions?: StatementRows[]
}

/**
 * The operating statement of a period: revenue positive, costs negative (the ledger's signs turned),
 * and variance = actual − budget on every row, so that a plus is always good for the municipality.
 *
 * Every amount on an account of class 3–8 is in it once: what no row takes stands in the row Ej mappat.
 * Sums are taken in öre before any rounding. The forecast column is left open for the person responsible.
 * Without ledger or budget for the period, its column is withheld, not zero. Balance accounts are left out.
 */
export function operatingStatement({
  ledger,
  budget,
  period,
  versions = defaultStatementRows,
}: StatementInput): StatementTable {
  const rows = rowsAt(period.from, versions)
  const actualOf = ledgerTotals(ledger, period, rows)
  const budgetOf = budgetTotals(budget, period, rows)
  const line = (id: string, label: string, members: string[], kind?: 'sum' | 'of-which') => ({
    id,
    label,
    ...(kind && { kind }),
    cells: cellsOf(sumOf(actualOf, members), sumOf(budgetOf, members)),
  })
  const sideLines = (side: StatementRow['side'], id: string, label: string) => {
    const members = rows.filter((row) => row.side === side)
    const parts = members.map((row) => line(row.id, `varav ${row.label}`, [row.id], 'of-which'))
    const total = line(
      id,
      label,
      members.map((row) => row.id),
    )
    return parts.length > 1 ? [total, ...parts] : [total]
  }
  const hasUnmapped = actualOf?.has(unmapped) || budgetOf?.has(unmapped)
  const result = line('result', 'Summa', [...rows.map((row) => row.id), unmapped], 'sum')
  return {
    ...operatingDefinition,
    columns,
    rows: [
      ...sideLines('revenue', 'revenue', 'Intäkter'),
      ...sideLines('cost', 'costs', 'Kostnader'),
      ...(hasUnmapped ? [line(unmapped, 'Ej mappat', [unmapped])] : []),
      result,
    ],
    sentence: sentenceOf('Verksamhetens netto', result.cells, period) + reach(ledger, period),
  }
}

/**
 * The investment budget of a period, one row per label. Actual is what the ledger has on the accounts of that label.
 * It is withheld when the label has no account or shares it with another label, since it cannot be told apart.
 */
export function investmentStatement({ ledger, budget, period }: StatementInput): StatementTable {
  const budgeted = budget.filter((row) => row.statement === 'investment')
  const inPeriod = within(period)
  const booked = ledger.filter((row) => inPeriod(row))
  const rows = [...new Set(budgeted.map((row) => row.label))].map((label) => {
    const own = budgeted.filter((row) => row.label === label)
    const accounts = ownAccounts(own, budgeted)
    const actual = accounts && booked.length > 0 ? present(booked.filter((row) => accounts.has(row.account))) : null
    return { id: slug(label), label, cells: cellsOf(actual, present(own.filter(inPeriod))) }
  })
  const total = cellsOf(totalOf(rows, 0), totalOf(rows, 1))
  return {
    ...investmentDefinition,
    columns,
    rows: rows.length > 0 ? [...rows, { id: 'result', label: 'Summa', kind: 'sum', cells: total }] : [],
    sentence: rows.length > 0 ? sentenceOf('Investeringarna', total, period) : 'Ingen investeringsbudget är inläst.',
  }
}

/** Actual − budget, with costs negative on both sides: positive is good for the municipality. */
export const variance = (actual: Ore, budget: Ore): Ore => actual - budget

const unmapped = 'unmapped'

const columns = [
  { id: 'actual', label: 'Utfall' },
  { id: 'budget', label: 'Budget' },
  { id: 'variance', label: 'Avvikelse' },
  { id: 'forecast', label: 'Prognos helår' },
]

const operatingDefinition = {
  id: 'operating-statement',
  name: 'Driftredovisning',
  definition:
    'Intäkter är positiva och kostnader negativa. Avvikelse är utfall minus budget, så ett plus är till fördel för kommunen på varje rad. Konton i klass 3–8 fördelas på rader efter kommunens kontomappning; det som saknar rad visas som Ej mappat. Summor räknas i ören före avrundning.',
  source: 'Huvudbok (SIE) och budget',
  definitionVersion: 1,
}

const investmentDefinition = {
  id: 'investment-statement',
  name: 'Investeringsredovisning',
  definition:
    'Investeringsbudgeten per benämning. Utfall är det som är bokfört på benämningens konto under perioden. Utgifter är negativa och avvikelse är utfall minus budget.',
  source: 'Huvudbok (SIE) och investeringsbudget',
  definitionVersion: 1,
}

type Totals = Map<string, Ore>

function ledgerTotals(ledger: LedgerAmount[], period: Period, rows: StatementRow[]): Totals | null {
  const amounts = ledger.filter(within(period)).filter((row) => isResultAccount(row.account))
  return totalsBy(amounts, (row) => rowOfAccount(row.account, rows)?.id ?? unmapped)
}

function budgetTotals(budget: BudgetAmount[], period: Period, rows: StatementRow[]): Totals | null {
  const amounts = budget.filter((row) => row.statement === 'operating').filter(within(period))
  return totalsBy(amounts, ({ account, label }) => {
    const row = account ? rowOfAccount(account, rows) : rows.find((each) => sameLabel(each.label, label))
    return row?.id ?? unmapped
  })
}

/** Null when there is nothing to add up: an empty extract is not an amount of zero. */
function totalsBy<Row extends { amountOre: Ore }>(amounts: Row[], keyOf: (row: Row) => string): Totals | null {
  if (amounts.length === 0) return null
  const totals: Totals = new Map()
  for (const row of amounts) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) - row.amountOre)
  return totals
}

const isResultAccount = (account: string): boolean => account >= '3' && account < '9'

const sameLabel = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('sv') === other.trim().toLocaleLowerCase('sv')

const sumOf = (totals: Totals | null, keys: string[]): Ore | null =>
  totals && keys.reduce((sum, key) => sum + (totals.get(key) ?? 0), 0)

function cellsOf(actual: Ore | null, budget: Ore | null): StatementCell[] {
  const difference = actual === null || budget === null ? null : variance(actual, budget)
  return [known(actual), known(budget), known(difference), cell(null)]
}

const cell = (value: Ore | null): StatementCell => ({
  value,
  numerator: value,
  denominator: value === null ? null : 1,
  unit: 'ore',
})

const known = (value: Ore | null): StatementCell =>
  value === null ? { ...cell(null), withheld: 'no-data' } : cell(value)

const within =
  ({ from, until }: Period) =>
  (row: { month: Month }): boolean =>
    row.month >= from && row.month < until

const present = (amounts: { amountOre: Ore }[]): Ore => amounts.reduce((sum, { amountOre }) => sum - amountOre, 0)

function ownAccounts(own: BudgetAmount[], all: BudgetAmount[]): Set<string> | null {
  const accounts = new Set(own.flatMap((row) => row.account ?? []))
  const isShared = all.some((row) => row.label !== own[0]?.label && row.account && accounts.has(row.account))
  return accounts.size === 0 || isShared ? null : accounts
}

function totalOf(rows: { cells: StatementCell[] }[], column: number): Ore | null {
  const values = rows.map((row) => row.cells[column]?.value ?? null)
  return values.includes(null) ? null : values.reduce<Ore>((sum, value) => sum + (value ?? 0), 0)
}

const slug = (label: string): string =>
  label
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')

function sentenceOf(subject: string, cells: StatementCell[], period: Period): string {
  const [actual = null, budget = null, difference = null] = cells.map((each) => each.value)
  const words = periodInWords(period)
  if (actual === null) return `${subject}: utfall saknas för ${words}.`
  const outcome = `${subject} för ${words} är ${formatThousands(actual)} tkr`
  if (budget === null || difference === null) return `${outcome}. Budget saknas.`
  const change = formatSigned(toThousands(difference))
  return `${outcome} mot budgeterade ${formatThousands(budget)} tkr, en avvikelse på ${change} tkr.`
}

/** Says so when the ledger ends before the period does, since the budget then covers more months than the actual. */
function reach(ledger: LedgerAmount[], period: Period): string {
  const months = ledger.filter(within(period)).map((row) => row.month)
  const last = months.reduce<Month | null>((latest, each) => (latest && latest > each ? latest : each), null)
  return last && last < lastMonthOf(period) ? ` Huvudboken når till och med ${monthInWords(last)}.` : ''
}
