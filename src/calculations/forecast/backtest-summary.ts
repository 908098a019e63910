import { absoluteScaledError, bias, seasonalScale, symmetricPercentageError } from './accuracy.ts'
import type { PastForecast } from './backtest.ts'
import { seasonalNaive } from './seasonal-naive.ts'

/** How the method would have done on the series itself. Null where nothing can be measured. */
export type BacktestSummary = {
  origins: number
  /** Forecast months whose outcome is known. */
  months: number
  sMAPE: number | null
  MASE: number | null
  /** The same months by the value of the year before: a method is worth its trouble when its MASE is lower. */
  seasonalNaiveMASE: number | null
  /** Forecast − actual, in the unit of the series. */
  bias: number | null
}

/** Sums up past forecasts of one series over all origins and months ahead; MASE is scaled at each origin. */
export function summaryOf(values: Float64Array, past: readonly PastForecast[], season: number): BacktestSummary {
  const actual = past.flatMap((each) => [...each.actual])
  const forecast = past.flatMap((each) => [...each.forecast])
  const scaled = (forecastOf: (each: PastForecast) => Float64Array) =>
    meanOf(past, (each) =>
      absoluteScaledError(each.actual, forecastOf(each), seasonalScale(values.subarray(0, each.origin), season)),
    )
  return {
    origins: past.length,
    months: actual.filter((value) => !Number.isNaN(value)).length,
    sMAPE: symmetricPercentageError(actual, forecast),
    MASE: scaled((each) => each.forecast),
    seasonalNaiveMASE: scaled(({ origin, forecast }) =>
      seasonalNaive(values.subarray(0, origin), { horizon: forecast.length, season }),
    ),
    bias: bias(actual, forecast),
  }
}

function meanOf(past: readonly PastForecast[], valueOf: (each: PastForecast) => number | null): number | null {
  const known = past.map(valueOf).filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length
}
