import { sum } from '../sample-statistics.ts'
import { CannotCalculate } from '../refusal.ts'

export type FallWithoutAction = {
  /** How many were selected. */
  selected: number
  before: number
  after: number
  /** (before − after)/before: how much of it is gone in the later period. Negative when it rose. */
  fall: number
}

/**
 * How much the costliest of an earlier period fell by themselves: regression to the mean (Galton 1886).
 *
 * Whoever is chosen for a high cost has often been chosen for a bad month too. `before` and `after` hold one value per
 * household in two periods of the same length, both before anything was done, 0 for who had left. The `selected`
 * largest of `before` are followed; of equal values the first rows are taken.
 * An intervention for such a group must beat this fall, or be compared with others as costly.
 * Refuses to select none or more than there are, and a selection without cost.
 */
export function fallWithoutAction(before: Float64Array, after: Float64Array, selected: number): FallWithoutAction {
  if (selected < 1 || selected > before.length)
    throw new CannotCalculate('too-few', { found: before.length, needed: Math.max(1, selected), what: 'hushåll' })
  const rows = Array.from(before.keys()).sort((left, right) => before[right]! - before[left]!)
  const chosen = rows.slice(0, selected)
  const [earlier, later] = [sum(chosen.map((row) => before[row]!)), sum(chosen.map((row) => after[row]!))]
  if (earlier <= 0) throw new CannotCalculate('bad-value', { column: 'before', found: earlier, expected: '> 0' })
  return { selected, before: earlier, after: later, fall: (earlier - later) / earlier }
}
