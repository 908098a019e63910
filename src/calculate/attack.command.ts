import { Command } from 'commander'
import { attack } from '../calculations/disclosure/attack.ts'
import { listedTables } from '../calculations/disclosure/listed-tables.ts'
import { usualProtection } from '../calculations/disclosure/protect.ts'
import { loadSolver } from '../calculations/disclosure/solver.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Print } from './print.ts'
import { knownChanges } from './known-changes.ts'
import { countOption } from './number-options.ts'
import { attackText as text } from './protect.text.ts'
import { listed, readTables } from './read-tables.ts'

type Options = { file: string[]; period?: string; threshold: number; hiddenAtLeastOne?: true }

/** `utfall calculate attack`: what the printed cells of all tables together give away of the hidden ones. */
export const attackCommand = (print: Print): Command =>
  new Command('attack')
    .description(text.description)
    .requiredOption('--file <fil>', text.file, (file: string, files: string[] | undefined) => [...(files ?? []), file])
    .option('--period <kolumn>', text.period)
    .option(
      '--threshold <n>',
      text.threshold,
      countOption('--threshold', 1000),
      disclosureLimits.at(-1)!.value.smallestCount,
    )
    .option('--hidden-at-least-one', text.hiddenAtLeastOne)
    .action(async (options: Options) => print(await attackTables(options)))

async function attackTables({ file, period, threshold, hiddenAtLeastOne }: Options) {
  const solver = await loadSolver()
  const printed = (await Promise.all(file.map(readTables))).flat()
  if (printed.length === 0) throw new CannotCalculate('no-rows')
  const tables = listedTables(listed(printed))
  const { least, greatest } = attack(solver, tables, tables.hidden, { leastHidden: hiddenAtLeastOne ? 1 : 0 })
  const cells = printed.flatMap(({ names, count }, row) => {
    const cell = tables.cellOfRow[row]!
    if (!Number.isNaN(count)) return []
    return { ...names, least: least[cell]!, greatest: limitOf(greatest[cell]!), exact: least[cell] === greatest[cell] }
  })
  const isNarrow = (each: (typeof cells)[number]) => (each.greatest ?? Infinity) - each.least < usualProtection.width
  const known = Float64Array.from(printed, (_, row) => knownCount(least, greatest, tables.cellOfRow[row]!))
  const changes = period === undefined ? [] : knownChanges(printed, known, period, threshold)
  return {
    cells,
    ...(period === undefined ? {} : { changes }),
    hidden: cells.length,
    exact: cells.filter(({ exact }) => exact).length,
    narrow: cells.filter(isNarrow).length,
    safe: !cells.some(isNarrow) && changes.length === 0,
  }
}

const knownCount = (least: Float64Array, greatest: Float64Array, cell: number) =>
  least[cell] === greatest[cell] ? least[cell]! : Number.NaN

/** Null where a hidden cell could be any size: no shown sum has it as a part. */
const limitOf = (greatest: number) => (greatest === Infinity ? null : greatest)
