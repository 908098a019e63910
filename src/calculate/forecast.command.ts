import { Command } from 'commander'
import type { BacktestSummary } from '../calculations/forecast/backtest-summary.ts'
import {
  type ForecastWithIntervals,
  type Interval,
  type IssuedForecast,
  issueForecast,
  originsOfEach,
  withIntervals,
} from '../calculations/forecast/intervals.ts'
import { type PointMethod, pointMethods } from '../calculations/forecast/series.ts'
import { budgetYearOf, pastYears, yearTotal } from '../calculations/forecast/year-total.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { monthFromIndex } from '../values/month.ts'
import type { Print } from './print.ts'
import { calculateText } from './calculate.text.ts'
import { forecastText as text } from './forecast.text.ts'
import { readColumns } from './read-columns.ts'
import { type DatedSeries, readSeries } from './read-series.ts'
import { refusalText } from './refusals.text.ts'

type Options = {
  file: string
  id?: string
  values?: string
  date?: string
  value?: string
  horizon: number
  season: number
  levels: number[]
  method: PointMethod
  breaks: string[]
}

/** `utfall calculate forecast`: point forecasts with conformal intervals, and how the method has done before. */
export const forecastCommand = (print: Print): Command =>
  new Command('forecast')
    .description(text.description)
    .requiredOption('--file <fil>', calculateText.file)
    .option('--id <kolumn>', text.id)
    .option('--values <kolumn>', text.values)
    .option('--date <kolumn>', text.date)
    .option('--value <kolumn>', text.value)
    .option('--horizon <antal>', text.horizon, wholeNumber('--horizon', 1, 120), 18)
    .option('--season <antal>', text.season, wholeNumber('--season', 1, 366), 12)
    .option('--levels <procent>', text.levels, parseLevels, [80, 90])
    .option('--method <metod>', text.method, parseMethod, 'median')
    .option('--breaks <månader>', text.breaks, (found) => found.split(','), [])
    .action(async (options: Options) => print(await forecast(options)))

async function forecast(options: Options) {
  refuseUnclearForm(options)
  const read = readSeries(await readColumns(options.file), options)
  const origins = originsOfEach(read.length)
  const issued = issueAll(read, options, origins)
  const done = issued.filter((each): each is IssuedForecast => !(each instanceof CannotCalculate))
  const levels = options.levels.map((level) => level / 100)
  const finished = withIntervals(done, levels, options.horizon)
  return {
    series: read.map((series, at) => {
      const each = issued[at]!
      return each instanceof CannotCalculate
        ? { id: series.id, refused: { kind: each.kind, message: refusalText[each.kind](each.detail) } }
        : answer(series, each.backtest, finished[done.indexOf(each)]!, { ...options, origins })
    }),
  }
}

/** A series that cannot be forecast does not stop the others; alone it is the refusal of the whole. */
function issueAll(series: readonly DatedSeries[], { method, horizon, season }: Options, origins: number) {
  const report = progressAfterASecond()
  return series.map((each, at): IssuedForecast | CannotCalculate => {
    report(at, series.length)
    try {
      return issueForecast(each, { method, horizon, season }, origins)
    } catch (error) {
      if (!(error instanceof CannotCalculate) || series.length === 1) throw error
      return error
    }
  })
}

function progressAfterASecond() {
  let told = Date.now()
  return (done: number, all: number) => {
    if (Date.now() - told < 1000) return
    told = Date.now()
    process.stderr.write(`${text.progress(done, all)}\n`)
  }
}

function answer(
  series: DatedSeries,
  backtest: BacktestSummary,
  forecast: ForecastWithIntervals,
  options: Options & { origins: number },
) {
  const { id, values, firstMonth } = series
  const byLevel = <Value>(valueAt: (at: number) => Value): Record<string, Value> =>
    Object.fromEntries(options.levels.map((level, at) => [String(level), valueAt(at)]))
  const bounds = (intervals: Interval[]) =>
    byLevel((at) => ({ lower: intervals[at]!.lower, upper: intervals[at]!.upper }))
  return {
    id,
    method: options.method,
    ...(firstMonth !== null && { firstMonth: monthFromIndex(firstMonth + values.length) }),
    mean: forecast.mean,
    intervals: bounds(forecast.intervals),
    sums: { mean: forecast.sum, intervals: bounds(forecast.sumIntervals) },
    ...yearOf(series, forecast, options, byLevel),
    backtest: {
      ...backtest,
      coverage: byLevel((at) => forecast.past.coverage[at]!),
      coverageBounds: byLevel((at) => forecast.past.bounds[at]!),
      pinball: Object.fromEntries(forecast.past.pinball.map(({ share, loss }) => [String(share), loss])),
    },
  }
}

/** The budget year, when the file has months and the forecast reaches December; with the same occasion in past years. */
function yearOf(
  { values, firstMonth, breaks }: DatedSeries,
  forecast: ForecastWithIntervals,
  { method, season, origins }: Options & { origins: number },
  byLevel: <Value>(valueAt: (at: number) => Value) => Record<string, Value>,
) {
  const year = firstMonth === null || season !== 12 ? null : budgetYearOf(values, firstMonth)
  const total = year && yearTotal(year, forecast)
  if (firstMonth === null || !total) return {}
  const { intervals, ...rest } = total
  return {
    year: {
      ...rest,
      intervals: byLevel((at) => ({ lower: intervals[at]!.lower, upper: intervals[at]!.upper })),
      past: pastYears(values, firstMonth, { knownMonths: rest.knownMonths, atMost: origins, method, breaks }),
    },
  }
}

function refuseUnclearForm({ values, date, value }: Options): void {
  const rows = values !== undefined
  const long = date !== undefined && value !== undefined
  const mixed = rows && (date !== undefined || value !== undefined)
  if (mixed || (!rows && !long))
    throw new CannotCalculate('bad-option', {
      option: '--values',
      found: mixed ? '--values, --date, --value' : '',
      expected: text.oneForm,
    })
}

const wholeNumber = (option: string, least: number, greatest: number) => (found: string) => {
  const number = /^\d+$/.test(found) ? Number(found) : Number.NaN
  if (number >= least && number <= greatest) return number
  throw new CannotCalculate('bad-option', { option, found, expected: text.wholeNumber(least, greatest) })
}

function parseLevels(found: string): number[] {
  const levels = found.split(',').map((part) => (/^\d+(\.\d+)?$/.test(part.trim()) ? Number(part) : Number.NaN))
  if (levels.every((level) => level > 0 && level < 100)) return levels
  throw new CannotCalculate('bad-option', { option: '--levels', found, expected: text.levelsExpected })
}

function parseMethod(found: string): PointMethod {
  const method = pointMethods.find((each) => each === found)
  if (method) return method
  throw new CannotCalculate('bad-option', { option: '--method', found, expected: pointMethods.join(', ') })
}
