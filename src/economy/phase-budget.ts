import type { Ore } from '../values/money.ts'
import { type Month, month } from '../values/month.ts'
import type { Period } from '../values/period.ts'
import { rowOfBudget } from './budget-row.ts'
import { rowsAt, type StatementRows } from './statement-rows.ts'

/** A budget row of a month, with the signs of the ledger. Without an account the label says where it belongs. */
export type BudgetAmount = {
  statement: 'operating' | 'investment'
  account: string | null
  label: string
  month: Month
  amountOre: Ore
  /** How the month got its part, where the file has the year alone. Said beside every figure that rests on it. */
  assumption?: string
}

/** A budget row that the file gives for a whole year. */
export type YearBudget = Omit<BudgetAmount, 'month' | 'assumption'> & { year: number }

/** How a year's budget falls on its months, from a year on. `row` is the id of a statement row, or `all`. */
export type BudgetProfile = { row: string; from: Month; source: string; weights: number[] }

/** Without a profile each month has one twelfth. */
const twelfths = 'Budgeten finns bara för helår och är fördelad med en tolftedel per månad (antagande).'

/**
 * The budgets of whole years, month by month: by the profile of the row, else by that of all rows, else in twelfths.
 * The months of a year sum to its amount in öre. A profile whose weights are all zero is passed over.
 */
export function phaseBudget(
  budget: YearBudget[],
  profiles: BudgetProfile[],
  versions: StatementRows[],
): BudgetAmount[] {
  return budget.flatMap(({ year, ...amount }) => {
    const january = month(`${year}-01`)
    const row = rowOfBudget(amount, rowsAt(january, versions))?.id ?? ''
    const profile = profileFor(row, year, profiles)
    const parts = spread(amount.amountOre, profile?.weights ?? equal)
    const assumption = profile
      ? `Budgeten finns bara för helår och är fördelad efter kommunens profil (${profile.source}).`
      : twelfths
    return parts.map((amountOre, at) => ({ ...amount, month: monthOf(year, at), amountOre, assumption }))
  })
}

/** Months January–December in proportion to their weights; what is rounded in one is made good in the next. */
export function spread(amountOre: Ore, weights: number[]): Ore[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  let given = 0
  return weights.map((weight) => {
    passed += weight
    const part = Math.round(amountOre * (passed / total)) - given + 0
    given += part
    return part
  })
}

/** The year of a period's last month: the year that its full-year figures are of. */
export function yearOf({ until }: Period): Period {
  const year = Number(until.slice(0, 4)) - (until.endsWith('-01') ? 1 : 0)
  return { from: monthOf(year, 0), until: monthOf(year + 1, 0) }
}

const equal = new Array<number>(12).fill(1)

const monthOf = (year: number, at: number): Month => month(`${year}-${String(at + 1).padStart(2, '0')}`)

const profileFor = (row: string, year: number, profiles: BudgetProfile[]): BudgetProfile | undefined => {
  const valid = profiles.filter(({ from, weights }) => Number(from.slice(0, 4)) <= year && weights.some(Boolean))
  return valid.find((each) => each.row === row) ?? valid.find((each) => each.row === 'all')
}
