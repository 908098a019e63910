import { type Category, type ChartHead, type ChartUnit, formatChartValue } from './chart-parts.ts'

/** What the outcome stays within in `level` (0–1) of the cases, per month ahead. */
export type Band = { level: number; lower: number[]; upper: number[] }

/** What has been, and what is expected with its uncertainty: the wider the fan, the less is known. */
export type FanChartDefinition = ChartHead & {
  kind: 'fan'
  unit: ChartUnit
  unitLabel: string
  categoryLabel: string
  /** The months of the history, then those of the forecast. */
  categories: Category[]
  history: (number | null)[]
  forecast: number[]
  /** The widest first. */
  bands: Band[]
  /** A budget or target, with one value per category. */
  reference?: { name: string; values: (number | null)[] }
}

type FanColumns = {
  categories: Category[]
  history: ArrayLike<number | null>
  forecast: ArrayLike<number>
  bands: { level: number; lower: ArrayLike<number>; upper: ArrayLike<number> }[]
  reference?: { name: string; values: ArrayLike<number | null> }
}

/** A chart of a forecast. Missing months of the history are null or NaN. Its sentence gives the last month's interval. */
export function fanChart(
  { categories, history, forecast, bands, reference }: FanColumns,
  texts: { title: string; unit: ChartUnit; unitLabel: string; categoryLabel: string },
): FanChartDefinition {
  const widestFirst = bands
    .map(({ level, lower, upper }) => ({ level, lower: Array.from(lower), upper: Array.from(upper) }))
    .sort((one, other) => other.level - one.level)
  return {
    kind: 'fan',
    ...texts,
    description: sentenceOf(categories.at(-1), Array.from(forecast), widestFirst[0], texts),
    categories,
    history: gaps(history),
    forecast: Array.from(forecast),
    bands: widestFirst,
    ...(reference && { reference: { name: reference.name, values: gaps(reference.values) } }),
  }
}

function sentenceOf(
  last: Category | undefined,
  forecast: number[],
  band: Band | undefined,
  { unit, unitLabel }: { unit: ChartUnit; unitLabel: string },
): string {
  const end = forecast.at(-1)
  if (!last || end === undefined) return 'Ingen prognos.'
  const written = (value: number | undefined) => formatChartValue(value ?? null, unit)
  const expected = `Prognosen för ${last.label} är ${written(end)} ${unit === 'share' ? '' : unitLabel}`.trimEnd()
  if (!band) return `${expected}.`
  const range = `mellan ${written(band.lower.at(-1))} och ${written(band.upper.at(-1))}`
  return `${expected}, med ${formatChartValue(band.level, 'share').replace(',0', '')} sannolikhet ${range}.`
}

const gaps = (column: ArrayLike<number | null>): (number | null)[] =>
  Array.from(column, (value) => (value === null || Number.isNaN(value) ? null : value))
