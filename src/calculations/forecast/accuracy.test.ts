import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedJson, sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import {
  absoluteScaledError,
  bias,
  coverage,
  pinballLoss,
  rootMeanSquareError,
  scaledIntervalScore,
  seasonalScale,
  symmetricPercentageError,
} from './accuracy.ts'

const missing = Number.NaN

describe('point forecasts', () => {
  const actual = [10, 20, missing, 40]
  const forecast = [12, 18, 99, 30]

  test('sMAPE is the mean of 200·|a − f|/(|a| + |f|) over known months', () =>
    expect(symmetricPercentageError(actual, forecast)).toBeCloseTo((400 / 22 + 400 / 38 + 2000 / 70) / 3, 12))
  test('sMAPE counts a zero forecast as zero as no error, and of unlike signs as 200', () => {
    expect(symmetricPercentageError([0, 5], [0, 5])).toBe(0)
    expect(symmetricPercentageError([-5], [5])).toBe(100 * 2)
    expect(symmetricPercentageError([-5], [-10])).toBeCloseTo(1000 / 15, 12)
  })
  test('MASE is the mean absolute error in the unit of the scale', () =>
    expect(absoluteScaledError(actual, forecast, 7)).toBeCloseTo(14 / 3 / 7, 12))
  test('RMSE is the root of the mean square', () => expect(rootMeanSquareError(actual, forecast)).toBeCloseTo(6, 12))
  test('bias is above zero when forecasts were too high', () => {
    expect(bias(actual, forecast)).toBeCloseTo((2 - 2 - 10) / 3, 12)
    expect(bias([1], [3])).toBe(2)
  })
  test('nothing known gives null, and so does a scale of null or zero', () => {
    for (const each of [symmetricPercentageError, rootMeanSquareError, bias]) expect(each([missing], [1])).toBeNull()
    expect(absoluteScaledError([missing], [1], 2)).toBeNull()
    expect(absoluteScaledError([1], [1], 0)).toBeNull()
    expect(absoluteScaledError([1], [2], null)).toBeNull()
  })
})

describe('the scale of MASE', () => {
  test('is the mean change over a season', () => expect(seasonalScale([1, 2, 4, 8], 2)).toBe((3 + 6) / 2))
  test('uses pairs where both are known', () => expect(seasonalScale([1, 2, missing, 8, 5, 6], 2)).toBe((6 + 2) / 2))
  test('of a series no longer than a season is the change from the month before', () => {
    expect(seasonalScale([1, 4, 6], 3)).toBe(2.5)
    expect(seasonalScale([1, 4, 6, 3], 3)).toBe(2)
  })
  test('of a series where no month is known a season later is the change from the month before', () =>
    expect(seasonalScale([1, 4, missing, missing], 2)).toBe(3))
  test('is zero of a constant series and null when no pair is known', () => {
    expect(seasonalScale([3, 3, 3], 1)).toBe(0)
    expect(seasonalScale([3], 1)).toBeNull()
    expect(seasonalScale([], 12)).toBeNull()
    expect(seasonalScale([3, missing, 3], 1)).toBeNull()
  })
})

describe('intervals and quantiles', () => {
  const band = { lower: [0, 0, 0, 0], upper: [10, 10, 10, 10] }

  test('coverage counts both ends as within', () => {
    expect(coverage([0, 10, 11, missing], band)).toBeCloseTo(2 / 3, 12)
    expect(coverage([-0.001, 10.001], band)).toBe(0)
    expect(coverage([missing], band)).toBeNull()
  })
  test('MSIS is the width, and 2/α times what falls outside, in the unit of the scale', () => {
    expect(scaledIntervalScore([5, -1, 13, missing], band, 0.9, 2)).toBeCloseTo((30 + 20 * (1 + 3)) / 3 / 2, 10)
    expect(scaledIntervalScore([5], band, 0.8, 4)).toBe(2.5)
    expect(scaledIntervalScore([5], { lower: [2], upper: [8] }, 0.8, 4)).toBe(1.5)
    expect(scaledIntervalScore([5], band, 0.8, 0)).toBeNull()
    expect(scaledIntervalScore([missing], band, 0.8, 1)).toBeNull()
  })
  test('the pinball loss weighs what is above by the share and what is below by the rest', () => {
    expect(pinballLoss([10, 4, missing], [6, 6, 6], 0.9)).toBeCloseTo((0.9 * 4 + 0.1 * 2) / 2, 12)
    expect(pinballLoss([6], [6], 0.9)).toBe(0)
    expect(pinballLoss([missing], [6], 0.5)).toBeNull()
  })
})

testWithSharedData('the competitors of 1998 get their published errors on the M3 series', () => {
  const numbers = (text: string) => Float64Array.from(text.split(' '), Number)
  const rows = (file: string) => readFileSync(sharedPath(file), 'utf8').trim().split('\n').slice(1)
  const series = new Map(
    rows('series/m3_monthly_open.csv').map((row) => {
      const [id = '', , , , , training = '', test = ''] = row.split(',')
      return [id, { scale: seasonalScale(numbers(training), 12), actual: numbers(test) }] as const
    }),
  )
  const found = new Map<string, { sMAPE: number; MASE: number }>()
  for (const row of rows('series/m3_monthly_open_competitor_forecasts.csv')) {
    const [method = '', id = '', forecasts = ''] = row.split(',')
    const { scale, actual } = series.get(id)!
    const total = found.get(method) ?? { sMAPE: 0, MASE: 0 }
    total.sMAPE += symmetricPercentageError(actual, numbers(forecasts))! / series.size
    total.MASE += absoluteScaledError(actual, numbers(forecasts), scale)! / series.size
    found.set(method, total)
  }
  const published = sharedJson<{ published_open: { sMAPE: number; MASE: number; _row: string }[] }>(
    'expected/forecast_m3.json',
  ).published_open
  for (const { _row: method, sMAPE, MASE } of published) {
    expect(found.get(method)!.sMAPE).toBeCloseTo(sMAPE, 9)
    expect(found.get(method)!.MASE).toBeCloseTo(MASE, 9)
  }
  expect(published).toHaveLength(9)
})
