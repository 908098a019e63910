import type { ChartUnit } from '../charts/chart-parts.ts'
import type { Series, SeriesChart } from '../charts/chart.ts'
import { monthCategory } from '../charts/month-category.ts'
import { addMonths } from '../values/month.ts'
import { monthsOf } from '../values/period.ts'
import { analysisText, figureSentence, unitText, yearsText } from './analysis.text.ts'
import type { FigureTable, Figures, FigureUnit, IndicatorFigure } from './figures.ts'

/** A figure month by month, with the same months a year before when they are known. A few months are bars. */
export function seriesChart(
  figure: IndicatorFigure,
  before: IndicatorFigure | undefined,
  { from, to }: Pick<Figures, 'from' | 'to'>,
) {
  const months = monthsOf({ from, until: addMonths(to, 1) })
  const known = new Map([...(before?.series ?? []), ...(figure.series ?? [])].map(({ month, value }) => [month, value]))
  const valuesOf = (shift: number) => months.map((month) => known.get(addMonths(month, shift)) ?? null)
  const lastYear = valuesOf(-12)
  const series: Series[] = [{ id: 'now', name: yearsText(from, to), values: valuesOf(0) }]
  if (lastYear.some((value) => value !== null)) {
    const name = yearsText(addMonths(from, -12), addMonths(to, -12))
    series.push({ id: 'last-year', name, values: lastYear, role: 'reference' })
  }
  const chart = {
    ...headOf(figure, figureSentence(figure, from, to)),
    categoryLabel: analysisText.month,
    categories: months.map(monthCategory),
    series,
  }
  return months.length > fewMonths
    ? ({ ...chart, kind: 'line', area: true } satisfies SeriesChart)
    : ({ ...chart, kind: 'bars' } satisfies SeriesChart)
}

/** So few that the height of each says more than the course between them. */
const fewMonths = 6

/** Those who come above the line and those who leave below it, month by month. */
export function flowChart(inflow: IndicatorFigure, outflow: IndicatorFigure, sentence: string): SeriesChart {
  const points = inflow.series ?? []
  const left = new Map(outflow.series?.map(({ month, value }) => [month, value]))
  return {
    ...headOf({ ...inflow, name: analysisText.flowTitle }, sentence),
    kind: 'stacked-bars',
    categoryLabel: analysisText.month,
    categories: points.map(({ month }) => monthCategory(month)),
    series: [
      { id: inflow.id, name: inflow.name, values: points.map(({ value }) => value) },
      { id: outflow.id, name: outflow.name, values: points.map(({ month }) => negative(left.get(month) ?? null)) },
    ],
  }
}

/** Figures of the same unit as bars under one another: the costliest households' part of the cost and of the households. */
export const comparisonChart = (
  title: string,
  figures: IndicatorFigure[],
  labels: string[],
  sentence: string,
): SeriesChart => ({
  title,
  description: sentence,
  unit: chartUnit(figures),
  unitLabel: unitText[figures[0]?.unit ?? 'count'],
  kind: 'horizontal-bars',
  categoryLabel: analysisText.keyFigure,
  categories: labels.map((label) => ({ label })),
  series: [{ id: 'value', name: analysisText.total, values: figures.map(({ value }) => value) }],
})

/** The rows of a table as bars. Sums are left out, and so are the parts that a row already holds. */
export function rowsChart(table: FigureTable, kind: 'bars' | 'horizontal-bars', reading = ''): SeriesChart {
  const rows = table.rows.filter((row) => row.kind === undefined)
  const columns = countColumns(table)
  return {
    ...headOfTable(table, reading),
    kind,
    categories: rows.map(({ label }) => ({ label })),
    series: columns.map(({ id, label, index }) => ({
      id,
      name: label,
      values: rows.map((row) => row.cells[index]?.value ?? null),
      ...(id === 'before' && columns.length > 1 && { role: 'reference' as const }),
    })),
  }
}

/** The bottom row of a table whose columns are the classes, such as how long those who came in stayed. */
export function columnsChart(table: FigureTable, reading: string): SeriesChart {
  const whole = table.rows.find((row) => row.kind === 'sum')
  const classes = table.columns.slice(0, -1)
  return {
    ...headOfTable(table, reading),
    kind: 'bars',
    categories: classes.map(({ label }) => ({ label })),
    series: [
      { id: 'whole', name: whole?.label ?? '', values: classes.map((_, at) => whole?.cells[at]?.value ?? null) },
    ],
  }
}

/** Columns that count, the period before the year before; shares and changes would need scales of their own. */
function countColumns(table: FigureTable) {
  const units = table.rows[0]?.cells.map(({ unit }) => unit) ?? []
  return table.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ id, index }) => units[index] !== 'share' && !/change|months/.test(id))
    .sort((left, right) => Number(left.id === 'before') - Number(right.id === 'before'))
}

const headOf = (figure: IndicatorFigure, description: string) => ({
  title: figure.name,
  description,
  unit: chartUnit([figure, ...(figure.series ?? []).map(({ value }) => ({ value, unit: figure.unit }))]),
  unitLabel: figure.unit === 'ore' && isSmall(figure.value) ? analysisText.kronor : unitText[figure.unit],
})

const headOfTable = (table: FigureTable, reading: string) => ({
  title: table.name,
  description: [table.sentence, reading].filter(Boolean).join(' '),
  unit: chartUnit(table.rows.flatMap((row) => row.cells.slice(0, 1))),
  unitLabel: unitText[table.rows[0]?.cells[0]?.unit ?? 'count'],
  categoryLabel: analysisText.category,
})

/** Under 100 000 kronor thousands would round away what there is to see. */
const isSmall = (ore: number | null) => Math.abs(ore ?? 0) < 10_000_000

function chartUnit(values: { value: number | null; unit: FigureUnit }[]): ChartUnit {
  const unit = values[0]?.unit
  if (unit === 'share') return 'share'
  if (unit === 'ore') return isSmall(values[0]?.value ?? null) ? 'kronor' : 'thousands'
  return 'count'
}

const negative = (value: number | null) => (value === null ? null : -value)
