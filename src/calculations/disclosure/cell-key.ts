import { CannotCalculate } from '../refusal.ts'
import type { Noise } from './cell-key-noise.ts'

/**
 * The key of each cell: the sum of its households' record keys, modulo 1.
 *
 * `cells` has a cell number per row, from 0, and -1 for a row that is in no cell; `recordKeys` a number in [0, 1).
 * One household per row. A cell's key depends on which households are in it and on nothing else, so that the same
 * group gets the same noise in every table and at every time it is asked for; averaging many answers gives nothing.
 * Keys are read to 32 binary places and added as integers: the order of the rows has no influence.
 *
 * Refuses (`bad-value`) a record key outside [0, 1).
 */
export function cellKeys(cells: Int32Array, cellCount: number, recordKeys: Float64Array): Float64Array {
  const sums = new Uint32Array(cellCount)
  for (let row = 0; row < cells.length; row++) {
    const key = recordKeys[row]!
    if (!(key >= 0 && key < 1))
      throw new CannotCalculate('bad-value', {
        column: 'recordKey',
        row: row + 1,
        found: key,
        expected: 'från 0 till 1',
      })
    // An unsigned integer of 32 bits wraps by itself, which is the remainder after division by 1.
    if (cells[row]! >= 0) sums[cells[row]!]! += Math.floor(key * twoTo32)
  }
  return Float64Array.from(sums, (sum) => sum / twoTo32)
}

const twoTo32 = 4_294_967_296

/** How many rows each cell has. */
export function cellCounts(cells: Int32Array, cellCount: number): Int32Array {
  const counts = new Int32Array(cellCount)
  for (const cell of cells) if (cell >= 0) counts[cell]!++
  return counts
}

/**
 * Counts with the noise that their cell keys choose: the change whose part of [0, 1) the key falls in.
 *
 * Zero stays zero, no count becomes less than zero, and none becomes one that the noise never shows. Every count is
 * changed on its own, sums too, so that parts and sums need not agree; where they must, round with control instead.
 *
 * Fraser & Wooton 2005; Thompson, Broadfoot & Elazar 2013. Statistics Sweden, population statistics from 2025.
 */
export const perturbedCounts = (counts: Int32Array, keys: Float64Array, noise: readonly Noise[]): Int32Array =>
  counts.map((count, cell) => count + changeOf(noise[Math.min(count, noise.length - 1)]!, keys[cell]!))

function changeOf({ changes, probabilities }: Noise, key: number): number {
  let reached = 0
  for (let at = 0; at < changes.length - 1; at++) {
    reached += probabilities[at]!
    if (key < reached) return changes[at]!
  }
  return changes.at(-1)!
}
