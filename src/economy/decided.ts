import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { Period } from '../values/period.ts'
import type { EconomyFacts } from './economy.queries.ts'
import { type BudgetAmount, type BudgetProfile, phaseBudget } from './phase-budget.ts'
import type { StatementInput, YearEndForecast } from './statement.ts'
import type { StatementRows } from './statement-rows.ts'

/** What somebody has written about a table of a period. */
export type TableComment = CatalogueBody<'table-comment'>

/** What people have decided about the figures on money, as known at a moment: entries of the catalogue. */
export type MoneyDecisions = {
  /** The program's default first, then the municipality's own. */
  statementRows: StatementRows[]
  profiles: BudgetProfile[]
  forecasts: YearEndForecast[]
  comments: TableComment[]
}

/** The facts and decisions as the statements take them. */
export const statementInput = (
  economy: Pick<EconomyFacts, 'ledger' | 'budget' | 'yearBudget'>,
  decided: MoneyDecisions,
  period: Period,
): StatementInput => ({
  ledger: economy.ledger,
  budget: budgetOf(economy, decided),
  period,
  versions: decided.statementRows,
  forecasts: decided.forecasts,
})

/** The whole budget by month, that of whole years phased. */
export const budgetOf = (
  { budget, yearBudget }: Pick<EconomyFacts, 'budget' | 'yearBudget'>,
  { profiles, statementRows }: MoneyDecisions,
): BudgetAmount[] =>
  yearBudget.length === 0 ? budget : [...budget, ...phaseBudget(yearBudget, profiles, statementRows)]

export const commentOn = ({ comments }: MoneyDecisions, table: string, { from, until }: Period): string =>
  comments.find((each) => each.table === table && each.from === from && each.until === until)?.text.trim() ?? ''
