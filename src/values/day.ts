/** A calendar day as text, `2019-04-30`. `Date` is only for instants. */
export type Day = string & { readonly __type: 'Day' }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days that work with households can be about, for schemas: neither the year 0, which the database has not, nor 9999. */
export const workDayPattern = '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$'

/** Null unless the text is a day that exists, written `YYYY-MM-DD`. */
export function parseDay(text: string): Day | null {
  const parts = pattern.exec(text)
  return parts && dayExists(Number(parts[1]), Number(parts[2]), Number(parts[3])) ? (text as Day) : null
}

export function dayExists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Days of a month, 1–12, by the Gregorian rule. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day a number of days later; earlier when it is below zero. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

/** Days from `from` to `until`. */
export const daysBetween = (from: Day, until: Day): number => dayNumber(until) - dayNumber(from)

/** 0 is Monday, 6 Sunday. */
export const weekdayOf = (day: Day): number => (((dayNumber(day) + 3) % 7) + 7) % 7

const msPerDay = 86_400_000

/** Days since 1970-01-01. Counted in UTC, where every day is as long. */
const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / msPerDay
const dayFromNumber = (number: number): Day => new Date(number * msPerDay).toISOString().slice(0, 10) as Day

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** The calendar day in Sweden at an instant: a server may stand in another time zone. */
export const dayInSweden = (instant: Date): Day => swedishDay.format(instant) as Day

/** Whole years lived on a day. */
export const ageOn = (birth: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)
