import type { Ore } from '../values/money.ts'
import { type Month, monthInWords } from '../values/month.ts'
import { lastMonthOf, type Period } from '../values/period.ts'
import { rowOfBudget } from './budget-row.ts'
import { type BudgetAmount, yearOf } from './phase-budget.ts'
import {
  cellsOf,
  sentenceOf,
  type StatementAmounts,
  statementColumns,
  type StatementTable,
  sumOf,
  within,
} from './statement-cells.ts'
import {
  type BookedOn,
  defaultStatementRows,
  rowFinder,
  rowsAt,
  type StatementRow,
  type StatementRows,
} from './statement-rows.ts'

/** One account and month of the ledger, as SIE has it: debit positive, credit negative. */
export type LedgerAmount = BookedOn & { month: Month; amountOre: Ore }

/** What the one responsible says that a row's year ends at. Signs as in the statement. */
export type YearEndForecast = { year: number; row: string; amountOre: Ore }

export type StatementInput = {
  ledger: LedgerAmount[]
  /** Month by month: see `phaseBudget` for budgets of whole years. */
  budget: BudgetAmount[]
  period: Period
  versions?: StatementRows[]
  forecasts?: YearEndForecast[]
}

/**
 * The operating statement of a period: revenue positive, costs negative (the ledger's signs turned),
 * and variance = actual − budget on every row, so that a plus is always good for the municipality.
 *
 * Every amount on an account of class 3–8 is in it once: what no row takes stands in the row Ej mappat.
 * Sums are taken in öre before any rounding. Full-year figures are of the year that the period ends in: the budget is
 * withheld unless it covers all twelve months, the forecast is left open until somebody has said one, and a sum has one
 * when every row with amounts has. Without ledger or budget for the period, its column is withheld, not zero.
 * Balance accounts are left out. The rows are those that hold when the period begins.
 */
export function operatingStatement(input: StatementInput): StatementTable {
  const { period, versions = defaultStatementRows } = input
  const rows = rowsAt(period.from, versions)
  const amounts = rowAmounts(input, rows)
  const total = (members: (StatementRow | null)[], id: string) => totalOf(amounts, members, input, id)
  const line = (id: string, label: string, of: StatementAmounts, kind?: 'sum' | 'of-which', note?: string) => ({
    id,
    label,
    ...(kind && { kind }),
    ...(note && { note }),
    cells: cellsOf(of),
  })
  const sideLines = (side: StatementRow['side'], id: string, label: string) => {
    const members = rows.filter((row) => row.side === side)
    const sum = line(
      id,
      label,
      total(members, id),
      undefined,
      members.length > 1 ? '' : noteOf(input, rows, members[0]),
    )
    if (members.length < 2) return [sum]
    return [
      sum,
      ...members.map((row) =>
        line(partId(row), `varav ${row.label}`, amounts.get(row)!, 'of-which', noteOf(input, rows, row)),
      ),
    ]
  }
  const unmapped = amounts.get(null)
  const result = total(unmapped ? [...rows, null] : rows, 'result')
  return {
    ...operatingDefinition,
    columns: statementColumns,
    rows: [
      ...sideLines('revenue', 'revenue', 'Intäkter'),
      ...sideLines('cost', 'costs', 'Kostnader'),
      ...(unmapped ? [line('unmapped', 'Ej mappat', unmapped, undefined, noteOf(input, rows, null))] : []),
      line('result', 'Summa', result, 'sum'),
    ],
    sentence: sentenceOf('Verksamhetens netto', result, period) + reach(input.ledger, period),
  }
}

/**
 * What each row of the statement has, in öre and with its signs. Null is what no row takes, and is there only when
 * something is booked or budgeted on it.
 */
export function rowAmounts(
  { ledger, budget, period, forecasts = [] }: StatementInput,
  rows: StatementRow[],
): Map<StatementRow | null, StatementAmounts> {
  const year = yearOf(period)
  const actual = ledgerTotals(ledger, period, rows)
  const budgeted = budgetTotals(budget, period, rows)
  const fullYear = coversYear(budget, year) ? budgetTotals(budget, year, rows) : null
  const hasUnmapped = [actual, budgeted, fullYear].some((totals) => totals?.has(null))
  const of = (totals: Totals | null, row: StatementRow | null): Ore | null => totals && (totals.get(row) ?? 0)
  return new Map(
    [...rows, ...(hasUnmapped ? [null] : [])].map((row) => [
      row,
      {
        actual: of(actual, row),
        budget: of(budgeted, row),
        fullYearBudget: of(fullYear, row),
        forecast: row && forecastOf(forecasts, year, row.id),
      },
    ]),
  )
}

const operatingDefinition = {
  id: 'operating-statement',
  name: 'Driftredovisning',
  definition:
    'Intäkter är positiva och kostnader negativa. Avvikelse är utfall minus budget, så ett plus är till fördel för kommunen på varje rad. Konton i klass 3–8 fördelas på rader efter kommunens kontomappning; det som saknar rad visas som Ej mappat. Helårsprognosen är den senast fastställda för raden och året; dess avvikelse är prognos minus helårsbudget. Summor räknas i ören före avrundning.',
  source: 'Huvudbok (SIE), budget och fastställda helårsprognoser',
  definitionVersion: 2,
}

/** By row; null is what no row takes. */
type Totals = Map<StatementRow | null, Ore>

/** Actual of each row in a period, with the signs of the statement. Null when the ledger has nothing there. */
export function ledgerTotals(ledger: LedgerAmount[], period: Period, rows: StatementRow[]): Totals | null {
  const find = rowFinder(rows)
  return totalsBy(
    ledger.filter(within(period)).filter((row) => isResultAccount(row.account)),
    find,
  )
}

/** Budget of each row in a period, with the signs of the statement. Null when there is none. */
export const budgetTotals = (budget: BudgetAmount[], period: Period, rows: StatementRow[]): Totals | null =>
  totalsBy(budget.filter(isOperating).filter(within(period)), (amount) => rowOfBudget(amount, rows))

/** Null when there is nothing to add up: an empty extract is not an amount of zero. */
function totalsBy<Row extends { amountOre: Ore }>(
  amounts: Row[],
  keyOf: (row: Row) => StatementRow | null,
): Totals | null {
  if (amounts.length === 0) return null
  const totals: Totals = new Map()
  for (const row of amounts) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) - row.amountOre)
  return totals
}

/** The parts' sum; the forecast of the whole is theirs when each has one or nothing to forecast, else its own. */
function totalOf(
  amounts: Map<StatementRow | null, StatementAmounts>,
  members: (StatementRow | null)[],
  { forecasts = [], period }: StatementInput,
  id: string,
): StatementAmounts {
  const parts = members.map((row) => amounts.get(row)!)
  const isIdle = ({ actual, fullYearBudget }: StatementAmounts) => !actual && !fullYearBudget
  const expected = sumOf(parts.map((part) => part.forecast ?? (isIdle(part) ? 0 : null)))
  return {
    actual: sumOf(parts.map((part) => part.actual)),
    budget: sumOf(parts.map((part) => part.budget)),
    fullYearBudget: sumOf(parts.map((part) => part.fullYearBudget)),
    forecast:
      expected !== null && parts.some((part) => part.forecast !== null)
        ? expected
        : forecastOf(forecasts, yearOf(period), id),
  }
}

const forecastOf = (forecasts: YearEndForecast[], { from }: Period, row: string): Ore | null =>
  forecasts.find((each) => each.row === row && each.year === Number(from.slice(0, 4)))?.amountOre ?? null

/** Why a row's budget is not simply the file's: the assumption that its months rest on. */
function noteOf(
  { budget, period }: StatementInput,
  rows: StatementRow[],
  row: StatementRow | null | undefined,
): string {
  const assumed = budget.filter((each) => each.assumption && isOperating(each)).filter(within(period))
  return assumed.find((each) => rowOfBudget(each, rows) === row)?.assumption ?? ''
}

/** Lines of sums have names of their own, which a row may not take. */
const partId = ({ id }: StatementRow): string => (lineIds.has(id) ? `${id}-row` : id)
const lineIds = new Set(['revenue', 'costs', 'unmapped', 'result'])

const isOperating = ({ statement }: BudgetAmount): boolean => statement === 'operating'

/** Some amount in each of its twelve months: a file that ends in April says nothing of the year. */
const coversYear = (budget: BudgetAmount[], year: Period): boolean =>
  new Set(budget.filter((row) => isOperating(row) && within(year)(row)).map((row) => row.month)).size === 12

export const isResultAccount = (account: string): boolean => account >= '3' && account < '9'

/** Says so when the ledger ends before the period does, since the budget then covers more months than the actual. */
function reach(ledger: LedgerAmount[], period: Period): string {
  const months = ledger.filter(within(period)).map((row) => row.month)
  const last = months.reduce<Month | null>((latest, each) => (latest && latest > each ? latest : each), null)
  return last && last < lastMonthOf(period) ? ` Huvudboken når till och med ${monthInWords(last)}.` : ''
}
