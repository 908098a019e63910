import type { Method } from '../../calculations/effect/estimate.ts'
import { estimateEffect } from '../../calculations/effect/estimate.ts'
import type { Sample } from '../../calculations/effect/sample.ts'
import { type EstimateRow, intervalsChart, type IntervalsChartDefinition } from '../../charts/intervals-chart.ts'

/** What a method says of a sample, as a row of an interval chart. */
export function effectRow(label: string, sample: Sample, method: Method): EstimateRow {
  const { estimate, lower, upper } = estimateEffect(sample, method)
  return { label, estimate, lower, upper }
}

/** What is true, since the data are drawn: an interval without width. */
export const trueRow = (effect: number, label = 'Sann effekt'): EstimateRow => ({
  label,
  estimate: effect,
  lower: effect,
  upper: effect,
})

/** A chart of effects in months of assistance, with a sentence of its own. */
export const effectChart = (
  rows: readonly EstimateRow[],
  { title, description, rowLabel = 'Metod' }: { title: string; description: string; rowLabel?: string },
): IntervalsChartDefinition => ({
  ...intervalsChart(rows, { title, unit: 'decimal', unitLabel: 'månader med bistånd', rowLabel }),
  description,
})
