import { slugOf } from '../values/key.ts'
import type { Ore } from '../values/money.ts'
import { type BudgetAmount, yearOf } from './phase-budget.ts'
import type { StatementInput, YearEndForecast } from './statement.ts'
import {
  cellsOf,
  sentenceOf,
  type StatementAmounts,
  statementColumns,
  type StatementTable,
  sumOf,
  within,
} from './statement-cells.ts'

/**
 * The investment budget of a period, one row per label. Actual is what the ledger has on the accounts of that label.
 * It is withheld when the label has no account or shares it with another label, since it cannot be told apart.
 * The year's budget is what the file has for the year: an investment need not be budgeted every month.
 */
export function investmentStatement({ ledger, budget, period, forecasts = [] }: StatementInput): StatementTable {
  const year = yearOf(period)
  const budgeted = budget.filter((row) => row.statement === 'investment')
  const booked = ledger.filter(within(period))
  const rows = [...new Set(budgeted.map((row) => row.label))].map((label) => {
    const own = budgeted.filter((row) => row.label === label)
    const accounts = ownAccounts(own, budgeted)
    const assumption = own.filter(within(period)).find((row) => row.assumption)?.assumption
    const amounts: StatementAmounts = {
      actual: accounts && booked.length > 0 ? present(booked.filter((row) => accounts.has(row.account))) : null,
      budget: present(own.filter(within(period))),
      fullYearBudget: present(own.filter(within(year))),
      forecast: forecastOf(forecasts, year.from.slice(0, 4), label),
    }
    return { id: slugOf(label), label, amounts, ...(assumption && { note: assumption }) }
  })
  const total = totalOf(rows.map(({ amounts }) => amounts))
  return {
    ...investmentDefinition,
    columns: statementColumns,
    rows:
      rows.length > 0
        ? [
            ...rows.map(({ amounts, ...row }) => ({ ...row, cells: cellsOf(amounts) })),
            { id: 'result', label: 'Summa', kind: 'sum', cells: cellsOf(total) },
          ]
        : [],
    sentence: rows.length > 0 ? sentenceOf('Investeringarna', total, period) : 'Ingen investeringsbudget är inläst.',
  }
}

/** What the forecast of an investment is saved under, beside those of the operating statement. */
export const investmentRow = (label: string): string => `investment-${slugOf(label)}`.slice(0, 50)

const investmentDefinition = {
  id: 'investment-statement',
  name: 'Investeringsredovisning',
  definition:
    'Investeringsbudgeten per benämning. Utfall är det som är bokfört på benämningens konto under perioden. Utgifter är negativa och avvikelse är utfall minus budget. Helårsbudgeten är årets alla månader i budgetfilen.',
  source: 'Huvudbok (SIE), investeringsbudget och fastställda helårsprognoser',
  definitionVersion: 2,
}

const totalOf = (parts: StatementAmounts[]): StatementAmounts => {
  const sum = (name: keyof StatementAmounts) => sumOf(parts.map((part) => part[name]))
  return {
    actual: sum('actual'),
    budget: sum('budget'),
    fullYearBudget: sum('fullYearBudget'),
    forecast: sum('forecast'),
  }
}

const forecastOf = (forecasts: YearEndForecast[], year: string, label: string): Ore | null =>
  forecasts.find((each) => each.year === Number(year) && each.row === investmentRow(label))?.amountOre ?? null

const present = (amounts: { amountOre: Ore }[]): Ore => amounts.reduce((sum, { amountOre }) => sum - amountOre, 0)

function ownAccounts(own: BudgetAmount[], all: BudgetAmount[]): Set<string> | null {
  const accounts = new Set(own.flatMap((row) => row.account ?? []))
  const isShared = all.some((row) => row.label !== own[0]?.label && row.account && accounts.has(row.account))
  return accounts.size === 0 || isShared ? null : accounts
}
