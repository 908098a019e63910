import { isCovered } from '../calculations/assistance.ts'
import type { Panel } from '../calculations/panel.ts'
import { forQuestion, type PreparedPanel, preparePanel } from '../calculations/prepared-panel.ts'
import { allowedGapMonths } from '../parameters/assistance-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { type Month, monthIndex } from '../values/month.ts'
import type { FigureTable, IndicatorFigure, SplitBy, Withheld } from './figures.ts'
import { figureOf, fractionOf, type View } from './indicators/figure.ts'
import type { Context, Fraction, Population } from './indicators/indicator.ts'
import { figureTables } from './indicators/figure-tables.ts'
import { indicators, indicatorWithId } from './indicators.ts'

export type FiguresRequest = {
  from: Month
  /** Last month, included. */
  to: Month
  splits?: SplitBy[]
  /** Code of a unit: only the rows it was responsible for. */
  unit?: string
  population?: Population
  /** Inhabitants for the same months a year before; without it shares of inhabitants have no comparison. */
  populationBefore?: Population
  /** With disclosure control. False only for those who may see the single household anyway. */
  publish: boolean
}

/**
 * Every indicator and table for a period.
 *
 * A period that reaches outside the data gives `no-data`, never a number for half of it.
 * A comparison needs the data to hold the same months a year before.
 */
export function computeFigures(
  panel: Panel,
  request: FiguresRequest,
): { indicators: IndicatorFigure[]; tables: FigureTable[] } {
  const context = contextOf(panel, request)
  const before = yearBeforeOf(context, request.populationBefore)
  const view = viewOf(request)
  return {
    indicators: indicators.map((each) => figureOf(each, context, before, view, request.splits ?? [])),
    tables: isCovered(context.prepared, context.months)
      ? figureTables.map((table) => table(context, before, view))
      : [],
  }
}

/** Some indicators and no table, for a page that shows a few figures. In the order of the register of indicators. */
export function computeIndicators(panel: Panel, request: FiguresRequest, ids: readonly string[]): IndicatorFigure[] {
  const context = contextOf(panel, request)
  const before = yearBeforeOf(context, request.populationBefore)
  const chosen = indicators.filter(({ id }) => ids.includes(id))
  return chosen.map((each) => figureOf(each, context, before, viewOf(request), request.splits ?? []))
}

/** The rows that a figure is made of, above and below the line: for drilling down from it. */
export function rowsBehind(
  panel: Panel,
  id: string,
  request: Omit<FiguresRequest, 'publish' | 'splits'>,
): Fraction | Withheld {
  return fractionOf(indicatorWithId(id).calculate, contextOf(panel, request), request.unit)
}

function contextOf(panel: Panel, { from, to, population }: Omit<FiguresRequest, 'publish'>): Context {
  const months = { from: monthIndex(from), until: monthIndex(to) + 1 }
  const prepared = forQuestion(preparedFor(panel, valueAt(allowedGapMonths, to)))
  return { prepared, months, ...(population ? { population } : {}) }
}

/** Null when the data do not reach that far back. */
function yearBeforeOf({ prepared, months }: Context, population?: Population): Context | null {
  const before = { from: months.from - 12, until: months.until - 12 }
  return isCovered(prepared, before) ? { prepared, months: before, ...(population ? { population } : {}) } : null
}

const viewOf = ({ unit, publish, to }: FiguresRequest): View => ({
  unit,
  limits: publish ? valueAt(disclosureLimits, to) : null,
})

/** What is worked out from a panel lives as long as the panel, which is never changed, only replaced. */
const preparedPanels = new WeakMap<Panel, PreparedPanel>()

function preparedFor(panel: Panel, allowedGap: number): PreparedPanel {
  const known = preparedPanels.get(panel)
  if (known?.allowedGap === allowedGap) return known
  const prepared = preparePanel(panel, allowedGap)
  preparedPanels.set(panel, prepared)
  return prepared
}
