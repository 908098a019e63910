import { InvalidArgumentError, Option } from 'commander'
import { cliText } from './cli.text.ts'

export const jsonOption = () => new Option('--json', cliText.json)

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(cliText.notAWholeNumber)
  return Number(text)
}
