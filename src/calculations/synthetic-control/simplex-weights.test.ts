import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simplexWeights } from './simplex-weights.ts'

const series = (text: string) => Float64Array.from(text.split(' '), Number)
const distance = (target: Float64Array, donors: Float64Array[], weights: ArrayLike<number>) =>
  target.reduce(
    (total, value, period) =>
      total + (value - donors.reduce((sum, donor, at) => sum + weights[at]! * donor[period]!, 0)) ** 2,
    0,
  )

describe('the weights', () => {
  const target = series('-0.04 -0.03 1.15 -0.51 -0.03 -1.63 0.22 0.84')
  const donors = [
    series('-0.96 -0.29 0.26 -1.15 0.2 0.03 0.09 1.12'),
    series('-1.22 1.27 -0.74 -1.13 -0.72 0.25 0.15 -0.31'),
    series('-0.95 -0.65 1.22 0.2 -0.58 -0.94 -0.2 -1.67'),
    series('-0.48 -0.74 1.16 1.01 -0.07 -1.14 0.9 0.85'),
    series('0.73 0.74 -0.35 0.71 1.3 0.04 -0.98 0.79'),
  ]

  test('agree with quadprog of R', () => {
    const weights = simplexWeights(target, donors)
    const expected = [0.350965262073538, 0, 0.0978120950900262, 0.48978472774324, 0.0614379150931959]
    weights.forEach((weight, at) => expect(weight).toBeCloseTo(expected[at]!, 12))
    expect(weights[1]).toBe(0)
    expect(distance(target, donors, weights)).toBeCloseTo(2.18092455277805, 12)
  })

  test('do not depend on a scale or a level that all share', () => {
    const moved = (values: Float64Array) => values.map((value) => 1e4 * value + 7e3)
    const weights = simplexWeights(moved(target), donors.map(moved))
    simplexWeights(target, donors).forEach((weight, at) => expect(weights[at]).toBeCloseTo(weight, 9))
  })

  test('are all on a single donor', () => expect([...simplexWeights(target, [donors[2]!])]).toEqual([1]))

  test('are all on the nearest donor when the target is beyond it', () =>
    expect([...simplexWeights(series('9 9'), ['1 1', '3 3', '2 2'].map(series))]).toEqual([0, 1, 0]))

  test('are all on a donor that is the same as the target', () =>
    expect([...simplexWeights(target, [donors[0]!, target, donors[1]!])]).toEqual([0, 1, 0]))

  test('leave no gap when the target is a mix of donors, more donors than periods', () => {
    const corners = ['0 0', '4 0', '0 4', '4 4', '1 3'].map(series)
    const weights = simplexWeights(series('2 1'), corners)
    expect(distance(series('2 1'), corners, weights)).toBeCloseTo(0, 20)
    expect(weights.filter((weight) => weight > 0).length).toBeLessThanOrEqual(3)
  })

  test('share nothing between two equal donors that one of them could not do', () => {
    const weights = simplexWeights(series('1 1'), ['0 0', '0 0', '2 2'].map(series))
    expect(weights[0]! + weights[1]!).toBeCloseTo(0.5, 12)
  })

  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 6, maxLength: 6 })
  const pools = fc.array(values, { minLength: 1, maxLength: 12 })

  test('are on the simplex, and no small move towards one donor is nearer', () =>
    fc.assert(
      fc.property(values, pools, (goal, pool) => {
        const [own, others] = [Float64Array.from(goal), pool.map((each) => Float64Array.from(each))]
        const weights = simplexWeights(own, others)
        expect(weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 10)
        expect(weights.every((weight) => weight >= 0)).toBe(true)
        const reached = distance(own, others, weights)
        others.forEach((_, donor) => {
          const moved = weights.map((weight, at) => 0.999 * weight + (at === donor ? 0.001 : 0))
          expect(distance(own, others, moved)).toBeGreaterThanOrEqual(reached - 1e-9)
        })
      }),
      { seed: 5, numRuns: 200 },
    ))

  test('are found among donors that differ only in the last digits', () =>
    fc.assert(
      fc.property(values, fc.array(fc.tuple(fc.nat(2), values), { minLength: 2, maxLength: 16 }), (goal, jitter) => {
        const target = Float64Array.from(goal)
        const bases = [1, -2, 5].map((base) =>
          target.map((value, period) => base * Math.sin(period * base) - 0.3 * value),
        )
        const pool = jitter.map(([base, noise]) => bases[base]!.map((value, period) => value + 1e-6 * noise[period]!))
        const weights = simplexWeights(target, pool)
        expect(weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 9)
        const reached = distance(target, pool, weights)
        for (const donor of pool) expect(reached).toBeLessThanOrEqual(distance(target, [donor], [1]) + 1e-9)
      }),
      { seed: 6, numRuns: 200 },
    ))
})
