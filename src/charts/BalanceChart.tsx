import type { BalanceChartDefinition, CovariateBalance } from './balance-chart.ts'
import { tableOf } from './chart-table.ts'
import type { ChartSize } from './chart-parts.ts'
import { ChartFrame, Legend, type LegendEntry, legendHeight } from './ChartFrame.tsx'
import { chartsText as text } from './charts.text.ts'
import { type ValueScale, valueScale } from './geometry.ts'
import { hue, paint } from './paint.ts'
import { layOutRows, Row, RowAxis, rowAxisEnd, rowAxisHeight } from './Rows.tsx'

/** One row per variable: a hollow ring before and a filled dot after, with the limit as a broken line. */
export function BalanceChart({ chart, width = 640 }: ChartSize & { chart: BalanceChartDefinition }) {
  const { rows, limit } = chart
  const legend = legendOf(limit)
  const top = legendHeight(legend, width) + 6
  const layout = layOutRows(
    rows.map(({ covariate }) => covariate),
    width,
    top,
  )
  const { left, bottom, middle } = layout
  const scale = valueScale([limit, ...rows.flatMap(({ before, after }) => [before, after])], [left, width - rowAxisEnd])
  const table = tableOf(chart)
  return (
    <ChartFrame chart={chart} width={width} height={bottom + rowAxisHeight}>
      <Legend entries={legend} width={width} y={12} />
      <RowAxis scale={scale} unit="decimal" unitLabel={text.difference} top={top} bottom={bottom} width={width} />
      <line
        x1={scale(limit)}
        x2={scale(limit)}
        y1={top}
        y2={bottom}
        stroke={paint.ink}
        strokeWidth={1.5}
        strokeDasharray={limitDashes}
      />
      {rows.map((row, index) => (
        <Row key={row.covariate} table={table} index={index} layout={layout} width={width}>
          <Pair row={row} y={middle(index)} scale={scale} />
        </Row>
      ))}
    </ChartFrame>
  )
}

const limitDashes = '5 3'

const legendOf = (limit: number): LegendEntry[] => [
  { name: text.before, sample: <Ring x={9} y={-4} /> },
  { name: text.after, sample: <circle cx={9} cy={-4} r={5} fill={hue(0)} /> },
  {
    name: text.limit(limit),
    sample: <line x1={9} x2={9} y1={-11} y2={2} stroke={paint.ink} strokeWidth={1.5} strokeDasharray={limitDashes} />,
  },
]

const Pair = ({ row, y, scale }: { row: CovariateBalance; y: number; scale: ValueScale }) => (
  <g>
    <line x1={scale(row.before)} x2={scale(row.after)} y1={y} y2={y} stroke={paint.axis} />
    <Ring x={scale(row.before)} y={y} />
    <circle cx={scale(row.after)} cy={y} r={4.5} fill={hue(0)} />
  </g>
)

const Ring = ({ x, y }: { x: number; y: number }) => (
  <circle cx={x} cy={y} r={4.5} fill={paint.background} stroke={hue(1)} strokeWidth={2} />
)
