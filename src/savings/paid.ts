import { rollingLongTerm } from '../calculations/long-term.ts'
import type { Panel } from '../calculations/panel.ts'
import { type PreparedPanel, preparePanel } from '../calculations/prepared-panel.ts'
import type { Selection } from '../calculations/selection.ts'
import { allowedGapMonths, longTermLimit } from '../parameters/assistance-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import type { Ore } from '../values/money.ts'
import { type MonthIndex, monthFromIndex } from '../values/month.ts'

type Months = { from: MonthIndex; until: MonthIndex }

/** Payments less recoveries for the months concerned, öre; null when the data do not hold all of the months. */
export function paidIn(panel: Panel, { from, until }: Months): Ore | null {
  if (from < panel.firstMonth || until > panel.untilMonth || until <= from) return null
  return monthlyTotals(panel)
    .subarray(from - panel.firstMonth, until - panel.firstMonth)
    .reduce((sum, ore) => sum + ore, 0)
}

/** A panel is never changed, only replaced: what was paid for each of its months is summed once. */
const totals = new WeakMap<Panel, Float64Array>()

function monthlyTotals(panel: Panel): Float64Array {
  const known = totals.get(panel)
  if (known) return known
  const { month, amountOre, length } = panel.householdMonths
  const sums = new Float64Array(panel.untilMonth - panel.firstMonth)
  for (let row = 0; row < length; row++) sums[month[row]! - panel.firstMonth]! += amountOre[row]!
  totals.set(panel, sums)
  return sums
}

/** Households with assistance for ten of the latest twelve months or more, with the children, women and men in them. */
export type LongTerm = Record<'children' | 'women' | 'men' | 'households', number>

/** Null when the data do not hold the twelve months that end with the month. */
export function longTermIn(panel: Panel, month: MonthIndex): LongTerm | null {
  const limit = valueAt(longTermLimit, monthFromIndex(month))
  if (month + 1 - limit.windowMonths < panel.firstMonth || month >= panel.untilMonth) return null
  const { rows } = rollingLongTerm(preparedOf(panel), 'households', month, limit).long
  const { children, womenAdults, menAdults } = panel.householdMonths
  const sumOf = (column: Uint8Array, chosen: Selection['rows']) => chosen.reduce((sum, row) => sum + column[row]!, 0)
  return {
    children: sumOf(children, rows),
    women: sumOf(womenAdults, rows),
    men: sumOf(menAdults, rows),
    households: rows.length,
  }
}

const prepared = new WeakMap<Panel, PreparedPanel>()

function preparedOf(panel: Panel): PreparedPanel {
  const known = prepared.get(panel) ?? preparePanel(panel, allowedGapMonths.at(-1)!.value)
  prepared.set(panel, known)
  return known
}
