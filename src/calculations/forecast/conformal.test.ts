import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { conformalQuantile, nobody, nonDecreasing, scoresOf } from './conformal.ts'

const equal = (sizes: readonly number[]) => scoresOf(sizes.map((size) => ({ size, weight: 1, owner: nobody })))

describe('the conformal quantile', () => {
  test('is the ⌈(n + 1)·level⌉-th smallest of scores of equal weight', () => {
    const nine = equal([9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(conformalQuantile(nine, 0.8)).toBe(8)
    expect(conformalQuantile(nine, 0.81)).toBe(9)
    expect(conformalQuantile(nine, 0.9)).toBe(9)
    expect(conformalQuantile(nine, 0.1)).toBe(1)
    expect(conformalQuantile(nine, 0.11)).toBe(2)
  })
  test('takes the greatest score when there are too few for the level', () =>
    expect(conformalQuantile(equal([1, 2, 3]), 0.99)).toBe(3))
  test('is null without scores', () => expect(conformalQuantile(equal([]), 0.9)).toBeNull())
  test('counts a score by its weight', () => {
    const scores = scoresOf([
      { size: 1, weight: 0.5, owner: 0 },
      { size: 3, weight: 2, owner: 0 },
      { size: 2, weight: 0.5, owner: 0 },
    ])
    // 0.25 · (3 + 1) is 1, which 0.5 + 0.5 reaches; anything above needs the third.
    expect(conformalQuantile(scores, 0.25)).toBe(2)
    expect(conformalQuantile(scores, 0.26)).toBe(3)
    expect(conformalQuantile(scores, 0.125)).toBe(1)
  })
  test('leaves out the scores of one owner, and their weight', () => {
    const scores = scoresOf([1, 2, 3, 4, 5, 6, 7, 8].map((size) => ({ size, weight: 1, owner: size % 2 })))
    expect(conformalQuantile(scores, 0.6, 0)).toBe(5)
    expect(conformalQuantile(scores, 0.6, 1)).toBe(6)
    expect(conformalQuantile(scores, 0.6)).toBe(6)
    expect(conformalQuantile(equal([1]), 0.5, nobody)).toBeNull()
  })
  test('needs less above the level the more of the scores is known for certain', () => {
    const nine = equal([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect([1, 0.5, 0].map((unseen) => conformalQuantile(nine, 0.5, undefined, unseen))).toEqual([5, 5, 5])
    expect([1, 0.5, 0].map((unseen) => conformalQuantile(nine, 0.88, undefined, unseen))).toEqual([9, 9, 8])
  })
  test('is a score that was given, and never falls when the level rises', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (sizes, one, other) => {
          const scores = equal(sizes)
          const [low, high] = [Math.min(one, other), Math.max(one, other)].map((level) =>
            conformalQuantile(scores, level)!,
          )
          expect(sizes).toContain(low)
          expect(low).toBeLessThanOrEqual(high!)
        },
      ),
      { seed: 1 },
    ))

  // The coverage of exchangeable errors is k/(n + 1) exactly, where k is the rank: 18/20 for 19 scores and level 0.88.
  // The standard error of 2 000 draws is 0.007 and 0.011; the quantile without its + 1 covers 0.85 and 0.4.
  test.each([
    [19, 0.88, 0.9],
    [4, 0.5, 0.6],
  ])('covers a new error of the same kind: %i scores, level %f', (count, level, covered) => {
    const random = seededRandom(11)
    let held = 0
    for (let trial = 0; trial < 2_000; trial++) {
      const past = Array.from({ length: count }, () => Math.abs(random.normal()))
      if (Math.abs(random.normal()) <= conformalQuantile(equal(past), level)!) held++
    }
    expect(Math.abs(held / 2_000 - covered)).toBeLessThan(0.025)
  })
})

describe('the non-decreasing sequence', () => {
  const of = (...values: number[]) => [...nonDecreasing(Float64Array.from(values))]

  test('leaves what does not fall as it is', () => expect(of(1, 2, 2, 5)).toEqual([1, 2, 2, 5]))
  test('averages neighbours until nothing falls', () => {
    expect(of(1, 3, 2)).toEqual([1, 2.5, 2.5])
    expect(of(4, 3, 2, 1)).toEqual([2.5, 2.5, 2.5, 2.5])
    // A fall that takes the block before it along.
    expect(of(1, 5, 3, 0, 9)).toEqual([1, 8 / 3, 8 / 3, 8 / 3, 9])
    expect(of(5, 3, 0, 9)).toEqual([8 / 3, 8 / 3, 8 / 3, 9])
  })
  test('is empty of nothing', () => expect(of()).toEqual([]))
  test('never falls, keeps the sum, and keeps the order of two sequences', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20 })), { maxLength: 20 }),
        (pairs) => {
          const lower = of(...pairs.map(([value]) => value))
          const upper = of(...pairs.map(([value, more]) => value + more))
          const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)
          expect(total(lower)).toBeCloseTo(total(pairs.map(([value]) => value)), 6)
          for (let at = 1; at < lower.length; at++) expect(lower[at]!).toBeGreaterThanOrEqual(lower[at - 1]! - 1e-9)
          for (let at = 0; at < lower.length; at++) expect(upper[at]!).toBeGreaterThanOrEqual(lower[at]! - 1e-9)
        },
      ),
      { seed: 2 },
    ))
})
