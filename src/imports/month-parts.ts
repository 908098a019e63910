import { normalised } from '../values/normalised.ts'
import { parseMonthCell } from './read/cell-values.ts'

const names = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const fullNames = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')

/** Whether a heading says that its column holds the year which the month beside it lacks. */
export const isYearHeading = (heading: string): boolean =>
  /^(?:år|ar|year|årtal|artal|kalenderår)$/i.test(heading.trim())

/** `2014` and `Januari`, `jan`, `1` or `01` as `2014-01`. A month that has its year already stays as it is. */
export function withYear(year: string, month: string): string {
  const number = monthNumber(month)
  return number === null ? month : `${year}-${String(number).padStart(2, '0')}`
}

/** 1–12 for a Swedish month's name or number; null for all else. */
export function monthNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null
  return monthNameNumber(text)
}

/** 1–12 for a Swedish month's name, whole or its first three letters; null for all else. */
export function monthNameNumber(text: string): number | null {
  const name = normalised(text)
  const at = Math.max(fullNames.indexOf(name), names.indexOf(name), name === 'sept' ? 8 : -1)
  return at < 0 ? null : at + 1
}

/** The columns that a month heads, with the month; a name alone needs the year, which the title may have. */
export function monthColumns(
  columns: readonly string[],
  year: string | null,
): { at: number; given: { month: string } }[] {
  return columns.flatMap((heading, at) => {
    const name = monthNameNumber(heading)
    const month = parseMonthCell(heading) ?? (name && year && `${year}-${String(name).padStart(2, '0')}`)
    return month ? [{ at, given: { month } }] : []
  })
}

/** The first year that a text names; null when there is none. */
export const yearIn = (text: string): string | null => /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0] ?? null
