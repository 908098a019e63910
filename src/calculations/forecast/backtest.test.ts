import { describe, expect, test } from 'vitest'
import type { Day } from '../../values/day.ts'
import { judged } from './backtest-archive.ts'
import { summaryOf } from './backtest-summary.ts'
import { leastTraining, pastForecasts, rollingOrigins } from './backtest.ts'
import { knownOn } from './vintages.ts'

const missing = Number.NaN
const naive = { method: 'seasonal-naive', horizon: 2, season: 2 } as const
const plain = (past: ReturnType<typeof pastForecasts>) =>
  past.map(({ origin, scale, forecast, actual }) => ({ origin, scale, forecast: [...forecast], actual: [...actual] }))

describe('rolling origins', () => {
  const origins = (length: number, count = 12, step = 3) =>
    rollingOrigins(length, { horizon: 18, season: 12, count, step })

  test('go back from the last with a whole horizon known, in order of time', () =>
    expect(origins(60, 3)).toEqual([36, 39, 42]))
  test('never have less than two seasons behind them', () => {
    expect(origins(60)).toEqual([24, 27, 30, 33, 36, 39, 42])
    expect(origins(59)).toEqual([26, 29, 32, 35, 38, 41])
    expect(origins(42)).toEqual([24])
  })
  test('of a series that has no whole horizon is one with a part of it', () => {
    expect(origins(30)).toEqual([24])
    expect(origins(25)).toEqual([24])
  })
  test('of a series of two seasons or less are none', () =>
    expect([origins(24), origins(3), origins(0)]).toEqual([[], [], []]))
  test('need eight values when a season is short', () => {
    expect([leastTraining(12), leastTraining(4), leastTraining(1)]).toEqual([24, 8, 8])
    expect(rollingOrigins(10, { horizon: 1, season: 1, count: 5, step: 1 })).toEqual([8, 9])
  })
})

describe('past forecasts', () => {
  const values = Float64Array.of(10, 20, 13, 24, 15, 28, 99)

  test('use only what was known at the origin', () =>
    expect(plain(pastForecasts(values, [3, 4], naive))).toEqual([
      { origin: 3, scale: 3, forecast: [20, 13], actual: [24, 15] },
      {
        origin: 4,
        scale: expect.closeTo((3 * 0.5 + 4 * Math.SQRT1_2) / (0.5 + Math.SQRT1_2), 12) as number,
        forecast: [13, 24],
        actual: [15, 28],
      },
    ]))
  test('have no actual value beyond the last', () =>
    expect(plain(pastForecasts(values, [6], naive))[0]!.actual).toEqual([99, missing]))
  test('are not judged over a break that nobody knew of', () => {
    expect(plain(pastForecasts(values, [4], { ...naive, breaks: [5] }))[0]!.actual).toEqual([15, missing])
    expect(plain(pastForecasts(values, [4], { ...naive, breaks: [4] }))[0]!.actual).toEqual([missing, missing])
    // A break behind the origin was known of.
    expect(plain(pastForecasts(values, [5], { ...naive, breaks: [2] }))[0]!.actual).toEqual([28, 99])
  })
  test('are none from an origin where nothing has a spread', () =>
    expect(pastForecasts(Float64Array.of(5, 6, 7), [1], naive)).toEqual([]))
  test('see the values as they had been published', () => {
    const releases = [
      { month: 0, published: '2024-02-01' as Day, value: 10 },
      { month: 1, published: '2024-03-01' as Day, value: 20 },
      { month: 2, published: '2024-04-01' as Day, value: 12 },
      { month: 2, published: '2024-06-01' as Day, value: 13 },
    ]
    const days = ['2024-05-01', '2024-06-01'] as Day[]
    const seen = pastForecasts(values, [4, 5], naive, (origin) => knownOn(releases, days[origin - 4]!)!.values)
    // The values of the fourth month on were not out, so they are ahead; the third was revised in June.
    expect(plain(seen)).toEqual([
      { origin: 4, scale: 2, forecast: [20, 12], actual: [24, 15] },
      { origin: 5, scale: 3, forecast: [20, 13], actual: [24, 15] },
    ])
  })
})

describe('the summary of a backtest', () => {
  const values = Float64Array.of(10, 20, 13, 24, 15, 28, 99)

  test('counts all months of all origins', () => {
    const past = [
      { origin: 3, scale: 1, forecast: Float64Array.of(20, 13), actual: Float64Array.of(24, 15) },
      { origin: 4, scale: 1, forecast: Float64Array.of(14, 30), actual: Float64Array.of(15, missing) },
    ]
    const summary = summaryOf(values, past, 2)
    expect(summary).toMatchObject({ origins: 2, months: 3 })
    expect(summary.bias).toBeCloseTo((-4 - 2 - 1) / 3, 12)
    expect(summary.sMAPE).toBeCloseTo((800 / 44 + 400 / 28 + 200 / 29) / 3, 12)
    // Scales: |13 − 10| = 3 at the first origin, the mean of 3 and 4 at the second.
    expect(summary.MASE).toBeCloseTo((3 / 3 + 1 / 3.5) / 2, 12)
    expect(summary.seasonalNaiveMASE).toBeCloseTo((3 / 3 + 2 / 3.5) / 2, 12)
  })
  test('is null where nothing can be measured', () =>
    expect(summaryOf(values, [], 2)).toEqual({
      origins: 0,
      months: 0,
      sMAPE: null,
      MASE: null,
      seasonalNaiveMASE: null,
      bias: null,
    }))
  test('leaves out origins without a scale from its MASE', () => {
    const at = (origin: number) => ({ origin, scale: 1, forecast: Float64Array.of(9), actual: Float64Array.of(10) })
    expect(summaryOf(Float64Array.of(5, 5, 5, 9), [at(3), at(4)], 1).MASE).toBeCloseTo(1 / (4 / 3), 12)
  })
})

test('an archived forecast is judged by what came after it', () => {
  const archived = {
    id: 'a',
    issued: '2024-01-10' as Day,
    vintage: '2024-01-09' as Day,
    method: 'theta' as const,
    firstMonth: 24002,
    scale: 2,
    mean: Float64Array.of(5, 6, 7),
    intervals: [],
  }
  const series = { firstMonth: 24000, values: Float64Array.of(1, 2, 3, 4) }
  expect(judged(archived, series)).toEqual({
    origin: 2,
    scale: 2,
    forecast: archived.mean,
    actual: Float64Array.of(3, 4, missing),
  })
})
