import { addDays, type Day } from '../values/day.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { addMonths, type Month } from '../values/month.ts'
import { type Ore, parseKronor } from '../values/money.ts'
import { type CodeList, codeReader } from '../parameters/code-lists/code-list.ts'
import type { Column, Context, Parsed } from './kind.ts'
import { parseDayCell, parseMonthCell, parseNumber } from './read/cell-values.ts'

/** The parts of a column that its maker is told: what it is called, and whether a row can do without it. */
type Described = { name: string; label: string; required?: boolean; aliases?: readonly string[] }

/**
 * Free text, at most 200 characters. Few different texts are expected, such as purposes and units.
 * An identity number that somebody has written into it is kept as stars.
 */
export const textColumn = (described: Described): Column =>
  column(described, (text, context) => withinLength(withoutNumbers(text, context), 200))

/** What the source calls a thing, at most 100 characters. */
export const keyColumn = (described: Described): Column => ({
  ...column(described, (text) => withinLength(text, 100)),
  repeats: false,
})

/** A person's name: as text, but shown masked. */
export const nameColumn = (described: Described): Column => ({
  ...textColumn(described),
  repeats: false,
  personal: true,
})

/** A month. A day is taken as the month it lies in. */
export const monthColumn = (described: Described): Column => ({
  ...column(described, (text) => orProblem(parseMonthCell(text), 'not-a-month')),
  valuesAre: 'månader',
  evidence: 'weak',
})

/** The last month in the file; the month after it inside. */
export const lastMonthColumn = (described: Described): Column => ({
  ...monthColumn(described),
  parse: (text) => {
    const last = parseMonthCell(text)
    return last === null ? { problem: 'not-a-month' } : { ok: addMonths(last, 1) }
  },
})

export const dayColumn = (described: Described): Column => ({
  ...column(described, (text) => orProblem(parseDayCell(text), 'not-a-day')),
  valuesAre: 'datum',
  evidence: 'weak',
})

/** The day a period starts. A month starts on its first day. */
export const firstDayColumn = (described: Described): Column => ({
  ...dayColumn(described),
  parse: (text) => orProblem(parseDayCell(text) ?? firstDayOf(parseMonthCell(text)), 'not-a-day'),
})

/** The last day in the file; the day after it inside. A month lasts to its last day. */
export const lastDayColumn = (described: Described): Column => ({
  ...dayColumn(described),
  parse: (text) => orProblem(dayAfter(parseDayCell(text), parseMonthCell(text)), 'not-a-day'),
})

/** Kronor in the file, whole öre inside. */
export const amountColumn = (described: Described): Column => ({
  ...column(described, (text) => orProblem(plainKronor(text) ?? parseKronor(withoutCurrency(text)), 'not-an-amount')),
  valuesAre: 'belopp',
  evidence: 'weak',
  repeats: false,
})

/**
 * The column under a heading that says what it is counted in: "Budget tkr" holds thousands of kronor, often with decimals.
 * Others are left as they are.
 */
export function countedAs(column: Column, heading: string): Column {
  const unit = column.valuesAre === 'belopp' ? unitOf(heading) : 1
  if (unit === 1) return column
  return {
    ...column,
    parse: (text) => {
      const number = parseNumber(withoutCurrency(text))
      return orProblem(number === null ? null : Math.round(number * unit * 100), 'not-an-amount')
    },
  }
}

const unitOf = (heading: string): number =>
  /\b(?:tkr|tsek|ksek)\b/i.test(heading) ? 1000 : /\b(?:mkr|mnkr|msek)\b/i.test(heading) ? 1_000_000 : 1

export const numberColumn = (described: Described): Column => ({
  ...column(described, (text) => orProblem(parseNumber(text), 'not-a-number')),
  valuesAre: 'tal',
  evidence: 'weak',
  repeats: false,
})

/** A label or code of a list, as our code. Anything else is a problem, never "other". */
export function codeColumn(described: Described, list: CodeList): Column {
  const codeOf = codeReader(list)
  return {
    ...column(described, (text) => orProblem(codeOf(text), 'unknown-code')),
    valuesAre: 'kända koder',
    evidence: 'strong',
  }
}

export const identityNumberColumn = (described: Described): Column => ({
  ...column(described, (text, { today }) => orProblem(IdentityNumber.parse(text, today), 'not-an-identity-number')),
  valuesAre: 'personnummer',
  evidence: 'strong',
  personal: true,
})

function column({ name, label, required = false, aliases = [] }: Described, parse: Column['parse']): Column {
  return {
    name,
    label,
    required,
    aliases,
    parse,
    valuesAre: 'texter',
    evidence: 'none',
    repeats: true,
    personal: false,
  }
}

const numberLike = /(?<!\d)(?:\d{8}|\d{6})[-+–]?(?:\d{4}|[A-Z]\d{3})(?!\d)/g

const withoutNumbers = (text: string, { today }: Context): string =>
  text.length < 10
    ? text
    : text.replace(numberLike, (found) =>
        IdentityNumber.parse(found.replace('–', '-'), today) ? '********-****' : found,
      )

const withinLength = (text: string, most: number): Parsed =>
  text.length > most ? { problem: 'too-long' } : { ok: text }

function orProblem<Problem extends Extract<Parsed, { problem: unknown }>['problem']>(
  value: Extract<Parsed, { ok: unknown }>['ok'],
  problem: Problem,
): Parsed {
  return value === null ? { problem } : { ok: value }
}

const firstDayOf = (month: Month | null): Day | null => (month === null ? null : (`${month}-01` as Day))

const dayAfter = (day: Day | null, month: Month | null): Day | null =>
  day === null ? firstDayOf(month === null ? null : addMonths(month, 1)) : addDays(day, 1)

/** Amounts written plainly, `-4120,50`, without the cost of patterns: there can be a million. Null for the rest. */
function plainKronor(text: string): Ore | null {
  const start = text.charCodeAt(0) === 45 ? 1 : 0
  let whole = 0
  let at = start
  for (; at < text.length && isDigit(text, at); at++) whole = whole * 10 + text.charCodeAt(at) - 48
  if (at === start || at - start > 12) return null
  const ore = whole * 100 + oreAfter(text, at)
  return Number.isNaN(ore) ? null : start && ore ? -ore : ore
}

/** The two decimals after the comma or dot at a position, 0 at the end of the text, otherwise not a number. */
function oreAfter(text: string, at: number): number {
  if (at === text.length) return 0
  const separator = text.charCodeAt(at)
  const isPlain = (separator === 44 || separator === 46) && text.length === at + 3
  if (!isPlain || !isDigit(text, at + 1) || !isDigit(text, at + 2)) return NaN
  return (text.charCodeAt(at + 1) - 48) * 10 + text.charCodeAt(at + 2) - 48
}

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57

/** Without the currency on either side, and without apostrophes between thousands. */
const withoutCurrency = (text: string): string =>
  text.replace(/^(?:kr|sek)\s*|\s*(?:kr|kronor|sek|:-)\.?$/gi, '').replace(/(?<=\d)['’](?=\d{3})/g, '')
