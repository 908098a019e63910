import { type ChartSize, formatChartValue } from './chart-parts.ts'
import { ChartFrame, Legend, type LegendEntry, legendHeight } from './ChartFrame.tsx'
import { chartsText as text } from './charts.text.ts'
import { fitText, fontSize, rounded, textWidth } from './geometry.ts'
import { hue, paint } from './paint.ts'
import type { SuppressionCell, SuppressionChartDefinition } from './suppression-chart.ts'

type Box = { x: number; y: number; width: number; height: number }

/** The table as a map: a shown count is written, a hidden one is hatched and carries the letter of its reason. */
export function SuppressionChart({ chart, width = 640 }: ChartSize & { chart: SuppressionChartDefinition }) {
  const { columns, rows } = chart
  const widest = Math.max(0, ...rows.map(({ label }) => textWidth(label, fontSize.label))) + 10
  const isNarrow = (width - widest) / columns.length < 44
  const left = isNarrow ? 0 : widest
  const cell = (width - left) / Math.max(1, columns.length)
  const headings = headingHeight(columns, cell)
  const top = legendHeight(legend, width) + 6 + headings.height
  const step = isNarrow ? 42 : 26
  return (
    <ChartFrame chart={chart} width={width} height={top + rows.length * step + 4}>
      <Legend entries={legend} width={width} y={12} />
      <Headings columns={columns} left={left} cell={cell} y={top - 6} room={headings} />
      {rows.map((row, at) => (
        <g key={row.label}>
          <text x={0} y={top + at * step + (isNarrow ? 13 : 17)} fill={paint.ink} fontSize={fontSize.label}>
            {fitText(row.label, isNarrow ? width : widest)}
          </text>
          {row.cells.map((value, index) => (
            <g key={columns[index]}>
              <title>{`${row.label}, ${columns[index]}: ${wordsFor(value)}`}</title>
              <OneCell
                value={value}
                box={{
                  x: rounded(left + index * cell + 1),
                  y: top + at * step + (isNarrow ? 18 : 1),
                  width: rounded(cell - 2),
                  height: 24,
                }}
              />
            </g>
          ))}
        </g>
      ))}
    </ChartFrame>
  )
}

const wordsFor = (value: SuppressionCell) =>
  typeof value === 'number' ? formatChartValue(value, 'count') : text[value]

const sampleBox: Box = { x: 0, y: -11, width: 19, height: 15 }

const legend: LegendEntry[] = [
  { name: text.shown, sample: <OneCell value={12} box={sampleBox} /> },
  { name: text.primary, sample: <OneCell value="primary" box={sampleBox} /> },
  { name: text.secondary, sample: <OneCell value="secondary" box={sampleBox} /> },
]

function OneCell({ value, box }: { value: SuppressionCell; box: Box }) {
  const { x, y, width, height } = box
  const isShown = typeof value === 'number'
  return (
    <g>
      <rect {...box} fill={paint.background} stroke={isShown ? paint.grid : colourOf[value]} />
      {!isShown && <path d={patternOf[value](box)} stroke={colourOf[value]} strokeWidth={1} />}
      <text
        x={rounded(x + width / 2)}
        y={y + height / 2 + 4}
        textAnchor="middle"
        fill={paint.ink}
        fontWeight={isShown ? 400 : 700}
        stroke={paint.background}
        strokeWidth={isShown ? 0 : 5}
        paintOrder="stroke"
      >
        {isShown ? formatChartValue(value, 'count') : text.letter[value]}
      </text>
    </g>
  )
}

const colourOf = { primary: hue(4), secondary: hue(0) }

/** Patterns as plain lines: a fill that refers to a pattern needs an id, which two drawings on a page would share. */
const patternOf = { primary: slanted, secondary: level }

function slanted({ x, y, width, height }: Box): string {
  const lines = []
  for (let start = 5; start < width + height; start += 5) {
    const [fromX, fromY] = start <= width ? [x + start, y] : [x + width, y + start - width]
    const [toX, toY] = start <= height ? [x, y + start] : [x + start - height, y + height]
    lines.push(`M${rounded(fromX)},${rounded(fromY)}L${rounded(toX)},${rounded(toY)}`)
  }
  return lines.join('')
}

function level({ x, y, width, height }: Box): string {
  const lines = []
  for (let at = 6; at < height; at += 6) lines.push(`M${x},${y + at}h${width}`)
  return lines.join('')
}

type HeadingRoom = { height: number; isUpright: boolean }

/** Names that have no room side by side stand on end, cut when they are long. */
function headingHeight(columns: string[], cell: number): HeadingRoom {
  const widest = Math.max(0, ...columns.map((column) => textWidth(column)))
  return widest <= cell - 4
    ? { height: 20, isUpright: false }
    : { height: Math.min(120, Math.ceil(widest) + 10), isUpright: true }
}

function Headings({
  columns,
  left,
  cell,
  y,
  room,
}: {
  columns: string[]
  left: number
  cell: number
  y: number
  room: HeadingRoom
}) {
  return (
    <g fill={paint.quiet}>
      {columns.map((column, index) => {
        const middle = rounded(left + (index + 0.5) * cell)
        return room.isUpright ? (
          <text key={column} transform={`translate(${middle + 4},${y}) rotate(-90)`}>
            {fitText(column, room.height - 8, fontSize.tick)}
          </text>
        ) : (
          <text key={column} x={middle} y={y} textAnchor="middle">
            {column}
          </text>
        )
      })}
    </g>
  )
}
