import { type BootstrapOptions, bootstrapReplicates } from '../calculations/effect/bootstrap.ts'
import type { Sample } from '../calculations/effect/sample.ts'
import type { BacktestSummary } from '../calculations/forecast/backtest-summary.ts'
import {
  type ForecastWithIntervals,
  issueForecast,
  originsOfEach,
  withIntervals,
} from '../calculations/forecast/intervals.ts'
import { budgetYearOf, yearTotal, type YearTotal } from '../calculations/forecast/year-total.ts'
import type { MonthIndex } from '../values/month.ts'

/** NaN where a month is missing. */
export type ForecastInput = { values: Float64Array; firstMonth: MonthIndex; horizon: number; levels: number[] }
export type ForecastOutput = ForecastWithIntervals & { backtest: BacktestSummary; year: YearTotal | null }

/** What each task takes and gives: plain values and typed arrays, since they travel between threads. */
export type Tasks = {
  bootstrap: { input: { sample: Sample; options: BootstrapOptions }; output: Float64Array[] }
  forecast: { input: ForecastInput; output: ForecastOutput }
}

export type TaskName = keyof Tasks

/** Every calculation that may run in a thread, by its name. */
export const tasks: { [Name in TaskName]: (input: Tasks[Name]['input']) => Tasks[Name]['output'] } = {
  bootstrap: ({ sample, options }) => bootstrapReplicates(sample, options),
  forecast: ({ values, firstMonth, horizon, levels }) => {
    const issued = issueForecast({ values, breaks: [] }, { method: 'median', horizon, season: 12 }, originsOfEach(1))
    const [forecast] = withIntervals([issued], levels, horizon)
    const year = budgetYearOf(values, firstMonth)
    return { ...forecast!, backtest: issued.backtest, year: year && yearTotal(year, forecast!) }
  },
}
