import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { seededRandom } from '../random.ts'
import { CannotCalculate } from '../refusal.ts'
import { coverage, scaledIntervalScore, seasonalScale } from './accuracy.ts'
import { issueForecast, originsOfEach, withIntervals } from './intervals.ts'

const naive = { method: 'seasonal-naive', horizon: 6, season: 12 } as const
const forecast = (values: number[][], levels: number[], options: Parameters<typeof issueForecast>[1] = naive) =>
  withIntervals(
    values.map((each) =>
      issueForecast({ values: Float64Array.from(each), breaks: [] }, options, originsOfEach(values.length)),
    ),
    levels,
    options.horizon,
  )
const noise = (length: number, seed: number, level = 100) => {
  const random = seededRandom(seed)
  return Array.from({ length }, () => level + random.normal())
}

test('a single series is tried from twelve origins, and each of many from one', () =>
  expect([1, 10, 11, 20, 49, 60, 61, 120, 600].map(originsOfEach)).toEqual([12, 12, 10, 6, 2, 2, 1, 1, 1]))

describe('the intervals', () => {
  test('hold the forecast, widen with the level and never narrow with the horizon, and hold no NaN', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN)), {
            minLength: 2,
            maxLength: 60,
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (drawn) => {
          // A series without two known values has no forecast.
          const series = drawn.filter((values) => values.filter((value) => !Number.isNaN(value)).length > 1)
          for (const { mean, intervals, sum, sumIntervals } of forecast(series, [0.5, 0.8, 0.9]))
            for (const [middle, bands] of [
              [mean, intervals],
              [sum, sumIntervals],
            ] as const)
              for (const [at, { lower, upper }] of bands.entries())
                for (let step = 0; step < 6; step++) {
                  expect(Number.isFinite(lower[step]! + upper[step]!)).toBe(true)
                  expect(lower[step]).toBeLessThanOrEqual(middle[step]!)
                  expect(upper[step]).toBeGreaterThanOrEqual(middle[step]!)
                  if (at > 0) expect(upper[step]).toBeGreaterThanOrEqual(bands[at - 1]!.upper[step]! - 1e-9)
                  if (at > 0) expect(lower[step]).toBeLessThanOrEqual(bands[at - 1]!.lower[step]! + 1e-9)
                  const width = upper[step]! - middle[step]!
                  if (step > 0) expect(width).toBeGreaterThanOrEqual(upper[step - 1]! - middle[step - 1]! - 1e-9)
                }
        },
      ),
      { seed: 5, numRuns: 25 },
    ))
  test('are as wide on both sides, in the scale of each series', () => {
    const [small, large] = forecast([noise(60, 1), noise(60, 1).map((value) => value * 1000)], [0.9])
    for (let step = 0; step < 6; step++) {
      const { lower, upper } = small!.intervals[0]!
      expect(small!.mean[step]! - lower[step]!).toBeCloseTo(upper[step]! - small!.mean[step]!, 9)
      expect(large!.intervals[0]!.upper[step]! / upper[step]!).toBeCloseTo(1000, 6)
    }
  })
  test('cover exchangeable series as often as the level says', () => {
    // 150 series of noise, each with six months still to come: 900 outcomes in all.
    const series = Array.from({ length: 150 }, (_, at) => noise(54, at + 1))
    const found = forecast(
      series.map((values) => values.slice(0, 48)),
      [0.8, 0.9],
    )
    const share = (level: number) =>
      found.reduce((total, each, at) => total + coverage(series[at]!.slice(48), each.intervals[level]!)!, 0) / 150
    expect(Math.abs(share(0) - 0.8)).toBeLessThan(0.04)
    expect(Math.abs(share(1) - 0.9)).toBeLessThan(0.03)
    const sums = found.filter(({ sumIntervals }, at) => {
      const sum = series[at]!.slice(48).reduce((total, value) => total + value, 0)
      return sum >= sumIntervals[1]!.lower[5]! && sum <= sumIntervals[1]!.upper[5]!
    })
    expect(Math.abs(sums.length / 150 - 0.9)).toBeLessThan(0.08)
  })
  test('of a sum are narrower than the sum of those of its months', () => {
    const [{ sumIntervals, intervals, sum }] = forecast(
      Array.from({ length: 130 }, (_, at) => noise(60, at + 1)),
      [0.9],
    ) as [ReturnType<typeof forecast>[number]]
    const added = intervals[0]!.upper.reduce((total, value) => total + value, 0)
    expect(sumIntervals[0]!.upper[5]! - sum[5]!).toBeLessThan(0.6 * (added - sum[5]!))
  })
  test('do not go below zero when no value does, and neither does the forecast', () => {
    const counts = [...Array.from({ length: 40 }, (_, at) => 80 - 2 * at), 1, 0]
    const [{ mean, intervals }] = forecast([counts], [0.95], { ...naive, method: 'theta' }) as [
      ReturnType<typeof forecast>[number],
    ]
    expect(Math.min(...mean)).toBe(0)
    expect(Math.min(...intervals[0]!.lower)).toBe(0)
    const [below] = forecast([counts.map((value) => value - 1)], [0.95], { ...naive, method: 'theta' })
    expect(Math.min(...below!.intervals[0]!.lower)).toBeLessThan(-1)
  })
  test('have no width when the series is constant', () => {
    const [{ mean, intervals, past }] = forecast([new Array<number>(60).fill(7)], [0.9]) as [
      ReturnType<typeof forecast>[number],
    ]
    expect([...mean, ...intervals[0]!.lower, ...intervals[0]!.upper]).toEqual(new Array(18).fill(7))
    expect(past.coverage).toEqual([null])
  })
  test('are there for a series too short for a backtest', () => {
    const issued = issueForecast({ values: Float64Array.of(5, 7, 6), breaks: [] }, naive, 12)
    expect(issued.past).toEqual([])
    const [{ intervals }] = withIntervals([issued], [0.9], 6) as [ReturnType<typeof forecast>[number]]
    expect(intervals[0]!.upper[0]!).toBeGreaterThan(6.5)
  })
  test('need two known values', () => {
    for (const values of [[], [Number.NaN, Number.NaN], [3], [3, Number.NaN]])
      expect(() => issueForecast({ values: Float64Array.from(values), breaks: [] }, naive, 1)).toThrow(
        new CannotCalculate('too-short', { found: values.filter((value) => value === 3).length, needed: 2 }),
      )
  })
})

test('a backtest is made with the breaks, from origins a quarter apart', () => {
  const values = Float64Array.from({ length: 60 }, (_, at) => at % 12)
  const { past, backtest } = issueForecast({ values, breaks: [50] }, naive, 3)
  expect(past.map(({ origin }) => origin)).toEqual([48, 51, 54])
  expect(past[0]!.actual[1]).toBe(1)
  expect(past[0]!.actual[2]).toBeNaN()
  expect(backtest).toMatchObject({ origins: 3, months: 14 })
})

testWithSharedData('on M3 the intervals of Theta cover what came, calibrated on one past origin of each series', () => {
  const series = readFileSync(sharedPath('series/m3_monthly_open.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [training, test] = row
        .split(',')
        .slice(5)
        .map((text) => Float64Array.from(text.split(' '), Number))
      return { training: training!, test: test! }
    })
  const options = { method: 'theta', horizon: 18, season: 12 } as const
  const issued = series.map(({ training }) => issueForecast({ values: training, breaks: [] }, options, 1))
  const found = withIntervals(issued, [0.8, 0.9], 18)
  const average = (valueOf: (at: number) => number) =>
    series.reduce((total, _, at) => total + valueOf(at), 0) / series.length
  expect(Math.abs(average((at) => coverage(series[at]!.test, found[at]!.intervals[0]!)!) - 0.8)).toBeLessThan(0.03)
  expect(Math.abs(average((at) => coverage(series[at]!.test, found[at]!.intervals[1]!)!) - 0.9)).toBeLessThan(0.03)
  const score = (at: number) =>
    scaledIntervalScore(series[at]!.test, found[at]!.intervals[1]!, 0.9, seasonalScale(series[at]!.training, 12))!
  expect(average(score)).toBeLessThan(5.4)
})
