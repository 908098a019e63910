import type { MonthIndex } from '../values/month.ts'
import { isAdult, type Months } from './assistance.ts'
import { longestGap, monthsWithRow, monthsWithRowOfAll } from './month-bits.ts'
import { latestIn, latestOfMarked } from './month-order.ts'
import { type PreparedPanel, remembered } from './prepared-panel.ts'
import { everyRow, keep, type Selection, subjectsOf } from './selection.ts'

/** Households, or adult persons: national figures count adults, municipalities mostly households. */
export type Whom = 'households' | 'adults'

/** At least so many months with assistance in the window. Each subject by its last row there. */
export function assistedAtLeast(prepared: PreparedPanel, whom: Whom, window: Months, months: number): Selection {
  const key = `at least ${months} ${whom} ${window.from} ${window.until}`
  return remembered(prepared, key, () => latestOf(prepared, whom, window, months))
}

/**
 * At least so many months in the window, and never more than `allowedGap` months in a row without.
 * Months without assistance at the beginning and the end of the window count as gaps.
 */
export function assistedWithoutLongGap(
  prepared: PreparedPanel,
  whom: Whom,
  window: Months,
  limit: { assistedMonths: number; allowedGap: number },
): Selection {
  const { gapOf } = inWindow(prepared, whom, window)
  const isWithoutGap = (subject: number) => gapOf(subject) <= limit.allowedGap
  const key = `without gap ${limit.assistedMonths} ${limit.allowedGap} ${whom} ${window.from} ${window.until}`
  return remembered(prepared, key, () => latestOf(prepared, whom, window, limit.assistedMonths, isWithoutGap))
}

/**
 * Those with assistance in a month, by whether they had it at least so many of the months that end with it.
 * `rest` is everyone else with assistance in the month.
 */
export function rollingLongTerm(
  prepared: PreparedPanel,
  whom: Whom,
  month: MonthIndex,
  limit: { assistedMonths: number; windowMonths: number },
): { long: Selection; rest: Selection } {
  const key = `rolling ${whom} ${month} ${limit.assistedMonths} ${limit.windowMonths}`
  return remembered(prepared, key, () => splitMonth(prepared, whom, month, limit))
}

function splitMonth(
  prepared: PreparedPanel,
  whom: Whom,
  month: MonthIndex,
  limit: { assistedMonths: number; windowMonths: number },
): { long: Selection; rest: Selection } {
  const inMonth = { from: month, until: month + 1 }
  const window = { from: month + 1 - limit.windowMonths, until: month + 1 }
  const { countOf } = inWindow(prepared, whom, window)
  const all = selectionOf(prepared, whom, latestIn(orderOf(prepared, whom), inMonth.from, inMonth.until))
  const { column } = subjectsOf(prepared.panel, all.table)
  const { rows } = all
  const [long, rest] = [new Int32Array(rows.length), new Int32Array(rows.length)]
  let found = 0
  for (let at = 0; at < rows.length; at++) {
    if (countOf(column[rows[at]!]!) >= limit.assistedMonths) long[found++] = rows[at]!
    else rest[at - found] = rows[at]!
  }
  return {
    long: { ...all, rows: long.subarray(0, found) },
    rest: { ...all, rows: rest.subarray(0, rows.length - found) },
  }
}

/** Months with assistance in the window, for a row of a household. */
export function assistedMonthsOf(prepared: PreparedPanel, window: Months): (row: number) => number {
  const { countOf } = inWindow(prepared, 'households', window)
  const { household } = prepared.panel.householdMonths
  return (row) => countOf(household[row]!)
}

const orderOf = ({ assisted, assistedPersons }: PreparedPanel, whom: Whom) =>
  whom === 'households' ? assisted : assistedPersons

/** What a subject's months in a window are. A person in two households has one month, not two. */
function inWindow({ assistedMonths, assistedPersonMonths }: PreparedPanel, whom: Whom, { from, until }: Months) {
  const months = whom === 'households' ? assistedMonths : assistedPersonMonths
  return {
    countOf: (subject: number) => monthsWithRow(months, subject, from, until),
    countsOfAll: () => monthsWithRowOfAll(months, from, until),
    gapOf: (subject: number) => longestGap(months, subject, from, until),
  }
}

/** The last row in the window of each subject with so many months in it, that is wanted. Of persons only those who are adults in it. */
function latestOf(
  prepared: PreparedPanel,
  whom: Whom,
  { from, until }: Months,
  atLeast: number,
  wanted: (subject: number) => boolean = () => true,
): Selection {
  const order = orderOf(prepared, whom)
  const counts = inWindow(prepared, whom, { from, until }).countsOfAll()
  const marks = new Uint8Array(order.subjectCount)
  for (let subject = 0; subject < marks.length; subject++)
    if (counts[subject]! >= atLeast && wanted(subject)) marks[subject] = 1
  return selectionOf(prepared, whom, latestOfMarked(order, from, until, marks))
}

/** Of persons the adults. Each row is of a subject of its own. */
function selectionOf({ panel }: PreparedPanel, whom: Whom, rows: Int32Array): Selection {
  const table = whom === 'households' ? 'householdMonths' : 'personMonths'
  const all: Selection = { table, rows, isDistinct: true }
  return keep(all, whom === 'households' ? everyRow : (row) => isAdult(panel.personMonths, row))
}
