import { type BootstrapOptions, bootstrapReplicates } from '../calculations/effect/bootstrap.ts'
import type { Sample } from '../calculations/effect/sample.ts'
import type { BacktestSummary } from '../calculations/forecast/backtest-summary.ts'
import {
  type ForecastWithIntervals,
  issueForecast,
  originsOfEach,
  withIntervals,
} from '../calculations/forecast/intervals.ts'
import { forecastRow, type RowForecast } from '../calculations/forecast/row-forecast.ts'
import type { ForecastRow } from '../calculations/forecast/row-paths.ts'
import { forecastStatement, type SignedRow } from '../calculations/forecast/total-forecast.ts'
import { budgetYearOf, yearTotal, type YearTotal } from '../calculations/forecast/year-total.ts'
import type { Cheapest } from '../calculations/disclosure/cheapest-to-withhold.ts'
import type { LinearSystem } from '../calculations/disclosure/linear-system.ts'
import { type WithholdInput, withholdingHere } from '../calculations/disclosure/withholding.ts'
import { CannotCalculate, type RefusalKind } from '../calculations/refusal.ts'
import { type RealisedQuestion, realisedSavings, type RealisedSavings } from '../calculations/savings/realised.ts'
import { studyReceipt } from '../calculations/savings/receipt-study.ts'
import type { MonthIndex } from '../values/month.ts'

/** NaN where a month is missing. */
export type ForecastInput = { values: Float64Array; firstMonth: MonthIndex; horizon: number; levels: number[] }
export type ForecastOutput = ForecastWithIntervals & { backtest: BacktestSummary; year: YearTotal | null }

/** The rows of the statement and the households that one of them follows; null without households. */
export type YearEndInput = { rows: SignedRow[]; households: ForecastRow | null }
export type YearEndOutput = { rows: (RowForecast | null)[]; total: RowForecast | null; households: RowForecast | null }

/** Several interventions of one municipality: what takes the time is worked out once for all of them. */
export type RealisedInput = Pick<RealisedQuestion, 'panel' | 'participations'> & {
  questions: Pick<RealisedQuestion, 'intervention' | 'window' | 'options'>[]
}
/** An answer for each question, or why there is none. */
export type RealisedOutput = (RealisedSavings | { refused: RefusalKind })[]

/** What each task takes and gives: plain values and typed arrays, since they travel between threads. */
export type Tasks = {
  bootstrap: { input: { sample: Sample; options: BootstrapOptions }; output: Float64Array[] }
  forecast: { input: ForecastInput; output: ForecastOutput }
  'year-end': { input: YearEndInput; output: YearEndOutput }
  'realised-savings': { input: RealisedInput; output: RealisedOutput }
  'possible-counts': { input: LinearSystem; output: Float64Array }
  'cheapest-to-withhold': { input: WithholdInput; output: Cheapest }
}

export type TaskName = keyof Tasks

type Outcome<Value> = Value | Promise<Value>

/** Every calculation that may run in a thread, by its name. */
export const tasks: { [Name in TaskName]: (input: Tasks[Name]['input']) => Outcome<Tasks[Name]['output']> } = {
  bootstrap: ({ sample, options }) => bootstrapReplicates(sample, options),
  forecast: ({ values, firstMonth, horizon, levels }) => {
    const issued = issueForecast({ values, breaks: [] }, { method: 'median', horizon, season: 12 }, originsOfEach(1))
    const [forecast] = withIntervals([issued], levels, horizon)
    const year = budgetYearOf(values, firstMonth)
    return { ...forecast!, backtest: issued.backtest, year: year && yearTotal(year, forecast!) }
  },
  'year-end': ({ rows, households }) => ({
    ...forecastStatement(rows),
    households: households && forecastRow(households),
  }),
  'possible-counts': withholdingHere.possible,
  'cheapest-to-withhold': withholdingHere.cheapest,
  'realised-savings': ({ panel, participations, questions }) => {
    const study = studyReceipt(panel, participations)
    return questions.map((question) => {
      try {
        return realisedSavings({ panel, participations, ...question }, study)
      } catch (error) {
        if (error instanceof CannotCalculate) return { refused: error.kind }
        throw error
      }
    })
  },
}
