import type { ReactNode } from 'react'
import { type Category, type ChartUnit, formatAxisValue } from './chart-parts.ts'
import type { ChartDefinition, SeriesChart } from './chart.ts'
import { type ChartTable, rowText } from './chart-table.ts'
import { fontSize, placeLegend, rounded, textWidth, type ValueScale, visibleTicks } from './geometry.ts'
import { type ChartMark, markLines, markTexts } from './marks.ts'
import { dash, fillOf, lineColour, paint } from './paint.ts'

/**
 * The drawing's outer shell: an image with a name and a sentence, for eyes and for screen readers.
 * Nothing in it has an id, so that many drawings can stand on one page and the same chart is always the same text.
 */
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
  return (
    <svg
      role="img"
      aria-label={`${chart.title}. ${chart.description}`}
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"
      fontSize={fontSize.tick}
    >
      <title>{chart.title}</title>
      <desc>{[chart.description, ...marksInWords(chart)].join(' ')}</desc>
      {children}
    </svg>
  )
}

const marksInWords = (chart: ChartDefinition): string[] =>
  'marks' in chart && chart.marks ? markTexts(chart.marks) : []

/** A line with its number for each place where something happened. The numbers stand above the drawing, as the list below has them. */
export function Marks({
  marks = [],
  place,
  left,
  top,
  bottom,
}: {
  marks: readonly ChartMark[] | undefined
  place: (index: number) => number
  /** The value axis: a number beside it would stand on its values. */
  left: number
  top: number
  bottom: number
}) {
  return (
    <g>
      {markLines(marks).map(({ at, label }) => {
        const width = Math.max(14, textWidth(label) + 6)
        const centre = rounded(Math.max(place(at), left + width / 2))
        return (
          <g key={at}>
            <line
              x1={place(at)}
              x2={place(at)}
              y1={top}
              y2={bottom}
              stroke={paint.ink}
              strokeWidth={1}
              strokeDasharray="3 3"
            />
            <rect
              x={rounded(centre - width / 2)}
              y={top - 7}
              width={rounded(width)}
              height={14}
              rx={7}
              fill={paint.background}
              stroke={paint.ink}
            />
            <text x={centre} y={top} dy="0.35em" textAnchor="middle" fill={paint.ink}>
              {label}
            </text>
          </g>
        )
      })}
    </g>
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

/** A name beside a sample of its mark, drawn from the text's baseline, 18 pixels wide. */
export type LegendEntry = { name: string; sample: ReactNode }

/** For charts whose marks have no room for their names. */
export function Legend({ entries, width, y }: { entries: LegendEntry[]; width: number; y: number }) {
  const places = placeLegend(
    entries.map(({ name }) => name),
    width,
  )
  return (
    <g fontSize={fontSize.label} fill={paint.ink}>
      {entries.map(({ name, sample }, index) => {
        const { row, x } = places[index] ?? { row: 0, x: 0 }
        return (
          <g key={name} transform={`translate(${x},${y + row * 18})`}>
            {sample}
            <text x={24}>{name}</text>
          </g>
        )
      })}
    </g>
  )
}

/** A single mark is named by the title; a legend of one would only repeat it. */
export function legendHeight(entries: LegendEntry[], width: number): number {
  if (entries.length < 2) return 0
  const places = placeLegend(
    entries.map(({ name }) => name),
    width,
  )
  return ((places.at(-1)?.row ?? 0) + 1) * 18 + 4
}

/** One entry per series, as a line or as a surface. */
export const seriesLegend = (chart: SeriesChart): LegendEntry[] =>
  chart.series.map((series, index) => ({
    name: series.name,
    sample:
      chart.kind === 'line' ? (
        <LineSample stroke={lineColour(series, index)} dashes={dash(index)} />
      ) : (
        <rect x={3} width={12} height={12} y={-10} {...fillOf(series, index)} />
      ),
  }))

export const LineSample = ({ stroke, dashes }: { stroke: string; dashes: string | undefined }) => (
  <line x1={0} x2={18} y1={-4} y2={-4} strokeWidth={2} stroke={stroke} strokeDasharray={dashes} />
)

/** What the pointer is told over each part of the chart's width: the row of the table that stands there. */
export function Hints({
  table,
  from,
  to,
  top,
  bottom,
}: {
  table: ChartTable
  from: (index: number) => number
  to: (index: number) => number
  top: number
  bottom: number
}) {
  return (
    <g fill="transparent">
      {table.rows.map((row, index) => (
        <rect
          key={row.label}
          x={rounded(from(index))}
          y={top}
          width={rounded(Math.max(0, to(index) - from(index)))}
          height={bottom - top}
        >
          <title>{rowText(table, index)}</title>
        </rect>
      ))}
    </g>
  )
}
