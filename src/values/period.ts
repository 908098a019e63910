import { addMonths, type Month, monthFromIndex, monthIndex, monthInWords, monthsBetween } from './month.ts'

/** A run of months, `until` not included. Inclusive ends exist only in Swedish text and in extract files. */
export type Period = { from: Month; until: Month }

/** From and including `from` to and including `last`. Null when the end lies before the start. */
export const periodOf = (from: Month, last: Month): Period | null =>
  from <= last ? { from, until: addMonths(last, 1) } : null

export const lengthOf = (period: Period): number => monthsBetween(period.from, period.until)

export const lastMonthOf = (period: Period): Month => addMonths(period.until, -1)

export const monthsOf = (period: Period): Month[] =>
  Array.from({ length: lengthOf(period) }, (_, offset) => monthFromIndex(monthIndex(period.from) + offset))

/** The same months a year earlier: the comparison that social assistance is reported against. */
export const yearBefore = (period: Period): Period => ({
  from: addMonths(period.from, -12),
  until: addMonths(period.until, -12),
})

/** `januari–april 2019`, `april 2019`, `2018`, or `november 2018–februari 2019`. */
export function periodInWords(period: Period): string {
  const last = lastMonthOf(period)
  if (period.from === last) return monthInWords(last)
  const sameYear = period.from.slice(0, 4) === last.slice(0, 4)
  if (sameYear && lengthOf(period) === 12) return last.slice(0, 4)
  const from = monthInWords(period.from)
  return `${sameYear ? from.slice(0, -5) : from}–${monthInWords(last)}`
}
