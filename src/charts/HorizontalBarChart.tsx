import { rowText, tableOf } from './chart-table.ts'
import { type ChartSize, formatChartValue } from './chart-parts.ts'
import type { HorizontalBarChartDefinition, Series } from './chart.ts'
import { ChartFrame, Legend, legendHeight, seriesLegend } from './ChartFrame.tsx'
import { fitText, fontSize, textWidth, type ValueScale, valueScale } from './geometry.ts'
import { hue, paint } from './paint.ts'

/**
 * Bars from left to right with the value at the end. The label stands to the left, or above when the chart is narrow.
 * The height follows from the number of categories.
 */
export function HorizontalBarChart({ chart, width = 640 }: ChartSize & { chart: HorizontalBarChartDefinition }) {
  const bars = chart.series.filter((series) => series.role !== 'reference')
  const narrow = widestLabel(chart) > width * 0.42
  const table = tableOf(chart)
  const entries = seriesLegend(chart)
  const legend = legendHeight(entries, width)
  const lane = bars.length > 1 ? 14 : 18
  const row = bars.length * lane + 10 + (narrow ? 16 : 0)
  const height = legend + 6 + chart.categories.length * row + 18
  const labelWidth = narrow ? 0 : widestLabel(chart)
  const scale = barScale(chart, labelWidth, width)
  const top = legend + 6
  return (
    <ChartFrame chart={chart} width={width} height={height}>
      {legend > 0 && <Legend entries={entries} width={width} y={12} />}
      {chart.categories.map((category, index) => {
        const y = top + index * row
        const barTop = y + (narrow ? 18 : 4)
        return (
          <g key={category.label}>
            <title>{rowText(table, index)}</title>
            <text
              x={0}
              y={narrow ? y + 12 : barTop + (bars.length * lane) / 2}
              dy={narrow ? 0 : '0.35em'}
              fill={paint.ink}
              fontSize={fontSize.label}
            >
              {fitText(category.label, narrow ? width : labelWidth)}
            </text>
            <line
              x1={scale.zero}
              x2={scale.zero}
              y1={narrow ? barTop - 2 : y}
              y2={narrow ? barTop + bars.length * lane : y + row}
              stroke={paint.axis}
              shapeRendering="crispEdges"
            />
            {bars.map((series, at) => (
              <OneBar
                key={series.id}
                chart={chart}
                series={series}
                index={index}
                scale={scale}
                y={barTop + at * lane}
                lane={lane}
              />
            ))}
            {chart.series
              .filter((series) => series.role === 'reference')
              .map((series) => (
                <Mark
                  key={series.id}
                  value={series.values[index] ?? null}
                  scale={scale}
                  y={barTop}
                  height={bars.length * lane}
                />
              ))}
          </g>
        )
      })}
      <text x={width} y={height - 4} textAnchor="end" fill={paint.quiet}>
        {chart.unitLabel}
      </text>
    </ChartFrame>
  )
}

const widestLabel = (chart: HorizontalBarChartDefinition) =>
  Math.max(0, ...chart.categories.map((category) => textWidth(category.label, fontSize.label))) + 12

/** Keeps room for the written value at both ends, since bars may go below zero. */
function barScale(chart: HorizontalBarChartDefinition, labelWidth: number, width: number): ValueScale {
  const values = chart.series.flatMap((series) => series.values)
  const room = Math.max(0, ...values.map((value) => textWidth(formatChartValue(value, chart.unit)))) + 12
  const below = values.some((value) => value !== null && value < 0)
  return valueScale(values, [labelWidth + (below ? room : 0), width - room])
}

function OneBar({
  chart,
  series,
  index,
  scale,
  y,
  lane,
}: {
  chart: HorizontalBarChartDefinition
  series: Series
  index: number
  scale: ValueScale
  y: number
  lane: number
}) {
  const value = series.values[index] ?? null
  const end = scale(value ?? 0)
  const reference = chart.series.find((each) => each.role === 'reference')?.values[index] ?? null
  const beyond = reference !== null && (value ?? 0) >= 0 ? Math.max(end, scale(reference)) : end
  return (
    <g>
      <rect
        x={Math.min(end, scale.zero)}
        y={y}
        width={Math.round(Math.abs(end - scale.zero) * 10) / 10}
        height={lane - 2}
        fill={hue(chart.series.indexOf(series))}
      />
      <text
        x={value !== null && value < 0 ? end - 5 : beyond + 6}
        y={y + lane / 2 - 1}
        dy="0.35em"
        textAnchor={value !== null && value < 0 ? 'end' : 'start'}
        fill={value === null ? paint.quiet : paint.ink}
      >
        {formatChartValue(value, chart.unit)}
      </text>
    </g>
  )
}

/** The comparison as a line across the bar: seen against the bar and beyond it. */
function Mark({ value, scale, y, height }: { value: number | null; scale: ValueScale; y: number; height: number }) {
  if (value === null) return null
  const x = scale(value)
  return (
    <g>
      <line x1={x} x2={x} y1={y - 3} y2={y + height + 1} stroke={paint.background} strokeWidth={5} />
      <line x1={x} x2={x} y1={y - 3} y2={y + height + 1} stroke={paint.reference} strokeWidth={2.5} />
    </g>
  )
}
