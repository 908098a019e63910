import { describe, expect, test } from 'vitest'
import { recentChanges, recentScale } from './conformal-scale.ts'

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

describe('the usual change over so many values', () => {
  const changes = (values: number[], horizon: number, breaks?: number[]) =>
    recentChanges(Float64Array.from(values), { horizon, season: 12, ...(breaks && { breaks }) })

  test('is that of each number of values, and of a season the scale of an error', () => {
    const values = Array.from({ length: 40 }, (_, at) => 100 + 3 * at)
    expect([...changes(values, 4)!].map(Math.round)).toEqual([3, 6, 9, 12])
    expect(changes(values, 12)![11]).toBe(scale(values, 12))
  })
  test('weighs a change half as much for every season that has passed, however few values it is over', () => {
    const once = Array.from({ length: 25 }, (_, at) => (at < 12 ? 0 : 1))
    const weights = Array.from({ length: 24 }, (_, at) => 0.5 ** ((24 - at) / 12))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    expect(changes(once, 1)![0]).toBeCloseTo(weights[11]! / total, 12)
  })
  test('leaves out changes over a declared break', () =>
    expect([...changes([1, 2, 3, 103, 104, 105], 2, [3])!]).toEqual(
      [1, 2].map((each) => expect.closeTo(each, 9) as number),
    ))
  test('is not known of a single value', () => expect(changes([4], 2)).toBeNull())
})
