import { CannotCalculate } from '../refusal.ts'
import { type PastForecast, pastForecasts, rollingOrigins } from './backtest.ts'
import { pastIntervals, type PastIntervals } from './backtest-intervals.ts'
import { type BacktestSummary, summaryOf } from './backtest-summary.ts'
import { calibrationOf } from './calibration.ts'
import { recentScale } from './conformal-scale.ts'
import { halfWidths } from './conformal-widths.ts'
import { forecastMean, type ForecastOptions } from './forecast-mean.ts'

/** NaN where a value is missing; `breaks` are the indices of the first value after each declared change of level. */
export type Series = { id: string; values: Float64Array; breaks: number[] }

/** `level` is the nominal coverage, between 0 and 1; both ends belong to the interval. */
export type Interval = { level: number; lower: Float64Array; upper: Float64Array }

/** What one series gives on its own, before the errors of all series are pooled. */
export type IssuedForecast = {
  mean: Float64Array
  /** The unit of its errors. */
  scale: number
  /** No value of the series is below zero, as for counts and kronor; then neither is any number of its forecast. */
  nonNegative: boolean
  past: PastForecast[]
  backtest: BacktestSummary
}

export type ForecastWithIntervals = {
  mean: Float64Array
  intervals: Interval[]
  /** Sums of the months so far: the last is that of the whole horizon. */
  sum: Float64Array
  sumIntervals: Interval[]
  past: PastIntervals
}

/** Months between two origins of a backtest: a quarter. */
const originStep = 3

/** With fewer errors than this the usual ones of public series fill in. */
const fillTo = 100

/** A hundred and twenty backtests in all: twelve origins of a single series, one of each when there are many. */
export const originsOfEach = (series: number): number => Math.max(1, Math.min(12, Math.floor(120 / series)))

/**
 * The point forecast of a series and its past forecasts from at most `origins` rolling origins.
 * Throws `CannotCalculate` ('too-short') for fewer than two known values: one has no spread to tell of.
 */
export function issueForecast(
  { values, breaks }: Omit<Series, 'id'>,
  options: Omit<ForecastOptions, 'breaks'>,
  origins: number,
): IssuedForecast {
  const { horizon, season } = options
  const scale = recentScale(values, { season, breaks })
  if (scale === null) throw new CannotCalculate('too-short', { found: knownValues(values), needed: 2 })
  const nonNegative = values.every((value) => !(value < 0))
  const atLeastZero = (mean: Float64Array) => (nonNegative ? mean.map((value) => Math.max(0, value)) : mean)
  const chosen = rollingOrigins(values.length, { horizon, season, count: origins, step: originStep })
  const past = pastForecasts(values, chosen, { ...options, breaks })
  return {
    mean: atLeastZero(forecastMean(values, { ...options, breaks })),
    scale,
    nonNegative,
    past,
    backtest: summaryOf(values, past, season),
  }
}

const knownValues = (values: Float64Array): number => values.filter((value) => !Number.isNaN(value)).length

/**
 * Intervals by split conformal prediction on scaled errors.
 *
 * At each month ahead the half width is the conformal quantile of |a − f|/scale over all past forecasts of all series
 * given, times the scale of the series; the series of one file are taken as similar. Widths do not fall with the
 * horizon (`nonDecreasing`), nor with the level, and the interval always holds the point forecast.
 * Sums have quantiles of their own errors. Exchangeable series are covered as often as the level says;
 * a shock that is common to all of them, and not in their past, is not (Barber et al. 2023).
 * A constant series gets intervals without width: nothing in it tells how it might change.
 */
export function withIntervals(
  issued: readonly IssuedForecast[],
  levels: readonly number[],
  horizon: number,
): ForecastWithIntervals[] {
  const calibration = calibrationOf(
    issued.map(({ past }) => past),
    { horizon, step: originStep, fillTo },
  )
  const widths = levels.map((level) => ({
    level,
    steps: halfWidths(calibration.steps, level),
    sums: halfWidths(calibration.sums, level),
  }))
  return issued.map((each, owner) => {
    const sum = runningSum(each.mean)
    return {
      mean: each.mean,
      intervals: widths.map(({ level, steps }) => intervalAround(each.mean, steps, level, each)),
      sum,
      sumIntervals: widths.map(({ level, sums }) => intervalAround(sum, sums, level, each)),
      past: pastIntervals(each.past, calibration.steps, { levels, step: originStep, owner }),
    }
  })
}

function intervalAround(
  middle: Float64Array,
  widths: Float64Array,
  level: number,
  { scale, nonNegative }: IssuedForecast,
): Interval {
  const lower = middle.map((value, at) => value - scale * widths[at]!)
  return {
    level,
    lower: nonNegative ? lower.map((value) => Math.max(0, value)) : lower,
    upper: middle.map((value, at) => value + scale * widths[at]!),
  }
}

function runningSum(values: Float64Array): Float64Array {
  let total = 0
  return values.map((value) => (total += value))
}
