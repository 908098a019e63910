import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { airPassengers } from '../../../test/support/air-passengers.ts'
import { sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { CannotCalculate } from '../refusal.ts'
import { forecastMean, type ForecastOptions } from './forecast-mean.ts'
import { pointMethods, type PointMethod } from './series.ts'

const missing = Number.NaN
const singles = ['seasonal-naive', 'theta', 'ets', 'damped'] as const
const quick = ['seasonal-naive', 'theta', 'damped'] as const

const forecast = (values: ArrayLike<number>, options: Partial<ForecastOptions> = {}) => [
  ...forecastMean(Float64Array.from(values), { method: 'theta', horizon: 4, season: 12, ...options }),
]

function refusal(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof CannotCalculate) return { kind: error.kind, ...error.detail }
    throw error
  }
  return null
}

describe('the methods', () => {
  test('have R’s forecasts of AirPassengers, and the median is theirs step by step', () => {
    const first = (method: PointMethod) => forecast(airPassengers, { method })[0]
    expect(first('seasonal-naive')).toBe(417)
    expect(first('theta')).toBeCloseTo(440.078191082, 6)
    expect(first('ets')).toBeCloseTo(441.801847278, 5)
    expect(first('damped')).toBeCloseTo(443.972384863, 6)
    expect(first('median')).toBeCloseTo((440.078191082 + 441.801847278) / 2, 5)
  })

  test.each(pointMethods)('%s of few values', (method) => {
    const options = { method, horizon: 3 }
    expect(forecast([8], options)).toEqual([8, 8, 8])
    expect(forecast([0, 0, 0, 0], options)).toEqual([0, 0, 0])
    expect(forecast(new Float64Array(60).fill(7.1), options)).toEqual([7.1, 7.1, 7.1])
    for (const value of forecast([8, 9], options)) expect(value).toBeGreaterThan(7)
    for (const value of forecast([8, 9, 7, 8, 9, 10], options)) expect(Math.abs(value - 9)).toBeLessThan(3)
  })

  test('what never fell below zero is not forecast below zero, in any of the four', () => {
    const falling = Float64Array.from({ length: 40 }, (_, at) => 40 - at + (at % 2) / 2)
    for (const method of pointMethods)
      for (const value of forecast(falling, { method, horizon: 30 })) expect(value).toBeGreaterThanOrEqual(0)
    expect(forecast(falling, { method: 'damped', horizon: 30 })[29]).toBe(0)
    const lower = falling.map((value) => value - 20)
    expect(forecast(lower, { method: 'damped', horizon: 30 })[29]).toBeLessThan(-20)
  })
})

describe('missing values', () => {
  test('at the start are left out', () => {
    expect(forecast([missing, missing, ...airPassengers])).toEqual(forecast(airPassengers))
  })

  test('at the end are forecast first', () => {
    for (const method of quick) {
      const further = forecast(airPassengers, { method, horizon: 6 })
      expect(forecast([...airPassengers, missing, missing], { method })).toEqual(further.slice(2))
    }
  })

  test('in between are filled in, never by zero', () => {
    const gaps = airPassengers.slice()
    for (const at of [30, 31, 77, 140]) gaps[at] = missing
    for (const method of quick) {
      const whole = forecast(airPassengers, { method })
      forecast(gaps, { method }).forEach((value, step) => expect(value / whole[step]!).toBeCloseTo(1, 1))
    }
  })

  test('do not hide that nothing ever changed', () => {
    expect(forecast([5, missing, 5, missing], { method: 'median' })).toEqual([5, 5, 5, 5])
  })
})

describe('breaks', () => {
  test('a reform long ago leaves only what came after it', () => {
    const after = airPassengers.slice(100)
    expect(forecast(airPassengers, { breaks: [100] })).toEqual(forecast(after))
  })

  test('are counted from the first value of the series, known or not', () => {
    const late = [missing, missing, ...airPassengers]
    expect(forecast(late, { breaks: [102] })).toEqual(forecast(airPassengers, { breaks: [100] }))
  })

  test('a recent reform lifts the forecast to the new level', () => {
    const lifted = airPassengers.map((value, at) => (at >= 138 ? value * 2 : value))
    for (const method of quick) {
      const whole = forecast(airPassengers, { method })
      const found = forecast(lifted, { method, breaks: [138] })
      found.forEach((value, step) => expect(value / whole[step]! / 2).toBeCloseTo(1, 1))
    }
  })

  test('a month that is missing just after a break is no trouble', () => {
    const late = airPassengers.slice()
    late[100] = missing
    expect(forecast(late, { breaks: [100] })).toEqual(forecast(airPassengers.slice(101)))
  })
})

describe('refuses', () => {
  test('a series with no known value', () => {
    expect(refusal(() => forecast([]))).toEqual({ kind: 'too-short', found: 0, needed: 1 })
    expect(refusal(() => forecast([missing, missing]))).toEqual({ kind: 'too-short', found: 0, needed: 1 })
  })

  test('an infinite value', () => {
    expect(refusal(() => forecast([1, -Infinity, 2]))).toEqual({
      kind: 'bad-value',
      column: 'series',
      found: -Infinity,
      expected: 'ett ändligt tal',
    })
  })

  test.each([
    ['horizon', { horizon: 0 }],
    ['horizon', { horizon: 1.5 }],
    ['season', { season: 0 }],
    ['season', { season: 25 }],
    ['season', { season: missing }],
    ['breaks', { breaks: [-1] }],
    ['breaks', { breaks: [2.5] }],
  ])('a %s that has no meaning: %j', (option, options) => {
    expect(refusal(() => forecast(airPassengers, options))).toMatchObject({ kind: 'bad-option', option })
  })

  test('and says what it waited for', () => {
    expect(refusal(() => forecast([1], { season: 25 }))).toMatchObject({ found: 25, expected: '1 ≤ season ≤ 24' })
    expect(refusal(() => forecast([1], { horizon: 0 }))).toMatchObject({ found: 0, expected: '1 ≤ horizon' })
  })

  test('but not the longest season and the shortest horizon', () => {
    expect(forecast(airPassengers, { horizon: 1, season: 24, method: 'damped' })).toHaveLength(1)
    expect(forecast([1, 2], { breaks: [0] })).toHaveLength(4)
  })
})

describe('properties', () => {
  const cell = fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }) },
    fc.constant(missing),
  )
  const series = fc.array(cell, { minLength: 1, maxLength: 40 }).filter((values) => values.some(Number.isFinite))
  const ahead = fc.record({ season: fc.constantFrom(1, 4, 12), horizon: fc.integer({ min: 1, max: 15 }) })
  const runs = { seed: 20251122, numRuns: 60 }

  test.each(singles)('%s is finite for anything finite', (method) => {
    const check = fc.property(series, ahead, fc.array(fc.nat(40), { maxLength: 2 }), (values, options, breaks) => {
      const mean = forecast(values, { ...options, method, breaks })
      return mean.length === options.horizon && mean.every(Number.isFinite)
    })
    fc.assert(check, { ...runs, numRuns: 30 })
  })

  const positive = fc.array(fc.integer({ min: 5, max: 500 }), { minLength: 10, maxLength: 40 })

  test.each(quick)('in a large unit, doubling the series doubles the forecast to the last digit: %s', (method) => {
    const check = fc.property(positive, ahead, fc.integer({ min: 30, max: 60 }), (values, options, power) => {
      const inUnit = (exponent: number) => values.map((value) => value * 2 ** exponent)
      const before = forecast(inUnit(30), { ...options, method })
      const after = forecast(inUnit(power), { ...options, method })
      expect(after).toEqual(before.map((value) => value * 2 ** (power - 30)))
    })
    fc.assert(check, runs)
  })

  test.each(singles)('the unit changes the forecast by less than one per cent: %s', (method) => {
    const before = forecast(airPassengers, { method })
    for (const scale of [1e9, 1e-9])
      forecast(
        airPassengers.map((value) => value * scale),
        { method },
      ).forEach((value, step) => expect(Math.abs(value / scale / before[step]! - 1)).toBeLessThan(0.01))
  })

  test('a higher level lifts the forecast as much: seasonal naive', () => {
    const check = fc.property(positive, ahead, fc.integer({ min: 0, max: 500 }), (values, options, lift) => {
      const at = { ...options, method: 'seasonal-naive' } as const
      const lifted = values.map((value) => value + lift)
      expect(forecast(lifted, at)).toEqual(forecast(values, at).map((value) => value + lift))
    })
    fc.assert(check, runs)
  })

  test('a higher level lifts the forecast as much: damped trend', () => {
    const before = forecast(airPassengers, { method: 'damped' })
    const lifted = airPassengers.map((value) => value + 300)
    forecast(lifted, { method: 'damped' }).forEach((value, step) =>
      expect(Math.abs(value - 300 - before[step]!)).toBeLessThan(0.5),
    )
  })
})

type Row = Record<string, string>
const numbers = (text: string) => Float64Array.from(text.split(' '), Number)

function rowsOf(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(sharedPath(file), 'utf8').trim().split('\n')
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])))
}

const nameInR = { 'seasonal-naive': 'snaive', theta: 'theta', ets: 'ets', damped: 'stl_damped' } as const

const symmetricError = (actual: Float64Array, mean: ArrayLike<number>) =>
  actual.reduce(
    (sum, value, step) => sum + (200 * Math.abs(value - mean[step]!)) / (Math.abs(value) + Math.abs(mean[step]!)),
    0,
  ) / actual.length

testWithSharedData('M3: the forecasts are those of R', () => {
  const rows = rowsOf('series/m3_monthly_open.csv')
  const expected = new Map(
    rowsOf('expected/m3_open_r_forecasts.csv').map(({ method, id, forecasts }) => [
      `${method} ${id}`,
      numbers(forecasts!),
    ]),
  )
  // ETS takes its time. Where R's search was cut short, a last digit may decide where it stood.
  const every = { 'seasonal-naive': 1, theta: 1, damped: 6, ets: 60 }
  for (const method of singles)
    for (const { id, x } of rows.filter((_, at) => at % every[method] === 0)) {
      const reference = expected.get(`${nameInR[method]} ${id}`)!
      const unit = Math.max(...reference)
      const tolerance = method === 'ets' ? 1e-4 : 1e-8
      forecast(numbers(x!), { method, horizon: 18 }).forEach((value, step) =>
        expect(Math.abs(value - reference[step]!) / unit).toBeLessThan(tolerance),
      )
    }
})

testWithSharedData('M3: the median of the four has R’s error', () => {
  const rows = rowsOf('series/m3_monthly_open.csv').filter((_, at) => at % 60 === 7)
  const inR = new Map(
    rowsOf('expected/m3_open_r_forecasts.csv')
      .filter(({ method }) => method === 'median4')
      .map(({ id, forecasts }) => [id, numbers(forecasts!)]),
  )
  for (const { id, x, xx } of rows) {
    const mean = forecast(numbers(x!), { method: 'median', horizon: 18 })
    expect(symmetricError(numbers(xx!), mean)).toBeCloseTo(symmetricError(numbers(xx!), inR.get(id)!), 2)
  }
})
