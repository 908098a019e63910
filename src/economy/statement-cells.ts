import { formatSigned, formatThousands } from '../values/format.ts'
import { type Ore, toThousands } from '../values/money.ts'
import type { Month } from '../values/month.ts'
import { type Period, periodInWords } from '../values/period.ts'

/**
 * An amount in öre. Null with `no-data` when it is not known, with `not-applicable` where there can be none,
 * and null alone when it is left open for a person.
 */
export type StatementCell = {
  value: Ore | null
  numerator: Ore | null
  denominator: number | null
  unit: 'ore'
  withheld?: 'no-data' | 'not-applicable'
}

/** Has the shape of a `FigureTable`, so that it is shown, exported and reported as one. */
export type StatementTable = {
  id: string
  name: string
  definition: string
  source: string
  definitionVersion: number
  columns: { id: string; label: string }[]
  rows: { id: string; label: string; kind?: 'sum' | 'of-which'; cells: StatementCell[]; note?: string }[]
  sentence: string
}

/** Signs as in the statement. Null: not known. */
export type StatementAmounts = {
  actual: Ore | null
  budget: Ore | null
  fullYearBudget: Ore | null
  /** What the year is expected to end at; null: nobody has said. */
  forecast: Ore | null
}

export const statementColumns = [
  { id: 'actual', label: 'Utfall' },
  { id: 'budget', label: 'Budget' },
  { id: 'variance', label: 'Avvikelse' },
  { id: 'full-year-budget', label: 'Budget helår' },
  { id: 'forecast', label: 'Prognos helår' },
  { id: 'forecast-variance', label: 'Prognos avvikelse helår' },
]

/** Actual − budget, with costs negative on both sides: positive is good for the municipality. */
export const variance = (actual: Ore, budget: Ore): Ore => actual - budget

export const cellsOf = ({ actual, budget, fullYearBudget, forecast }: StatementAmounts): StatementCell[] => [
  known(actual),
  known(budget),
  known(difference(actual, budget)),
  known(fullYearBudget),
  cell(forecast),
  cell(difference(forecast, fullYearBudget)),
]

const difference = (amount: Ore | null, budget: Ore | null): Ore | null =>
  amount === null || budget === null ? null : variance(amount, budget)

/** Null is left open. */
export const cell = (value: Ore | null): StatementCell => ({
  value,
  numerator: value,
  denominator: value === null ? null : 1,
  unit: 'ore',
})

/** Null is not known. */
export const known = (value: Ore | null): StatementCell =>
  value === null ? { ...cell(null), withheld: 'no-data' } : cell(value)

/** Null when any is null. */
export const sumOf = (amounts: (Ore | null)[]): Ore | null =>
  amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0)

export const within =
  ({ from, until }: Period) =>
  (row: { month: Month }): boolean =>
    row.month >= from && row.month < until

export function sentenceOf(subject: string, { actual, budget }: StatementAmounts, period: Period): string {
  const words = periodInWords(period)
  if (actual === null) return `${subject}: utfall saknas för ${words}.`
  const outcome = `${subject} för ${words} är ${formatThousands(actual)} tkr`
  if (budget === null) return `${outcome}. Budget saknas.`
  const change = formatSigned(toThousands(variance(actual, budget)))
  return `${outcome} mot budgeterade ${formatThousands(budget)} tkr, en avvikelse på ${change} tkr.`
}
