import { scaleBand, scaleLinear } from 'd3-scale'
import { formatNumber } from '../values/format.ts'
import type { Chart } from './document.ts'

const width = 640
const left = 56
const label = 12
const colours = ['#1f5673', '#c77b30']

/**
 * The chart as an SVG picture with grid lines and written values on the axis, readable without colour.
 * It carries no text alternative of its own: the document's sentence stands beside it.
 */
export const chartSvg = (chart: Chart): string => (chart.shape === 'columns' ? columnChart(chart) : barChart(chart))

function columnChart(chart: Chart): string {
  const [height, bottom, top] = [190, 152, 12]
  const x = scaleBand(chart.categories, [left, width]).paddingInner(0.3).paddingOuter(0.15)
  const y = scaleLinear(extent(chart), [bottom, top]).nice(4)
  const every = Math.ceil(chart.categories.length / 12)
  const grid = y
    .ticks(4)
    .map((tick) => line(left, y(tick), width, y(tick)) + text(left - 6, y(tick) + 4, 'end', axisText(chart, tick)))
  const columns = chart.series.flatMap(({ values }, series) =>
    values.map((value, index) => {
      const slot = x.bandwidth() / chart.series.length
      const start = (x(chart.categories[index] ?? '') ?? 0) + slot * series
      return value === null ? '' : rect(start, Math.min(y(value), y(0)), slot, Math.abs(y(value) - y(0)), series)
    }),
  )
  const months = chart.categories.map((category, index) =>
    index % every === 0 ? text((x(category) ?? 0) + x.bandwidth() / 2, bottom + 18, 'middle', category) : '',
  )
  return svg(height, [
    ...grid,
    ...columns,
    line(left, y(0), width, y(0), '#444'),
    ...months,
    legend(chart, bottom + 36),
  ])
}

function barChart(chart: Chart): string {
  const [start, top] = [250, 8]
  const bottom = top + chart.categories.length * (chart.series.length > 1 ? 32 : 24)
  const y = scaleBand(chart.categories, [top, bottom]).padding(0.25)
  const x = scaleLinear(extent(chart), [start, width - 30]).nice(4)
  const grid = x
    .ticks(4)
    .map((tick) => line(x(tick), top, x(tick), bottom) + text(x(tick), bottom + 16, 'middle', axisText(chart, tick)))
  const bars = chart.series.flatMap(({ values }, series) =>
    values.map((value, index) => {
      const slot = y.bandwidth() / chart.series.length
      const from = (y(chart.categories[index] ?? '') ?? 0) + slot * series
      return value === null ? '' : rect(Math.min(x(value), x(0)), from, Math.abs(x(value) - x(0)), slot, series)
    }),
  )
  const names = chart.categories.map((each) =>
    text(start - 8, (y(each) ?? 0) + y.bandwidth() / 2 + 4, 'end', shortened(each)),
  )
  return svg(bottom + 44, [
    ...grid,
    ...bars,
    line(x(0), top, x(0), bottom, '#444'),
    ...names,
    legend(chart, bottom + 36),
  ])
}

/** Always from zero: an axis cut off would show a small change as a large one. */
function extent({ series }: Chart): [number, number] {
  const values = series.flatMap((each) => each.values).map((value) => value ?? 0)
  return [Math.min(0, ...values), Math.max(0, ...values) || 1]
}

function axisText({ unit }: Chart, tick: number): string {
  if (unit === 'share') return `${formatNumber(tick * 100, tick * 100 < 10 && tick > 0 ? 1 : 0)}\u00a0%`
  if (unit === 'ore') return `${formatNumber(tick / 100_000)}\u00a0tkr`
  return formatNumber(tick, Number.isInteger(tick) ? 0 : 1)
}

/** Only needed when there is more than one series to tell apart. */
function legend({ series }: Chart, y: number): string {
  if (series.length < 2) return ''
  return series
    .map(
      (each, index) =>
        rect(left + index * 180, y - 10, 12, 12, index) + text(left + 18 + index * 180, y, 'start', each.label),
    )
    .join('')
}

const svg = (height: number, parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Libertinus Serif, Georgia, serif" font-size="${label}">${parts.join('')}</svg>`

const line = (x1: number, y1: number, x2: number, y2: number, colour = '#d5d5d5'): string =>
  `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" stroke="${colour}"/>`

const rect = (x: number, y: number, w: number, h: number, series: number): string =>
  `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(w)}" height="${fixed(h)}" fill="${colours[series % colours.length]}"/>`

const text = (x: number, y: number, anchor: 'start' | 'middle' | 'end', content: string): string =>
  `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" fill="#222">${escaped(content)}</text>`

const fixed = (value: number): string => String(Math.round(value * 10) / 10)

/** A label too long for its place; the table beside the chart has it in full. */
const shortened = (content: string): string => (content.length > 42 ? `${content.slice(0, 41)}…` : content)

const escaped = (content: string): string =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
