import { Command } from 'commander'
import { primaryCounts } from '../calculations/disclosure/primary-rules.ts'
import { protect, type ProtectOptions, unsafeCells, usualProtection } from '../calculations/disclosure/protect.ts'
import { type PublishedTables, publishedTables } from '../calculations/disclosure/published-tables.ts'
import { loadSolver } from '../calculations/disclosure/solver.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Print } from './calculate.ts'
import { calculateText } from './calculate.text.ts'
import { columnsOption } from './columns-option.ts'
import { dimensionsOf, type Nesting, nestingOption } from './disclosure-dimensions.ts'
import { countOption } from './number-options.ts'
import { protectText as text } from './protect.text.ts'
import { type ColumnFile, readColumns } from './read-columns.ts'
import { tablesOf } from './tables-option.ts'

type Options = {
  file: string
  dimensions: string[]
  count?: string
  threshold: number
  tables?: string
  hierarchy: Nesting[]
  hideZeros?: true
  hiddenAtLeastOne?: true
}

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
    .option('--hide-zeros', text.zeros)
    .option('--hidden-at-least-one', text.hiddenAtLeastOne)
    .action(async (options: Options) => print(await protectedTables(options)))

async function protectedTables(options: Options) {
  const solver = await loadSolver()
  const tables = tablesIn(await readColumns(options.file), options)
  const protection: ProtectOptions = { ...usualProtection, leastHidden: options.hiddenAtLeastOne ? 1 : 0 }
  const primary = primaryCounts(tables, { threshold: options.threshold, hideZeros: options.hideZeros ?? false })
  const hidden = protect(solver, tables, primary, protection)
  return {
    tables: tables.tables.map((_, at) => ({ cells: cellsOf(tables, at, primary, hidden) })),
    hidden: countOf(hidden),
    primary: countOf(primary),
    cells: countOf(tables.published),
    safe: unsafeCells(solver, tables, hidden, protection).length === 0,
    threshold: options.threshold,
    width: protection.width,
  }
}

/** Above this a table says more about single cells than about anything else, and takes long to protect. */
const mostCells = 20_000

function tablesIn(file: ColumnFile, { dimensions: names, tables, hierarchy, count }: Options): PublishedTables {
  if (file.length === 0) throw new CannotCalculate('no-rows')
  const reserved = [...names, ...hierarchy.map(({ above }) => above)].find((name) => cellColumns.has(name))
  if (reserved)
    throw new CannotCalculate('bad-option', { option: '--dimensions', found: reserved, expected: text.reserved })
  const listed = tables === undefined ? [names.map((_, at) => at)] : tablesOf(tables, names)
  const { dimensions, categories } = dimensionsOf(file, names, hierarchy)
  const used = names.flatMap((_, at) => (listed.some((table) => table.includes(at)) ? [at] : []))
  const size = (table: number[]) => table.reduce((product, at) => product * (dimensions[at]!.categories.length + 1), 1)
  const found = listed.reduce((sum, table) => sum + size(table), 0)
  if (found > mostCells)
    throw new CannotCalculate('bad-option', {
      option: '--dimensions',
      found: text.tooMany(found),
      expected: text.fewerCells(mostCells),
    })
  return publishedTables(
    used.map((at) => dimensions[at]!),
    listed.map((table) => table.map((at) => used.indexOf(at))),
    { categories: used.map((at) => categories[at]!), counts: countsIn(file, count) },
  )
}

const cellColumns = new Set(['count', 'shown', 'reason'])

function countsIn(file: ColumnFile, column: string | undefined): Float64Array {
  if (column === undefined) return new Float64Array(file.length).fill(1)
  const counts = file.knownNumbers(column)
  counts.forEach((count, row) => {
    if (Number.isInteger(count) && count >= 0) return
    throw new CannotCalculate('bad-value', { column, row: row + 2, found: count, expected: text.wholeCount })
  })
  return counts
}

/** The count of a hidden cell is given too: whoever protects a table has the rows. What is printed is what is shown. */
function cellsOf(
  { trees, tables, nodes, values }: PublishedTables,
  table: number,
  primary: Uint8Array,
  hidden: Uint8Array,
) {
  const { dimensions, cells } = tables[table]!
  return Array.from(cells, (cell) => ({
    ...Object.assign({}, ...dimensions.map((at) => trees[at]!.names(nodes[cell * trees.length + at]!))),
    count: values[cell]!,
    shown: !hidden[cell],
    reason: primary[cell] ? 'primary' : hidden[cell] ? 'secondary' : null,
  }))
}

const countOf = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0)
