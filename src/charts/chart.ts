import type { BalanceChartDefinition } from './balance-chart.ts'
import type { Category, ChartHead, ChartUnit } from './chart-parts.ts'
import type { FanChartDefinition } from './fan-chart.ts'
import type { IntervalsChartDefinition } from './intervals-chart.ts'
import type { ChartMark } from './marks.ts'
import type { SuppressionChartDefinition } from './suppression-chart.ts'
import type { SurvivalChartDefinition } from './survival-chart.ts'

/** Null is a gap: no value is known, or it is withheld. It is never drawn as zero. */
export type Series = { id: string; name: string; values: (number | null)[]; role?: 'main' | 'reference' }

type Common = ChartHead & {
  unit: ChartUnit
  /** What is counted, in plural: `hushåll`. Stands above the value axis. */
  unitLabel: string
  /** The head of the first column when the chart is shown as a table: `Månad`. */
  categoryLabel: string
  categories: Category[]
  series: Series[]
  /** What happened along the months; charts of other categories draw none. */
  marks?: ChartMark[]
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
