import { area, line } from 'd3-shape'
import { tableOf } from './chart-table.ts'
import type { ChartSize } from './chart-parts.ts'
import {
  axisWidth,
  CategoryAxis,
  categoryAxisHeight,
  ChartFrame,
  Hints,
  Legend,
  type LegendEntry,
  legendHeight,
  LineSample,
  ValueAxis,
} from './ChartFrame.tsx'
import { chartsText as text } from './charts.text.ts'
import type { Band, FanChartDefinition } from './fan-chart.ts'
import { rounded, textWidth, type ValueScale, valueScale } from './geometry.ts'
import { hue, paint } from './paint.ts'

type Place = (index: number) => number

/** History as a line, the forecast as a broken one inside its bands, and an upright line where the one becomes the other. */
export function FanChart({ chart, width = 640, height }: ChartSize & { chart: FanChartDefinition }) {
  const { categories, history, forecast, bands, reference, unit } = chart
  const legend = legendOf(chart)
  const top = 30 + legendHeight(legend, width)
  const axis = categoryAxisHeight(categories)
  const total = height ?? 220 + top + axis
  const bottom = total - axis
  const values = [
    ...history,
    ...forecast,
    ...bands.flatMap((band) => band.upper),
    ...bands.flatMap((band) => band.lower),
  ]
  const scale = valueScale([...values, ...(reference?.values ?? [])], [bottom, top])
  const [left, right] = [axisWidth(scale, unit), width - 12]
  const step = (right - left) / Math.max(1, categories.length - 1)
  const place: Place = (index) => rounded(left + index * step)
  const ahead: Place = (index) => place(history.length + index)
  return (
    <ChartFrame chart={chart} width={width} height={total}>
      <Legend entries={legend} width={width} y={12} />
      <ValueAxis scale={scale} unit={unit} unitLabel={chart.unitLabel} left={left} right={right} top={top} />
      <CategoryAxis categories={categories} place={place} step={step} y={bottom} />
      {bands.map((band, index) => (
        <OneBand key={band.level} band={band} index={index} place={ahead} scale={scale} />
      ))}
      {reference && (
        <Course values={reference.values} place={place} scale={scale} stroke={paint.reference} dashes={budgetDashes} />
      )}
      <Course values={history} place={place} scale={scale} stroke={hue(0)} width={2.25} />
      <Course
        // From the last month that is known, so that the eye follows one line.
        values={[...history.map((value, index) => (index === history.length - 1 ? value : null)), ...forecast]}
        place={place}
        scale={scale}
        stroke={hue(1)}
        width={2.25}
        dashes={forecastDashes}
      />
      {forecast.length > 0 && <Beginning x={rounded(ahead(0) - step / 2)} top={top} bottom={bottom} width={width} />}
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

const forecastDashes = '6 3'
const budgetDashes = '2 3'

const legendOf = ({ bands, reference }: FanChartDefinition): LegendEntry[] => [
  { name: text.actual, sample: <LineSample stroke={hue(0)} dashes={undefined} /> },
  { name: text.forecast, sample: <LineSample stroke={hue(1)} dashes={forecastDashes} /> },
  ...bands.toReversed().map(({ level }, index) => ({
    name: text.band(level),
    sample: <BandSample index={bands.length - 1 - index} />,
  })),
  ...(reference
    ? [{ name: reference.name, sample: <LineSample stroke={paint.reference} dashes={budgetDashes} /> }]
    : []),
]

/** The widest is dotted at its edges and the next drawn out; inner ones darken, since they lie on the outer. */
const edgeDashes = (index: number) => (index === 0 ? '1 2' : undefined)
const bandOpacity = 0.16

const BandSample = ({ index }: { index: number }) => (
  <rect
    x={2}
    y={-10}
    width={14}
    height={12}
    fill={hue(1)}
    fillOpacity={bandOpacity * (index + 1)}
    stroke={hue(1)}
    strokeDasharray={edgeDashes(index)}
  />
)

function OneBand({ band, index, place, scale }: { band: Band; index: number; place: Place; scale: ValueScale }) {
  const points = band.lower.map((low, at) => ({ at, low, high: band.upper[at] ?? low }))
  const shape = area<(typeof points)[0]>()
    .x(({ at }) => place(at))
    .y0(({ low }) => scale(low))
    .y1(({ high }) => scale(high))
    .digits(1)
  const edges = [shape.lineY0(), shape.lineY1()].map((edge) => edge.digits(1)(points) ?? '').join('')
  return (
    <g>
      <path d={shape(points) ?? ''} fill={hue(1)} fillOpacity={bandOpacity} />
      <path d={edges} fill="none" stroke={hue(1)} strokeWidth={1} strokeDasharray={edgeDashes(index)} />
    </g>
  )
}

function Course({
  values,
  place,
  scale,
  stroke,
  width = 1.75,
  dashes,
}: {
  values: (number | null)[]
  place: Place
  scale: ValueScale
  stroke: string
  width?: number
  dashes?: string
}) {
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => place(at))
    .y((value) => scale(value ?? 0))
    .digits(1)
  return (
    <path
      d={draw(values) ?? ''}
      fill="none"
      stroke={stroke}
      strokeWidth={width}
      strokeDasharray={dashes}
      strokeLinejoin="round"
      strokeLinecap={dashes ? 'butt' : 'round'}
    />
  )
}

function Beginning({ x, top, bottom, width }: { x: number; top: number; bottom: number; width: number }) {
  const isAtEdge = x + textWidth(text.forecastBegins) + 8 > width
  return (
    <g>
      <line x1={x} x2={x} y1={top - 14} y2={bottom} stroke={paint.ink} shapeRendering="crispEdges" />
      <text x={isAtEdge ? x - 5 : x + 5} y={top - 6} textAnchor={isAtEdge ? 'end' : 'start'} fill={paint.ink}>
        {text.forecastBegins}
      </text>
    </g>
  )
}
