import { normalised } from '../values/normalised.ts'

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
