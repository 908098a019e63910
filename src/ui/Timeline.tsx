import './Timeline.css'
import { Fragment, type ReactNode } from 'react'
import { type Month, monthsBetween } from '../values/month.ts'
import type { Period } from '../values/period.ts'
import { stacked, yearsOf } from './timeline-layout.ts'

/** `text` is shown when the pointer rests on the part; the table beside the timeline says the same. */
export type TimelineBar = { month: Month; value: number; text: string }
export type TimelineBand = Period & { label: string; text: string; pattern?: 1 | 2 | 3 | 4 }
export type TimelineMark = { month: Month; symbol: ReactNode; text: string }

export type TimelineLane =
  | { kind: 'bars'; id: string; label: string; scale: string; bars: TimelineBar[] }
  | { kind: 'bands'; id: string; label: string; bands: TimelineBand[] }
  | { kind: 'marks'; id: string; label: string; marks: TimelineMark[] }

type TimelineProps = {
  /** Names the region that scrolls sideways. */
  label: string
  /** The picture in words. */
  sentence: string
  period: Period
  lanes: TimelineLane[]
}

/**
 * Months from left to right, what happened in lanes under each other.
 *
 * A picture with a sentence: the same facts stand in a table beside it, which is what a screen reader is given to read.
 */
export function Timeline({ label, sentence, period, lanes }: TimelineProps) {
  const months = monthsBetween(period.from, period.until)
  return (
    <figure className="timeline-figure">
      <div className="timeline-scroll" role="region" aria-label={label} tabIndex={0}>
        <div
          role="img"
          aria-label={sentence}
          className="timeline"
          style={{
            gridTemplateColumns: `var(--timeline-label) repeat(${months}, minmax(0.875rem, 1fr))`,
            minWidth: `calc(var(--timeline-label) + ${months * 0.875}rem)`,
          }}
        >
          <Years period={period} />
          {lanes.map((lane) => (
            <Fragment key={lane.id}>
              <div className="timeline-label">
                {lane.label}
                {lane.kind === 'bars' && <span className="timeline-scale">{lane.scale}</span>}
              </div>
              <Lane lane={lane} period={period} />
            </Fragment>
          ))}
        </div>
      </div>
      <figcaption>{sentence}</figcaption>
    </figure>
  )
}

const Years = ({ period }: { period: Period }) => (
  <>
    <div className="timeline-label" />
    {yearsOf(period).map(({ year, months }) => (
      <div key={year} className="timeline-year" style={{ gridColumn: `span ${months}` }}>
        <span>{months > 2 ? year : ''}</span>
      </div>
    ))}
  </>
)

function Lane({ lane, period }: { lane: TimelineLane; period: Period }) {
  const rows = lane.kind === 'bands' ? Math.max(1, stacked(lane.bands).length) : 1
  return (
    <div
      className={`timeline-lane timeline-${lane.kind}`}
      style={lane.kind === 'bands' ? { gridTemplateRows: `repeat(${rows}, 1.5rem)` } : {}}
    >
      <YearLines period={period} />
      <LaneContent lane={lane} from={period.from} />
    </div>
  )
}

/** One thin line where each year begins, behind what happens. */
const YearLines = ({ period }: { period: Period }) =>
  yearsOf(period)
    .reduce<number[]>((starts, { months }) => [...starts, (starts.at(-1) ?? 1) + months], [])
    .slice(0, -1)
    .map((column) => <i key={column} className="timeline-line" style={{ gridColumn: column }} />)

function LaneContent({ lane, from }: { lane: TimelineLane; from: Month }) {
  const column = (month: Month) => monthsBetween(from, month) + 1
  switch (lane.kind) {
    case 'bars':
      return <Bars bars={lane.bars} column={column} />
    case 'bands':
      return <Bands bands={lane.bands} column={column} />
    case 'marks':
      return lane.marks.map(({ month, symbol, text }, index) => (
        <span key={index} title={text} style={{ gridColumn: column(month) }}>
          {symbol}
        </span>
      ))
  }
}

type Column = (month: Month) => number

/** Heights against the largest amount. A recovery hangs below the line. */
function Bars({ bars, column }: { bars: TimelineBar[]; column: Column }) {
  const largest = Math.max(1, ...bars.map(({ value }) => Math.abs(value)))
  return bars.map(({ month, value, text }) => (
    <span
      key={month}
      title={text}
      className={value < 0 ? 'timeline-bar timeline-bar-negative' : 'timeline-bar'}
      style={{ gridColumn: column(month), height: `${(Math.abs(value) / largest) * 100}%` }}
    />
  ))
}

const Bands = ({ bands, column }: { bands: TimelineBand[]; column: Column }) =>
  stacked(bands).flatMap((row, index) =>
    row.map(({ from, until, label, text, pattern = 1 }) => (
      <span
        key={`${index} ${from}`}
        title={text}
        className={`timeline-band timeline-pattern-${pattern}`}
        style={{ gridColumn: `${column(from)} / ${column(until)}`, gridRow: index + 1 }}
      >
        {label}
      </span>
    )),
  )
