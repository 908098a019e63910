import { type Dimension, totalName } from '../calculations/disclosure/dimension.ts'
import type { AlreadyOut } from '../calculations/disclosure/periods.ts'
import type { PublishedTables } from '../calculations/disclosure/published-tables.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { protectText as text } from './protect.text.ts'
import type { PrintedCell } from './read-tables.ts'

const isNamed = (word: string | undefined): boolean => !!word && word !== totalName

/** The columns that tables already out are divided by, besides those that are known. */
export function columnsOut(printed: readonly PrintedCell[], known: readonly string[]): string[] {
  const columns = printed.flatMap(({ names }) => Object.keys(names).filter((column) => isNamed(names[column])))
  return [...new Set(columns)].filter((column) => !known.includes(column))
}

/** The tables already out, as lists of dimensions by number, without those that are part of others or of `wanted`. */
export function tablesOut(
  printed: readonly PrintedCell[],
  dimensions: readonly Dimension[],
  wanted: readonly number[][],
): number[][] {
  const columns = dimensions.map(({ name, levels }) => [name, ...levels.map((level) => level.name)])
  const dividedBy = ({ names }: PrintedCell) =>
    columns.flatMap((own, at) => (own.some((column) => isNamed(names[column])) ? [at] : []))
  const found = [...new Map(printed.map(dividedBy).map((table) => [table.join(), table])).values()]
  const isPart = (table: number[], other: number[]) => table !== other && table.every((at) => other.includes(at))
  return found.filter((table) => ![...wanted, ...found].some((other) => isPart(table, other)))
}

/**
 * Finds the printed cells among those of the tables; what one shows and another hides is shown.
 * Where the tables are `counted` from the same rows, refuses a printed count that is not theirs.
 */
export function alreadyOut(tables: PublishedTables, printed: readonly PrintedCell[], counted: boolean): AlreadyOut {
  const shown = new Float64Array(tables.values.length).fill(Number.NaN)
  const hidden = new Uint8Array(tables.values.length)
  const cellOf = cellFinder(tables)
  for (const { names, count } of printed) {
    const cell = cellOf(names)
    if (counted && isOther(count, cell === undefined ? undefined : tables.values[cell]!))
      throw new CannotCalculate('bad-option', {
        option: '--published',
        found: `${Object.values(names).join(' ')} ${count}`,
        expected: text.sameRows,
      })
    if (cell === undefined) continue
    if (Number.isNaN(count)) hidden[cell] = 1
    else shown[cell] = count
  }
  return { shown, hidden: hidden.map((isHidden, cell) => (Number.isNaN(shown[cell]!) ? isHidden : 0)) }
}

/** A category that is not among the rows has nobody. */
const isOther = (printed: number, counted: number | undefined): boolean =>
  counted === undefined ? printed !== 0 : !Number.isNaN(printed) && printed !== counted

function cellFinder({ trees, nodes, values }: PublishedTables) {
  const columns = trees.flatMap((tree) => Object.keys(tree.names(0)))
  const keyOf = (names: Record<string, string>) => JSON.stringify(columns.map((column) => names[column] || totalName))
  const namesOf = (cell: number) =>
    Object.assign({}, ...trees.map((tree, at) => tree.names(nodes[cell * trees.length + at]!))) as Record<
      string,
      string
    >
  const cells = new Map(Array.from(values, (_, cell) => [keyOf(namesOf(cell)), cell]))
  return (names: Record<string, string>) => cells.get(keyOf(names))
}
