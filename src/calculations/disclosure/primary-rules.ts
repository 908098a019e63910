import type { AmountLimits } from '../../parameters/disclosure-limits.ts'
import type { LinearSystem } from './linear-system.ts'

export type CountRule = {
  /** Counts from 1 to one below this are hidden. */
  threshold: number
  /** Zeros too: that nobody has something can be as telling as that one person has. */
  hideZeros: boolean
}

/** 1 for each published count that is too small to show. */
export const primaryCounts = ({ values, published }: LinearSystem, { threshold, hideZeros }: CountRule): Uint8Array =>
  Uint8Array.from(values, (count, cell) => (published[cell] && count < threshold && (count > 0 || hideZeros) ? 1 : 0))

/**
 * Group disclosure: everyone in a group is in the same category, so that belonging to the group tells the rest.
 * `parts` are the counts by category of one group. An empty group tells nothing.
 */
export const tellsOfAll = (parts: ArrayLike<number>): boolean =>
  Array.from(parts).filter((count) => count > 0).length === 1

/**
 * The (n, k) rule: the n largest contributions make up more than the share k of the sum. Contributions are not negative.
 * Hundepool et al. (2012), Statistical Disclosure Control, section 4.2.
 */
export function isDominated(contributions: Float64Array, { dominating, dominatingShare }: AmountLimits): boolean {
  const sorted = contributions.toSorted().reverse()
  return sumOf(sorted.subarray(0, dominating)) > dominatingShare * sumOf(sorted)
}

/**
 * The p % rule: whoever gave the second largest contribution subtracts it from the sum, and what is left tells the
 * largest to within p of itself. A single contribution is told exactly.
 * Hundepool et al. (2012), section 4.2.
 */
export function isTooClose(contributions: Float64Array, { closeness }: AmountLimits): boolean {
  const sorted = contributions.toSorted().reverse()
  return sorted.length > 0 && sorted[0]! > 0 && sumOf(sorted.subarray(2)) < closeness * sorted[0]!
}

const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
