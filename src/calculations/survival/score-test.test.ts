import { expect, test } from 'vitest'
import { scoreTest } from './score-test.ts'

const matrix = (...rows: number[][]) => ({
  rows: rows.length,
  columns: rows.length,
  values: Float64Array.from(rows.flat()),
})

test('two groups: the square of the score through its variance', () => {
  const { chiSquare, degreesOfFreedom, p } = scoreTest(Float64Array.of(3, -3), matrix([4, -4], [-4, 4]))
  expect(chiSquare).toBeCloseTo(2.25, 12)
  expect(degreesOfFreedom).toBe(1)
  expect(p).toBeCloseTo(0.133614402537716, 12)
})

test('it does not matter which group is left out, and one that says nothing costs nothing', () => {
  const variance = matrix([5, -2, -3, 0], [-2, 4, -2, 0], [-3, -2, 5, 0], [0, 0, 0, 0])
  // By hand, without the first group: (2, 1) through the inverse of (4, −2; −2, 5) = (5, 2; 2, 4) / 16.
  const { chiSquare, degreesOfFreedom } = scoreTest(Float64Array.of(-3, 2, 1, 0), variance)
  expect(chiSquare).toBeCloseTo((4 * 5 + 2 * 2 * 2 + 4) / 16, 12)
  expect(degreesOfFreedom).toBe(2)
})

test.each([[[0, 1, 2]], [[1, 0, 2]], [[2, 1, 0]], [[1, 2, 0]], [[2, 0, 1]], [[0, 2, 1]]])(
  'a group of a few rows is not lost beside groups of millions, in the order %j',
  (order) => {
    const [small, large] = [1e-3, 1e6]
    const between = [
      [small, -small, 0],
      [-small, large + small, -large],
      [0, -large, large],
    ]
    const variance = matrix(...order.map((row) => order.map((column) => between[row]![column]!)))
    const scores = Float64Array.from(order, (group) => [0.1, -0.1, 0][group]!)
    const { chiSquare, degreesOfFreedom } = scoreTest(scores, variance)
    expect(degreesOfFreedom).toBe(2)
    expect(chiSquare).toBeCloseTo(10, 9)
  },
)

test('two separate pairs of groups have a degree of freedom each', () => {
  const variance = matrix([1, -1, 0, 0], [-1, 1, 0, 0], [0, 0, 2, -2], [0, 0, -2, 2])
  const { chiSquare, degreesOfFreedom } = scoreTest(Float64Array.of(1, -1, 2, -2), variance)
  expect(chiSquare).toBeCloseTo(1 + 2, 12)
  expect(degreesOfFreedom).toBe(2)
})
