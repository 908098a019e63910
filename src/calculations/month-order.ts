import type { MonthIndex } from '../values/month.ts'

/** Rows of a table in order of month, so that the rows of a period are one stretch. Within a month they keep their order. */
export type MonthOrder = {
  firstMonth: MonthIndex
  /** Where the rows of each month begin; one more at the end. */
  offsets: Int32Array
  rows: Int32Array
  /** Whom each of `rows` is about: kept beside them, since looking it up row by row is what takes time. */
  subjects: Int32Array
  subjectCount: number
}

type Ordering = {
  month: Int32Array
  /** The household, or the person, of a row. */
  subject: Int32Array
  subjectCount: number
  firstMonth: MonthIndex
  untilMonth: MonthIndex
  /** Rows that are not marked are left out. */
  marked?: Uint8Array
}

/** Rows outside the window are left out. */
export function orderByMonth({ month, subject, subjectCount, firstMonth, untilMonth, marked }: Ordering): MonthOrder {
  const monthCount = Math.max(0, untilMonth - firstMonth)
  const isIn = (row: number) => month[row]! >= firstMonth && month[row]! < untilMonth && (!marked || marked[row] === 1)
  const offsets = new Int32Array(monthCount + 1)
  for (let row = 0; row < month.length; row++) if (isIn(row)) offsets[month[row]! - firstMonth + 1]!++
  for (let index = 0; index < monthCount; index++) offsets[index + 1]! += offsets[index]!
  const rows = new Int32Array(offsets[monthCount]!)
  const subjects = new Int32Array(rows.length)
  const next = offsets.slice()
  for (let row = 0; row < month.length; row++) {
    if (!isIn(row)) continue
    const place = next[month[row]! - firstMonth]!++
    rows[place] = row
    subjects[place] = subject[row]!
  }
  return { firstMonth, offsets, rows, subjects, subjectCount }
}

/** The rows from and including `from` until `until`. Months outside the window have none. */
export function rowsIn(order: MonthOrder, from: MonthIndex, until: MonthIndex): Int32Array {
  const { start, end } = stretchOf(order, from, until)
  return order.rows.subarray(start, end)
}

/** Where in `rows` and `subjects` the rows of a period are. */
export function stretchOf(order: MonthOrder, from: MonthIndex, until: MonthIndex): { start: number; end: number } {
  const bound = (at: MonthIndex) =>
    order.offsets[Math.min(Math.max(at - order.firstMonth, 0), order.offsets.length - 1)]!
  return { start: bound(from), end: bound(Math.max(from, until)) }
}

/**
 * The last row of a period of each marked subject, in order of month; takes the marks away. Looked for from the end and no longer
 * than until all are found: whoever has had assistance for long mostly has it still.
 */
export function latestOfMarked(order: MonthOrder, from: MonthIndex, until: MonthIndex, marks: Uint8Array): Int32Array {
  const { start, end } = stretchOf(order, from, until)
  const { subjects, rows } = order
  const latest = new Int32Array(marks.reduce((count, mark) => count + mark, 0))
  let first = latest.length
  for (let place = end - 1; place >= start && first > 0; place--) {
    if (marks[subjects[place]!] === 0) continue
    marks[subjects[place]!] = 0
    latest[--first] = rows[place]!
  }
  return latest.subarray(first)
}

/** One row per subject of a period, its last, of the subjects that are wanted. In order of month. */
export function latestIn(
  order: MonthOrder,
  from: MonthIndex,
  until: MonthIndex,
  wanted?: (subject: number) => boolean,
): Int32Array {
  const { start, end } = stretchOf(order, from, until)
  const { subjects, rows } = order
  const seen = new Uint8Array(order.subjectCount)
  const latest = new Int32Array(end - start)
  let first = latest.length
  for (let place = end - 1; place >= start; place--) {
    const subject = subjects[place]!
    if (seen[subject]) continue
    seen[subject] = 1
    if (!wanted || wanted(subject)) latest[--first] = rows[place]!
  }
  return latest.subarray(first)
}
