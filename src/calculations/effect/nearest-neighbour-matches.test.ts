import { describe, expect, test } from 'vitest'
import { fromColumns } from '../linear-algebra.ts'
import { matchedEffect } from './nearest-neighbour-error.ts'
import { nearestMatches } from './nearest-neighbour-matches.ts'

const matchesOf = (treatedX: number[], controlX: number[], neighbours: number, caliper = Infinity) =>
  nearestMatches(
    fromColumns([Float64Array.from([...treatedX, ...controlX])]),
    Uint8Array.from([...treatedX.map(() => 1), ...controlX.map(() => 0)]),
    { neighbours, caliper },
  )

describe('matches', () => {
  test('are the nearest, in the order of the rows', () => {
    const { treated, from, controls } = matchesOf([5, 0], [9, 4, 1, 5.5, 0.2], 2)
    expect([...treated]).toEqual([0, 1])
    expect([...from]).toEqual([0, 2, 4])
    expect([...controls]).toEqual([3, 5, 4, 6])
  })

  test('are all that are as near as the last, to a squared distance of 1e-5', () => {
    const near = 1 + 0.9e-5 / 2
    const far = 1 + 1.1e-5 / 2
    expect([...matchesOf([0], [1, -1, near, far, 3], 1).controls]).toEqual([1, 2, 3])
  })

  test('keep the ties that came before the nearest', () =>
    expect([...matchesOf([0], [2, 1, -1, 5], 2).controls]).toEqual([2, 3]))

  test('are all controls when there are too few', () => expect([...matchesOf([0], [7, 3], 5).controls]).toEqual([1, 2]))

  test('lie within the caliper, its end included', () => {
    const { from, controls } = matchesOf([0, 10], [2, 3, 30], 5, 2)
    expect([...from]).toEqual([0, 1, 1])
    expect([...controls]).toEqual([2])
  })

  test('are near in all columns together', () => {
    const space = fromColumns([Float64Array.of(0, 3, 2, 0), Float64Array.of(0, 0, 2, 3.1)])
    expect([
      ...nearestMatches(space, Uint8Array.of(1, 0, 0, 0), { neighbours: 1, caliper: Infinity }).controls,
    ]).toEqual([2])
  })
})

describe('the effect of matches', () => {
  test('is the mean over treated with a match, and the error that of Abadie and Imbens by hand', () => {
    // Treated 10 and 20 share the control 4; 10 also has 6. The third has no match.
    const matches = {
      treated: Int32Array.of(0, 1, 2),
      from: Int32Array.of(0, 2, 3, 3),
      controls: Int32Array.of(3, 4, 3),
    }
    const { estimate, standardError, uses } = matchedEffect(matches, Float64Array.of(10, 20, 99, 4, 6))
    expect(estimate).toBe((5 + 16) / 2)
    expect([...uses]).toEqual([0, 0, 0, 1.5, 0.5])
    const pairs = ((6 - 10.5) ** 2 / 2 + (4 - 10.5) ** 2 / 2 + (16 - 10.5) ** 2) / 2 / 2
    const reuse = 1.5 ** 2 - (0.25 + 1) + (0.5 ** 2 - 0.25)
    const spread = (5 - 10.5) ** 2 + (16 - 10.5) ** 2
    expect(standardError()).toBeCloseTo(Math.sqrt(pairs * reuse + spread) / 2, 12)
  })
})
