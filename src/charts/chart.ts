import { formatNumber, formatShare, formatThousands } from '../values/format.ts'

/** What the values of a chart are: numbers, shares 0–1, or money in öre written in kronor or in thousands of kronor. */
export type ChartUnit = 'count' | 'share' | 'kronor' | 'thousands'

/**
 * A place along the chart: a month, a class, an obstacle.
 * `tick` is the short form for an axis, `group` what several ticks share (the year), written once.
 */
export type Category = { label: string; tick?: string; group?: string }

/** Null is a gap: no value is known, or it is withheld. It is never drawn as zero. */
export type Series = { id: string; name: string; values: (number | null)[]; role?: 'main' | 'reference' }

type Common = {
  title: string
  /** The chart in one Swedish sentence: its caption, its text for a screen reader and in Word. */
  description: string
  unit: ChartUnit
  /** What is counted, in plural: `hushåll`. Stands above the value axis. */
  unitLabel: string
  /** The head of the first column when the chart is shown as a table: `Månad`. */
  categoryLabel: string
  categories: Category[]
  series: Series[]
}

/** Values month by month. `area` fills under the first series, when its size and not only its course matters. */
export type LineChartDefinition = Common & { kind: 'line'; area?: boolean }

/** Values side by side for each category. */
export type BarChartDefinition = Common & { kind: 'bars' }

/** Parts that add up to a whole. With a null part the whole bar is left out: a lower bar would be a wrong sum. */
export type StackedBarChartDefinition = Common & { kind: 'stacked-bars' }

/** Long labels, such as obstacles. A series with the role `reference` is drawn as a mark across the bar. */
export type HorizontalBarChartDefinition = Common & { kind: 'horizontal-bars' }

export type ChartDefinition =
  LineChartDefinition | BarChartDefinition | StackedBarChartDefinition | HorizontalBarChartDefinition

/** What every chart component takes besides its definition; sizes in CSS pixels, never under 11 px of text. */
export type ChartSize = { width?: number; height?: number }

/** A value as it stands in the chart and its table; a gap is an en dash. */
export function formatChartValue(value: number | null, unit: ChartUnit): string {
  if (value === null) return '..'
  return unit === 'share' ? formatShare(value) : formatPlain(value, unit)
}

/** A round value on the axis: no decimals that the round number does not have. */
export const formatAxisValue = (value: number, unit: ChartUnit): string =>
  unit === 'share' ? formatShare(value, 0) : formatPlain(value, unit)

/** Without its unit, which stands above the axis. */
function formatPlain(value: number, unit: Exclude<ChartUnit, 'share'>): string {
  if (unit === 'kronor') return formatNumber(value / 100)
  if (unit === 'thousands') return formatThousands(value)
  return formatNumber(value, Number.isInteger(value) ? 0 : 1)
}
