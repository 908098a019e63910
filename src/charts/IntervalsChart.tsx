import { tableOf } from './chart-table.ts'
import type { ChartSize } from './chart-parts.ts'
import { ChartFrame, Legend, type LegendEntry, legendHeight } from './ChartFrame.tsx'
import { chartsText as text } from './charts.text.ts'
import { rounded, textWidth, type ValueScale, valueScale } from './geometry.ts'
import { type EstimateRow, estimateText, holdsZero, type IntervalsChartDefinition } from './intervals-chart.ts'
import { hue, paint } from './paint.ts'
import { layOutRows, Row, RowAxis, rowAxisEnd, rowAxisHeight } from './Rows.tsx'

/** One row per estimate. A filled mark excludes zero, a hollow one does not; the numbers stand at the right. */
export function IntervalsChart({ chart, width = 640 }: ChartSize & { chart: IntervalsChartDefinition }) {
  const { rows, unit, margin } = chart
  const legend = legendOf(chart)
  const top = legendHeight(legend, width) + 6
  const layout = layOutRows(
    rows.map(({ label }) => label),
    width,
    top,
  )
  const values = rows.map((row) => estimateText(row, unit))
  const right = width - (layout.isNarrow ? rowAxisEnd : Math.max(0, ...values.map((value) => textWidth(value))) + 14)
  const ends = rows.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper])
  const scale = valueScale(margin === undefined ? ends : [...ends, margin, -margin], [layout.left, right])
  const { bottom, middle } = layout
  const table = tableOf(chart)
  return (
    <ChartFrame chart={chart} width={width} height={bottom + rowAxisHeight}>
      <Legend entries={legend} width={width} y={12} />
      {margin !== undefined && <Margin from={scale(-margin)} to={scale(margin)} top={top} bottom={bottom} />}
      <RowAxis scale={scale} unit={unit} unitLabel={chart.unitLabel} top={top} bottom={bottom} width={width} />
      {rows.map((row, index) => (
        <Row key={row.label} table={table} index={index} layout={layout} width={width} value={values[index] ?? ''}>
          <Interval row={row} y={middle(index)} scale={scale} />
        </Row>
      ))}
    </ChartFrame>
  )
}

const legendOf = ({ margin }: IntervalsChartDefinition): LegendEntry[] => [
  { name: text.excludesZero, sample: <Mark x={9} y={-4} isHollow={false} /> },
  { name: text.holdsZero, sample: <Mark x={9} y={-4} isHollow /> },
  ...(margin === undefined ? [] : [{ name: text.margin, sample: <Margin from={2} to={16} top={-11} bottom={2} /> }]),
]

function Interval({ row, y, scale }: { row: EstimateRow; y: number; scale: ValueScale }) {
  const { estimate, lower, upper } = row
  const ends = lower === null || upper === null ? null : [scale(lower), scale(upper)]
  return (
    <g>
      {ends && (
        <path
          d={`M${ends[0]},${y}H${ends[1]}M${ends[0]},${y - 4}v8M${ends[1]},${y - 4}v8`}
          stroke={hue(0)}
          strokeWidth={1.75}
          fill="none"
        />
      )}
      <Mark x={scale(estimate)} y={y} isHollow={holdsZero(row)} />
    </g>
  )
}

const Mark = ({ x, y, isHollow }: { x: number; y: number; isHollow: boolean }) => (
  <rect
    x={rounded(x - 4.5)}
    y={y - 4.5}
    width={9}
    height={9}
    fill={isHollow ? paint.background : hue(0)}
    stroke={hue(0)}
    strokeWidth={1.75}
  />
)

function Margin({ from, to, top, bottom }: { from: number; to: number; top: number; bottom: number }) {
  return (
    <g>
      <rect
        x={from}
        y={top}
        width={rounded(to - from)}
        height={bottom - top}
        fill={paint.reference}
        fillOpacity={0.12}
      />
      <path d={`M${from},${top}V${bottom}M${to},${top}V${bottom}`} stroke={paint.reference} strokeDasharray="3 3" />
    </g>
  )
}
