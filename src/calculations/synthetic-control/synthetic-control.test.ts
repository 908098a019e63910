import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seriesByUnit } from './series-by-unit.ts'
import { evenControl, syntheticControl, type SyntheticPanel } from './synthetic-control.ts'

const series = (...values: number[]) => Float64Array.from(values)

/** Four donors that all stand at 100 in the base; the treated follows the mean of the first two until period 4. */
const panel: SyntheticPanel = {
  treated: series(90, 110, 105, 100, 60, 60),
  donors: [
    series(80, 120, 110, 100, 100, 120),
    series(100, 100, 100, 100, 100, 100),
    series(120, 80, 90, 100, 90, 80),
    series(50, 60, 70, 100, 105, 110),
  ],
  start: 4,
  basePeriods: 1,
}

describe('synthetic control', () => {
  test('gives the effect in log, the gap by period and the fit before', () => {
    const { effect, weights, gap, fitBefore, ratio } = syntheticControl(panel)
    expect(weights[0]! + weights[1]!).toBeGreaterThan(0.9)
    const log = (row: number, period: number) => Math.log(panel.donors[row]![period]! / 100)
    gap.forEach((value, period) => {
      const synthetic = weights.reduce((total, weight, row) => total + weight * log(row, period), 0)
      expect(value).toBeCloseTo(Math.log(panel.treated[period]! / 100) - synthetic, 12)
    })
    expect(effect).toBeCloseTo((gap[4]! + gap[5]!) / 2, 12)
    expect(fitBefore).toBeCloseTo(Math.hypot(...gap.slice(0, 4)) / 2, 12)
    expect(ratio).toBeCloseTo(Math.hypot(gap[4]!, gap[5]!) / Math.SQRT2 / fitBefore, 12)
  })

  test('sets the level by the mean of the base periods', () => {
    const { gap } = evenControl({ ...panel, basePeriods: 2 })
    const index = (row: Float64Array) => Math.log(row[5]! / ((row[2]! + row[3]!) / 2))
    const others = panel.donors.reduce((total, donor) => total + index(donor) / 4, 0)
    expect(gap[5]).toBeCloseTo(index(panel.treated) - others, 12)
  })

  test('tries the same on each donor, among the other donors', () => {
    const { placebo, effect, ratio } = syntheticControl(panel)
    const alone = panel.donors.map((treated, at) =>
      syntheticControl({ ...panel, treated, donors: panel.donors.filter((_, other) => other !== at) }),
    )
    const effects = alone.map((each) => each.effect)
    expect([...placebo.effects]).toEqual(effects)
    const sizes = effects.map(Math.abs).sort((left, right) => left - right)
    expect(placebo.limit90).toBeCloseTo(sizes[2]! + 0.7 * (sizes[3]! - sizes[2]!), 12)
    expect(placebo.limit95).toBeCloseTo(sizes[2]! + 0.85 * (sizes[3]! - sizes[2]!), 12)
    expect(placebo.p).toBe((1 + sizes.filter((size) => size >= Math.abs(effect)).length) / 5)
    expect(placebo.ratioP).toBe((1 + alone.filter((each) => each.ratio! >= ratio!).length) / 5)
    expect([placebo.p, placebo.ratioP]).toEqual([0.2, 0.2])
  })

  test('counts a donor that is as far from zero as the treated', () => {
    const same = syntheticControl({ ...panel, treated: panel.donors[3]! })
    expect(same.placebo.p).toBeGreaterThan(0.2)
  })

  test('has no ratio when the fit before is perfect', () => {
    const flat = series(100, 100, 100, 100, 100, 100)
    const perfect = syntheticControl({ ...panel, treated: series(100, 100, 100, 100, 90, 90), donors: [flat, flat] })
    expect(perfect.ratio).toBeNull()
    expect(perfect.fitBefore).toBe(0)
    expect(perfect.placebo).toMatchObject({ p: 1 / 3, ratioP: 1 / 3, limit90: 0, limit95: 0 })
    const still = syntheticControl({ ...panel, treated: flat, donors: [flat, flat] })
    expect(still).toMatchObject({ effect: 0, ratio: 0, placebo: { p: 1, ratioP: 1 } })
  })
})

describe('difference-in-differences of the log index', () => {
  test('weighs every donor the same', () => {
    const { effect, weights, placebo } = evenControl(panel)
    expect([...weights]).toEqual([0.25, 0.25, 0.25, 0.25])
    const after = (row: Float64Array) => (Math.log(row[4]! / 100) + Math.log(row[5]! / 100)) / 2
    const others = panel.donors.map(after)
    expect(effect).toBeCloseTo(after(panel.treated) - others.reduce((sum, value) => sum + value / 4, 0), 12)
    expect(placebo.effects[1]).toBeCloseTo(others[1]! - (others[0]! + others[2]! + others[3]!) / 3, 12)
  })
})

describe('refusals', () => {
  const refused = (change: Partial<SyntheticPanel>) => expect(() => syntheticControl({ ...panel, ...change }))

  test('fewer than two donors', () => {
    refused({ donors: panel.donors.slice(0, 1) }).toThrow(
      'too-few {"what":"enheter att jämföra med","found":1,"needed":2}',
    )
    expect(syntheticControl({ ...panel, donors: panel.donors.slice(0, 2) }).placebo.effects.length).toBe(2)
  })

  test('too little before the start, or nothing after it', () => {
    refused({ start: 1 }).toThrow('too-few {"what":"perioder före start","found":1,"needed":2}')
    expect(syntheticControl({ ...panel, start: 2 }).gap.length).toBe(6)
    refused({ start: 2, basePeriods: 3 }).toThrow('too-few {"what":"perioder före start","found":2,"needed":3}')
    refused({ start: 6 }).toThrow('too-few {"what":"perioder från start","found":0,"needed":1}')
    expect(syntheticControl({ ...panel, start: 5 }).gap.length).toBe(6)
  })

  test('a value without a logarithm', () => {
    for (const value of [0, -1, NaN, Infinity])
      refused({ treated: series(90, 110, 105, 100, value, 60) }).toThrow(
        /^bad-value {"column":"outcome".*"expected":"ett tal över noll"}$/,
      )
    refused({ donors: [...panel.donors, series(1, 1, 0, 1, 1, 1)] }).toThrow('bad-value')
  })
})

describe('properties', () => {
  test('an effect built into one unit comes back, whatever the order and scale of the others', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.integer({ min: 1, max: 50 }),
        (order, scale) => {
          const treated = panel.donors[1]!.map((value, period) => scale * value * (period >= 4 ? Math.exp(-0.3) : 1))
          const found = syntheticControl({ ...panel, treated, donors: order.map((at) => panel.donors[at]!) })
          expect(found.effect).toBeCloseTo(-0.3, 9)
          expect(found.weights[order.indexOf(1)]).toBeCloseTo(1, 9)
        },
      ),
      { seed: 7, numRuns: 30 },
    ))
})

describe('series by unit', () => {
  test('sorts the times and marks what is missing', () => {
    const { times, series: found } = seriesByUnit(Int32Array.of(1, 0, 1), series(3, 1, 2), series(30, 10, NaN))
    expect([...times]).toEqual([1, 2, 3])
    expect(found.map((each) => [...each])).toEqual([
      [10, NaN, NaN],
      [NaN, NaN, 30],
    ])
  })

  test('has a place of its own for each of many units', () => {
    const found = seriesByUnit(Int32Array.of(0, 0, 1, 1, 2, 2), series(1, 2, 1, 2, 1, 2), series(1, 2, 3, 4, 5, 6))
    expect(found.series.map((each) => [...each])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
  })

  test('refuses a second row, also when the first has no value', () =>
    expect(() => seriesByUnit(Int32Array.of(0, 1, 1), series(1, 1, 1), series(1, NaN, 2))).toThrow(
      'duplicate-row {"row":4,"key":"samma enhet och period"}',
    ))

  test('is empty of no rows', () =>
    expect(seriesByUnit(new Int32Array(0), series(), series())).toEqual({ times: series(), series: [] }))
})
