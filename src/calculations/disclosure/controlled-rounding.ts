import { CannotCalculate } from '../refusal.ts'

/** Inner cells, and for each published cell the inner cells that it is the sum of; an inner one published is its own. */
export type RoundingInput = { counts: ArrayLike<number>; published: readonly ArrayLike<number>[] }

export type RoundedTable = { inner: Int32Array; published: Int32Array }

/**
 * Small inner cells rounded to 0 or to the base, so that the published sums change as little as can be.
 *
 * Every inner count from 1 to base − 1 becomes 0 or the base; the others are kept. Sums are made from the rounded inner
 * cells, so that parts always add up, and no published cell is from 1 to base − 1. So many cells become the base that
 * the sum of all changes by at most half a base. Which of them is chosen by the sum of squared changes of the published
 * cells: first the cell that lowers it the most, one after another; then each is taken out and the best put in its
 * place, until no exchange helps. That is a good choice and not always the best one.
 *
 * The same table is always rounded in the same way; of equally good cells the first is taken.
 * Refuses (`bad-value`) a count that is not a whole number from zero and (`bad-option`) a base that is not one from 2.
 *
 * Langsrud & Heldal 2018, small count rounding; `SmallCountRounding::PLSrounding` in R searches in another order.
 */
export function roundSmallCounts({ counts, published }: RoundingInput, base = 5): RoundedTable {
  if (!Number.isInteger(base) || base < 2)
    throw new CannotCalculate('bad-option', { option: 'base', found: base, expected: 'ett heltal från 2' })
  expectCounts(counts)
  const inner = Int32Array.from(counts, (count) => (count < base ? 0 : count))
  const small = [...inner.keys()].filter((cell) => counts[cell]! > 0 && counts[cell]! < base)
  const wanted = Math.round(small.reduce((sum, cell) => sum + counts[cell]!, 0) / base)
  const kept = sumsOf(inner, published)
  const lost = sumsOf(counts, published).map((sum, cell) => sum - kept[cell]!)
  for (const cell of chooseRaised({ small, wanted, lost, sumsOfCell: sumsByCell(counts.length, published), base }))
    inner[cell] = base
  return { inner, published: sumsOf(inner, published) }
}

function expectCounts(counts: ArrayLike<number>) {
  const at = Array.from(counts).findIndex((count) => !Number.isInteger(count) || count < 0)
  if (at < 0) return
  const detail = { column: 'count', row: at + 1, found: counts[at]!, expected: 'ett heltal från 0' }
  throw new CannotCalculate('bad-value', detail)
}

const sumsOf = (cells: ArrayLike<number>, published: RoundingInput['published']): Int32Array =>
  Int32Array.from(published, (parts) => Array.from(parts).reduce((sum, part) => sum + cells[part]!, 0))

/** The published cells that each inner cell is part of. */
function sumsByCell(cells: number, published: RoundingInput['published']): number[][] {
  const sums: number[][] = Array.from({ length: cells }, () => [])
  published.forEach((parts, sum) => Array.from(parts).forEach((part) => sums[part]!.push(sum)))
  return sums
}

/** `lost` is what each published cell lacks when all small cells are zero; below zero it has too much. */
type Choice = { small: number[]; wanted: number; lost: Int32Array; sumsOfCell: number[][]; base: number }

function chooseRaised({ small, wanted, lost, sumsOfCell, base }: Choice): number[] {
  const free = new Set(small)
  const raised: number[] = []
  const move = (cell: number, amount: number) => sumsOfCell[cell]!.forEach((sum) => (lost[sum]! += amount))
  /** How much the sum of squares falls when the cell becomes the base. */
  const gain = (cell: number) => sumsOfCell[cell]!.reduce((total, sum) => total + base * (2 * lost[sum]! - base), 0)
  const best = (first: number | undefined) => {
    let [chosen, most] = [first, first === undefined ? -Infinity : gain(first)]
    for (const cell of free) {
      const value = gain(cell)
      if (value > most) [chosen, most] = [cell, value]
    }
    return chosen!
  }
  const raise = (at: number, cell: number) => {
    raised[at] = cell
    free.delete(cell)
    move(cell, -base)
  }
  for (let at = 0; at < wanted; at++) raise(at, best(undefined))
  // Each exchange lowers a sum of whole squares, so that there is an end to them.
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false
    for (const [at, cell] of raised.entries()) {
      move(cell, base)
      const other = best(cell)
      if (other !== cell) free.add(cell)
      raise(at, other)
      hasChanged ||= other !== cell
    }
  }
  return raised
}
