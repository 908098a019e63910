import type { Category, ChartUnit } from '../../charts/chart-parts.ts'
import type { SeriesChart } from '../../charts/chart.ts'

export type SeriesTexts = {
  title: string
  description: string
  unit: ChartUnit
  unitLabel: string
  categoryLabel: string
  /** The column that the others are compared with. */
  reference?: string
}

/** A chart of named columns with a value for each category; NaN is a gap. */
export function seriesChart(
  kind: SeriesChart['kind'],
  { reference, ...texts }: SeriesTexts,
  categories: readonly (string | Category)[],
  columns: Record<string, ArrayLike<number | null>>,
): SeriesChart {
  return {
    kind,
    ...texts,
    categories: categories.map((each) => (typeof each === 'string' ? { label: each } : each)),
    series: Object.entries(columns).map(([name, column]) => ({
      id: name,
      name,
      values: Array.from(column, (value) => (value === null || Number.isNaN(value) ? null : value)),
      role: name === reference ? 'reference' : 'main',
    })),
  }
}

/** `1`, `2`, … */
export const numbered = (count: number, first = 1): string[] =>
  Array.from({ length: count }, (_, at) => String(first + at))
