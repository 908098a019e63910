import { area, curveStepAfter, line } from 'd3-shape'
import { tableOf } from './chart-table.ts'
import type { ChartSize } from './chart-parts.ts'
import {
  axisWidth,
  ChartFrame,
  Hints,
  Legend,
  type LegendEntry,
  legendHeight,
  LineSample,
  ValueAxis,
} from './ChartFrame.tsx'
import { chartsText as text } from './charts.text.ts'
import { rounded, timeTicks, type ValueScale, valueScale } from './geometry.ts'
import { dash, hue, paint } from './paint.ts'
import type { SurvivalChartDefinition, SurvivalCurve } from './survival-chart.ts'

type Across = (time: number) => number

/**
 * Step curves from 100 %, each with its band; an upright tick where someone stops being followed;
 * and below the axis how many are followed, so that a tail that rests on few is seen to do so.
 */
export function SurvivalChart({ chart, width = 640, height }: ChartSize & { chart: SurvivalChartDefinition }) {
  const { curves, horizon } = chart
  const legend = legendOf(curves)
  const top = 24 + legendHeight(legend, width)
  const below = riskTop + Math.max(1, curves.length) * riskRow + 4
  const total = height ?? 230 + top + below
  const bottom = total - below
  const scale = valueScale([0, 1], [bottom, top])
  const [left, right] = [axisWidth(scale, 'share'), width - 22]
  const across: Across = (time) => rounded(left + (time / horizon) * (right - left))
  const ticks = timeTicks(horizon, right - left, 40)
  const table = tableOf(chart)
  const times = [...new Set(curves.flatMap(({ time }) => time))].sort((one, other) => one - other)
  return (
    <ChartFrame chart={chart} width={width} height={total}>
      {legend.length > 1 && <Legend entries={legend} width={width} y={12} />}
      <ValueAxis scale={scale} unit="share" unitLabel={chart.valueLabel} left={left} right={right} top={top} />
      <g textAnchor="middle" fill={paint.quiet}>
        {ticks.map((tick) => (
          <text key={tick} x={across(tick)} y={bottom + 16}>
            {tick}
          </text>
        ))}
        <text x={width} y={bottom + 32} textAnchor="end">
          {chart.timeLabel}
        </text>
      </g>
      {curves.map((curve, index) => (
        <Uncertainty key={curve.name} curve={curve} index={index} across={across} scale={scale} />
      ))}
      {curves.map((curve, index) => (
        <Curve key={curve.name} curve={curve} index={index} across={across} scale={scale} />
      ))}
      <RiskTable curves={curves} ticks={ticks} across={across} y={bottom + riskTop} />
      <Hints
        table={table}
        from={(index) => across(times[index] ?? 0)}
        to={(index) => across(times[index + 1] ?? horizon)}
        top={top}
        bottom={bottom}
      />
    </ChartFrame>
  )
}

const riskTop = 54
const riskRow = 16

function legendOf(curves: SurvivalCurve[]): LegendEntry[] {
  if (curves.length === 0) return []
  const names = curves.map(({ name }, index) => ({
    name,
    sample: <LineSample stroke={hue(index)} dashes={dash(index)} />,
  }))
  const hasCensored = curves.some(({ censored }) => censored.some((count) => count > 0))
  const mark = { name: text.censoredMark, sample: <path d="M9,-9V1M4,-4H14" stroke={paint.ink} /> }
  return hasCensored ? [...names, mark] : names
}

type CurveProps = { curve: SurvivalCurve; index: number; across: Across; scale: ValueScale }

/** All remain before the first time. */
function Curve({ curve: { time, survival, censored }, index, across, scale }: CurveProps) {
  const points = [{ x: 0, y: 1 }, ...time.map((x, at) => ({ x, y: survival[at] ?? 0 }))]
  const draw = line<{ x: number; y: number }>()
    .x((point) => across(point.x))
    .y((point) => scale(point.y))
    .curve(curveStepAfter)
    .digits(1)
  const marks = time.map((x, at) =>
    (censored[at] ?? 0) > 0 ? `M${across(x)},${rounded(scale(survival[at] ?? 0) - 4)}v8` : '',
  )
  return (
    <g fill="none" stroke={hue(index)}>
      <path d={draw(points) ?? ''} strokeWidth={2.25} strokeDasharray={dash(index)} strokeLinejoin="round" />
      <path d={marks.join('')} strokeWidth={1} />
    </g>
  )
}

/** A band is open where its bounds are not defined. */
function Uncertainty({ curve: { time, lower, upper }, index, across, scale }: CurveProps) {
  const points = time.map((x, at) => ({ x, low: lower[at] ?? null, high: upper[at] ?? null }))
  const shape = area<(typeof points)[0]>()
    .defined(({ low, high }) => low !== null && high !== null)
    .x(({ x }) => across(x))
    .y0(({ low }) => scale(low ?? 0))
    .y1(({ high }) => scale(high ?? 0))
    .curve(curveStepAfter)
    .digits(1)
  const edges = [shape.lineY0(), shape.lineY1()].map((edge) => edge.digits(1)(points) ?? '').join('')
  return (
    <g>
      <path d={shape(points) ?? ''} fill={hue(index)} fillOpacity={0.13} />
      <path d={edges} fill="none" stroke={hue(index)} strokeWidth={0.75} />
    </g>
  )
}

function RiskTable({
  curves,
  ticks,
  across,
  y,
}: {
  curves: SurvivalCurve[]
  ticks: number[]
  across: Across
  y: number
}) {
  return (
    <g fill={paint.ink} textAnchor="middle">
      <text x={0} y={y - 4} textAnchor="start" fill={paint.quiet}>
        {text.atRisk}
      </text>
      {curves.map((curve, index) => (
        <g key={curve.name} transform={`translate(0,${y + (index + 1) * riskRow - 4})`}>
          {curves.length > 1 && <LineSample stroke={hue(index)} dashes={dash(index)} />}
          {ticks.map((tick) => (
            <text key={tick} x={across(tick)}>
              {followedAt(curve, tick)}
            </text>
          ))}
        </g>
      ))}
    </g>
  )
}

/** Those who have neither left nor stopped being followed before `tick`. */
function followedAt({ time, atRisk }: SurvivalCurve, tick: number): number {
  const next = time.findIndex((each) => each >= tick)
  return next < 0 ? 0 : (atRisk[next] ?? 0)
}
