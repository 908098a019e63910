import { CannotCalculate } from '../calculations/refusal.ts'

/** Parsers of options that are numbers: a dot or a comma before decimals, and nothing beside the number. */
const number = /^\d+([.,]\d+)?$/

export const positiveOption = (option: string) => numberOption(option, 'ett tal över 0', (value) => value > 0)

export const amountOption = (option: string) => numberOption(option, 'ett tal, 0 eller mer', () => true)

export const chanceOption = (option: string) => numberOption(option, 'ett tal från 0 till 1', (value) => value <= 1)

/** At most a thousand: what counts months or persons one by one has an end. */
export const countOption = (option: string, most: number) =>
  numberOption(
    option,
    `ett heltal från 1 till ${most}`,
    (value) => Number.isInteger(value) && value >= 1 && value <= most,
  )

const numberOption = (option: string, expected: string, fits: (value: number) => boolean) => (found: string) => {
  const value = number.test(found) ? Number(found.replace(',', '.')) : Number.NaN
  if (Number.isFinite(value) && fits(value)) return value
  throw new CannotCalculate('bad-option', { option, found, expected })
}
