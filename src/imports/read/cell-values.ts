import { type Day, dayExists } from '../../values/day.ts'
import { type Month, parseMonth } from '../../values/month.ts'

export type Missing = 'suppressed' | 'notReported' | 'empty'

/**
 * What stands where a number should be: `X` is a published count kept secret, `--`, `..`, `.`, `-`, NA and Excel's
 * `#SAKNAS!` are not reported. Null for anything else. None of them is ever zero.
 */
export function missingMark(text: string): Missing | null {
  const mark = text.trim().toUpperCase()
  if (mark === '') return 'empty'
  if (mark === 'X') return 'suppressed'
  return notReported.has(mark) ? 'notReported' : null
}

const notReported = new Set(
  ['..', '.', '--', '-', '–', '—', '−', 'NA', 'N/A', 'NULL', 'SAKNAS', 'UPPGIFT SAKNAS', '#SAKNAS!', '#N/A'].concat([
    '#VÄRDEFEL!',
    '#VALUE!',
    '#DIVISION/0!',
    '#DIV/0!',
    '#REFERENS!',
    '#REF!',
  ]),
)

const anySpace = /[\s\u00a0\u2009\u202f]/g
/** Most numbers of most files, and sums are taken of every one. */
const plainNumber = /^-?\d+(?:[.,]\d+)?$/
const number = /^\d+(?:[.,]\d+)?$/

/**
 * A number as Swedish files write it: spaces of all widths between thousands, comma or dot before decimals, minus as
 * `-`, `−` or `–`, in front or behind, and negative in parentheses. A sign for per cent or kronor behind is left out.
 * Null for anything else, two separators included: `1.234,5` is not guessed at.
 */
export function parseNumber(text: string): number | null {
  if (plainNumber.test(text)) return Number(text.replace(',', '.')) || 0
  let digits = text.replace(anySpace, '').replace(/(?:%|kr|:-)$/i, '')
  let sign = 1
  if (/^\(.*\)$/.test(digits)) {
    sign = -1
    digits = digits.slice(1, -1)
  } else if (/^[-−–]/.test(digits)) {
    sign = -1
    digits = digits.slice(1)
  } else if (/[-−–]$/.test(digits)) {
    sign = -1
    digits = digits.slice(0, -1)
  }
  if (!number.test(digits)) return null
  const value = Number(digits.replace(',', '.'))
  return value === 0 ? 0 : sign * value
}

/**
 * A day: `2019-04-30`, `2019/04/30`, `2019.04.30`, `20190430`, `30/4 2019`, `30/4-2019`, `30.4.2019`, `30 april 2019`,
 * with or without a time of day behind it, and the number a spreadsheet keeps a date as (43585).
 * Null for anything else, also `190430`, which could be several days, and `4/30/2019`, which has no month 30.
 */
export function parseDayCell(text: string): Day | null {
  const cell = text.trim().toLowerCase()
  const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[t ]\d{1,2}[:.]\d{2}.*)?$/.exec(cell)
  if (yearFirst && (yearFirst[2] !== '' || cell.length >= 8)) {
    return dayFrom(yearFirst[1], Number(yearFirst[3]), yearFirst[4])
  }
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[-/. ]\s?(\d{4})$/.exec(cell)
  if (dayFirst) return dayFrom(dayFirst[3], Number(dayFirst[2]), dayFirst[1])
  const inWords = /^(?:den )?(\d{1,2})[ -]([a-zåäö]+)\.?[ -](\d{4})$/.exec(cell)
  if (inWords) return dayFrom(inWords[3], monthNamed(inWords[2]), inWords[1])
  return dayOfSerial(cell)
}

/**
 * A month: `2019-04`, `201904`, `2019/04`, `2019M04`, `04-2019`, `4/2019`, `apr-19`, `april 2019`, `2019 april`,
 * any day that `parseDayCell` reads, or a period within a month. A year of two digits is 1970–2069.
 */
export function parseMonthCell(text: string): Month | null {
  const cell = text.trim().toLowerCase()
  const yearFirst = /^(\d{4})(?:[-/.m ]?)(\d{1,2})$/.exec(cell)
  if (yearFirst && cell.length > 5) return monthFrom(yearFirst[1], Number(yearFirst[2]))
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(cell)
  if (monthFirst) return monthFrom(monthFirst[2], Number(monthFirst[1]))
  const inWords = /^([a-zåäö]+)\.?[ -]{0,2}'?(\d{4}|\d{2})$/.exec(cell)
  if (inWords) return monthFrom(inWords[2], monthNamed(inWords[1]))
  const yearThenWord = /^(\d{4})[ -]?([a-zåäö]+)\.?$/.exec(cell)
  if (yearThenWord) return monthFrom(yearThenWord[1], monthNamed(yearThenWord[2]))
  const day = parseDayCell(cell)
  return day ? parseMonth(day.slice(0, 7)) : monthOfPeriod(cell)
}

/** `2019-04-01 – 2019-04-30`: both ends in one month. */
function monthOfPeriod(cell: string): Month | null {
  const [from = '', to = '', ...rest] = cell.split(/\s+(?:[-–—]|till|tom|t\.?o\.?m\.?)\s+/)
  const month = to === '' || rest.length > 0 ? null : parseMonthCell(from)
  return month !== null && parseMonthCell(to) === month ? month : null
}

/** The day a spreadsheet means by a number of days since 1899-12-30. Null outside 1954–2119, and for fractions. */
export function dayOfSerial(text: string): Day | null {
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0
  if (serial < 20_000 || serial > 80_000) return null
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10) as Day
}

const monthNames = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')
const englishStarts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** 1–12 for a Swedish name, whole or cut to three letters or more, or an English one; 0 for what is no month. */
function monthNamed(text = ''): number {
  if (text.length < 3) return 0
  const swedish = monthNames.findIndex((name) => name.startsWith(text) || (text === 'sept' && name === 'september'))
  return (swedish >= 0 ? swedish : englishStarts.indexOf(text)) + 1
}

function monthFrom(year = '', month: number): Month | null {
  const full = year.length === 2 ? String(Number(year) + (Number(year) < 70 ? 2000 : 1900)) : year
  return parseMonth(`${full}-${String(month).padStart(2, '0')}`)
}

function dayFrom(year = '', month: number, day = ''): Day | null {
  if (!dayExists(Number(year), month, Number(day))) return null
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` as Day
}
