import { type ChartHead, type ChartUnit, formatChartValue } from './chart-parts.ts'

/** An estimate and what it may be; the bounds are null where they are not defined. */
export type EstimateRow = { label: string; estimate: number; lower: number | null; upper: number | null }

/** A forest plot: an estimate with its interval per method or group, against a line at zero. */
export type IntervalsChartDefinition = ChartHead & {
  kind: 'intervals'
  unit: ChartUnit
  unitLabel: string
  /** What the rows are: `Metod`. */
  rowLabel: string
  /** Effects within ± this were said beforehand to be of no importance. */
  margin?: number
  rows: EstimateRow[]
}

/** A chart of estimates; its sentence tells each of them, and how many intervals hold zero. */
export function intervalsChart(
  rows: readonly EstimateRow[],
  texts: { title: string; unit: ChartUnit; unitLabel: string; rowLabel: string; margin?: number },
): IntervalsChartDefinition {
  const holding = rows.filter(holdsZero).length
  const described = rows.map((row) => `${row.label} ${estimateText(row, texts.unit)}`).join('; ')
  const description = `${holding} av ${rows.length} intervall rymmer noll. ${described}.`
  return { kind: 'intervals', ...texts, description, rows: rows.map((row) => ({ ...row })) }
}

/** An interval without bounds excludes nothing. */
export const holdsZero = ({ lower, upper }: EstimateRow): boolean =>
  lower === null || upper === null || (lower <= 0 && upper >= 0)

/** `1 495 (166 till 2 823)`. */
export function estimateText({ estimate, lower, upper }: EstimateRow, unit: ChartUnit): string {
  const written = formatChartValue(estimate, unit)
  if (lower === null || upper === null) return written
  return `${written} (${formatChartValue(lower, unit)} till ${formatChartValue(upper, unit)})`
}
