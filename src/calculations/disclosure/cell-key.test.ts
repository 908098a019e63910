import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { cellCounts, cellKeys, perturbedCounts } from './cell-key.ts'
import { defaultNoise, maximumEntropyNoise } from './cell-key-noise.ts'

const noise = maximumEntropyNoise(defaultNoise)

describe('the key of a cell', () => {
  test('is the sum of the keys of its households, without the whole part', () => {
    const keys = cellKeys(Int32Array.of(0, 1, 0, 0, 2), 4, Float64Array.of(0.5, 0.25, 0.75, 0.125, 0))
    expect([...keys]).toEqual([0.375, 0.25, 0, 0])
  })

  test('leaves out rows that are in no cell', () => {
    expect([...cellKeys(Int32Array.of(-1, 0), 1, Float64Array.of(0.5, 0.25))]).toEqual([0.25])
    expect([...cellCounts(Int32Array.of(-1, 0, 2, 2), 3)]).toEqual([1, 0, 2])
  })

  test('is the same to the last bit whatever the order of the households', () => {
    const key = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 40 }), (keys) => {
        const oneCell = new Int32Array(keys.length)
        const forward = cellKeys(oneCell, 1, Float64Array.from(keys))
        expect(cellKeys(oneCell, 1, Float64Array.from(keys.toReversed()))).toEqual(forward)
        expect(forward[0]).toBeLessThan(1)
      }),
      { seed: 11, numRuns: 50 },
    )
  })

  test.each([1, -0.1, Number.NaN])('refuses a record key of %d', (key) =>
    expect(() => cellKeys(Int32Array.of(0, 0), 1, Float64Array.of(0.5, key))).toThrow(
      expect.objectContaining({
        kind: 'bad-value',
        detail: { column: 'recordKey', row: 2, found: key, expected: 'från 0 till 1' },
      }) as Error,
    ),
  )
})

describe('the count with noise', () => {
  const withKey = (count: number, key: number) => perturbedCounts(Int32Array.of(count), Float64Array.of(key), noise)[0]

  test('is the change in whose part of the unit the key falls', () => {
    // For a count of one: −1 up to 0.7345, +2 up to 0.8712, +3 up to 0.9440, +4 up to 0.9814, then +5.
    const keys = [0, 0.734, 0.735, 0.871, 0.872, 0.943, 0.945, 0.981, 0.982, 0.999999]
    expect(keys.map((key) => withKey(1, key))).toEqual([0, 0, 3, 3, 4, 4, 5, 5, 6, 6])
    const [first] = noise[1]!.probabilities
    expect(withKey(1, first!)).toBe(3)
  })

  test('is zero for zero', () => expect([0, 0.5, 0.999].map((key) => withKey(0, key))).toEqual([0, 0, 0]))

  test('follows the last row of the table for every greater count', () => {
    expect([8, 9, 1000].map((count) => withKey(count, 0)! - count)).toEqual([-5, -5, -5])
    expect([8, 9, 1000].map((count) => withKey(count, 0.5)! - count)).toEqual([0, 0, 0])
  })

  test('is never below zero, never one or two, and never more than five away', () => {
    const random = seededRandom(1)
    const counts = Int32Array.from({ length: 4000 }, (_, index) => index % 12)
    const results = perturbedCounts(counts, Float64Array.from(counts, random.next), noise)
    results.forEach((result, at) => {
      expect(result === 0 || result > 2).toBe(true)
      expect(Math.abs(result - counts[at]!)).toBeLessThanOrEqual(5)
    })
    const changes = results.map((result, at) => result - counts[at]!).filter((_, at) => counts[at]! > 0)
    const mean = changes.reduce((sum, each) => sum + each, 0) / changes.length
    expect(Math.abs(mean)).toBeLessThan(0.1)
    expect(changes.reduce((sum, each) => sum + each * each, 0) / changes.length).toBeCloseTo(3, 0)
  })
})
