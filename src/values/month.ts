/**
 * A calendar month as text, `2019-04`: it sorts, compares and serialises as itself.
 * Native dates are not used for months, since they shift by time zone.
 */
export type Month = string & { readonly __type: 'Month' }

/** Months since year 0, for arithmetic and for columns of integers: `2019-04` is 2019 × 12 + 3. */
export type MonthIndex = number

const pattern = /^(\d{4})-(0[1-9]|1[0-2])$/

/**
 * Months that somebody may ask about, for schemas. The dated limits begin in 1990, and a period is compared with the year before;
 * and none is so far off that counting with it leaves the years of four digits.
 */
export const askedMonthPattern = '^(199[1-9]|2[01]\\d\\d)-(0[1-9]|1[0-2])$'
const asked = new RegExp(askedMonthPattern)

/** Null unless the text is a month that may be asked about. */
export const parseAskedMonth = (text: string): Month | null => (asked.test(text) ? (text as Month) : null)

/** Null unless the text is `YYYY-MM`; other spellings are the importer's business. */
export const parseMonth = (text: string): Month | null => (pattern.test(text) ? (text as Month) : null)

/** A month known to be right, such as a constant. Throws on anything else. */
export function month(text: string): Month {
  const parsed = parseMonth(text)
  if (!parsed) throw new Error(`Not a month: ${text}`)
  return parsed
}

export const monthIndex = (value: Month): MonthIndex => Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1

export function monthFromIndex(index: MonthIndex): Month {
  const year = Math.floor(index / 12)
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}` as Month
}

export const addMonths = (value: Month, count: number): Month => monthFromIndex(monthIndex(value) + count)

/** How many months from `from` to `until`, `until` not included. */
export const monthsBetween = (from: Month, until: Month): number => monthIndex(until) - monthIndex(from)

/** The database keeps a month as the integer 201904, which reads and sorts as itself there. */
export const monthToNumber = (value: Month): number => Number(value.slice(0, 4)) * 100 + Number(value.slice(5))

export const monthFromNumber = (value: number): Month => month(`${String(value).slice(0, 4)}-${String(value).slice(4)}`)

export const indexFromNumber = (value: number): MonthIndex => Math.floor(value / 100) * 12 + (value % 100) - 1

const swedishMonths = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')

/** `april 2019`, as a Swedish reader expects it in running text. */
export const monthInWords = (value: Month): string =>
  `${swedishMonths[Number(value.slice(5)) - 1]} ${value.slice(0, 4)}`

/** `apr 2019`, for axes and narrow columns. */
export const monthShort = (value: Month): string =>
  `${(swedishMonths[Number(value.slice(5)) - 1] ?? '').slice(0, 3)} ${value.slice(0, 4)}`
