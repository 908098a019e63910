import { describe, expect, test } from 'vitest'
import { airPassengers } from '../../../test/support/air-passengers.ts'
import { isAdmissible } from './ets-admissible.ts'
import type { EtsModel } from './ets-model.ts'
import { etsRecursion } from './ets-recursion.ts'
import { etsStart } from './ets-start.ts'

const [A, M, N, Ad] = ['additive', 'multiplicative', 'none', 'damped'] as const
const model = (trend: EtsModel['trend'], season: EtsModel['season'], error: EtsModel['error'] = A): EtsModel => ({
  error,
  trend,
  season,
})

const near = (found: Float64Array, expected: number[], from = 0) =>
  expected.forEach((value, at) => expect(found[from + at]).toBeCloseTo(value, 8))

/** The numbers are those of `initparam` and `initstate` in R's forecast 8.20. */
describe('the start of the search', () => {
  test('has R’s parameters, level and slope, and the latest month first', () => {
    const start = etsStart(model(Ad, M, M), airPassengers, 12)
    near(start, [0.016763333333333, 0.001766333333333, 0.049256833333333, 0.9782, 120.9557981387554, 0.9989649843358])
    near(start, [0.898824389985, 0.8011780824135, 0.9217572404105], 6)
    near(start, [0.8836253206944], 16)
    expect(start).toHaveLength(17)
  })

  test('has the mean of the first ten values when there is neither trend nor season', () => {
    expect([...etsStart(model(N, N), airPassengers, 12)].slice(1)).toEqual([129.8])
  })

  test('below three years has the rest beside a line with one harmonic', () => {
    const months = etsStart(model(A, A), airPassengers.slice(0, 30), 12)
    near(months, [115.8424539243636, 1.4946185023084, -15.7778759520645, -28.2832574497561], 3)
    near(months, [-0.8316909289804], 15)
    const quarters = Float64Array.of(12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12)
    const factors = etsStart(model(A, M), quarters, 4)
    near(factors, [12.6609686609687, 0.4423076923077, 1.385982230997, 0.6434136157646, 1.1073719634031], 3)
  })

  test('makes room for a factor that would be below zero', () => {
    const uneven = Float64Array.of(1, 50, 1, 1, 2, 60, 1, 1, 1, 50, 2, 1, 1, 60, 1, 1)
    const start = etsStart(model(N, M, M), uneven, 4)
    near(start, [13.8793193015514, 0.06809289412706, 0.09517173437597, 3.74926912269319], 2)
  })

  test('lifts a factor close to zero to a hundredth', () => {
    const hole = Float64Array.of(0.001, 5, 4, 4, 0.001, 5, 4, 4, 0.001, 5, 4, 5)
    const start = etsStart(model(N, M, M), hole, 4)
    near(start, [2.307237741933, 1.239501589489, 1.239501589489, 1.520686945626], 2)
  })

  test('moves a first forecast of exactly zero a little', () => {
    const through = Float64Array.from({ length: 10 }, (_, at) => at)
    const start = etsStart(model(A, N), through, 1)
    near(start, [-1.001, 0.999], 2)
  })
})

describe('the bounds', () => {
  const within = (
    each: EtsModel,
    parameters: { alpha: number; beta?: number; gamma?: number; phi?: number },
    period = 4,
  ) => isAdmissible(each, { ...etsRecursion(each, airPassengers, period).run, ...parameters })

  test('keep α between 0.0001 and 0.9999', () => {
    expect(within(model(N, N), { alpha: 1e-4 })).toBe(true)
    expect(within(model(N, N), { alpha: 0.9999 })).toBe(true)
    expect(within(model(N, N), { alpha: 0.99e-4 })).toBe(false)
    expect(within(model(N, N), { alpha: 0.99991 })).toBe(false)
    expect(within(model(N, N), { alpha: Number.NaN })).toBe(false)
  })

  test('keep β between 0.0001 and α', () => {
    expect(within(model(A, N), { alpha: 0.5, beta: 0.5 })).toBe(true)
    expect(within(model(A, N), { alpha: 0.5, beta: 0.5001 })).toBe(false)
    expect(within(model(A, N), { alpha: 0.5, beta: 1e-4 })).toBe(true)
    expect(within(model(A, N), { alpha: 0.5, beta: 0.9e-4 })).toBe(false)
  })

  test('keep φ between 0.8 and 0.98', () => {
    const damped = (phi: number) => within(model(Ad, N), { alpha: 0.5, beta: 0.1, phi })
    expect([0.8, 0.98].map(damped)).toEqual([true, true])
    expect([0.799, 0.981].map(damped)).toEqual([false, false])
  })

  test('keep γ between 0.0001 and 1 − α', () => {
    const seasonal = (gamma: number) => within(model(N, A), { alpha: 0.25, gamma })
    expect([1e-4, 0.5, 0.75].map(seasonal)).toEqual([true, true, true])
    expect([0.9e-4, 0.76].map(seasonal)).toEqual([false, false])
  })

  /** By `polyroot` in R on the characteristic polynomial, with R's own `admissible`. */
  test.each(rootsOfR())('follow R’s roots: %j', ({ parameters, period, trend, admissible }) => {
    expect(within(model(trend, A), parameters, period)).toBe(admissible)
  })
})

function rootsOfR() {
  const row = (trend: EtsModel['trend'], period: number, parameters: number[], admissible: boolean) => {
    const [alpha = 0, beta = 0, gamma = 0, phi = 0] = parameters
    return { trend, period, parameters: { alpha, beta, gamma, phi }, admissible }
  }
  return [
    row('none', 4, [0.207, 0, 0.171, 1], true),
    row('none', 4, [0.391, 0, 0.225, 1], true),
    row('damped', 4, [0.118, 0.001, 0.779, 0.854], true),
    row('none', 12, [0.402, 0, 0.584, 1], true),
    row('none', 12, [0.899, 0, 0.002, 1], true),
    row('none', 4, [0.528, 0, 0.431, 1], true),
    row('none', 12, [0.967, 0, 0.028, 1], true),
    row('none', 12, [0.469, 0, 0.478, 1], true),
    row('damped', 12, [0.648, 0.239, 0.347, 0.805], false),
    row('additive', 12, [0.57, 0.363, 0.125, 1], false),
    row('damped', 12, [0.562, 0.464, 0.249, 0.907], false),
    row('damped', 12, [0.32, 0.28, 0.144, 0.945], false),
    row('additive', 12, [0.606, 0.418, 0.2, 1], false),
    row('damped', 12, [0.903, 0.329, 0.01, 0.843], false),
    row('damped', 12, [0.597, 0.203, 0.069, 0.967], false),
    row('damped', 12, [0.216, 0.166, 0.455, 0.92], false),
  ]
}

test('a long series of factors neither overflows nor loses its logarithms', () => {
  const large = Float64Array.from({ length: 400 }, (_, at) => 1e6 * (1 + (at % 2)))
  const recursion = etsRecursion(model(N, N, M), large, 1)
  recursion.load(Float64Array.of(1e-4, 1.5e6))
  recursion.minusTwoLogLikelihood()
  expect(recursion.run.sumOfLogs).toBeCloseTo(400 * Math.log(1.5e6), 0)
  const small = etsRecursion(
    model(N, N, M),
    large.map((value) => value * 1e-12),
    1,
  )
  small.load(Float64Array.of(1e-4, 1.5e-6))
  small.minusTwoLogLikelihood()
  expect(small.run.sumOfLogs).toBeCloseTo(400 * Math.log(1.5e-6), 0)
})

test('a season of factors below zero is not loaded', () => {
  const recursion = etsRecursion(model(N, M, M), airPassengers, 4)
  expect(recursion.load(Float64Array.of(0.1, 0.1, 100, 1, 1, 1))).toBe(true)
  expect(recursion.run.seasons[0]).toBe(1)
  expect(recursion.load(Float64Array.of(0.1, 0.1, 100, 2, 2, 0))).toBe(true)
  expect(recursion.load(Float64Array.of(0.1, 0.1, 100, 2, 2, 0.1))).toBe(false)
  expect(recursion.load(Float64Array.of(0.1, 0.1, 100, -0.1, 1, 1))).toBe(false)
  const terms = etsRecursion(model(N, A), airPassengers, 4)
  expect(terms.load(Float64Array.of(0.1, 0.1, 100, 2, 2, 0.1))).toBe(true)
  expect(terms.run.seasons[0]).toBeCloseTo(-4.1, 12)
})

test('a value divided by zero counts as huge, as in R', () => {
  const after = (parameters: number[], value: number) => {
    const recursion = etsRecursion(model(N, M), Float64Array.of(value), 2)
    recursion.load(Float64Array.from(parameters))
    recursion.minusTwoLogLikelihood()
    return recursion.run
  }
  // α, γ, level, and the factor of the second month; that of the first is what is left of two.
  expect(after([0.5, 0, 10, 2], 4).level).toBe(5 + 5e9)
  expect(after([0.5, 0, 10, 2 - 1e-6], 4).level).toBeCloseTo(5 + 2e6, -2)
  expect(after([0, 0.5, 0, 1], 4).seasons[0]).toBe(0.5 + 5e9)
  expect(after([0, 0.5, -8, 1], 4).seasons[0]).toBe(0.25)
})
