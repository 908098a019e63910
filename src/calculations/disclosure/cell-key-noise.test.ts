import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedJson, testWithSharedData } from '../../../test/support/shared-data.ts'
import { defaultNoise, maximumEntropyNoise, type Noise, type NoiseOptions } from './cell-key-noise.ts'

const defaultRow = (count: number) => maximumEntropyNoise(defaultNoise)[count]!
const moment = ({ changes, probabilities }: Noise, power: number) =>
  changes.reduce((sum, change, at) => sum + probabilities[at]! * change ** power, 0)

describe('the table of changes', () => {
  testWithSharedData('is the one of the R package ptable', () => {
    const { ptable } = sharedJson<{ ptable: Record<string, Record<string, number>> }>('expected/sdc_ckm.json')
    expect(maximumEntropyNoise(defaultNoise)).toHaveLength(Object.keys(ptable).length + 1)
    for (const [count, row] of Object.entries(ptable)) {
      const { changes, probabilities } = defaultRow(Number(count))
      expect([...changes].map((change) => String(Number(count) + change))).toEqual(Object.keys(row))
      Object.values(row).forEach((expected, at) => expect(probabilities[at]).toBeCloseTo(expected, 10))
    }
  })

  // 1 may become 0, 3, 4, 5 or 6: never 1 or 2, never below zero, and never changed by more than five.
  test('has for a count of one the probabilities that ptable gives', () => {
    expect([...defaultRow(1).changes]).toEqual([-1, 2, 3, 4, 5])
    const expected = [0.7344695410835, 0.136720190051682, 0.0727963135922868, 0.0374295561593293, 0.0185843991131981]
    expected.forEach((probability, at) => expect(defaultRow(1).probabilities[at]).toBeCloseTo(probability, 12))
  })

  test('leaves zero alone, and has one row for every count that needs its own', () => {
    expect(defaultRow(0)).toEqual({ changes: Int32Array.of(0), probabilities: Float64Array.of(1) })
    expect(maximumEntropyNoise(defaultNoise)).toHaveLength(9)
    expect([...defaultRow(8).changes]).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5])
  })

  test('without a limit on what is shown allows every count', () =>
    expect([...maximumEntropyNoise({ ...defaultNoise, neverShown: 0, variance: 1 })[1]!.changes]).toEqual([
      -1, 0, 1, 2, 3, 4, 5,
    ]))

  test('for two changes and the change nothing else than what the moments settle', () => {
    const [, one] = maximumEntropyNoise({ largestChange: 1, variance: 0.5, neverShown: 0 })
    for (const [at, probability] of [0.25, 0.5, 0.25].entries())
      expect(one!.probabilities[at]).toBeCloseTo(probability, 12)
  })
})

test('of forty possible changes either way the far ones get next to nothing when the variance is small', () => {
  // The logarithms go from zero to below −1000: further than the exponential function reaches.
  const last = maximumEntropyNoise({ largestChange: 40, neverShown: 0, variance: 0.3 }).at(-1)!
  expect(last.probabilities[0]).toBe(0)
  expect(moment(last, 0)).toBeCloseTo(1, 12)
  expect(moment(last, 1)).toBeCloseTo(0, 12)
  expect(moment(last, 2)).toBeCloseTo(0.3, 12)
})

test('whatever is asked for, the mean is zero, the variance as asked, and no other such distribution has more entropy', () => {
  const options = fc.record({
    largestChange: fc.integer({ min: 1, max: 12 }),
    neverShown: fc.integer({ min: 0, max: 3 }),
    share: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  })
  fc.assert(
    fc.property(options, ({ share, ...rest }) => {
      const variance = feasible(rest.largestChange, rest.neverShown, share)
      fc.pre(variance !== null)
      for (const row of maximumEntropyNoise({ ...rest, variance: variance! }).slice(1)) {
        expect(row.probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12)
        expect(moment(row, 1)).toBeCloseTo(0, 9)
        expect(moment(row, 2) / variance!).toBeCloseTo(1, 9)
        expectLogQuadratic(row)
      }
    }),
    { seed: 7, numRuns: 60 },
  )
})

/** A variance that every count can have. */
function feasible(largestChange: number, neverShown: number, share: number): number | null {
  let [least, most] = [0, Infinity]
  for (let count = 1; count <= largestChange + neverShown + 1; count++) {
    const lowest =
      count - largestChange > neverShown ? -largestChange : count <= largestChange ? -count : neverShown + 1 - count
    if (lowest >= 0 || neverShown + 1 - count > largestChange) return null
    if (count <= neverShown) least = Math.max(least, count <= largestChange ? count * (neverShown + 1 - count) : 0)
    most = Math.min(most, -lowest * largestChange)
  }
  return most - least < 0.1 ? null : least + share * (most - least)
}

/** The logarithms are a parabola in the change, which is what the greatest entropy under two moments means. */
function expectLogQuadratic({ changes, probabilities }: Noise) {
  const logs = probabilities.map(Math.log)
  const slopes = [...logs.keys()].slice(1).map((at) => (logs[at]! - logs[at - 1]!) / (changes[at]! - changes[at - 1]!))
  const curves = slopes.slice(1).map((slope, at) => (slope - slopes[at]!) / (changes[at + 2]! - changes[at]!))
  for (const curve of curves) expect(curve).toBeCloseTo(curves[0]!, 6)
}

describe('what cannot be had is refused', () => {
  const refusalOf = (options: Partial<NoiseOptions>) => () => maximumEntropyNoise({ ...defaultNoise, ...options })
  const badOption = (option: string, found: number, expected: string) =>
    expect.objectContaining({ kind: 'bad-option', detail: { option, found, expected } }) as Error

  // 1 can only become 0 or at least 3: with mean zero that is a variance of at least 1·2.
  test.each([2, 1.9, 0, -1, Number.NaN])('a variance of %d, less than a count of one can have', (variance) =>
    expect(refusalOf({ variance })).toThrow(badOption('variance', variance, 'ett tal mellan 2 och 5')),
  )
  test.each([5, 6])('a variance of %d, more than a count of one can have', (variance) =>
    expect(refusalOf({ variance })).toThrow(badOption('variance', variance, 'ett tal mellan 2 och 5')),
  )
  test('a change so small that one cannot leave the counts never shown', () =>
    expect(refusalOf({ largestChange: 1 })).toThrow(badOption('variance', 3, 'en större största ändring')))
  test.each([0, -1, 1.5])('a largest change of %d', (largestChange) =>
    expect(refusalOf({ largestChange })).toThrow(badOption('largestChange', largestChange, 'ett heltal från 1')),
  )
  test.each([-1, 0.5])('never showing counts up to %d', (neverShown) =>
    expect(refusalOf({ neverShown })).toThrow(badOption('neverShown', neverShown, 'ett heltal från 0')),
  )
  test('a variance so near the greatest possible that the arithmetic does not reach it', () =>
    expect(refusalOf({ largestChange: 9, variance: 9 - 1e-13 })).toThrow(
      expect.objectContaining({ kind: 'not-converged', detail: { steps: 200 } }) as Error,
    ))
})
