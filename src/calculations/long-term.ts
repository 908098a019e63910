import type { MonthIndex } from '../values/month.ts'
import { isAdult, type Months } from './assistance.ts'
import { latestIn, stretchOf } from './month-order.ts'
import { type PreparedPanel, remembered } from './prepared-panel.ts'
import { rowsWhere, type Selection } from './selection.ts'

/** Households, or adult persons: national figures count adults, municipalities mostly households. */
export type Whom = 'households' | 'adults'

/** At least so many months with assistance in the window. Each subject by its last row there. */
export function assistedAtLeast(prepared: PreparedPanel, whom: Whom, window: Months, months: number): Selection {
  const { count } = monthsPerSubject(prepared, whom, window)
  return latestOf(prepared, whom, window, (subject) => count[subject]! >= months)
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
  const { count, longestGapOf } = monthsPerSubject(prepared, whom, window)
  const isLong = (subject: number) =>
    count[subject]! >= limit.assistedMonths && longestGapOf(subject) <= limit.allowedGap
  return latestOf(prepared, whom, window, isLong)
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
  const inMonth = { from: month, until: month + 1 }
  const { count } = monthsPerSubject(prepared, whom, { from: month + 1 - limit.windowMonths, until: month + 1 })
  return {
    long: latestOf(prepared, whom, inMonth, (subject) => count[subject]! >= limit.assistedMonths),
    rest: latestOf(prepared, whom, inMonth, (subject) => count[subject]! < limit.assistedMonths),
  }
}

/** Months with assistance in the window, for a row of a household. */
export function assistedMonthsOf(prepared: PreparedPanel, window: Months): (row: number) => number {
  const { count } = monthsPerSubject(prepared, 'households', window)
  const { household } = prepared.panel.householdMonths
  return (row) => count[household[row]!]!
}

const orderOf = ({ assisted, assistedPersons }: PreparedPanel, whom: Whom) =>
  whom === 'households' ? assisted : assistedPersons

const monthsPerSubject = (prepared: PreparedPanel, whom: Whom, window: Months) =>
  remembered(prepared, `months ${whom} ${window.from} ${window.until}`, () => countMonths(prepared, whom, window))

/** A person in two households has one month, not two. */
function countMonths(prepared: PreparedPanel, whom: Whom, { from, until }: Months) {
  const order = orderOf(prepared, whom)
  const { subjects } = order
  const count = new Uint16Array(order.subjectCount)
  const longestGap = new Uint16Array(order.subjectCount)
  /** The month after the last one seen, counted from `from`; 0 before the first. */
  const seen = new Uint16Array(order.subjectCount)
  for (let month = 0; month < until - from; month++) {
    const { start, end } = stretchOf(order, from + month, from + month + 1)
    for (let place = start; place < end; place++) {
      const subject = subjects[place]!
      if (seen[subject]! > month) continue
      if (month - seen[subject]! > longestGap[subject]!) longestGap[subject] = month - seen[subject]!
      seen[subject] = month + 1
      count[subject]!++
    }
  }
  return { count, longestGapOf: (subject: number) => Math.max(longestGap[subject]!, until - from - seen[subject]!) }
}

/** The last row in the window of each subject that is wanted. Of persons only those who are adults in it. */
function latestOf(
  prepared: PreparedPanel,
  whom: Whom,
  { from, until }: Months,
  wanted: (subject: number) => boolean,
): Selection {
  const rows = latestIn(orderOf(prepared, whom), from, until, wanted)
  if (whom === 'households') return { table: 'householdMonths', rows }
  return { table: 'personMonths', rows: rowsWhere(rows, (row) => isAdult(prepared.panel.personMonths, row)) }
}
