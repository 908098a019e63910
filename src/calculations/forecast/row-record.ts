import type { MonthIndex } from '../../values/month.ts'
import { absoluteScaledError, seasonalScale } from './accuracy.ts'
import type { PastForecast } from './backtest.ts'
import { sinceBreaks } from './breaks.ts'
import { type RollingOptions, widthsAt } from './rolling-intervals.ts'
import { horizon } from './row-paths.ts'
import { recorded } from './row-past.ts'
import { budgetYearOf } from './year-total.ts'

/** A share of how often something held, with what it is of. */
export type Held = { level: number; held: number; of: number }

/** A forecast of a whole year that was made when as many months of it were known as now. */
export type YearTried = { year: number; forecast: number; actual: number }

/** How a method has done on the series itself, from the last sixty months in turn. Null where nothing can be measured. */
export type MethodRecord = {
  origins: number
  /** Mean error in units of how much the series differed from a year before, at each origin (Hyndman & Koehler 2006). */
  mase: number | null
  /** (Forecast − outcome) ÷ outcome of all forecast months together. */
  bias: number | null
  years: YearTried[]
  /** Mean |forecast − outcome| ÷ outcome of those years. */
  yearError: number | null
  /** Months within their intervals, and sums to the end of the year within theirs, as the intervals were at the time. */
  months: Held[]
  sums: Held[]
}

type Series = { values: Float64Array; firstMonth: MonthIndex; breaks?: number[] }

/**
 * Past errors of the series itself soon weigh most: sixty in all are enough, of which the usual ones are the rest.
 * Chosen between 30 and 100 by how often intervals of 90 % held on the demo and on the county of Dalarna.
 */
export const intervalOptions: RollingOptions = { horizon, levels: [0.9, 0.8], fillTo: 60 }

export function recordOf(series: Series, past: readonly PastForecast[]): MethodRecord {
  const chosen = recorded(past)
  const errors = chosen.map((each) => absoluteScaledError(each.actual, each.forecast, scaleAt(series, each.origin)))
  const years = yearsTried(series, past)
  return {
    origins: chosen.length,
    mase: meanOf(errors.filter((error) => error !== null)),
    bias: relativeBias(chosen),
    years,
    yearError: meanOf(years.map(({ forecast, actual }) => Math.abs(forecast - actual) / Math.abs(actual))),
    ...heldIn(series, past, chosen),
  }
}

const scaleAt = ({ values, breaks = [] }: Series, origin: number): number | null =>
  seasonalScale(
    sinceBreaks(
      values.slice(0, origin),
      breaks.filter((first) => first < origin),
      12,
    ),
    12,
  )

function relativeBias(past: readonly PastForecast[]): number | null {
  let [difference, total] = [0, 0]
  for (const { forecast, actual } of past)
    actual.forEach((value, step) => {
      if (Number.isNaN(value)) return
      difference += forecast[step]! - value
      total += Math.abs(value)
    })
  return total > 0 ? difference / total : null
}

/** Whole years that were forecast in the month of the year that the series has come to, the last ten of them. */
function yearsTried({ values, firstMonth }: Series, past: readonly PastForecast[]): YearTried[] {
  const knownMonths = (firstMonth + values.length) % 12
  return past
    .filter(({ origin }) => (firstMonth + origin) % 12 === knownMonths)
    .flatMap(({ origin, forecast, actual }) => {
      const year = budgetYearOf(values.subarray(0, origin), firstMonth)
      if (!year) return []
      const rest = (path: Float64Array) => path.subarray(0, year.remainingMonths).reduce((sum, value) => sum + value, 0)
      const outcome = year.knownSum + rest(actual)
      return Number.isNaN(outcome) || outcome === 0
        ? []
        : [{ year: year.year, forecast: year.knownSum + rest(forecast), actual: outcome }]
    })
    .slice(-10)
}

function heldIn({ firstMonth }: Series, past: readonly PastForecast[], chosen: readonly PastForecast[]) {
  const none = () => intervalOptions.levels.map((level) => ({ level, held: 0, of: 0 }))
  const [months, sums] = [none(), none()]
  for (const each of chosen) {
    const widths = widthsAt(past, each, intervalOptions)
    const december = 11 - ((firstMonth + each.origin) % 12)
    let total = 0
    each.actual.forEach((value, step) => {
      const error = value - each.forecast[step]!
      total += error
      widths.forEach((width, at) => {
        count(months[at]!, error, width.steps[step]!)
        if (step === december) count(sums[at]!, total, width.sums[step]!)
      })
    })
  }
  return { months, sums }
}

function count(tally: Held, error: number, width: number) {
  if (Number.isNaN(error)) return
  tally.of++
  if (Math.abs(error) <= width) tally.held++
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
