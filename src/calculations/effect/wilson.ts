import { normalQuantile } from '../distributions.ts'
import { CannotCalculate } from '../refusal.ts'

export type Share = { count: number; of: number; share: number; lower: number; upper: number }

/**
 * A share with Wilson's score interval (Wilson 1927): the shares p that a score test of |p̂ − p| does not reject.
 *
 *     (p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)
 *
 * Holds its level in small groups, where p̂ ± z·SE does not, and never leaves [0, 1].
 * `count` of `of` are whole numbers. Refuses an empty group and a count outside it.
 */
export function wilsonInterval(count: number, of: number, level = 0.95): Share {
  if (of < 1) throw new CannotCalculate('no-rows')
  if (count < 0 || count > of)
    throw new CannotCalculate('bad-value', { column: 'count', found: count, expected: `0–${of}` })
  const z = normalQuantile((1 + level) / 2)
  const share = count / of
  const widening = 1 + (z * z) / of
  const middle = (share + (z * z) / (2 * of)) / widening
  const half = (z / widening) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  // At the ends the formula gives exactly 0 and 1, but not in floating point.
  return { count, of, share, lower: count === 0 ? 0 : middle - half, upper: count === of ? 1 : middle + half }
}
