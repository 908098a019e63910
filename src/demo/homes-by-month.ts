import type { MonthIndex } from '../values/month.ts'
import type { Home } from './compositions.ts'
import type { Plan } from './plan.ts'

/** For each month of the plan the homes that have it among the months asked for, in the order of the homes. */
export function homesByMonth(homes: readonly Home[], plan: Plan, monthsOf: (home: Home) => MonthIndex[]): Home[][] {
  const byMonth: Home[][] = Array.from({ length: plan.until - plan.first }, () => [])
  for (const home of homes) for (const at of monthsOf(home)) byMonth[at - plan.first]!.push(home)
  return byMonth
}
