import { CannotCalculate } from '../refusal.ts'
import { mostLatentCells, totalName } from './dimension.ts'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'

/** A cell as it stands in print: its place, `total` where a column is summed over, and its count; NaN when hidden. */
export type ListedCell = { place: string[]; count: number }

export type ListedTables = LinearSystem & {
  hidden: Uint8Array
  /** The cell that each row lists: the same where several tables list the same cell. */
  cellOfRow: Int32Array
}

/**
 * Printed tables, one or several, and the sums between their cells.
 *
 * The columns in which a cell is no total tell which table it belongs to.
 * A cell is the sum of the cells that it covers in each finest table. A cell of a finest table that is not printed is
 * nought; a sum that is not printed, or whose parts are not, says nothing.
 * Tables with no common finest one are tied together by the cells that they would have had there.
 * A cell that one table shows and another hides is known. Refuses a cell with two different counts.
 */
export function listedTables(rows: readonly ListedCell[]): ListedTables {
  const { cells, cellOfRow } = distinctCells(rows)
  const finest = finestPatterns(cells)
  const relations = relationsBuilder()
  for (const pattern of finest) for (const [cell, parts] of partsWithin(pattern, cells)) relations.add(cell, parts)
  const latent = finest.length > 1 ? latentCells(finest, cells) : { count: 0, parts: new Map<number, number[]>() }
  for (const [cell, parts] of latent.parts) relations.add(cell, parts)
  const length = cells.length + latent.count
  return {
    values: Float64Array.from({ length }, (_, cell) => cells[cell]?.count ?? Number.NaN),
    hidden: Uint8Array.from({ length }, (_, cell) => (cell < cells.length && Number.isNaN(cells[cell]!.count) ? 1 : 0)),
    published: Uint8Array.from({ length }, (_, cell) => (cell < cells.length ? 1 : 0)),
    relations: relations.done(),
    cellOfRow,
  }
}

function distinctCells(rows: readonly ListedCell[]): { cells: ListedCell[]; cellOfRow: Int32Array } {
  const cells: ListedCell[] = []
  const known = new Map<string, number>()
  const cellOfRow = Int32Array.from(rows, ({ place, count }) => {
    const cell = known.get(keyOf(place)) ?? cells.push({ place, count }) - 1
    known.set(keyOf(place), cell)
    const before = cells[cell]!.count
    if (!Number.isNaN(before) && !Number.isNaN(count) && before !== count)
      throw new CannotCalculate('inconsistent-table')
    if (Number.isNaN(before)) cells[cell]!.count = count
    return cell
  })
  return { cells, cellOfRow }
}

const keyOf = (place: readonly string[]) => JSON.stringify(place)

/** For each column whether a cell has a category there, and not the total. */
type Pattern = boolean[]

const patternOf = ({ place }: ListedCell): Pattern => place.map((name) => name !== totalName)
const isWithin = (narrow: Pattern, wide: Pattern) => narrow.every((has, column) => !has || wide[column])
const isSame = (left: Pattern, right: Pattern) => isWithin(left, right) && isWithin(right, left)
const project = (place: readonly string[], pattern: Pattern) =>
  keyOf(place.map((name, column) => (pattern[column] ? name : totalName)))

function patternsOf(cells: readonly ListedCell[]): Pattern[] {
  const distinct = new Map(cells.map((cell) => [patternOf(cell).join(), patternOf(cell)]))
  return [...distinct.values()]
}

/** The patterns that no other contains. */
function finestPatterns(cells: readonly ListedCell[]): Pattern[] {
  const patterns = patternsOf(cells)
  return patterns.filter((each) => !patterns.some((other) => other !== each && isWithin(each, other)))
}

/** For each printed sum the cells of one finest table that it covers. */
function partsWithin(finest: Pattern, cells: readonly ListedCell[]): Map<number, number[]> {
  const inner = [...cells.keys()].filter((cell) => isSame(patternOf(cells[cell]!), finest))
  const found = new Map<number, number[]>()
  for (const pattern of patternsOf(cells)) {
    if (!isWithin(pattern, finest) || isSame(pattern, finest)) continue
    const parts = groupedBy(inner, (cell) => project(cells[cell]!.place, pattern))
    cells.forEach((cell, at) => {
      const covered = isSame(patternOf(cell), pattern) && parts.get(keyOf(cell.place))
      if (covered) found.set(at, covered)
    })
  }
  return found
}

function groupedBy(cells: readonly number[], keyOfCell: (cell: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const cell of cells) {
    const key = keyOfCell(cell)
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key)!.push(cell)
  }
  return groups
}

/**
 * The cells by all columns at once, numbered after the printed ones, as parts of the cells of every finest table.
 * One that would be part of a cell that is not printed is nought, and left out.
 */
function latentCells(finest: Pattern[], cells: readonly ListedCell[]) {
  const cellAt = new Map(cells.map(({ place }, cell) => [keyOf(place), cell]))
  const names = finest[0]!.map((_, column) => [...new Set(cells.map(({ place }) => place[column]!))])
  const within = names.map((each, column) =>
    finest.some((pattern) => pattern[column]) ? each.filter((name) => name !== totalName) : [totalName],
  )
  const parts = new Map<number, number[]>()
  if (within.reduce((product, each) => product * each.length, 1) > mostLatentCells) return { count: 0, parts }
  let count = 0
  for (const place of combinations(within)) {
    const wholes = finest.map((pattern) => cellAt.get(project(place, pattern)))
    if (wholes.includes(undefined)) continue
    for (const whole of wholes) parts.set(whole!, [...(parts.get(whole!) ?? []), cells.length + count])
    count++
  }
  return { count, parts }
}

const combinations = (lists: string[][]): string[][] =>
  lists.reduce<string[][]>((all, list) => all.flatMap((each) => list.map((name) => [...each, name])), [[]])
