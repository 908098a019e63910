/** A calendar day as text, `2019-04-30`. `Date` is only for instants. */
export type Day = string & { readonly __type: 'Day' }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

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
