import { InvalidArgumentError, Option } from 'commander'
import { cliText } from './cli.text.ts'
import { type Month, parseAskedMonth } from './values/month.ts'

export const jsonOption = () => new Option('--json', cliText.json)

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(cliText.notAWholeNumber)
  return Number(text)
}
/** A month as an option's argument: `2019-04`. */
export function monthArgument(text: string): Month {
  const month = parseAskedMonth(text)
  if (!month) throw new InvalidArgumentError(cliText.notAMonth)
  return month
}
