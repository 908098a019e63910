import type { MonthIndex } from '../../values/month.ts'
import { absoluteScaledError, scaledIntervalScore, seasonalScale } from './accuracy.ts'
import { sinceBreaks } from './breaks.ts'
import { coverageBounds } from './calibration-check.ts'
import { errorsOf, type RolledForecast, type RollingOptions, running, widthsAt } from './rolling-intervals.ts'
import { horizon } from './row-paths.ts'
import { recorded } from './row-past.ts'
import { budgetYearOf } from './year-total.ts'

/**
 * A share of how often something held, with what it is of. `bounds` is a 95 % interval of the share: forecasts from months
 * that are near miss together, so that sixty of them tell as much as a few. Null with less than two years of them.
 */
export type Held = { level: number; held: number; of: number; bounds: { lower: number; upper: number } | null }

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
  /**
   * How wide the intervals of the first level were, with what fell outside counted 2/(1 − level) times, in the unit of
   * `mase` (MSIS): intervals that hold by being wide lose here.
   */
  msis: number | null
}

type Series = { values: Float64Array; firstMonth: MonthIndex; breaks?: number[] }

/**
 * The usual errors count as five of the row's own: a year ahead sixty months in a row, the old ones half forgotten, make
 * less than three, and a width of 90 % read from three errors alone would be their greatest. Each one less makes the
 * intervals hold about a percentage point more. Chosen on public and drawn series together with the demo, one number for
 * all. Errors are forgotten as fast as the changes that they are measured in: a season (`recentScale`).
 */
export const intervalOptions: RollingOptions = { levels: [0.9, 0.8], usualCount: 5, halfLife: 12 }

export function recordOf(series: Series, past: readonly RolledForecast[]): MethodRecord {
  const chosen = recorded(past)
  const scales = chosen.map(({ origin }) => scaleAt(series, origin))
  const errors = chosen.map(({ actual, forecast }, at) => absoluteScaledError(actual, forecast, scales[at]!))
  const years = yearsTried(series, past)
  return {
    origins: chosen.length,
    mase: meanOf(errors),
    bias: relativeBias(chosen),
    years,
    yearError: meanOf(years.map(({ forecast, actual }) => Math.abs(forecast - actual) / Math.abs(actual))),
    ...heldIn(series, past, scales),
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

function relativeBias(past: readonly RolledForecast[]): number | null {
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
function yearsTried({ values, firstMonth }: Series, past: readonly RolledForecast[]): YearTried[] {
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

function heldIn({ firstMonth }: Series, past: readonly RolledForecast[], scales: readonly (number | null)[]) {
  const none = () => intervalOptions.levels.map((): number[] => [])
  const [months, sums] = [none(), none()]
  const scores: (number | null)[] = []
  for (const [at, each] of recorded(past).entries()) {
    const widths = widthsAt(past, each, intervalOptions)
    const december = 11 - ((firstMonth + each.origin) % 12)
    const errors = errorsOf(each)
    const totals = running(errors)
    widths.forEach((width, level) => {
      errors.forEach((error, step) => note(months[level]!, error, width.steps[step]!))
      note(sums[level]!, totals[december]!, width.sums[december]!)
    })
    scores.push(scaledIntervalScore(errors, around(widths[0]!.steps), widths[0]!.level, scales[at]!))
  }
  return {
    months: months.map((within, at) => heldOf(within, at, 12 * horizon)),
    sums: sums.map((within, at) => heldOf(within, at, 12)),
    msis: meanOf(scores),
  }
}

const around = (steps: Float64Array) => ({ lower: steps.map((width) => 0 - width), upper: steps })

function note(within: number[], error: number, width: number) {
  if (!Number.isNaN(error)) within.push(Math.abs(error) <= width ? 1 : 0)
}

/** `block` is a year of forecasts. */
const heldOf = (within: readonly number[], at: number, block: number): Held => ({
  level: intervalOptions.levels[at]!,
  held: within.filter((held) => held === 1).length,
  of: within.length,
  bounds: coverageBounds(within, { block, replicates: 999, seed: 1 }),
})

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
