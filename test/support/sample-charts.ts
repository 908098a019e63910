import { balanceChart } from '../../src/charts/balance-chart.ts'
import type { ChartDefinition } from '../../src/charts/chart.ts'
import { fanChart } from '../../src/charts/fan-chart.ts'
import { intervalsChart } from '../../src/charts/intervals-chart.ts'
import { monthCategory } from '../../src/charts/month-category.ts'
import { suppressionChart } from '../../src/charts/suppression-chart.ts'
import { type SurvivalColumns, survivalChart } from '../../src/charts/survival-chart.ts'
import { addMonths, month } from '../../src/values/month.ts'

const monthsFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => monthCategory(addMonths(month(first), index)))

const series: ChartDefinition = {
  kind: 'line',
  title: 'Hushåll per månad',
  description: 'I genomsnitt 602 hushåll i månaden.',
  unit: 'count',
  unitLabel: 'hushåll',
  categoryLabel: 'Månad',
  categories: monthsFrom('2019-01', 4),
  series: [
    { id: 'now', name: '2019', values: [600, 610, null, 598] },
    { id: 'before', name: '2018', values: [590, 604, 601, 599], role: 'reference' },
  ],
}

/** A curve that falls evenly, with bounds that widen as fewer are followed. */
function group(name: string, size: number, hazard: number, months: number, median: number | null): SurvivalColumns {
  const time = Array.from({ length: months }, (_, index) => index + 1)
  const survival = time.map((at) => (1 - hazard) ** at)
  const half = time.map((at) => 0.02 + at / (30 * Math.sqrt(size)))
  return {
    name,
    time,
    survival,
    median,
    atRisk: time.map((at) => Math.round(size * (1 - hazard - 0.01) ** (at - 1))),
    censored: time.map((at) => (at % 5 === 0 ? 3 : 0)),
    lower: survival.map((share, at) => (at === 0 ? null : Math.max(0, share - (half[at] ?? 0)))),
    upper: survival.map((share, at) => (at === 0 ? null : Math.min(1, share + (half[at] ?? 0)))),
  }
}

const history = Array.from({ length: 30 }, (_, at) => 560 + Math.round(40 * Math.sin(at / 1.9) + at * 1.5))
const forecast = Array.from({ length: 12 }, (_, at) => 612 + at * 3)
const around = (width: number, side: number) => forecast.map((value, at) => value + side * width * Math.sqrt(at + 1))

/** A chart of every kind, with a value missing where the kind allows it. */
export const sampleCharts: ChartDefinition[] = [
  series,
  { ...series, kind: 'bars' },
  { ...series, kind: 'stacked-bars' },
  { ...series, kind: 'horizontal-bars', series: [{ id: 'change', name: 'Förändring', values: [46, 24, -72, null] }] },
  survivalChart([group('Kvinnor', 412, 0.045, 36, 16), group('Män', 559, 0.07, 36, 10)], {
    title: 'Tid till avslut',
    valueLabel: 'kvar med bistånd',
    timeLabel: 'månader sedan start',
    timeUnit: 'månader',
  }),
  balanceChart(
    [
      { covariate: 'Ålder', before: -0.62, after: 0.03 },
      { covariate: 'Månader med bistånd de senaste tolv', before: 0.48, after: 0.02 },
      { covariate: 'Barn i hushållet', before: 0.21, after: 0.11 },
      { covariate: 'SFI', before: -0.09, after: -0.01 },
      { covariate: 'Tidigare insats', before: 0.04, after: 0.05 },
    ],
    { title: 'Balans före och efter vägning' },
  ),
  fanChart(
    {
      categories: monthsFrom('2017-01', 42),
      history: history.map((value, at) => (at === 13 ? Number.NaN : value)),
      forecast,
      bands: [
        { level: 0.8, lower: around(14, -1), upper: around(14, 1) },
        { level: 0.9, lower: around(21, -1), upper: around(21, 1) },
      ],
      reference: { name: 'Budget', values: Array.from({ length: 42 }, (_, at) => (at < 24 ? null : 590)) },
    },
    { title: 'Prognos för hushåll', unit: 'count', unitLabel: 'hushåll', categoryLabel: 'Månad' },
  ),
  suppressionChart(
    {
      rowLabel: 'Försörjningshinder',
      columns: ['Ensam', 'Ensam med barn', 'Par', 'Par med barn', 'Totalt'],
      rows: [
        { label: 'Arbetslös', cells: [112, 45, 'secondary', 'secondary', 187] },
        { label: 'Sjukskriven', cells: [64, 'primary', 'secondary', 12, 86] },
        { label: 'Språkhinder', cells: [23, 'secondary', 9, 'primary', 55] },
        { label: 'Sociala skäl', cells: [31, 8, 'primary', 'secondary', 47] },
        { label: 'Totalt', cells: [230, 74, 31, 40, 375] },
      ],
    },
    { title: 'Dolda celler' },
  ),
  intervalsChart(
    [
      { label: 'Skillnad', estimate: -2.1, lower: -3.2, upper: -1.04 },
      { label: 'Regression', estimate: -0.62, lower: -1.41, upper: 0.17 },
      { label: 'Entropibalansering', estimate: -0.81, lower: -1.52, upper: -0.1 },
      { label: 'Närmaste granne', estimate: -0.4, lower: null, upper: null },
    ],
    {
      title: 'Effekt efter metod',
      unit: 'decimal',
      unitLabel: 'månader med bistånd',
      rowLabel: 'Metod',
      margin: 0.5,
    },
  ),
]
