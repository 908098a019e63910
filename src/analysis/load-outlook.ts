import type { Panel } from '../calculations/panel.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { ForecastOutput } from '../worker/tasks.ts'
import type { RunTask } from '../worker/threads.ts'
import type { Figures, IndicatorFigure, Release } from './figures.ts'
import type { FiguresService } from './load-figures.ts'
import type { Expected, Outlook, OutlookFigure } from './outlook.ts'
import { throughputOf } from './throughput-curve.ts'

export type OutlookNeeds = { figures: FiguresService; run: RunTask; municipality: Municipality }

export type OutlookQuestion = { unit?: string; knownAt: Date | null }

const foreseen = ['households-per-month', 'paid', 'cost-per-household-month']
const levels = [0.9, 0.8]
/** A year ahead always reaches the end of the budget year. */
const horizon = 12

/** An outlook, and the figures that its histories are of; null when there are no data. */
type Made = { outlook: Outlook; shown: Figures | null }

/**
 * What lies ahead: forecasts of the municipality's, or a unit's, own series, and how long those stay who come.
 *
 * Made from figures that have passed disclosure control, so nothing is in a forecast that may not be in its history.
 * The calculations run in threads (`run`), once for each version of the facts. With `release` for who stands outside the unit:
 * the board.
 */
export async function loadOutlook(
  { figures, run, municipality }: OutlookNeeds,
  question: OutlookQuestion,
  release?: Release,
): Promise<Outlook> {
  const panel = await figures.panel(municipality, question.knownAt)
  const units = remembered.get(panel) ?? new Map<string | undefined, Promise<Made>>()
  remembered.set(panel, units)
  const known = units.get(question.unit)
  const made = known ?? makeOutlook({ figures, run, municipality }, question, panel)
  // Made-up units are answered and not kept: memory must not grow with what is asked.
  const isUnit = panel.units.some(({ code }) => code === question.unit)
  if (!known && (isUnit || question.unit === undefined)) {
    units.set(question.unit, made)
    made.catch(() => units.delete(question.unit))
  }
  return release ? heldToWhatIsOut(await made, release, question.unit) : (await made).outlook
}

/** A panel is never changed, only replaced: what was made from one holds as long as it does. */
const remembered = new WeakMap<Panel, Map<string | undefined, Promise<Made>>>()

/** The months of each history leave; where one may not, nothing is foreseen from the others. */
async function heldToWhatIsOut({ outlook, shown }: Made, release: Release, unit?: string): Promise<Outlook> {
  if (!shown) return outlook
  const [released = shown] = await release([shown], {
    unit,
    makes: (watched) => watched.flatMap(({ indicators }) => indicators.flatMap(valuesOf)),
  })
  const figures = outlook.figures.map((each): OutlookFigure => {
    const history = released.indicators.find(({ id }) => id === each.id)?.series ?? []
    return hasHidden(history) ? { ...each, history, expected: null, withheld: 'too-few' } : each
  })
  return { ...outlook, figures }
}

const valuesOf = ({ series = [] }: IndicatorFigure) => series.map(({ value }) => value)

const hasHidden = (series: OutlookFigure['history']): boolean => series.some(({ value }) => value === null)

async function makeOutlook(
  { figures, run, municipality }: OutlookNeeds,
  { unit, knownAt }: OutlookQuestion,
  panel: Panel,
): Promise<Made> {
  const { code, name } = municipality
  const known = { municipality: { code, name }, knownAt: knownAt?.toISOString() ?? null }
  if (panel.untilMonth === 0)
    return { outlook: { ...known, dataFrom: null, dataTo: null, figures: [], throughput: null }, shown: null }
  const [dataFrom, dataTo] = [monthFromIndex(panel.firstMonth), monthFromIndex(panel.untilMonth - 1)]
  const period = { from: dataFrom, to: dataTo, knownAt, ...(unit && { unit }) }
  const all = (await figures.figures(municipality, period))!
  const chosen = foreseen.map((id) => all.indicators.find((each) => each.id === id)!)
  const outlook = {
    ...known,
    dataFrom,
    dataTo,
    figures: await Promise.all(chosen.map((figure) => withForecast(figure, run))),
    throughput: throughputOf(panel, unit),
  }
  return { outlook, shown: { ...all, indicators: chosen, tables: [] } }
}

async function withForecast(figure: IndicatorFigure, run: RunTask): Promise<OutlookFigure> {
  const { id, name, definition, source, unit, series = [] } = figure
  const about = { id, name, definition, source, unit, history: series }
  // A month that is withheld is not missing: a forecast from the others would tell what it is near.
  if (hasHidden(series)) return { ...about, expected: null, withheld: 'too-few' }
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
