import { formatNumber, formatShare, formatThousands } from '../values/format.ts'
import type { BalanceChartDefinition } from './balance-chart.ts'
import type { FanChartDefinition } from './fan-chart.ts'
import type { IntervalsChartDefinition } from './intervals-chart.ts'
import type { SuppressionChartDefinition } from './suppression-chart.ts'
import type { SurvivalChartDefinition } from './survival-chart.ts'

/** What the values of a chart are: numbers, numbers with two decimals, shares 0–1, or money in öre written in kronor or in thousands of kronor. */
export type ChartUnit = 'count' | 'decimal' | 'share' | 'kronor' | 'thousands'

/**
 * A place along the chart: a month, a class, an obstacle.
 * `tick` is the short form for an axis, `group` what several ticks share (the year), written once.
 */
export type Category = { label: string; tick?: string; group?: string }

/** Null is a gap: no value is known, or it is withheld. It is never drawn as zero. */
export type Series = { id: string; name: string; values: (number | null)[]; role?: 'main' | 'reference' }

/** What every chart says in words. */
export type ChartHead = {
  title: string
  /** The chart in one or two Swedish sentences: its caption, its text for a screen reader and in Word. */
  description: string
}

type Common = ChartHead & {
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

/** The kinds that are categories and series, and nothing more. */
export type SeriesChart =
  LineChartDefinition | BarChartDefinition | StackedBarChartDefinition | HorizontalBarChartDefinition

/** Every kind of chart. Plain data, so that a chart can be sent, stored and drawn anywhere. */
export type ChartDefinition =
  | SeriesChart
  | SurvivalChartDefinition
  | BalanceChartDefinition
  | FanChartDefinition
  | SuppressionChartDefinition
  | IntervalsChartDefinition

/** What every chart component takes besides its definition; sizes in CSS pixels, never under 11 px of text. */
export type ChartSize = { width?: number; height?: number }

/** A value as it stands in the chart and its table; a gap is an en dash. */
export function formatChartValue(value: number | null, unit: ChartUnit): string {
  if (value === null) return '..'
  return unit === 'share' ? formatShare(value) : formatPlain(value, unit)
}

/** A round value on the axis: no decimals that the round number does not have. */
export function formatAxisValue(value: number, unit: ChartUnit): string {
  if (unit === 'share') return formatShare(value, 0)
  if (unit === 'decimal') return formatPlain(value, unit).replace(/,?0+$/, '')
  return formatPlain(value, unit)
}

/** Without its unit, which stands above the axis. */
function formatPlain(value: number, unit: Exclude<ChartUnit, 'share'>): string {
  if (unit === 'kronor') return formatNumber(value / 100)
  if (unit === 'thousands') return formatThousands(value)
  if (unit === 'decimal') return formatNumber(value, 2)
  return formatNumber(value, Number.isInteger(value) ? 0 : 1)
}
