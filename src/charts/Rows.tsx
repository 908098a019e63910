import type { ReactNode } from 'react'
import { type ChartTable, rowText } from './chart-table.ts'
import { type ChartUnit, formatAxisValue } from './chart-parts.ts'
import { fitText, fontSize, rounded, textWidth, type ValueScale } from './geometry.ts'
import { paint } from './paint.ts'

/** Where rows under one another stand: their names to the left of the marks, or above them when the chart is narrow. */
export type RowLayout = {
  isNarrow: boolean
  /** From where the marks may be drawn. */
  left: number
  /** From one row to the next. */
  step: number
  /** The middle of a row's marks. */
  middle: (index: number) => number
  bottom: number
}

export function layOutRows(labels: string[], width: number, top: number): RowLayout {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, fontSize.label))) + 14
  const isNarrow = widest > width * 0.45
  const step = isNarrow ? 38 : 24
  return {
    isNarrow,
    left: isNarrow ? rowAxisEnd : widest,
    step,
    middle: (index) => top + index * step + (isNarrow ? 26 : 12),
    bottom: top + labels.length * step + 2,
  }
}

/** Upright grid lines with their values below, the unit at the right. */
export function RowAxis({
  scale,
  unit,
  unitLabel,
  top,
  bottom,
  width,
}: {
  scale: ValueScale
  unit: ChartUnit
  unitLabel: string
  top: number
  bottom: number
  width: number
}) {
  return (
    <g fill={paint.quiet} textAnchor="middle">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={scale(tick)}
            x2={scale(tick)}
            y1={top}
            y2={bottom}
            stroke={tick === 0 ? paint.axis : paint.grid}
            shapeRendering="crispEdges"
          />
          <text x={scale(tick)} y={bottom + 15}>
            {formatAxisValue(tick, unit)}
          </text>
        </g>
      ))}
      <text x={width} y={bottom + 31} textAnchor="end">
        {unitLabel}
      </text>
    </g>
  )
}

/** Half of what is written below the first and the last grid line. */
export const rowAxisEnd = 16
export const rowAxisHeight = 38

/** A row's name and marks, with its values as the pointer's hint. `value` is written at the right end of the name's line. */
export function Row({
  table,
  index,
  layout,
  width,
  value = '',
  children,
}: {
  table: ChartTable
  index: number
  layout: RowLayout
  width: number
  value?: string
  children: ReactNode
}) {
  const middle = layout.middle(index)
  const room = layout.isNarrow ? width - (value ? textWidth(value) + 10 : 0) : layout.left
  const baseline = layout.isNarrow ? rounded(middle - 13) : rounded(middle + 4)
  return (
    <g>
      <title>{rowText(table, index)}</title>
      <g fill={paint.ink} stroke={paint.background} strokeWidth={3} paintOrder="stroke">
        <text x={0} y={baseline} fontSize={fontSize.label}>
          {fitText(table.rows[index]?.label ?? '', room)}
        </text>
        {value && (
          <text x={width} y={baseline} textAnchor="end">
            {value}
          </text>
        )}
      </g>
      {children}
    </g>
  )
}
