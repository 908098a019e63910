import { formatNumber, formatShare } from '../values/format.ts'
import type { ChartHead } from './chart-parts.ts'

/** One curve: columns with a place for each distinct time, increasing. */
export type SurvivalCurve = {
  name: string
  time: number[]
  /** How many are followed just before each time. */
  atRisk: number[]
  /** How many stop being followed, without having left, at each time. */
  censored: number[]
  /** The share that remains, 0–1. It is 1 before the first time. */
  survival: number[]
  /** Null where the interval is not defined: while all remain, and when none does. */
  lower: (number | null)[]
  upper: (number | null)[]
}

/** How long until something ends: step curves from 100 % with bands, and the number followed below the axis. */
export type SurvivalChartDefinition = ChartHead & {
  kind: 'survival'
  /** What remains: `kvar med bistånd`. Stands above the value axis. */
  valueLabel: string
  /** What the time axis counts: `månader sedan start`. */
  timeLabel: string
  /** Where the axis ends. */
  horizon: number
  curves: SurvivalCurve[]
}

type Column = ArrayLike<number | null>

/** What the survival calculation gives for a group. `median` is null when more than half remain at the end. */
export type SurvivalColumns = {
  name: string
  time: Column
  atRisk: Column
  censored: Column
  survival: Column
  lower: Column
  upper: Column
  median: number | null
}

/** A chart of the groups' curves; its sentence gives each group's median, or how many remain at the end. */
export function survivalChart(
  groups: SurvivalColumns[],
  texts: { title: string; valueLabel: string; timeLabel: string; timeUnit: string },
): SurvivalChartDefinition {
  const { timeUnit, ...labels } = texts
  const sentences = groups.map((group) => {
    const name = groups.length > 1 ? `${group.name}: ` : ''
    return `${name}${sentenceOf(group, timeUnit)}`
  })
  return {
    kind: 'survival',
    ...labels,
    description: sentences.join(' '),
    horizon: Math.max(1, ...groups.map(({ time }) => Number(time[time.length - 1] ?? 0))),
    curves: groups.map((group) => ({
      name: group.name,
      time: numbers(group.time),
      atRisk: numbers(group.atRisk),
      censored: numbers(group.censored),
      survival: numbers(group.survival),
      lower: bounds(group.lower),
      upper: bounds(group.upper),
    })),
  }
}

function sentenceOf({ time, survival, median }: SurvivalColumns, unit: string): string {
  if (median !== null)
    return `Hälften har slutat inom ${formatNumber(median, Number.isInteger(median) ? 0 : 1)} ${unit}.`
  const last = time.length - 1
  if (last < 0) return 'Ingen har följts.'
  return `Efter ${formatNumber(Number(time[last]))} ${unit} är ${formatShare(Number(survival[last]))} kvar.`
}

const numbers = (column: Column): number[] => Array.from(column, Number)

const bounds = (column: Column): (number | null)[] =>
  Array.from(column, (value) => (value === null || Number.isNaN(value) ? null : value))
