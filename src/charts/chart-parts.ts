import { formatNumber, formatShare, formatThousands } from '../values/format.ts'

/** What the values of a chart are: numbers, numbers with two decimals, shares 0–1, or money in öre written in kronor or in thousands of kronor. */
export type ChartUnit = 'count' | 'decimal' | 'share' | 'kronor' | 'thousands'

/**
 * A place along the chart: a month, a class, an obstacle.
 * `tick` is the short form for an axis, `group` what several ticks share (the year), written once.
 */
export type Category = { label: string; tick?: string; group?: string }

/** What every chart says in words. */
export type ChartHead = {
  title: string
  /** The chart in one or two Swedish sentences: its caption, its text for a screen reader and in Word. */
  description: string
}

/** What every chart component takes besides its definition; sizes in CSS pixels, never under 11 px of text. */
export type ChartSize = { width?: number; height?: number }

/** A value as it stands in the chart and its table; a gap is two dots. */
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
