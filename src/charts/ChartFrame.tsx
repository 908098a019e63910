import { type ReactNode, useId } from 'react'
import { type Category, type ChartDefinition, type ChartUnit, formatAxisValue, formatChartValue } from './chart.ts'
import { fontSize, placeLegend, textWidth, type ValueScale, visibleTicks } from './geometry.ts'
import { dash, fillOf, hue, paint } from './paint.ts'

/** The drawing's outer shell: an image with a name and a sentence, for eyes and for screen readers. */
export function ChartFrame({
  chart,
  width,
  height,
  children,
}: {
  chart: ChartDefinition
  width: number
  height: number
  children: ReactNode
}) {
  const id = useId()
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"
      fontSize={fontSize.tick}
    >
      <title id={`${id}t`}>{chart.title}</title>
      <desc id={`${id}d`}>{chart.description}</desc>
      {children}
    </svg>
  )
}

/** Grid lines with their values, and the zero line drawn stronger. The unit stands above the topmost value. */
export function ValueAxis({
  scale,
  unit,
  unitLabel,
  left,
  right,
  top,
}: {
  scale: ValueScale
  unit: ChartUnit
  unitLabel: string
  left: number
  right: number
  top: number
}) {
  return (
    <g>
      <text x={0} y={top - 12} fill={paint.quiet}>
        {unitLabel}
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={right}
            y1={scale(tick)}
            y2={scale(tick)}
            stroke={tick === 0 ? paint.axis : paint.grid}
            strokeWidth={1}
            shapeRendering="crispEdges"
          />
          <text x={left - 6} y={scale(tick)} dy="0.35em" textAnchor="end" fill={paint.quiet}>
            {formatAxisValue(tick, unit)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Room for the widest value on the axis. */
export const axisWidth = (scale: ValueScale, unit: ChartUnit): number =>
  Math.ceil(Math.max(...scale.ticks.map((tick) => textWidth(formatAxisValue(tick, unit))))) + 8

/** Ticks under the chart, as many as have room; what several share, such as the year, is written once below. */
export function CategoryAxis({
  categories,
  place,
  step,
  y,
}: {
  categories: Category[]
  place: (index: number) => number
  step: number
  y: number
}) {
  const shown = visibleTicks(categories, step)
  return (
    <g fill={paint.quiet} textAnchor="middle">
      {shown.map((index, position) => {
        const category = categories[index]
        const before = categories[shown[position - 1] ?? -1]
        return (
          <g key={index}>
            <text x={place(index)} y={y + 16}>
              {category?.tick ?? category?.label}
            </text>
            {category?.group && category.group !== before?.group && (
              <text x={place(index)} y={y + 31} fontWeight={600} fill={paint.ink}>
                {category.group}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

export const categoryAxisHeight = (categories: Category[]): number =>
  categories.some((category) => category.group) ? 38 : 24

/** Names beside a sample of each series, for charts whose marks have no room for their names. */
export function Legend({ chart, width, y }: { chart: ChartDefinition; width: number; y: number }) {
  const places = placeLegend(namesOf(chart), width)
  return (
    <g fontSize={fontSize.label} fill={paint.ink}>
      {chart.series.map((series, index) => {
        const { row, x } = places[index] ?? { row: 0, x: 0 }
        return (
          <g key={series.id} transform={`translate(${x},${y + row * 18})`}>
            {chart.kind === 'line' ? (
              <line
                x1={0}
                x2={18}
                y1={-4}
                y2={-4}
                strokeWidth={2}
                stroke={series.role === 'reference' ? paint.reference : hue(index)}
                strokeDasharray={dash(index)}
              />
            ) : (
              <rect width={12} height={12} y={-10} {...fillOf(series, index)} />
            )}
            <text x={chart.kind === 'line' ? 24 : 18}>{series.name}</text>
          </g>
        )
      })}
    </g>
  )
}

/** A single series is named by the title; a legend of one would only repeat it. */
export function legendHeight(chart: ChartDefinition, width: number): number {
  if (chart.series.length < 2) return 0
  return ((placeLegend(namesOf(chart), width).at(-1)?.row ?? 0) + 1) * 18 + 4
}

const namesOf = (chart: ChartDefinition) => chart.series.map((series) => series.name)

/** Every value at one place, as the pointer's own hint: `mars 2019: 2019 602, 2018 599`. */
export function valuesAt(chart: ChartDefinition, index: number): string {
  const values = chart.series.map((series) => {
    const value = formatChartValue(series.values[index] ?? null, chart.unit)
    return chart.series.length > 1 ? `${series.name} ${value}` : value
  })
  return `${chart.categories[index]?.label}: ${values.join(', ')}`
}
