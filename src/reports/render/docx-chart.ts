import { Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import type { ChartUnit } from '../../charts/chart-parts.ts'
import { type ChartMark, markLines } from '../../charts/marks.ts'
import type { Chart } from '../document.ts'

type Drawing = Chart['drawing']

/** A chart of Word's own, whose numbers can be opened and edited. Amounts are in thousands of kronor. */
export const chartParagraph = (chart: Drawing, altText: string, accent: string): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { before: 200, after: 0 }, children: [chartRun(chart, altText, accent)] })

function chartRun({ kind, unit, categories, series, marks = [] }: Drawing, altText: string, accent: string): ChartRun {
  const isLying = kind === 'horizontal-bars'
  const height = !isLying ? 220 : 80 + categories.length * (8 + 14 * series.length)
  const lowest = Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  // An axis that begins above zero would show a small change as a large one.
  const axis = { numberFormat: numberFormats[unit] ?? '#,##0', ...(lowest === 0 && { minimum: 0 }) }
  return new ChartRun({
    type: isLying ? 'bar' : 'column',
    categories: categories.map(({ label, tick, group }, at) =>
      [tick && group ? `${tick} ${group}` : label, ...marksAt(marks, at)].join(' '),
    ),
    series: series.map(({ name, values }, index) => ({
      name,
      values: values.map((value) => (value === null || unit !== 'thousands' ? value : value / 100_000)),
      color: index % 2 === 0 ? accent : companion,
    })),
    gapWidth: 45,
    legend: series.length > 1 ? { position: 'bottom' } : false,
    // Word draws the first bar at the bottom; a reader expects it at the top, with the values still below.
    ...(isLying && { categoryAxis: { reverseOrder: true } }),
    valueAxis: isLying ? { ...axis, crossesAt: 'maximum' } : axis,
    chartArea: { border: 'none' },
    transformation: { width: 620, height },
    altText: { name: 'Diagram', description: altText },
  })
}

/** Word's own chart takes no lines across it: the numbers of the marks stand at their months instead. */
const marksAt = (marks: readonly ChartMark[], category: number): string[] =>
  markLines(marks).flatMap(({ at, label }) => (at === category ? [`(${label})`] : []))

const numberFormats: Partial<Record<ChartUnit, string>> = { share: '0.0 %', thousands: '#,##0 "tkr"' }

/** Beside any accent, also in grey print. */
const companion = 'c77b30'
