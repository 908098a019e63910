import { type Day, dayExists } from './day.ts'

export type IdentityNumberKind = 'personnummer' | 'samordningsnummer' | 'reservnummer'
export type Gender = 'woman' | 'man'

const mask = '********-****'
const inspect = Symbol.for('nodejs.util.inspect.custom')

/**
 * A Swedish personal identity number, coordination number or reserve number.
 * Prints as stars in template strings, JSON and the console; `reveal()` is the one way out.
 */
export class IdentityNumber {
  readonly #characters: string

  private constructor(characters: string) {
    this.#characters = characters
  }

  /**
   * Reads `ÅÅMMDD-NNNK`, `ÅÅMMDD+NNNK`, `ÅÅÅÅMMDD-NNNK` and the same without a separator; blanks around are ignored.
   * Null for everything else: a wrong check digit, a personnummer on a day that does not exist, a birth after `today`,
   * an organisation number (its third digit is at least 2, so it has no month).
   *
   * Two digits of year mean the latest possible birth on or before `today`; `+` stands from the year in which a
   * person turns a hundred, also before the birthday.
   * A coordination number may have month 00 and day 60, which stand for unknown, and days that no calendar has:
   * the authority has issued them, so they are accepted and have no birth date.
   * A reserve number has a letter among its last four characters and no check digit.
   *
   * What a spreadsheet has damaged is refused, never repaired: of the eleven ways to put back a lost digit
   * about one in ten passes the check digit by chance, and would be another person.
   */
  static parse(text: string, today: Day = dayOfClock()): IdentityNumber | null {
    const parts = pattern.exec(text.trim().toUpperCase())
    if (!parts) return null
    const [, century, shortYear = '', rest = '', separator = '', last = ''] = parts
    const year = century ? Number(century + shortYear) : fullYear(Number(shortYear), rest, separator, today)
    const whole = `${String(year).padStart(4, '0')}${rest}${last}`
    return isIssued(whole, today) ? new IdentityNumber(whole) : null
  }

  get kind(): IdentityNumberKind {
    return kindOf(this.#characters)
  }

  /** Null when a part of it is unknown or the day is in no calendar. */
  get birthDate(): Day | null {
    const { year, month, day } = dateParts(this.#characters)
    return dayExists(year, month, day) ? dayOf(year, month, day) : null
  }

  /** By the ninth digit of ten: odd is man, even is woman. A reserve number does not tell. */
  get gender(): Gender | null {
    if (this.kind === 'reservnummer') return null
    return Number(this.#characters[10]) % 2 === 1 ? 'man' : 'woman'
  }

  /**
   * Whether the birth number lies in the series 238–239 or 980–999, which Skatteverket's test numbers are drawn from.
   *
   * It holds for every official test samordningsnummer and for nine in ten of the official test personnummer.
   * The others, births of 1911–1984, have birth numbers that living persons have too: no rule can tell them apart,
   * and to take a person for a test is the worse mistake. False therefore means "treat it as a person".
   */
  get isTestNumber(): boolean {
    const birthNumber = this.#characters.slice(8, 11)
    return this.kind !== 'reservnummer' && /^(23[89]|9[89]\d)$/.test(birthNumber)
  }

  /** Twelve characters, `ÅÅÅÅMMDDNNNK`. Only for what stores, finds or shows the number on purpose. */
  reveal(): string {
    return this.#characters
  }

  toString(): string {
    return mask
  }

  toJSON(): string {
    return mask
  }

  [inspect](): string {
    return mask
  }
}

export type IdentityNumberDescription = {
  kind: IdentityNumberKind | null
  valid: boolean
  birthDate: Day | null
  gender: Gender | null
  isTestNumber: boolean
}

/** What may be told about a number without telling the number. An invalid one has no kind. */
export function describeIdentityNumber(text: string, today: Day = dayOfClock()): IdentityNumberDescription {
  const number = IdentityNumber.parse(text, today)
  if (!number) return { kind: null, valid: false, birthDate: null, gender: null, isTestNumber: false }
  const { kind, birthDate, gender, isTestNumber } = number
  return { kind, valid: true, birthDate, gender, isTestNumber }
}

/** Century, year, month and day, separator, last four. Word processors turn the hyphen into longer dashes. */
const pattern = /^(1[89]|20)?(\d{2})(\d{4})([-+‐‑–—−]?)(\d{4}|(?=\d*[A-Z])[A-Z\d]{4})$/

const dayOfClock = (): Day => new Date().toISOString().slice(0, 10) as Day

const dayOf = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day

function fullYear(shortYear: number, monthAndDay: string, separator: string, today: Day): number {
  const thisYear = Number(today.slice(0, 4))
  const thisCentury = thisYear - (thisYear % 100) + shortYear
  if (separator === '+') return (thisCentury > thisYear ? thisCentury - 100 : thisCentury) - 100
  const day = Number(monthAndDay.slice(2)) % 60
  return dayOf(thisCentury, Number(monthAndDay.slice(0, 2)), day) > today ? thisCentury - 100 : thisCentury
}

function kindOf(whole: string): IdentityNumberKind {
  if (/[A-Z]/.test(whole)) return 'reservnummer'
  return Number(whole.slice(6, 8)) >= 60 ? 'samordningsnummer' : 'personnummer'
}

function dateParts(whole: string): { year: number; month: number; day: number } {
  const day = Number(whole.slice(6, 8))
  return { year: Number(whole.slice(0, 4)), month: Number(whole.slice(4, 6)), day: day >= 60 ? day - 60 : day }
}

function isIssued(whole: string, today: Day): boolean {
  const { year, month, day } = dateParts(whole)
  if (year < 1800 || dayOf(year, month, day) > today) return false
  const kind = kindOf(whole)
  if (kind === 'samordningsnummer') return month <= 12 && day <= 31 && hasCheckDigit(whole)
  return dayExists(year, month, day) && (kind === 'reservnummer' || hasCheckDigit(whole))
}

/**
 * Luhn over the last ten digits: every other one doubled, digit sums added. The century is not part of it.
 * Birth number 000 is never issued, though a check digit fits it.
 */
function hasCheckDigit(whole: string): boolean {
  if (whole.slice(8, 11) === '000') return false
  let sum = 0
  for (let position = 2; position < 12; position++) {
    const weighted = Number(whole[position]) * (position % 2 === 0 ? 2 : 1)
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}

/** Fields as a log may have them: where a number was typed among the words of one, or beside them, it is taken out. */
export const withoutIdentityNumbers = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, said]) => [name, typeof said === 'string' ? withoutNumbers(said) : said]),
  )

/** A number with a slip in it reads as words, and is somebody's all the same. */
const withoutNumbers = (text: string): string =>
  text.replace(/\d{6,8}\s?[-+–−]?\s?[\dA-Za-z]\d{2,3}/g, '(identity number)')
