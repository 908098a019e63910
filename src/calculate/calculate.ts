import { Command, Option } from 'commander'
import { attackCommand } from './attack.command.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { calculateText } from './calculate.text.ts'
import { cellKeyCommand } from './cell-key.command.ts'
import { differenceInDifferencesCommand } from './difference-in-differences.command.ts'
import { effectCommand } from './effect.command.ts'
import { forecastCommand } from './forecast.command.ts'
import type { Print } from './print.ts'
import { protectCommand } from './protect.command.ts'
import { savingsCommand } from './savings.command.ts'
import { spellsCommand } from './spells.command.ts'
import { survivalCommand } from './survival.command.ts'
import { syntheticControlCommand } from './synthetic-control.command.ts'

/** The subcommands in the order of the help. Each reads columns, calls one calculation, and prints. */
const commands: ((print: Print) => Command)[] = [
  spellsCommand,
  survivalCommand,
  effectCommand,
  differenceInDifferencesCommand,
  syntheticControlCommand,
  savingsCommand,
  forecastCommand,
  protectCommand,
  attackCommand,
  cellKeyCommand,
]

/**
 * `utfall calculate …`: the calculation library on any delimited file; CSV in, JSON out.
 * `print` gets the result. A refusal is thrown as `CannotCalculate`.
 */
export function calculateCommand(print: Print): Command {
  const calculate = new Command('calculate').description(calculateText.description)
  const checked: Print = (result) => print(withoutNaN(result))
  // The answer is JSON in any case; the option is there since every other command has it.
  for (const each of commands) calculate.addCommand(each(checked).addOption(new Option('--json').hideHelp()))
  return calculate
}

/** JSON has no NaN and would write null, which says "not defined" where values in the file were beyond reckoning. */
function withoutNaN(value: unknown, path = 'result'): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new CannotCalculate('not-finite', { path })
  if (ArrayBuffer.isView(value)) return withoutNaN(Array.from(value as Float64Array), path)
  if (Array.isArray(value)) return value.map((each, index) => withoutNaN(each, `${path}[${index}]`))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutNaN(each, `${path}.${key}`)]))
}
