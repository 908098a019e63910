import { describe, expect, test } from 'vitest'
import { recentScale } from './conformal-scale.ts'

const missing = Number.NaN
const scale = (values: number[], season: number, breaks?: number[]) =>
  recentScale(Float64Array.from(values), { season, ...(breaks && { breaks }) })

describe('the scale of an error', () => {
  test('is the mean change over a season, where a season ago weighs half', () => {
    // Changes over two steps: 3 (age 2), 6 (age 1).
    expect(scale([1, 2, 4, 8], 2)).toBeCloseTo((3 * 0.5 + 6 * Math.SQRT1_2) / (0.5 + Math.SQRT1_2), 12)
    expect(scale([0, 1, 1, 1], 1)).toBeCloseTo(0.125 / 0.875, 12)
  })
  test('uses pairs where both values are known', () => expect(scale([1, 2, missing, 8, 5, missing], 2)).toBe(6))
  test('of a short series uses the longest lag that has half as many pairs as it is long', () => {
    // Five values: lag 4 has one pair of two needed, lag 3 has two of one and a half.
    expect(scale([0, 0, 0, 7, 7], 12)).toBeCloseTo(7, 12)
    // Three values: lag 2 has the one pair it needs.
    expect(scale([1, 100, 5], 12)).toBeCloseTo(4, 12)
    expect(scale([1, 5], 12)).toBe(4)
  })
  test('leaves out changes over a declared break', () => {
    expect(scale([1, 2, 2, 3, 101, 102, 102, 103], 2, [4])).toBeCloseTo(1, 12)
    expect(scale([1, 2, 2, 3, 101, 102, 102, 103], 2)).toBeGreaterThan(10)
    // The pair that ends just before the break, and the one that begins at it, are kept.
    expect(scale([5, 6, 20, 22], 1, [2])).toBeCloseTo((0.125 * 1 + 0.5 * 2) / 0.625, 12)
  })
  test('of a series that repeats itself is the change over a shorter time', () => {
    expect(scale([1, 2, 1, 2], 2)).toBeCloseTo(1, 12)
    expect(scale([1, 2, 4, 1, 2, 4], 3)).toBeGreaterThan(1)
  })
  test('of scattered values is their change in the order they stand', () => {
    expect(scale([3, missing, missing, missing, missing, 8], 2)).toBeCloseTo(5, 12)
    expect(scale([3, 8], 12, [1])).toBeCloseTo(5, 12)
  })
  test('is zero of a constant series, and null when no pair is known', () => {
    expect(scale([4, 4, 4], 1)).toBe(0)
    expect(scale([4, 4, 4, 4, 4], 2)).toBe(0)
    expect(scale([4], 12)).toBeNull()
    expect(scale([], 12)).toBeNull()
    expect(scale([missing, missing], 1)).toBeNull()
    expect(scale([missing, 4], 1)).toBeNull()
    expect(scale([4], 1, [0])).toBeNull()
  })
})
