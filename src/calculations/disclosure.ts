import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'

/**
 * Which cells of a published count must be hidden: those that are too small, and those that would give them away.
 *
 * Guards against subtraction within one split, line or table, and against sums so low that they settle every part.
 * Does not yet guard against several tables, months or filters taken together.
 * All hidden cells look the same: telling the small from the others would tell how small.
 */
export type Hidden = boolean[]

/** From 1 to one below the limit. Zero may be shown. */
export const isTooFew = (count: number, { smallestCount }: DisclosureLimits): boolean =>
  count > 0 && count < smallestCount

/** A percentage of so few says more about chance, and about persons, than about the group. */
export const baseIsTooSmall = (denominator: number, { smallestDenominator }: DisclosureLimits): boolean =>
  denominator < smallestDenominator

/**
 * Hides cells of lines that are published side by side, cell by cell: numerators, denominators, companions.
 *
 * Each line sums to a total that is shown. A cell hidden in one is hidden in all.
 * What is hidden for other reasons comes in `already`.
 * `hideTotal` when no choice of cells protects, since there are too few others: then no cell with a count is shown either.
 */
export function protectLines(
  lines: number[][],
  limits: DisclosureLimits,
  already: Hidden = [],
): { hidden: Hidden; hideTotal: boolean } {
  const width = lines[0]?.length ?? 0
  const isSmall = (cell: number) => lines.some((line) => isTooFew(line[cell]!, limits))
  const hidden = Array.from({ length: width }, (_, cell) => already[cell] || isSmall(cell))
  for (let line = unsafeLine(lines, hidden, limits); line; line = unsafeLine(lines, hidden, limits)) {
    const next = nextToHide(line, hidden)
    if (next < 0) return { hidden: hidden.map(() => true), hideTotal: true }
    hidden[next] = true
  }
  return { hidden, hideTotal: false }
}

const unsafeLine = (lines: number[][], hidden: Hidden, limits: DisclosureLimits) =>
  lines.find((line) => !isSafe(line, hidden, limits))

/**
 * With k hidden cells of sum S, each of at least one, none can be above S − k + 1.
 * That must leave every small count possible, or the sum itself gives the parts away.
 */
function isSafe(line: number[], hidden: Hidden, { smallestCount }: DisclosureLimits): boolean {
  const covered = line.filter((_, cell) => hidden[cell])
  const sum = covered.reduce((total, each) => total + each, 0)
  return sum === 0 || (covered.length > 1 && sum - covered.length + 1 >= smallestCount - 1)
}

/** The smallest count still shown; a zero only when nothing else is left. */
function nextToHide(line: number[], hidden: Hidden): number {
  let next = -1
  line.forEach((count, cell) => {
    if (!hidden[cell] && (next < 0 || costOf(count) < costOf(line[next]!))) next = cell
  })
  return next
}

const costOf = (count: number) => (count === 0 ? Number.MAX_SAFE_INTEGER : count)

/**
 * Hides cells of a table of counts that is published with the sums of its rows and columns.
 *
 * Takes the inner cells. Gives one row and one column more: the sums, the last being the sum of all.
 */
export function protectTable(counts: number[][], limits: DisclosureLimits): Hidden[] {
  const table = withSums(counts)
  const hidden = table.map((row) => row.map((count) => isTooFew(count, limits)))
  while (coverLines(table, hidden, limits) || breakBridge(table, hidden)) continue
  return hidden
}

/** The table with the sums of its rows, of its columns, and of all. */
export function withSums(counts: number[][]): number[][] {
  const rows = counts.map((row) => [...row, sumOf(row)])
  const width = (counts[0]?.length ?? 0) + 1
  return [...rows, Array.from({ length: width }, (_, column) => sumOf(rows.map((row) => row[column]!)))]
}

const sumOf = (counts: number[]) => counts.reduce((total, each) => total + each, 0)

/** Row by row and column by column, as a single line. True when something was hidden. */
function coverLines(table: number[][], hidden: Hidden[], limits: DisclosureLimits): boolean {
  const columns = table[0]!.map((_, column) => table.map((_, row) => ({ row, column })))
  const rows = table.map((cells, row) => cells.map((_, column) => ({ row, column })))
  return [...rows, ...columns].some((line) => {
    const total = line.at(-1)!
    if (hidden[total.row]![total.column]) return false
    const parts = line.slice(0, -1)
    const counts = parts.map(({ row, column }) => table[row]![column]!)
    const covered = parts.map(({ row, column }) => hidden[row]![column]!)
    if (isSafe(counts, covered, limits)) return false
    const next = nextToHide(counts, covered)
    const { row, column } = parts[next] ?? total
    return (hidden[row]![column] = true)
  })
}

/**
 * With sums as one more row and column, rows and columns are points and hidden cells the lines between them.
 * A hidden cell can be worked out by subtraction exactly when it is a bridge: when nothing else joins its row and column.
 * Hides the cheapest cells that close a ring through one such cell. True when something was hidden.
 */
function breakBridge(table: number[][], hidden: Hidden[]): boolean {
  for (const [row, cells] of hidden.entries())
    for (const [column, isHidden] of cells.entries())
      if (isHidden && isBridge(hidden, row, column)) {
        for (const [r, c] of cheapestRing(table, hidden, row, column)) hidden[r]![c] = true
        return true
      }
  return false
}

function isBridge(hidden: Hidden[], row: number, column: number): boolean {
  const rows = new Set([row])
  const columns = new Set<number>()
  const joins = (r: number, c: number) => hidden[r]![c]! && !(r === row && c === column)
  for (let grown = true; grown;) {
    const before = rows.size + columns.size
    for (const r of rows) hidden[r]!.forEach((_, c) => joins(r, c) && columns.add(c))
    for (const c of columns) hidden.forEach((_, r) => joins(r, c) && rows.add(r))
    grown = rows.size + columns.size > before
  }
  return !columns.has(column)
}

type Ring = [row: number, column: number][]

function cheapestRing(table: number[][], hidden: Hidden[], row: number, column: number): Ring {
  const price = (ring: Ring) => sumOf(ring.map(([r, c]) => (hidden[r]![c] ? 0 : costOf(table[r]![c]!))))
  const others = <Item>(items: Item[], not: number) => [...items.keys()].filter((index) => index !== not)
  const rings = others(table, row).flatMap((r) =>
    others(table[0]!, column).map((c): Ring => [
      [row, c],
      [r, c],
      [r, column],
    ]),
  )
  return rings.reduce((best, ring) => (price(ring) < price(best) ? ring : best))
}
