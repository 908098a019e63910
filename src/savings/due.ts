import type { Ore } from '../values/money.ts'
import { type Month, type MonthIndex, monthIndex } from '../values/month.ts'
import type { Action } from './assumption.ts'

/** An amount that falls evenly over months from `start` on; the last of them may be a part of a month. */
export type Spread = { ore: Ore; start: MonthIndex; months: number }

/** What has come of it until and with a month, in whole öre: all of it in the last month, whatever the rounding before. */
export function dueBy({ ore, start, months }: Spread, month: MonthIndex): Ore {
  const passed = Math.max(0, month + 1 - start)
  return passed >= months ? (passed > 0 ? ore : 0) : Math.round((ore * passed) / months)
}

/** What an action itself has cost until and with a month. */
export const ownCostBy = (ownCosts: Action['ownCosts'], month: MonthIndex): Ore =>
  ownCosts.reduce((sum, { ore, from, until }) => sum + dueBy(spreadOf(ore, from as Month, until as Month), month), 0)

const spreadOf = (ore: Ore, from: Month, until: Month): Spread => ({
  ore,
  start: monthIndex(from),
  months: monthIndex(until) - monthIndex(from),
})
