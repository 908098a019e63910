import type { MonthIndex } from '../values/month.ts'
import { householdsWithAssistance, type Months } from './assistance.ts'
import { rowsIn } from './month-order.ts'
import type { PreparedPanel } from './prepared-panel.ts'
import { householdRows, keep, rowsWhere, type Selection } from './selection.ts'

/**
 * Households that are ongoing at the end of a month: with assistance in it or in one of the months of allowed gap before.
 *
 * Seen from that day, so that later data never change it, and so that for any period
 * stock before + inflow − outflow = stock at the end. Rejected: taking a household out from its last month on,
 * which is known only afterwards and leaves the newest months without outflow.
 */
export const stockAtEndOf = (prepared: PreparedPanel, month: MonthIndex): Selection =>
  householdsWithAssistance(prepared, { from: month - prepared.allowedGap, until: month + 1 })

/** Of the stock, those without assistance in the month itself: in a gap that may turn out to be an exit. */
export function pausedAtEndOf(prepared: PreparedPanel, month: MonthIndex): Selection {
  const { month: months } = prepared.panel.householdMonths
  return keep(stockAtEndOf(prepared, month), (row) => months[row] !== month)
}

/** Spells that begin in the period, by their first month. New households, and those back after more than the allowed gap. */
export function inflow({ spells, spellsByStart }: PreparedPanel, { from, until }: Months): Selection {
  return householdRows(rowsIn(spellsByStart, from, until).map((spell) => spells.firstRow[spell]!))
}

/** Spells that are counted as ended in the period: in the first month that is one more than the allowed gap after the last. */
export function outflow({ spells, spellsByLast, allowedGap }: PreparedPanel, { from, until }: Months): Selection {
  const wait = allowedGap + 1
  return householdRows(rowsIn(spellsByLast, from - wait, until - wait).map((spell) => spells.lastRow[spell]!))
}

/** From this month on inflow and outflow are known: before it, silence before the data begin may hide a spell. */
export const flowKnownFrom = ({ firstMonth, allowedGap }: PreparedPanel): MonthIndex => firstMonth + allowedGap + 1

/** stock before + inflow − outflow: what the stock must be. Reported 1 040 against 449 + 620 − 691 = 378 is an error in the report. */
export const stockAfter = (before: number, entered: number, left: number): number => before + entered - left

export type Returns = { exits: Selection; returned: Selection; withoutFollowUp: number }

/**
 * Of the spells whose last month lies in the period, those whose household has assistance again
 * within a number of months after that last month. Only exits followed for as long are counted.
 */
export function returns(prepared: PreparedPanel, { from, until }: Months, within: number): Returns {
  const { spells, spellsByLast, untilMonth } = prepared
  const followedUntil = Math.min(until, untilMonth - within)
  const exits = rowsIn(spellsByLast, from, followedUntil)
  const comesBack = (spell: number) =>
    spells.household[spell + 1] === spells.household[spell] && spells.start[spell + 1]! - spells.last[spell]! <= within
  const lastRows = (chosen: Int32Array) => householdRows(chosen.map((spell) => spells.lastRow[spell]!))
  return {
    exits: lastRows(exits),
    returned: lastRows(rowsWhere(exits, comesBack)),
    withoutFollowUp: rowsIn(spellsByLast, Math.max(from, followedUntil), until).length,
  }
}

/** Rows with assistance in the month itself. */
export const paidInMonth = ({ assisted }: PreparedPanel, month: MonthIndex): Selection =>
  householdRows(rowsIn(assisted, month, month + 1))
