import { describe, expect, test } from 'vitest'
import { coverageBounds } from './calibration-check.ts'

const check = (within: number[], block: number, seed = 1) => coverageBounds(within, { block, replicates: 4000, seed })

describe('coverage with bounds by block bootstrap', () => {
  test('has no spread when all or nothing was held', () => {
    expect(check([1, 1, 1, 1], 2)).toEqual({ lower: 1, upper: 1 })
    expect(check([0, 0], 1)).toEqual({ lower: 0, upper: 0 })
  })
  test('is null with less than two blocks', () => {
    expect(check([1, 0, 1], 2)).toBeNull()
    expect(check([1, 0, 1, 1], 2)).not.toBeNull()
    expect(check([], 1)).toBeNull()
  })
  // Of 400 independent values with share ½ the standard error is 0.025, so the interval is 0.45–0.55.
  test('of single values is the ordinary interval', () => {
    const { lower, upper } = check(
      Array.from({ length: 400 }, (_, at) => ((at * 7919) % 400 < 200 ? 1 : 0)),
      1,
    )!
    expect(lower).toBeCloseTo(0.451, 2)
    expect(upper).toBeCloseTo(0.549, 2)
  })
  // Runs of 20 equal values carry the information of 20 runs: the standard error is √20 times greater, 0.11.
  test('is wider when neighbours tell the same story', () => {
    const runs = Array.from({ length: 400 }, (_, at) => Math.floor(at / 20) % 2)
    const scattered = Array.from({ length: 400 }, (_, at) => ((((at / 20) | 0) * 13 + 5) % 20 < 10 ? 1 : 0))
    for (const values of [scattered]) {
      const { lower, upper } = check(values, 20)!
      expect(upper - lower).toBeGreaterThan(0.2)
    }
    expect(check(runs, 1)!.upper - check(runs, 1)!.lower).toBeLessThan(0.11)
  })
  test('is the same for the same seed and another for another', () => {
    const within = Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? 0 : 1))
    const few = (seed: number) => coverageBounds(within, { block: 3, replicates: 20, seed })
    expect(few(1)).toEqual(few(1))
    expect(few(1)).not.toEqual(few(2))
  })
})
