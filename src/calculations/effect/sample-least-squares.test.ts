import { describe, expect, test } from 'vitest'
import { fromColumns } from '../linear-algebra.ts'
import { soundFactor, weightedLeastSquares } from './sample-least-squares.ts'

const symmetric = (...values: number[]) => {
  const size = Math.sqrt(values.length)
  return { rows: size, columns: size, values: Float64Array.from(values) }
}

describe('a factor is sound', () => {
  test('when no more than a part in 1e9 of a column would be left after the earlier ones, it is not', () => {
    expect(soundFactor(symmetric(1, 1, 1, 1 + 2e-9))).not.toBe(null)
    expect(soundFactor(symmetric(1, 1, 1, 1 + 5e-10))).toBe(null)
  })

  test('whatever the size of the columns, and whichever of them it is', () => {
    const sized = (left: number) => symmetric(1, 0, 0, 0, 1e6, 1e6, 0, 1e6, 1e6 * (1 + left))
    expect(soundFactor(sized(2e-9))).not.toBe(null)
    expect(soundFactor(sized(5e-10))).toBe(null)
    expect(soundFactor(symmetric(1, 1, 0, 1, 1 + 5e-10, 0, 0, 0, 1))).toBe(null)
  })

  test('not when the matrix has no factor', () => expect(soundFactor(symmetric(1, 2, 2, 1))).toBe(null))
})

describe('weighted least squares', () => {
  const [ones, x] = [Float64Array.of(1, 1, 1, 1), Float64Array.of(0, 1, 2, 3)]
  const y = Float64Array.of(1, 3, 5, 99)
  const weights = Float64Array.of(1, 2, 1, 0)

  test('a row without weight has no influence; the inverse is that of the weighted products', () => {
    const { coefficients, inverse, rank } = weightedLeastSquares(fromColumns([ones, x]), y, weights)
    ;[1, 2].forEach((expected, at) => expect(coefficients[at]).toBeCloseTo(expected, 12))
    // X'WX = [4 4; 4 6], whose determinant is 8.
    ;[0.75, -0.5, -0.5, 0.5].forEach((expected, at) => expect(inverse.values[at]).toBeCloseTo(expected, 12))
    expect(rank).toBe(2)
  })

  test('of two columns that are the same the later has a coefficient of 0 and no place in the inverse', () => {
    const { coefficients, inverse, rank } = weightedLeastSquares(fromColumns([ones, x, x]), y, weights)
    ;[1, 2, 0].forEach((expected, at) => expect(coefficients[at]).toBeCloseTo(expected, 12))
    const expectedInverse = [0.75, -0.5, 0, -0.5, 0.5, 0, 0, 0, 0]
    expectedInverse.forEach((expected, at) => expect(inverse.values[at]).toBeCloseTo(expected, 12))
    expect(rank).toBe(2)
  })
})
