import type { MonthIndex } from '../values/month.ts'
import type { Months } from './assistance.ts'
import { stockAtEndOf } from './flow.ts'
import { rowsIn } from './month-order.ts'
import type { PreparedPanel } from './prepared-panel.ts'
import { householdRows, rowsWhere, type Selection } from './selection.ts'

/** Rows with, for each, how many months; in the order of the rows. */
export type Durations = { selection: Selection; months: Int32Array }

/** Stands in `Durations.months` for a spell that had not ended. */
export const stillOngoing = 0

/**
 * What became of the spells that began in a period, seen at the end of a month: how many months from the first
 * to the last with assistance, gaps included, or `stillOngoing`. Each by the row of its first month.
 *
 * Spells that may have begun before the data are left out: their length is not known.
 */
export function throughput(prepared: PreparedPanel, cohort: Months, at: MonthIndex): Durations {
  const { spells, spellsByStart, allowedGap } = prepared
  const chosen = rowsWhere(rowsIn(spellsByStart, cohort.from, cohort.until), (spell) => !spells.leftUnknown[spell])
  const length = (spell: number) =>
    at - spells.last[spell]! > allowedGap ? spells.last[spell]! - spells.start[spell]! + 1 : stillOngoing
  return { selection: householdRows(chosen.map((spell) => spells.firstRow[spell]!)), months: chosen.map(length) }
}

/**
 * The ongoing households at the end of a month, and for how many months their spell has run, gaps included.
 *
 * Long cases weigh more here than among those who enter: a stock is biased towards length.
 * For spells that may have begun before the data the months are a lower limit; `leftUnknown` counts them.
 */
export function snapshot(prepared: PreparedPanel, at: MonthIndex): Durations & { leftUnknown: number } {
  const { spells, allowedGap, panel } = prepared
  const spellOf = new Int32Array(panel.householdIds.length)
  for (let spell = 0; spell < spells.length; spell++) {
    const isOpen = spells.start[spell]! <= at && at - spells.last[spell]! <= allowedGap
    if (isOpen) spellOf[spells.household[spell]!] = spell
  }
  const selection = stockAtEndOf(prepared, at)
  const open = selection.rows.map((row) => spellOf[panel.householdMonths.household[row]!]!)
  return {
    selection,
    months: open.map((spell) => at - spells.start[spell]! + 1),
    leftUnknown: open.filter((spell) => spells.leftUnknown[spell]).length,
  }
}

/** The class of a number of months: limits 3, 6, 9 give 1–3, 4–6, 7–9 and the rest as 0, 1, 2 and 3. */
export function durationClass(months: number, limits: readonly number[]): number {
  const index = limits.findIndex((limit) => months <= limit)
  return index < 0 ? limits.length : index
}
