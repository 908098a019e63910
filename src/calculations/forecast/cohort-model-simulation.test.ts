import { describe, expect, test } from 'vitest'
import { simulateCohort, type CohortSimulationOptions } from './cohort-model-simulation.ts'
import { projectCohort, type CohortModel } from './cohort-model.ts'

const model: CohortModel = {
  start: Float64Array.of(40.5, 30, 22, 17, 90),
  hazard: Float64Array.of(0.25, 0.2, 0.15, 0.12, 0.05),
  inflow: Float64Array.of(21.5, 25, 18),
  activeShare: 0.9,
}
const options: CohortSimulationOptions = {
  hazardWeight: new Float64Array(5).fill(400),
  inflowSize: 30,
  paths: 4000,
  seed: 1,
  levels: [0.05, 0.5, 0.95],
}

describe('simulation', () => {
  test('has the expected values of the recursion in its middle', () => {
    const found = simulateCohort(model, options)
    const { active } = projectCohort(model)
    active.forEach((value, month) => expect(Math.abs(found.mean[month]! - value)).toBeLessThan(0.8))
    expect(found.total.mean).toBeCloseTo(
      found.mean.reduce((sum, value) => sum + value, 0),
      6,
    )
  })

  test('gives quantiles by month and of the sum', () => {
    const found = simulateCohort(model, { ...options, paths: 400 })
    expect(found.quantiles.map(({ length }) => length)).toEqual([3, 3, 3])
    for (const month of [0, 1, 2]) {
      const [low, middle, high] = found.quantiles.map((level) => level[month]!)
      expect(low).toBeLessThan(middle!)
      expect(middle).toBeLessThan(high!)
    }
    const [low, , high] = found.total.quantiles
    const sumOf = (level: number) => found.quantiles[level]!.reduce((sum, value) => sum + value, 0)
    expect(low).toBeGreaterThan(sumOf(0))
    expect(high).toBeLessThan(sumOf(2))
  })

  test('varies as a binomial and a negative binomial together', () => {
    // Inflow alone: variance m + m²/size, thinned by q to q²(m + m²/size) + mq(1 − q).
    const inflowOnly = simulateCohort(
      { start: Float64Array.of(0), hazard: Float64Array.of(0.5), inflow: Float64Array.of(20), activeShare: 0.5 },
      { ...options, hazardWeight: Float64Array.of(10), inflowSize: 5, levels: [0.1587, 0.8413] },
    )
    const spread = (inflowOnly.quantiles[1]![0]! - inflowOnly.quantiles[0]![0]!) / 2
    expect(Math.abs(spread - Math.sqrt(0.25 * 100 + 5))).toBeLessThan(0.8)
  })

  test('a surer hazard gives a narrower range', () => {
    const width = (weight: number) => {
      const { total } = simulateCohort(model, { ...options, hazardWeight: new Float64Array(5).fill(weight) })
      return total.quantiles[2]! - total.quantiles[0]!
    }
    expect(width(10)).toBeGreaterThan(1.2 * width(4000))
  })

  test('is the same for the same seed and another for another', () => {
    const few = { ...options, paths: 50 }
    expect(simulateCohort(model, few)).toEqual(simulateCohort(model, few))
    expect(simulateCohort(model, { ...few, seed: 2 }).mean).not.toEqual(simulateCohort(model, few).mean)
  })

  test('hazards of 0 and 1 are certain with no month behind them, and all are paid when the share is 1', () => {
    const certain = simulateCohort(
      {
        start: Float64Array.of(10, 20, 30),
        hazard: Float64Array.of(1, 0, 0),
        inflow: Float64Array.of(0, 0),
        activeShare: 1,
      },
      { ...options, hazardWeight: new Float64Array(3), paths: 20 },
    )
    expect([...certain.mean]).toEqual([50, 50])
    expect(certain.total.quantiles).toEqual([100, 100, 100])
  })

  test('a start with decimals is rounded up as often as they say', () => {
    const start = simulateCohort(
      { start: Float64Array.of(2.25), hazard: Float64Array.of(0), inflow: Float64Array.of(0), activeShare: 1 },
      { ...options, hazardWeight: Float64Array.of(1), levels: [0.5, 0.9] },
    )
    expect(Math.abs(start.mean[0]! - 2.25)).toBeLessThan(0.03)
    expect(start.quantiles.map(([value]) => value)).toEqual([2, 3])
  })

  test('refuses what the recursion refuses, and no paths', () => {
    expect(() => simulateCohort({ ...model, activeShare: 2 }, options)).toThrow('bad-value')
    expect(() => simulateCohort(model, { ...options, paths: 0 })).toThrow(
      'too-few {"what":"dragningar","found":0,"needed":1}',
    )
    expect(simulateCohort(model, { ...options, paths: 1 }).mean.length).toBe(3)
  })
})
