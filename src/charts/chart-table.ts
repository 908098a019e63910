import type { BalanceChartDefinition } from './balance-chart.ts'
import { type ChartUnit, formatChartValue } from './chart-parts.ts'
import type { ChartDefinition, SeriesChart } from './chart.ts'
import { chartsText as text } from './charts.text.ts'
import type { FanChartDefinition } from './fan-chart.ts'
import type { IntervalsChartDefinition } from './intervals-chart.ts'
import type { SuppressionChartDefinition } from './suppression-chart.ts'
import type { SurvivalChartDefinition } from './survival-chart.ts'

/** Null is a value that is missing or withheld; an empty text is where there can be none. */
export type ChartTableCell = number | string | null

/** A chart's values as rows and columns: for those who read tables, and for files. */
export type ChartTable = {
  rowLabel: string
  columns: { label: string; unit: ChartUnit }[]
  rows: { label: string; cells: ChartTableCell[] }[]
}

/** Every value that a chart draws. */
export function tableOf(chart: ChartDefinition): ChartTable {
  switch (chart.kind) {
    case 'line':
    case 'bars':
    case 'stacked-bars':
    case 'horizontal-bars':
      return seriesTable(chart)
    case 'survival':
      return survivalTable(chart)
    case 'balance':
      return balanceTable(chart)
    case 'fan':
      return fanTable(chart)
    case 'suppression':
      return suppressionTable(chart)
    case 'intervals':
      return intervalsTable(chart)
  }
}

/** A cell as a reader sees it. */
export const tableCellText = (cell: ChartTableCell, unit: ChartUnit): string =>
  typeof cell === 'string' ? cell : formatChartValue(cell, unit)

/** A row in one line, as the pointer's own hint: `mars 2019: 2019 602, 2018 599`. */
export function rowText({ columns, rows }: ChartTable, index: number): string {
  const { label = '', cells = [] } = rows[index] ?? {}
  const values = columns.flatMap((column, at) => {
    const value = tableCellText(cells[at] ?? null, column.unit)
    return value === '' ? [] : [columns.length > 1 ? `${column.label} ${value}` : value]
  })
  return `${label}: ${values.join(', ')}`
}

const seriesTable = ({ categoryLabel, categories, series, unit }: SeriesChart): ChartTable => ({
  rowLabel: categoryLabel,
  columns: series.map(({ name }) => ({ label: name, unit })),
  rows: categories.map(({ label }, index) => ({ label, cells: series.map(({ values }) => values[index] ?? null) })),
})

/** One row per time at which any of the curves has a value. */
function survivalTable({ timeLabel, valueLabel, curves }: SurvivalChartDefinition): ChartTable {
  const times = [...new Set(curves.flatMap(({ time }) => time))].sort((one, other) => one - other)
  const named = (name: string, what: string) => (curves.length > 1 ? `${name}, ${what}` : what)
  return {
    rowLabel: timeLabel,
    columns: curves.flatMap(({ name }) => [
      { label: named(name, valueLabel), unit: 'share' as const },
      { label: named(name, text.lower), unit: 'share' as const },
      { label: named(name, text.upper), unit: 'share' as const },
      { label: named(name, text.atRisk.toLocaleLowerCase('sv')), unit: 'count' as const },
      { label: named(name, text.censored), unit: 'count' as const },
    ]),
    rows: times.map((time) => ({
      label: formatChartValue(time, 'count'),
      cells: curves.flatMap((curve) => {
        const at = curve.time.indexOf(time)
        const columns = [curve.survival, curve.lower, curve.upper, curve.atRisk, curve.censored]
        return columns.map((column) => (at < 0 ? '' : (column[at] ?? null)))
      }),
    })),
  }
}

const balanceTable = ({ rows }: BalanceChartDefinition): ChartTable => ({
  rowLabel: text.covariate,
  columns: [
    { label: text.before, unit: 'decimal' },
    { label: text.after, unit: 'decimal' },
  ],
  rows: rows.map(({ covariate, before, after }) => ({ label: covariate, cells: [before, after] })),
})

function fanTable({ categoryLabel, categories, unit, history, forecast, bands, reference }: FanChartDefinition) {
  const columns = [text.actual, text.forecast, ...bands.flatMap(({ level }) => boundLabels(level))]
  const cellsOf = (index: number): ChartTableCell[] => {
    const ahead = index - history.length
    const expected = [forecast, ...bands.flatMap(({ lower, upper }) => [lower, upper])]
    const now = ahead < 0 ? (history[index] ?? null) : ''
    const compared = reference ? [reference.values[index] ?? null] : []
    return [now, ...expected.map((column) => (ahead < 0 ? '' : (column[ahead] ?? null))), ...compared]
  }
  return {
    rowLabel: categoryLabel,
    columns: [...columns, ...(reference ? [reference.name] : [])].map((label) => ({ label, unit })),
    rows: categories.map(({ label }, index) => ({ label, cells: cellsOf(index) })),
  }
}

const boundLabels = (level: number) => [`${text.band(level)}, ${text.lower}`, `${text.band(level)}, ${text.upper}`]

const suppressionTable = ({ rowLabel, columns, rows }: SuppressionChartDefinition): ChartTable => ({
  rowLabel,
  columns: columns.map((label) => ({ label, unit: 'count' })),
  rows: rows.map(({ label, cells }) => ({
    label,
    cells: cells.map((cell) => (typeof cell === 'number' ? cell : text.letter[cell])),
  })),
})

const intervalsTable = ({ rowLabel, unit, rows }: IntervalsChartDefinition): ChartTable => ({
  rowLabel,
  columns: [text.estimate, text.lower, text.upper].map((label) => ({ label, unit })),
  rows: rows.map(({ label, estimate, lower, upper }) => ({ label, cells: [estimate, lower, upper] })),
})
