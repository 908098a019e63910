import { expect, test } from 'vitest'
import { nelderMead } from './nelder-mead.ts'

const search = { tolerance: Math.sqrt(Number.EPSILON), evaluations: 500 }
const rosenbrock = ([x = 0, y = 0]: Float64Array) => 100 * (y - x * x) ** 2 + (1 - x) ** 2

/** The point that was found and how many times the function was asked. */
function found(objective: (point: Float64Array) => number, start: number[], options = search) {
  let asked = 0
  const point = nelderMead(
    Float64Array.from(start),
    (at) => {
      asked++
      return objective(at)
    },
    options,
  )
  return { point: point && [...point], asked }
}

test('ends where R’s optim ends, after as many evaluations', () => {
  const { point, asked } = found(rosenbrock, [-1.2, 1])
  expect(point![0]).toBeCloseTo(1.000260138726, 11)
  expect(point![1]).toBeCloseTo(1.000505999304, 11)
  expect(asked).toBe(195)
})

test.each([
  [1, [-1.08, 1], 5],
  [5, [-1.08, 1.12], 7],
  [20, [-0.98396484375, 0.99525390625], 21],
  [60, [-0.515848031044, 0.2702361440658], 61],
])('stops as R’s optim does when %i evaluations are allowed', (evaluations, expected, count) => {
  const { point, asked } = found(rosenbrock, [-1.2, 1], { ...search, evaluations })
  expected.forEach((value, axis) => expect(point![axis]).toBeCloseTo(value, 11))
  expect(asked).toBe(count)
})

test('starts from zero by steps of a tenth', () => {
  const { point, asked } = found(([x = 0, y = 0, z = 0]) => (x - 1) ** 2 + (y + 2) ** 2 + Math.abs(z), [0, 0, 0])
  expect(point![0]).toBeCloseTo(0.9999955112972, 11)
  expect(point![1]).toBeCloseTo(-2.000093898563, 11)
  expect(asked).toBe(216)
})

test('keeps within bounds that are drawn by infinity', () => {
  const { point, asked } = found(([x = 0, y = 0]) => (x < 0.3 ? Infinity : (x - 0.1) ** 2 + y * y), [1, 1])
  expect(point![0]).toBeCloseTo(0.3000000151588, 11)
  expect(point![1]).toBeCloseTo(-4.365683153577e-5, 13)
  expect(asked).toBe(155)
})

test('gets past a function with edges and a cliff', () => {
  const cliff = ([x = 0, y = 0]: Float64Array) => Math.max(Math.abs(x), Math.abs(y) * 3) + (Math.abs(x) > 0.5 ? 5 : 0)
  const { point, asked } = found(cliff, [1, 1])
  expect(point![0]).toBeCloseTo(1.195581877645e-7, 15)
  expect(asked).toBe(115)
})

test('gives nothing when the start is outside the bounds', () => {
  expect(found(() => Infinity, [1]).point).toBeNull()
  expect(found(() => Number.NaN, [1]).point).toBeNull()
})

test('leaves the start as it was', () => {
  const start = Float64Array.of(-1.2, 1)
  nelderMead(start, rosenbrock, search)
  expect([...start]).toEqual([-1.2, 1])
})
