import { area, line } from 'd3-shape'
import { tableOf } from './chart-table.ts'
import { type ChartSize, formatChartValue } from './chart-parts.ts'
import type { LineChartDefinition, Series } from './chart.ts'
import {
  axisWidth,
  CategoryAxis,
  categoryAxisHeight,
  ChartFrame,
  Hints,
  Legend,
  legendHeight,
  Marks,
  seriesLegend,
  ValueAxis,
} from './ChartFrame.tsx'
import { fontSize, spreadLabels, textWidth, type ValueScale, valueScale } from './geometry.ts'
import { dash, hue, lineColour, paint } from './paint.ts'

/** Lines over time, each with its name at its end; in a narrow chart the names stand above. */
export function LineChart({ chart, width = 640, height = 280 }: ChartSize & { chart: LineChartDefinition }) {
  const labels = chart.series.map((series) => endLabel(chart, series))
  const labelRoom = Math.max(0, ...labels.map((label) => textWidth(label, fontSize.label))) + 22
  const labelled = chart.series.length > 1 && width - labelRoom >= 380
  const legend = seriesLegend(chart)
  const top = 24 + (labelled ? 0 : legendHeight(legend, width))
  const bottom = height - categoryAxisHeight(chart.categories)
  const scale = valueScale(
    chart.series.flatMap((series) => series.values),
    [bottom, top],
  )
  const left = axisWidth(scale, chart.unit)
  const right = width - (labelled ? labelRoom : 14)
  const step = (right - left) / Math.max(1, chart.categories.length - 1)
  const place = (index: number) =>
    Math.round((left + (chart.categories.length > 1 ? index * step : step / 2)) * 10) / 10
  return (
    <ChartFrame chart={chart} width={width} height={height}>
      {!labelled && chart.series.length > 1 && <Legend entries={legend} width={width} y={12} />}
      <ValueAxis scale={scale} unit={chart.unit} unitLabel={chart.unitLabel} left={left} right={right} top={top} />
      <CategoryAxis categories={chart.categories} place={place} step={step} y={bottom} />
      {chart.area && <Area values={chart.series[0]?.values ?? []} place={place} scale={scale} />}
      {/* The first series is the one asked for, so it is drawn last and lies on top. */}
      {chart.series
        .map((series, index) => <Line key={series.id} series={series} index={index} place={place} scale={scale} />)
        .reverse()}
      {labelled && <EndLabels chart={chart} labels={labels} scale={scale} x={right + 10} top={top} bottom={bottom} />}
      <Marks marks={chart.marks} place={place} left={left} top={top} bottom={bottom} />
      <Hints
        table={tableOf(chart)}
        from={(index) => place(index) - step / 2}
        to={(index) => place(index) + step / 2}
        top={top}
        bottom={bottom}
      />
    </ChartFrame>
  )
}

export type Place = (index: number) => number

function endLabel(chart: LineChartDefinition, series: Series): string {
  const last = series.values.findLast((value) => value !== null)
  return last === undefined ? series.name : `${series.name} ${formatChartValue(last, chart.unit)}`
}

function Line({ series, index, place, scale }: { series: Series; index: number; place: Place; scale: ValueScale }) {
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => place(at))
    .y((value) => scale(value ?? 0))
    .digits(1)
  const colour = lineColour(series, index)
  return (
    <g>
      <path
        d={draw(series.values) ?? ''}
        fill="none"
        stroke={colour}
        strokeWidth={index === 0 ? 2.5 : 1.75}
        strokeDasharray={dash(index)}
        strokeLinejoin="round"
      />
      {dotsOf(series.values).map((at) => (
        <circle key={at} cx={place(at)} cy={scale(series.values[at] ?? 0)} r={3.5} fill={colour} />
      ))}
    </g>
  )
}

/** The last known value, and values without neighbours, which a line would not show at all. */
function dotsOf(values: (number | null)[]): number[] {
  const last = values.findLastIndex((value) => value !== null)
  const known = (at: number) => (values[at] ?? null) !== null
  return values.map((_, at) => at).filter((at) => known(at) && (at === last || (!known(at - 1) && !known(at + 1))))
}

function Area({ values, place, scale }: { values: (number | null)[]; place: Place; scale: ValueScale }) {
  const draw = area<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => place(at))
    .y0(scale.zero)
    .y1((value) => scale(value ?? 0))
    .digits(1)
  return <path d={draw(values) ?? ''} fill={hue(0)} fillOpacity={0.1} />
}

function EndLabels({
  chart,
  labels,
  scale,
  x,
  top,
  bottom,
}: {
  chart: LineChartDefinition
  labels: string[]
  scale: ValueScale
  x: number
  top: number
  bottom: number
}) {
  const ends = chart.series.map((series) => scale(series.values.findLast((value) => value !== null) ?? 0))
  const places = spreadLabels(ends, 16, top, bottom)
  return (
    <g fontSize={fontSize.label} fill={paint.ink}>
      {chart.series.map((series, index) => (
        <g key={series.id}>
          <line x1={x - 8} x2={x} y1={ends[index]} y2={places[index]} stroke={lineColour(series, index)} />
          <text x={x + 4} y={places[index]} dy="0.35em" fontWeight={index === 0 ? 600 : 400}>
            {labels[index]}
          </text>
        </g>
      ))}
    </g>
  )
}
