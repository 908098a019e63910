import { type Day, dayExists } from '../../../values/day.ts'
import type { Ore } from '../../../values/money.ts'
import { type Month, parseMonth } from '../../../values/month.ts'
import type { SieField } from './lex-sie.ts'
import type { SieObjectReference } from './sie-file.ts'

/** A field that is not what its post says it is. The caller knows the row. */
export class BadField extends Error {
  readonly column: string
  readonly found: string
  readonly expected: string

  constructor(column: string, found: string, expected: string) {
    super(`${column}: ${found}`)
    this.column = column
    this.found = found
    this.expected = expected
  }
}

export const textAt = (fields: SieField[], index: number): string => {
  const field = fields[index]
  return typeof field === 'string' ? field : ''
}

export function requiredText(fields: SieField[], index: number, column: string): string {
  const text = textAt(fields, index)
  if (text === '') throw new BadField(column, '', column)
  return text
}

export function yearNumber(fields: SieField[]): number {
  const text = textAt(fields, 0)
  if (!/^-?\d{1,2}$/.test(text)) throw new BadField('årsnr', text, 'ett årsnummer, till exempel 0')
  return Number(text) || 0
}

export function dayField(text: string, column: string): Day {
  const [, year, , month, day] = /^(\d{4})(-?)(\d{2})\2(\d{2})$/.exec(text) ?? []
  if (!year || !dayExists(Number(year), Number(month), Number(day)))
    throw new BadField(column, text, 'ett datum, ÅÅÅÅMMDD')
  return `${year}-${month}-${day}` as Day
}

export function monthField(text: string): Month {
  const month = /^\d{6}$/.test(text) ? parseMonth(`${text.slice(0, 4)}-${text.slice(4)}`) : null
  if (!month) throw new BadField('period', text, 'en period, ÅÅÅÅMM')
  return month
}

/** Dimension and object in turn. An empty list means the whole account. */
export function objectsOf(list: string[]): SieObjectReference[] {
  if (list.length % 2 === 1) throw new BadField('objektlista', list.join(' '), 'dimension och objekt i par')
  const objects: SieObjectReference[] = []
  for (let index = 0; index < list.length; index += 2)
    objects.push({ dimension: list[index]!, object: list[index + 1]! })
  return objects
}

export const notAnAmount = (found: string): BadField =>
  new BadField('belopp', found, 'ett belopp, till exempel -1234.50')

export type Amount = { amountOre: Ore; isOdd: boolean }

/**
 * Kronor with a dot before at most two decimals, to whole öre without passing through fractions.
 * `isOdd` for what the format forbids but is beyond doubt: a decimal comma, a plus sign, more decimals (rounded half away
 * from zero).
 */
export function amountField(text: string): Amount {
  const [whole, sign, kronor = '', separator, decimals = ''] = /^([-+]?)(\d*)(?:([.,])(\d*))?$/.exec(text) ?? []
  if (whole === undefined || kronor + decimals === '') throw notAnAmount(text)
  const magnitude =
    Number(kronor) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0')) + (Number(decimals[2] ?? 0) >= 5 ? 1 : 0)
  if (!Number.isSafeInteger(magnitude)) throw notAnAmount(text)
  const isOdd = separator === ',' || sign === '+' || Number(decimals.slice(2)) > 0
  return { amountOre: magnitude === 0 ? 0 : sign === '-' ? -magnitude : magnitude, isOdd }
}
