import { rowText, tableOf } from './chart-table.ts'
import { scaleBand } from 'd3-scale'
import { type ChartSize, formatChartValue } from './chart-parts.ts'
import type { BarChartDefinition, StackedBarChartDefinition } from './chart.ts'
import {
  axisWidth,
  CategoryAxis,
  categoryAxisHeight,
  ChartFrame,
  Legend,
  legendHeight,
  Marks,
  seriesLegend,
  ValueAxis,
} from './ChartFrame.tsx'
import { rounded, textWidth, type ValueScale, valueScale, visibleTicks } from './geometry.ts'
import { HorizontalBarChart } from './HorizontalBarChart.tsx'
import { fillOf, paint } from './paint.ts'

/**
 * Bars side by side for each category, with their values above when there is room.
 * Classes whose names have no room below turn the chart on its side; months may leave some names out.
 */
export function BarChart({ chart, width = 640, height }: ChartSize & { chart: BarChartDefinition }) {
  const { categories } = chart
  const areMonths = categories.some((category) => category.group)
  if (!areMonths && visibleTicks(categories, (width - 40) / categories.length).length < categories.length)
    return <HorizontalBarChart chart={{ ...chart, kind: 'horizontal-bars' }} width={width} />
  const bars = chart.categories.map((_, index) =>
    chart.series.map((series, at): Bar => ({
      from: 0,
      to: series.values[index] ?? null,
      series: at,
      lane: at,
      isWhole: true,
    })),
  )
  return <Bars chart={chart} bars={bars} lanes={chart.series.length} width={width} height={height ?? 280} />
}

/** Parts stacked to a whole: what is above zero upwards, what is below zero downwards. */
export function StackedBarChart({ chart, width, height }: ChartSize & { chart: StackedBarChartDefinition }) {
  const bars = chart.categories.map((_, index) => stack(chart.series.map((series) => series.values[index] ?? null)))
  return <Bars chart={chart} bars={bars} lanes={1} width={width ?? 640} height={height ?? 280} />
}

/** `isWhole`: nothing is stacked on it or under it, so that a value written at its end is the value of that end. */
type Bar = { from: number; to: number | null; series: number; lane: number; isWhole: boolean }

function stack(values: (number | null)[]): Bar[] {
  if (values.some((value) => value === null)) return []
  const isAlone = (value: number) => values.filter((each) => each && Math.sign(each) === Math.sign(value)).length === 1
  let above = 0
  let below = 0
  return values.map((value, series) => {
    const from = (value ?? 0) < 0 ? below : above
    const to = from + (value ?? 0)
    if (to < from) below = to
    else above = to
    return { from, to, series, lane: 0, isWhole: isAlone(value ?? 0) }
  })
}

function Bars({
  chart,
  bars,
  lanes,
  width,
  height,
}: {
  chart: BarChartDefinition | StackedBarChartDefinition
  bars: Bar[][]
  lanes: number
  width: number
  height: number
}) {
  const table = tableOf(chart)
  const legend = seriesLegend(chart)
  const top = 28 + legendHeight(legend, width)
  // A value written below its bar would stand on the names of the categories.
  const below = bars.flat().some((bar) => (bar.to ?? 0) < 0) ? 14 : 0
  const bottom = height - categoryAxisHeight(chart.categories) - below
  const scale = valueScale(
    bars.flat().map((bar) => bar.to),
    [bottom, top],
  )
  const left = axisWidth(scale, chart.unit)
  const band = scaleBand<number>(chart.categories.keys(), [left, width - 2])
    .paddingInner(0.28)
    .paddingOuter(0.14)
  const lane = band.bandwidth() / lanes
  const start = (index: number) => band(index) ?? left
  return (
    <ChartFrame chart={chart} width={width} height={height}>
      {legend.length > 1 && <Legend entries={legend} width={width} y={12} />}
      <ValueAxis scale={scale} unit={chart.unit} unitLabel={chart.unitLabel} left={left} right={width - 2} top={top} />
      <CategoryAxis
        categories={chart.categories}
        place={(index) => start(index) + band.bandwidth() / 2}
        step={band.step()}
        y={bottom + below}
      />
      {bars.map((column, index) => (
        <g key={chart.categories[index]?.label}>
          <title>{rowText(table, index)}</title>
          {column.map((bar) => (
            <OneBar
              key={bar.series}
              bar={bar}
              chart={chart}
              scale={scale}
              x={start(index) + bar.lane * lane}
              width={lane}
              lanes={lanes}
            />
          ))}
        </g>
      ))}
      <line x1={left} x2={width - 2} y1={scale.zero} y2={scale.zero} stroke={paint.axis} shapeRendering="crispEdges" />
      {/* Between the bars, where no value is written. */}
      <Marks
        marks={chart.marks}
        place={(index) => rounded(start(index) - (band.step() - band.bandwidth()) / 2)}
        left={left}
        top={top}
        bottom={bottom}
      />
    </ChartFrame>
  )
}

function OneBar({
  bar,
  chart,
  scale,
  x,
  width,
  lanes,
}: {
  bar: Bar
  chart: BarChartDefinition | StackedBarChartDefinition
  scale: ValueScale
  x: number
  width: number
  lanes: number
}) {
  if (bar.to === null) return <Missing x={x + width / 2} y={scale.zero} />
  const y = Math.min(scale(bar.to), scale(bar.from))
  const height = Math.abs(scale(bar.to) - scale(bar.from))
  const text = formatChartValue(bar.to - bar.from, chart.unit)
  return (
    <g>
      <rect
        x={rounded(x + 0.5)}
        y={rounded(y)}
        width={rounded(Math.max(1, width - 1))}
        height={rounded(height)}
        {...fillOf(chart.series[bar.series], bar.series)}
      />
      {bar.isWhole && textWidth(text) + (lanes > 1 ? 5 : 0) <= width && (
        <text
          x={rounded(x + width / 2)}
          y={rounded(bar.to < 0 ? y + height + 13 : y - 5)}
          textAnchor="middle"
          fill={paint.ink}
          stroke={paint.background}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {text}
        </text>
      )}
    </g>
  )
}

/** A missing bar says so; an empty place would be read as zero. */
const Missing = ({ x, y }: { x: number; y: number }) => (
  <text x={rounded(x)} y={rounded(y - 5)} textAnchor="middle" fill={paint.quiet}>
    ..
  </text>
)
