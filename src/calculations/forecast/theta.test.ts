import { describe, expect, test } from 'vitest'
import { airPassengers } from '../../../test/support/air-passengers.ts'
import { dampedTrend } from './damped-trend.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { simpleSmoothing } from './simple-smoothing.ts'
import { isSeasonal, theta } from './theta.ts'

const quarters = Float64Array.of(12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12, 26, 18, 20, 13, 27, 19, 23, 15, 30)
const years = Float64Array.of(31, 28, 35, 33, 40, 38, 36, 44, 43, 47)
const belowZero = Float64Array.of(-3, 4, -1, 6, -2, 5, 0, 7, -1, 6, 1, 8, 0, 7, 2, 9, 1, 8, 3, 10)

const near = (found: Float64Array, expected: number[], digits = 6) =>
  expected.forEach((value, step) => expect(found[step]).toBeCloseTo(value, digits))

describe('theta', () => {
  test('has the forecast of R’s thetaf for months and for quarters', () => {
    const mean = theta(airPassengers, { horizon: 14, season: 12 })
    near(mean, [440.078191082, 428.384280557, 489.70709867])
    near(mean.subarray(12), [454.529768933, 442.413454458])
    near(
      theta(quarters, { horizon: 5, season: 4 }),
      [20.3215300869, 23.9517431074, 14.8908521696, 31.3050319397, 21.1959218982],
    )
  })

  test('has R’s forecast of years, and of five of them', () => {
    near(theta(years, { horizon: 3, season: 1 }), [46.9988512221, 47.9109724343, 48.8230936464])
    near(theta(years.slice(0, 5), { horizon: 3, season: 1 }), [39.0124665598, 40.1624665598, 41.3124665598], 2)
  })

  test('takes no season where the autocorrelation shows none, as R', () => {
    const noise = Float64Array.from([
      ...[40, 47, 53, 38, 52, 50, 51, 61, 38, 63, 43, 39, 43, 53, 52],
      ...[47, 40, 44, 62, 52, 44, 41, 48, 33, 45, 43, 62, 60, 49, 39],
    ])
    near(theta(noise, { horizon: 2, season: 4 }), [47.73305047686, 47.73305047686])
  })

  test('has R’s forecast of small counts with zeros', () => {
    const counts = Float64Array.of(0, 2, 1, 0, 3, 0, 1, 1, 0, 2, 0, 0, 4, 1, 0, 2, 1, 0, 0, 3, 1, 2, 0, 1, 0, 2)
    near(theta(counts, { horizon: 3, season: 12 }), [1.11391786734, 1.11682385025, 1.11972983316])
  })

  test('adds the season when a value is below zero', () => {
    const expected = [1.874987496878, 8.749987496878, 3.624987496878, 10.499987496878]
    near(theta(belowZero, { horizon: 4, season: 4 }), expected)
  })

  test('leaves the season when a month is always zero', () => {
    const holes = Float64Array.from({ length: 32 }, (_, at) => (at % 4 === 0 ? 0 : 10 + (at % 4)))
    expect(isSeasonal(holes, 4)).toBe(true)
    const mean = theta(holes, { horizon: 4, season: 4 })
    expect(mean[1]! - mean[0]!).toBeCloseTo(mean[2]! - mean[1]!, 10)
  })

  test('sees a season only in more than two of them', () => {
    const wave = Float64Array.from({ length: 25 }, (_, at) => (at % 12 === 6 ? 9 : at % 2))
    expect(isSeasonal(wave, 12)).toBe(true)
    expect(isSeasonal(wave.slice(0, 24), 12)).toBe(false)
    expect(isSeasonal(years, 1)).toBe(false)
    expect(isSeasonal(airPassengers, 1)).toBe(false)
    expect(
      isSeasonal(
        Float64Array.from({ length: 24 }, (_, at) => at % 2),
        2,
      ),
    ).toBe(true)
  })

  /** In R |r₄| / √((1 + 2Σr²)/n) is 1.632 with the first and 1.725 with the second. */
  test('compares the autocorrelation at a season with 1.645 standard errors', () => {
    const withSeason = (rise: number) =>
      Float64Array.from({ length: 40 }, (_, at) => Math.sin(at * at) + (at % 4 === 0 ? rise : 0))
    expect(isSeasonal(withSeason(1.7), 4)).toBe(false)
    expect(isSeasonal(withSeason(1.75), 4)).toBe(true)
  })
})

describe('simple smoothing', () => {
  test('has R’s weight and level', () => {
    const { alpha, level } = simpleSmoothing(airPassengers)
    expect(alpha).toBeCloseTo(0.999899982981, 8)
    expect(level).toBeCloseTo(431.995799995499, 6)
  })

  test('gives a single value back, and the first for values that never change', () => {
    expect(simpleSmoothing(Float64Array.of(7)).level).toBe(7)
    expect(simpleSmoothing(Float64Array.of(7, 7, 7)).level).toBe(7)
  })

  test('follows a few values that keep rising all the way', () => {
    const { alpha, level } = simpleSmoothing(Float64Array.of(1, 2, 3, 4, 5, 6))
    expect(alpha).toBeCloseTo(1, 6)
    expect(level).toBeCloseTo(6, 5)
    expect(simpleSmoothing(Float64Array.of(1, 2, 3, 4, 5, 6, 7)).alpha).toBeCloseTo(0.9999, 6)
  })

  test('does not run the wrong way from a few values that swing about the first, as R', () => {
    expect(simpleSmoothing(Float64Array.of(5, 1, 9, 1, 9, 1)).level).toBeCloseTo(5, 6)
    expect(simpleSmoothing(Float64Array.of(5, 9, 2)).alpha).toBeCloseTo(0, 6)
  })
})

describe('damped trend', () => {
  test('has the forecast of R’s stlf with a damped Holt', () => {
    const mean = dampedTrend(airPassengers, { horizon: 14, season: 12 })
    near(mean, [443.972384863, 426.690173071, 468.836452007])
    near(mean.subarray(12), [457.207664784, 439.660746849])
    near(dampedTrend(quarters, { horizon: 5, season: 4 }), [20.8355800651, 24.0969018459, 17.2147027008, 30.6865541349])
    near(dampedTrend(quarters, { horizon: 3, season: 2 }), [18.02556522927, 26.91663331811, 18.72793126699])
    near(
      dampedTrend(belowZero, { horizon: 4, season: 4 }),
      [1.90505316942, 8.90525600656, 3.93347835984, 10.92951552909],
    )
  })

  test('is a damped Holt without season for years, and up to two seasons', () => {
    const expected = [46.8309818063, 48.3325396802, 49.7924276402]
    near(dampedTrend(years, { horizon: 3, season: 1 }), expected)
    near(dampedTrend(years, { horizon: 3, season: 5 }), expected)
    expect(dampedTrend(years, { horizon: 3, season: 4 })[0]).not.toBeCloseTo(expected[0]!, 1)
  })

  test('takes no trend from nine values', () => {
    const flat = dampedTrend(years.slice(0, 9), { horizon: 2, season: 1 })
    expect(flat[0]).toBe(flat[1])
    expect(flat[0]).toBe(simpleSmoothing(years.slice(0, 9)).level)
  })
})

describe('seasonal naive', () => {
  const naive = (values: number[], season: number, horizon: number) => [
    ...seasonalNaive(Float64Array.from(values), { season, horizon }),
  ]
  const missing = Number.NaN

  test('repeats the last year, as R', () => {
    near(seasonalNaive(airPassengers, { horizon: 3, season: 12 }), [417, 391, 419])
    expect(naive([12, 15, 9, 20, 14, 17, 11, 23], 4, 5)).toEqual([14, 17, 11, 23, 14])
    expect(naive([1, 2, 3, 4], 4, 2)).toEqual([1, 2])
  })

  test('takes the last value when there is less than a year', () => {
    expect(naive([1, 2, 3], 4, 2)).toEqual([3, 3])
    expect(naive([5], 12, 1)).toEqual([5])
  })

  test('takes the latest known year of a month, as R', () => {
    expect(naive([1, 2, 3, 4, 5, 6, missing, 8], 4, 4)).toEqual([5, 6, 3, 8])
    expect(naive([1, 2, 3, 4, 5, 6, missing, 8, 9, 10, missing, 12], 4, 4)).toEqual([9, 10, 3, 12])
  })

  test('goes on after months that are missing at the end', () => {
    expect(naive([1, 2, 3, 4, 5, 6, missing, missing], 4, 4)).toEqual([5, 6, 3, 4])
    expect(naive([missing, 2, 3, missing], 4, 2)).toEqual([3, 3])
  })

  test('fills a month that is missing in every year from its neighbours', () => {
    expect(naive([1, missing, 3, 4, 5, missing, 7, 8], 4, 2)).toEqual([5, 6])
  })
})
