import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { sum } from '../sample-statistics.ts'
import { absoluteScaledError, seasonalScale } from './accuracy.ts'
import { adaptiveRounds } from './adaptive-conformal.ts'
import { pastForecasts } from './backtest.ts'
import { pastIntervals } from './backtest-intervals.ts'
import { calibrationOf } from './calibration.ts'

const average = (values: readonly number[]) => sum(values) / values.length

/** Recipients of kontanthjælp in 49 Danish municipalities, forecast by Theta a year ahead from each of twelve months. */
function municipalities() {
  const values = new Map<string, number[]>()
  const file = readFileSync(sharedPath('series/dk_cash_assistance_open.csv'), 'utf8')
  for (const row of file.trim().split('\n').slice(1)) {
    const [municipality = '', , , persons] = row.split(',')
    if (municipality !== 'national') values.set(municipality, [...(values.get(municipality) ?? []), Number(persons)])
  }
  const origins = Array.from({ length: 12 }, (_, at) => 24 + at)
  return [...values.values()].map((each) => {
    const series = Float64Array.from(each)
    return { series, past: pastForecasts(series, origins, { method: 'theta', horizon: 12, season: 12 }) }
  })
}

describe('on the Danish municipalities', () => {
  testWithSharedData(
    'Theta errs by at most 3.7 per cent on the sum of a year, and by less than last year repeated',
    () => {
      const all = municipalities().flatMap(({ series, past }) => past.map((each) => ({ series, ...each })))
      expect(all).toHaveLength(49 * 12)
      const yearError = average(all.map(({ actual, forecast }) => Math.abs(sum(forecast) / sum(actual) - 1)))
      const scaled = all.map(({ series, origin, actual, forecast }) =>
        absoluteScaledError(actual, forecast, seasonalScale(series.subarray(0, origin), 12)),
      )
      expect(100 * yearError).toBeLessThanOrEqual(3.7)
      expect(average(scaled.map((each) => each!))).toBeLessThanOrEqual(0.7)
    },
  )

  testWithSharedData('intervals calibrated on the other municipalities hold 90 ± 4 per cent', () => {
    const all = municipalities().map(({ past }) => past)
    const { steps } = calibrationOf(all, { horizon: 12, step: 1, fillTo: 0 })
    const shares = all.map((past, owner) => pastIntervals(past, steps, { levels: [0.9], step: 1, owner }).coverage[0]!)
    expect(Math.abs(average(shares) - 0.9)).toBeLessThanOrEqual(0.04)
  })

  testWithSharedData('adaptive intervals that know only the past hold at least 85 per cent forward in time', () => {
    const all = municipalities().map(({ past }) => past)
    const missed = Array.from({ length: 12 }, (_, at) => {
      const rounds = Array.from({ length: 12 }, (_, now) => ({
        // An outcome `at` + 1 months ahead is known when that many months have passed.
        calibration: calibrationOf(
          all.map((past) => past.slice(0, Math.max(0, now - at))),
          { horizon: 12, step: 1, fillTo: 100 },
        ).steps[at]!,
        outcomes: all.map((past) => Math.abs(past[now]!.actual[at]! - past[now]!.forecast[at]!) / past[now]!.scale),
      }))
      return average(adaptiveRounds(rounds, { level: 0.9, rate: 0.1, delay: at + 1 }).map((each) => each.missed!))
    })
    expect(1 - average(missed)).toBeGreaterThanOrEqual(0.85)
    expect(1 - average(missed)).toBeLessThanOrEqual(0.95)
  })
})
