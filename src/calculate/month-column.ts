import { CannotCalculate } from '../calculations/refusal.ts'
import { indexFromNumber, monthFromIndex, monthIndex, monthToNumber, parseMonth } from '../values/month.ts'

/** Months as numbers one apart, written back in the form of the file. */
export type MonthScale = {
  /** Null for what is not a month in this form. */
  parse: (text: string) => number | null
  write: (month: number) => number | string
}

/** The form of a column of months: `2019-04`, 201904, or numbers counted from any beginning such as 1–60. */
export function monthScaleOf(texts: readonly string[]): MonthScale {
  return [dashed, joined].find(({ parse }) => texts.every((text) => parse(text) !== null)) ?? counted
}

const dashed: MonthScale = {
  parse: (text) => {
    const month = parseMonth(text.trim())
    return month && monthIndex(month)
  },
  write: monthFromIndex,
}

/** Taken as counted months, December and January would lie 89 months apart. */
const joined: MonthScale = {
  parse: (text) => (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(text.trim()) ? indexFromNumber(Number(text)) : null),
  write: (month) => monthToNumber(monthFromIndex(month)),
}

const counted: MonthScale = {
  parse: (text) => (/^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null),
  write: (month) => month,
}

/** The months of a column. Refuses a cell that is not a month in the form of the scale. */
export function monthsOf(texts: readonly string[], column: string, scale: MonthScale): Int32Array {
  return Int32Array.from(texts, (text, row) => {
    const month = scale.parse(text)
    if (month !== null) return month
    const expected = 'en månad som 2024-01, eller ett heltal, lika i hela kolumnen'
    throw new CannotCalculate('bad-value', { column, row: row + 2, found: `”${text}”`, expected })
  })
}
