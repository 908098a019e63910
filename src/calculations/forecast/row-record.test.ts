import { describe, expect, test } from 'vitest'
import { type RolledForecast, widthsAt } from './rolling-intervals.ts'
import { intervalOptions, recordOf } from './row-record.ts'

const firstMonth = 2015 * 12
const horizon = 12

/** Forecasts of nothing from each origin to the end, which miss by `errorIn` the month. */
function rolled(months: number, origins: number[], errorIn: (month: number) => number): RolledForecast[] {
  return origins.map((origin) => ({
    origin,
    changes: new Float64Array(horizon).fill(1),
    forecast: new Float64Array(horizon),
    actual: Float64Array.from({ length: horizon }, (_, step) =>
      origin + step < months ? errorIn(origin + step) : Number.NaN,
    ),
  }))
}

const recordOver = (months: number, first: number, errorIn: (month: number) => number) => {
  const values = Float64Array.from({ length: months }, (_, month) => 100 + (month % 12))
  const origins = Array.from({ length: months - first }, (_, at) => first + at)
  return recordOf({ values, firstMonth }, rolled(months, origins, errorIn))
}

describe('how often the intervals held', () => {
  test('counts every month that has come, and the sum to December once for each forecast whose December has', () => {
    const { origins, months, sums } = recordOver(48, 24, () => 0)
    expect(origins).toBe(24)
    // Thirteen forecasts with all twelve months, and eleven with eleven down to one.
    const of = 13 * 12 + (11 * 12) / 2
    expect(months.map(({ level, held, of: all }) => [level, held, all])).toEqual([
      [0.9, of, of],
      [0.8, of, of],
    ])
    expect(sums.map(({ held, of: all }) => [held, all])).toEqual([
      [24, 24],
      [24, 24],
    ])
  })
  test('leaves out a month that is missing, and every sum that it is in', () => {
    const { months, sums } = recordOver(48, 24, (month) => (month === 30 ? Number.NaN : 0))
    // Seven forecasts reach the month; of the sums to that December those from it and before are lost.
    expect(months[0]!.of).toBe(13 * 12 + 66 - 7)
    expect(sums[0]!.of).toBe(24 - 7)
  })
  test('says what the share could be by chance, when there are two years of forecasts at least', () => {
    // From month 60 all is a hundred times as far off as ever before, until the intervals have learnt it.
    const { months, sums } = recordOver(96, 24, (month) => (month === 60 ? 100 : 1))
    const [{ held, of, bounds }] = months as [(typeof months)[number]]
    // The twelve forecasts that reach the month miss it, and no other month.
    expect(of - held).toBe(12)
    expect(bounds!.lower).toBeLessThan(held / of)
    expect(bounds!.upper).toBe(1)
    expect(sums[0]!.bounds!.lower).toBeLessThan(1)
    expect(recordOver(40, 24, () => 0).months[0]!.bounds).toBeNull()
  })
  test('is of the last sixty forecasts, with intervals that have learnt from those before them', () => {
    const { origins, months } = recordOver(120, 24, (month) => (month < 60 ? 50 : 1))
    expect(origins).toBe(60)
    expect(months[0]!.held).toBe(months[0]!.of)
  })
})

describe('the score of the intervals', () => {
  // Rises by one a month, by twelve a year: that is the unit.
  const values = Float64Array.from({ length: 25 }, (_, month) => 100 + month)
  const missedBy = (error: number) =>
    recordOf(
      { values, firstMonth },
      rolled(25, [24], () => error),
    ).msis!
  const width = widthsAt([], { origin: 24, changes: new Float64Array(horizon).fill(1) }, intervalOptions)[0]!.steps[0]!
  test('is their whole width in the unit of MASE while they hold', () =>
    expect(missedBy(width / 2)).toBeCloseTo((2 * width) / 12, 9))
  test('adds twenty times what fell outside', () =>
    expect(missedBy(width + 3)).toBeCloseTo((2 * width + 20 * 3) / 12, 9))
  test('is not known of a row that never changed', () =>
    expect(
      recordOf(
        { values: values.map(() => 5), firstMonth },
        rolled(25, [24], () => 0),
      ).msis,
    ).toBeNull())
})
