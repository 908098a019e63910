import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { budgetYearOf, linearYear, pastYears, yearTotal } from './year-total.ts'

const missing = Number.NaN
const january2020 = 2020 * 12

describe('the budget year', () => {
  test('is the year of the first month that is not known', () => {
    expect(budgetYearOf(Float64Array.of(1, 2, 3), january2020)).toEqual({
      year: 2020,
      knownMonths: 3,
      knownSum: 6,
      remainingMonths: 9,
    })
    const values = new Float64Array(14).fill(1)
    expect(budgetYearOf(values, january2020)).toMatchObject({ year: 2021, knownMonths: 2, knownSum: 2 })
  })
  test('is the next when December is known', () =>
    expect(budgetYearOf(Float64Array.of(9), january2020 + 11)).toEqual({
      year: 2021,
      knownMonths: 0,
      knownSum: 0,
      remainingMonths: 12,
    }))
  test('is not known when a month of it is missing, or the series begins in it', () => {
    expect(budgetYearOf(Float64Array.of(1, missing, 3), january2020)).toBeNull()
    expect(budgetYearOf(Float64Array.of(2, 3), january2020 + 1)).toBeNull()
    expect(budgetYearOf(Float64Array.of(missing, 3), january2020 - 1)).toMatchObject({ knownSum: 3 })
  })
  test('by the rule of the municipality is the months so far × 12/m', () => {
    expect(linearYear(budgetYearOf(Float64Array.of(1, 2, 3), january2020)!)).toBe(24)
    expect(linearYear(budgetYearOf(Float64Array.of(9), january2020 + 11)!)).toBeNull()
  })
})

test('the total is what is known and the sum of what remains, with the interval of that sum', () => {
  const year = { year: 2020, knownMonths: 10, knownSum: 100, remainingMonths: 2 }
  const interval = { level: 0.9, lower: Float64Array.of(8, 15, 0), upper: Float64Array.of(12, 25, 99) }
  expect(yearTotal(year, { sum: Float64Array.of(10, 20, 30), sumIntervals: [interval] })).toEqual({
    year: 2020,
    knownMonths: 10,
    mean: 120,
    intervals: [{ level: 0.9, lower: 115, upper: 125 }],
  })
  expect(yearTotal(year, { sum: Float64Array.of(10), sumIntervals: [interval] })).toBeNull()
  expect(yearTotal(year, { sum: Float64Array.of(10, 20), sumIntervals: [] })!.mean).toBe(120)
})

describe('past years', () => {
  // Month m of year y has the value 100·y + m, from December 2019.
  const values = Float64Array.from({ length: 49 }, (_, at) => 100 * Math.floor((at + 11) / 12) + ((at + 11) % 12) + 1)
  const options = { method: 'seasonal-naive', knownMonths: 4, atMost: 9 } as const

  test('are forecast from their first months, beside the linear rule', () => {
    const found = pastYears(values, january2020 - 1, options)
    expect(found.map(({ year }) => year)).toEqual([2022, 2023])
    // 2022: January to April are 301 … 304, the rest is that of 2021: 205 … 212.
    const known = 301 + 302 + 303 + 304
    expect(found[0]).toEqual({ year: 2022, actual: 12 * 300 + 78, forecast: known + 8 * 200 + 68, linear: known * 3 })
  })
  test('are the last so many', () =>
    expect(pastYears(values, january2020 - 1, { ...options, atMost: 1 }).map(({ year }) => year)).toEqual([2023]))
  test('begin with the first that has two years before it', () => {
    expect(pastYears(values.subarray(1), january2020, options).map(({ year }) => year)).toEqual([2022, 2023])
    expect(pastYears(values.subarray(2), january2020 + 1, options).map(({ year }) => year)).toEqual([2023])
    expect(pastYears(values.subarray(0, 36), january2020 - 1, options)).toEqual([])
    expect(pastYears(values.subarray(0, 37), january2020 - 1, options)).toHaveLength(1)
  })
  test('need every month', () => {
    const holed = Float64Array.from(values)
    holed[40] = missing
    expect(pastYears(holed, january2020 - 1, options).map(({ year }) => year)).toEqual([2022])
  })
  test('are forecast at the level after a break that was known', () => {
    const doubled = Float64Array.from({ length: 48 }, (_, at) => (at < 36 ? 100 : 200))
    const forecast = (breaks: number[]) =>
      pastYears(doubled, january2020, { ...options, knownMonths: 6, atMost: 1, breaks })[0]!.forecast
    expect(forecast([36])).toBeCloseTo(2400, 6)
    expect(forecast([])).toBe(6 * 200 + 6 * 100)
    expect(forecast([48])).toBe(1800)
  })
  test('are not judged over a break that was not known', () => {
    // December 2019 is 0, so January 2022 is 25, May 2022 is 29 and January 2023 is 37.
    const years = (first: number) =>
      pastYears(values, january2020 - 1, { ...options, breaks: [first] }).map(({ year }) => year)
    expect([years(28), years(29), years(36), years(37)]).toEqual([[2022, 2023], [2023], [2023], [2022, 2023]])
  })
})

testWithSharedData('the April forecasts of Dalarna are those of R, and better than the linear rule', () => {
  const values = new Float64Array(120).fill(missing)
  for (const row of readFileSync(sharedPath('series/se_dalarna_monthly_open.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)) {
    const [month = '', , paid = ''] = row.split(',')
    values[(Number(month.slice(0, 4)) - 2014) * 12 + Number(month.slice(5)) - 1] = Number(paid)
  }
  // Borlänge enters in March 2017.
  const years = pastYears(values, 2014 * 12, { method: 'ets', knownMonths: 4, atMost: 4, breaks: [38] })
  const percent = (forecast: number, actual: number) => Number((100 * (forecast / actual - 1)).toFixed(2))
  expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023])
  expect(years.map(({ forecast, actual }) => percent(forecast, actual))).toEqual([3.15, 3.89, 4.27, -0.86])
  expect(years.map(({ linear, actual }) => percent(linear!, actual))).toEqual([2.69, 3.43, 5.88, 6.08])
})
