import type { MonthIndex } from '../../values/month.ts'
import { sum } from '../sample-statistics.ts'
import { forecastMean, type ForecastOptions } from './forecast-mean.ts'
import type { Interval } from './intervals.ts'

/** The budget year that a forecast runs into: its known months, and those that remain. */
export type BudgetYear = { year: number; knownMonths: number; knownSum: number; remainingMonths: number }

/** The year of the first month that is not known. Null when a month of it before that is missing. */
export function budgetYearOf(values: Float64Array, firstMonth: MonthIndex): BudgetYear | null {
  const next = firstMonth + values.length
  const knownMonths = next % 12
  if (knownMonths > values.length) return null
  const knownSum = sum(values.subarray(values.length - knownMonths))
  return Number.isNaN(knownSum)
    ? null
    : { year: Math.floor(next / 12), knownMonths, knownSum, remainingMonths: 12 - knownMonths }
}

export type YearTotal = {
  year: number
  knownMonths: number
  mean: number
  intervals: { level: number; lower: number; upper: number }[]
}

/**
 * The total of the budget year: what is known, and the sum of the months that remain with the interval of that sum.
 * Null when the forecast ends before the year does.
 */
export function yearTotal(
  { year, knownMonths, knownSum, remainingMonths }: BudgetYear,
  forecast: { sum: Float64Array; sumIntervals: readonly Interval[] },
): YearTotal | null {
  if (remainingMonths > forecast.sum.length) return null
  const at = remainingMonths - 1
  return {
    year,
    knownMonths,
    mean: knownSum + forecast.sum[at]!,
    intervals: forecast.sumIntervals.map(({ level, lower, upper }) => ({
      level,
      lower: knownSum + lower[at]!,
      upper: knownSum + upper[at]!,
    })),
  }
}

/** The municipality's own rule: the months so far × 12/m. Null before the first month is known. */
export const linearYear = ({ knownSum, knownMonths }: BudgetYear): number | null =>
  knownMonths === 0 ? null : (knownSum * 12) / knownMonths

export type PastYear = { year: number; actual: number; forecast: number; linear: number | null }

export type PastYearOptions = Pick<ForecastOptions, 'method' | 'breaks'> & {
  /** Months of the year that were known, 0–11. */
  knownMonths: number
  /** The last so many years. */
  atMost: number
}

/**
 * Forecasts of whole years when the first months of them were known, beside the linear rule.
 * A year needs all its months known and two whole years before it, and no break that was not yet known.
 * In order of time.
 */
export function pastYears(
  values: Float64Array,
  firstMonth: MonthIndex,
  { knownMonths, atMost, method, breaks = [] }: PastYearOptions,
): PastYear[] {
  return wholeYears(values, firstMonth)
    .filter(({ january }) => !breaks.some((first) => first >= january + knownMonths && first < january + 12))
    .slice(-atMost)
    .map(({ january, actual }) => {
      const known = values.subarray(0, january + knownMonths)
      const year = budgetYearOf(known, firstMonth)!
      const rest = forecastMean(known, {
        method,
        season: 12,
        horizon: year.remainingMonths,
        breaks,
      })
      return { year: year.year, actual, forecast: year.knownSum + sum(rest), linear: linearYear(year) }
    })
}

function wholeYears(values: Float64Array, firstMonth: MonthIndex): { january: number; actual: number }[] {
  const years: { january: number; actual: number }[] = []
  for (let january = 12 - (firstMonth % 12); january + 12 <= values.length; january += 12)
    years.push({ january, actual: sum(values.subarray(january, january + 12)) })
  return years.filter(({ january, actual }) => january >= 24 && !Number.isNaN(actual))
}
