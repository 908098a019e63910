import { Command } from 'commander'
import { type ProtectedPeriod, protectPeriods } from '../calculations/disclosure/periods.ts'
import { type ProtectOptions, usualProtection } from '../calculations/disclosure/protect.ts'
import type { PublishedTables } from '../calculations/disclosure/published-tables.ts'
import { loadSolver } from '../calculations/disclosure/solver.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Print } from './print.ts'
import { calculateText } from './calculate.text.ts'
import { columnsOption } from './columns-option.ts'
import { nestingOption } from './disclosure-dimensions.ts'
import { countOption } from './number-options.ts'
import { protectText as text } from './protect.text.ts'
import { readRelease, type ReleaseOptions } from './read-release.ts'

type Options = ReleaseOptions & { threshold: number; hideZeros?: true; hiddenAtLeastOne?: true }

/** `utfall calculate protect`: tables with all margins, and which of their cells to hide. */
export const protectCommand = (print: Print): Command =>
  new Command('protect')
    .description(text.description)
    .requiredOption('--file <fil>', calculateText.file)
    .requiredOption('--dimensions <kolumner>', text.dimensions, columnsOption('--dimensions'))
    .option('--count <kolumn>', text.count)
    .option(
      '--threshold <n>',
      text.threshold,
      countOption('--threshold', 1000),
      disclosureLimits.at(-1)!.value.smallestCount,
    )
    .option('--tables <tabeller>', text.tables)
    .option('--hierarchy <kolumner>', text.hierarchy, nestingOption, [])
    .option('--period <kolumn>', text.period)
    .option('--published <fil>', text.published, (file: string, files: string[]) => [...files, file], [])
    .option('--hide-zeros', text.zeros)
    .option('--hidden-at-least-one', text.hiddenAtLeastOne)
    .action(async (options: Options) => print(await protectedTables(options)))

async function protectedTables(options: Options) {
  const solver = await loadSolver()
  const { threshold, hideZeros = false } = options
  const protection: ProtectOptions = { ...usualProtection, leastHidden: options.hiddenAtLeastOne ? 1 : 0 }
  const { periods, newTables } = await readRelease(options)
  const found = protectPeriods(solver, periods, { threshold, hideZeros }, protection)
  const released = periods.flatMap(({ name, tables }, at) =>
    tables === null
      ? []
      : [{ tables, place: options.period === undefined ? {} : { [options.period]: name }, ...found[at]! }],
  )
  const numberOf = (isCounted: (period: (typeof released)[number], cell: number) => unknown) =>
    released.reduce(
      (sum, period) => sum + newCells(period.tables, newTables).filter((cell) => isCounted(period, cell)).length,
      0,
    )
  const exposed = released.reduce((sum, period) => sum + period.exposed, 0)
  return {
    tables: released.flatMap((period) =>
      period.tables.tables
        .slice(0, newTables)
        .map(({ dimensions, cells }) => ({ cells: Array.from(cells, (cell) => answerOf(period, dimensions, cell)) })),
    ),
    hidden: numberOf(({ hidden }, cell) => hidden[cell]),
    primary: numberOf(({ primary }, cell) => primary[cell]),
    cells: numberOf(() => true),
    exposed,
    safe: exposed === 0,
    threshold,
    width: protection.width,
  }
}

/** Each cell once, however many of the new tables it stands in. */
const newCells = ({ tables }: PublishedTables, newTables: number): number[] => [
  ...new Set(tables.slice(0, newTables).flatMap(({ cells }) => [...cells])),
]

type ReleasedPeriod = ProtectedPeriod & { tables: PublishedTables; place: Record<string, string> }

/** The count of a hidden cell is given too: whoever protects a table has the rows. What is printed is what is shown. */
function answerOf({ tables, place, primary, hidden }: ReleasedPeriod, dimensions: number[], cell: number) {
  const { trees, nodes, values } = tables
  return {
    ...place,
    ...Object.assign({}, ...dimensions.map((at) => trees[at]!.names(nodes[cell * trees.length + at]!))),
    count: values[cell]!,
    shown: !hidden[cell],
    reason: primary[cell] ? 'primary' : hidden[cell] ? 'secondary' : null,
  }
}
