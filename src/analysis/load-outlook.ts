import type { Panel } from '../calculations/panel.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { ForecastOutput } from '../worker/tasks.ts'
import type { RunTask } from '../worker/threads.ts'
import type { IndicatorFigure } from './figures.ts'
import type { FiguresService } from './load-figures.ts'
import type { Expected, Outlook, OutlookFigure } from './outlook.ts'
import { throughputOf } from './throughput-curve.ts'

export type OutlookQuestion = { unit?: string; knownAt: Date | null }

const foreseen = ['households-per-month', 'paid', 'cost-per-household-month']
const levels = [0.9, 0.8]
/** A year ahead always reaches the end of the budget year. */
const horizon = 12

/**
 * What lies ahead: forecasts of the municipality's, or a unit's, own series, and how long those stay who come.
 *
 * Made from figures that have passed disclosure control, so nothing is in a forecast that may not be in its history.
 * The calculations run in threads (`run`), once for each version of the facts.
 */
export async function loadOutlook(
  figures: FiguresService,
  run: RunTask,
  municipality: Municipality,
  question: OutlookQuestion,
): Promise<Outlook> {
  const panel = await figures.panel(municipality, question.knownAt)
  const units = remembered.get(panel) ?? new Map<string | undefined, Promise<Outlook>>()
  remembered.set(panel, units)
  const known = units.get(question.unit)
  if (known) return known
  const made = makeOutlook(figures, run, municipality, question, panel)
  // Made-up units are answered and not kept: memory must not grow with what is asked.
  const isUnit = panel.units.some(({ code }) => code === question.unit)
  if (isUnit || question.unit === undefined) units.set(question.unit, made)
  made.catch(() => units.delete(question.unit))
  return made
}

/** A panel is never changed, only replaced: what was made from one holds as long as it does. */
const remembered = new WeakMap<Panel, Map<string | undefined, Promise<Outlook>>>()

async function makeOutlook(
  figures: FiguresService,
  run: RunTask,
  municipality: Municipality,
  { unit, knownAt }: OutlookQuestion,
  panel: Panel,
): Promise<Outlook> {
  const { code, name } = municipality
  const known = { municipality: { code, name }, knownAt: knownAt?.toISOString() ?? null }
  if (panel.untilMonth === 0) return { ...known, dataFrom: null, dataTo: null, figures: [], throughput: null }
  const [dataFrom, dataTo] = [monthFromIndex(panel.firstMonth), monthFromIndex(panel.untilMonth - 1)]
  const period = { from: dataFrom, to: dataTo, knownAt, ...(unit && { unit }) }
  const all = (await figures.figures(municipality, period))!
  const chosen = foreseen.map((id) => all.indicators.find((each) => each.id === id)!)
  return {
    ...known,
    dataFrom,
    dataTo,
    figures: await Promise.all(chosen.map((figure) => withForecast(figure, run))),
    throughput: throughputOf(panel, unit),
  }
}

async function withForecast(figure: IndicatorFigure, run: RunTask): Promise<OutlookFigure> {
  const { id, name, definition, source, unit, series = [] } = figure
  const about = { id, name, definition, source, unit, history: series }
  // A month that is withheld is not missing: a forecast from the others would tell what it is near.
  if (series.some(({ value }) => value === null)) return { ...about, expected: null, withheld: 'too-few' }
  const firstMonth = monthIndex(series[0]!.month)
  const values = Float64Array.from(series, ({ value }) => value!)
  try {
    const output = await run('forecast', { values, firstMonth, horizon, levels })
    return { ...about, expected: expectedOf(output, firstMonth + values.length, unit !== 'ore' || id === 'paid') }
  } catch (error) {
    if (error instanceof CannotCalculate && error.kind === 'too-short')
      return { ...about, expected: null, withheld: 'too-short' }
    throw error
  }
}

/** `addsUp`: the months make a year's total, which the cost of a household-month does not. */
function expectedOf(output: ForecastOutput, firstAhead: number, addsUp: boolean): Expected {
  const { mean, intervals, year, backtest, past } = output
  const months: Month[] = Array.from(mean, (_, at) => monthFromIndex(firstAhead + at))
  return {
    months,
    mean: [...mean],
    intervals: intervals.map(({ level, lower, upper }) => ({ level, lower: [...lower], upper: [...upper] })),
    year: addsUp ? year : null,
    record: { ...backtest, coverage: levels.map((level, at) => ({ level, share: past.coverage[at] ?? null })) },
  }
}
