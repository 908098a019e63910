import { closureReasons } from '../parameters/code-lists/casework.ts'
import type { FieldNames } from '../pathway/event-fields.text.ts'
import type { Path, Plan, Referral } from '../pathway/path.ts'
import type { TimelineBand, TimelineLane, TimelineMark } from '../ui/Timeline.tsx'
import type { Day } from '../values/day.ts'
import { addMonths, type Month } from '../values/month.ts'
import { pathTimelineText as text } from './household.text.ts'

/** Told apart by their shape. The filled ones are what has come about. */
const symbols = {
  contact: '☎',
  booked: '○',
  held: '●',
  missed: '✕',
  cancelled: '–',
  mapped: '◧',
  planSaved: '◇',
  approved: '◆',
  followUp: '✓',
  closed: '■',
} as const
type Mark = keyof typeof symbols

/** What the way adds to the household's months: contacts and meetings, mapping and plan, interventions, work, closings. */
export function pathLanes(path: Path, names: FieldNames): TimelineLane[] {
  const lanes: TimelineLane[] = [
    marks('meetings', text.lanes.meetings, meetingMarks(path)),
    marks('plan', text.lanes.plan, planMarks(path)),
    bands('referrals', text.lanes.referrals, [
      ...path.referrals.map((each) => referralBand(each, names)),
      ...path.projects.map((each) => projectBand(each, names)),
    ]),
    bands('work', text.lanes.work, path.employments.map(employmentBand)),
    marks(
      'case',
      text.lanes.case,
      path.closures.map(({ on, said }) => mark('closed', on, closureReasons[said.reason].label)),
    ),
  ]
  return lanes.filter((lane) =>
    lane.kind === 'marks' ? lane.marks.length : lane.kind === 'bands' && lane.bands.length,
  )
}

type Dated = TimelineMark & { on: Day }

const mark = (kind: Mark, on: Day, more = ''): Dated => ({
  month: monthOf(on),
  symbol: symbols[kind],
  text: `${on}: ${text[kind]}${more && `, ${more.toLowerCase()}`}`,
  on,
})

/** One sign a month, that of the latest; what it stands for names them all. */
function marks(id: string, label: string, all: Dated[]): TimelineLane {
  const byMonth = new Map<Month, Dated>()
  for (const each of all.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const before = byMonth.get(each.month)
    byMonth.set(each.month, before ? { ...each, text: `${before.text}; ${each.text}` } : each)
  }
  return { kind: 'marks', id, label, marks: [...byMonth.values()] }
}

const bands = (id: string, label: string, all: TimelineBand[]): TimelineLane => ({
  kind: 'bands',
  id,
  label,
  bands: all,
})

const meetingMarks = ({ contacts, meetings }: Path): Dated[] => [
  ...contacts.map(({ on }) => mark('contact', on)),
  ...meetings.map(({ state, booked }) =>
    state.kind === 'booked' ? mark('booked', booked.at.slice(0, 10) as Day) : mark(state.kind, state.on),
  ),
]

const planMarks = ({ mappings, plans }: Path): Dated[] => [
  ...mappings.flatMap(({ completedOn }) => (completedOn ? [mark('mapped', completedOn)] : [])),
  ...plans.flatMap((plan: Plan) => [
    ...plan.versions.slice(0, 1).map(({ on }) => mark('planSaved', on)),
    ...plan.approvals.map(({ approved }) => mark('approved', approved.on)),
    ...plan.followUps.map(({ on }) => mark('followUp', on)),
  ]),
]

function referralBand({ on, said, state }: Referral, names: FieldNames): TimelineBand {
  const name = names[said.intervention] ?? said.intervention
  const isOver = state.kind === 'ended' || state.kind === 'returned' || state.kind === 'withdrawn'
  return {
    ...span(on, isOver ? state.on : null),
    label: name,
    text: `${name}, ${on}–${isOver ? state.on : text.ongoing}, ${text.state[state.kind]}`,
    pattern: state.kind === 'started' || state.kind === 'ended' ? 3 : 4,
  }
}

function projectBand({ on, project, leftOn }: Path['projects'][number], names: FieldNames): TimelineBand {
  const label = names[project] ?? project
  return { ...span(on, leftOn), label, text: `${label}, ${on}–${leftOn ?? text.ongoing}`, pattern: 3 }
}

const employmentBand = ({ on, said, ended }: Path['employments'][number]): TimelineBand => {
  const label = said.subsidised ? text.subsidised : text.unsubsidised
  return {
    ...span(on, ended?.on ?? null),
    label,
    text: `${label}, ${on}–${ended?.on ?? text.ongoing}`,
    pattern: 1,
  }
}

/** Every month it touches; a century on for what lasts, which the picture cuts off. */
const span = (from: Day, until: Day | null) => ({
  from: monthOf(from),
  until: until ? addMonths(monthOf(until), 1) : addMonths(monthOf(from), 1200),
})

const monthOf = (day: string) => day.slice(0, 7) as Month

/** The way in words, after what the months say. */
export function pathSentence(path: Path, names: FieldNames): string {
  const first = path.contacts[0]
  const held = path.meetings.filter(({ state }) => state.kind === 'held').length
  const missed = path.meetings.filter(({ state }) => state.kind === 'missed').length
  const approved = path.plans.flatMap((plan) => plan.approvals).at(-1)
  const running = path.referrals.filter(({ state }) => state.kind === 'started')
  const closed = path.closures.findLast(({ reopenedOn }) => reopenedOn === null)
  if (path.events.length === 0) return ` ${text.sentence.none}`
  return [
    first && text.sentence.contact(first.on),
    held + missed > 0 && text.sentence.meetings(held, missed),
    approved && text.sentence.plan(approved.approved.on),
    running.length > 0 &&
      text.sentence.running(running.map(({ said }) => names[said.intervention] ?? said.intervention).join(', ')),
    closed && text.sentence.closed(closed.on, closureReasons[closed.said.reason].label),
  ]
    .filter(Boolean)
    .join('')
}

/** The signs that the picture has, and what each stands for. */
export function PathLegend({ lanes }: { lanes: readonly TimelineLane[] }) {
  const used = lanes.flatMap((lane) => (lane.kind === 'marks' ? lane.marks.map(({ symbol }) => symbol) : []))
  return Object.entries(symbols)
    .filter(([, symbol]) => used.includes(symbol))
    .map(([kind, symbol]) => (
      <span key={kind}>
        {symbol} {text[kind as Mark]}
      </span>
    ))
}
