import { Timeline, type TimelineBand, type TimelineLane } from '../ui/Timeline.tsx'
import { bandsOf } from '../ui/timeline-layout.ts'
import { formatKronor } from '../values/format.ts'
import { addMonths, type Month, monthInWords, monthShort } from '../values/month.ts'
import { type Period, periodInWords } from '../values/period.ts'
import { sentenceAbout } from '../register/household-sentence.text.ts'
import type { DecisionOutcome, HouseholdDetails, HouseholdIntervention } from '../register/household-view.ts'
import { people } from '../register/people.page.tsx'
import { householdText, outcomeText } from '../register/register.text.ts'
import { PathLegend } from './path-lanes.page.tsx'

type HouseholdTimelineProps = {
  household: HouseholdDetails
  /** What is known besides the months: the way to self-support. */
  more: TimelineLane[]
  sentence: string
  /** The month of the work: the picture reaches it. */
  now: Month
}

/** The household's months at a glance: amounts, decisions, each adult's obstacles, interventions, and the way. */
export function HouseholdTimeline({ household, more, sentence, now }: HouseholdTimelineProps) {
  const period = periodOf(household, more, now)
  if (!period) return <p>{householdText.empty}</p>
  const lanes = [
    amounts(household),
    decisions(household),
    ...obstacles(household),
    ...interventions(household, period),
    ...more.map((lane) => within(lane, period)),
  ]
  return (
    <>
      <Timeline
        label={householdText.timelineOf(household.key)}
        sentence={sentenceAbout(household) + sentence}
        period={period}
        lanes={lanes}
      />
      <Legend more={more} />
    </>
  )
}

/** From the first month with anything in it to the month of the work. */
function periodOf({ months }: HouseholdDetails, more: TimelineLane[], now: Month): Period | null {
  const all = [...months.map(({ month }) => month), ...more.flatMap(monthsIn)].toSorted()
  const [first, last] = [all[0], all.at(-1)]
  return first && last ? { from: first, until: addMonths(last > now ? last : now, 1) } : null
}

function monthsIn(lane: TimelineLane): Month[] {
  if (lane.kind === 'bands') return lane.bands.map(({ from }) => from)
  return lane.kind === 'bars' ? lane.bars.map(({ month }) => month) : lane.marks.map(({ month }) => month)
}

/** A band that lasts still ends where the picture does. */
const within = (lane: TimelineLane, { until }: Period): TimelineLane =>
  lane.kind === 'bands'
    ? { ...lane, bands: lane.bands.map((band) => (band.until > until ? { ...band, until } : band)) }
    : lane

const amounts = ({ months }: HouseholdDetails): TimelineLane => ({
  kind: 'bars',
  id: 'amounts',
  label: householdText.lanes.amount,
  scale: householdText.most(Math.max(0, ...months.map(({ amountOre }) => amountOre))),
  bars: months
    .filter(({ amountOre }) => amountOre !== 0)
    .map(({ month, amountOre }) => ({
      month,
      value: amountOre,
      text: `${monthInWords(month)}: ${formatKronor(amountOre)}`,
    })),
})

/** Told apart by their shape, not by a colour. */
const symbols = { granted: '●', partiallyGranted: '◐', rejected: '✕' } satisfies Record<DecisionOutcome, string>

const decisions = ({ months }: HouseholdDetails): TimelineLane => ({
  kind: 'marks',
  id: 'decisions',
  label: householdText.lanes.decisions,
  marks: months.flatMap(({ month, decisions: made }) => {
    const last = made.at(-1)
    const text = made.map(({ decidedOn, outcome }) => `${decidedOn}: ${outcomeText[outcome]}`).join(', ')
    return last ? [{ month, symbol: symbols[last.outcome], text }] : []
  }),
})

const obstacles = ({ members, obstacles: all }: HouseholdDetails): TimelineLane[] =>
  people(members)
    .filter(({ id }) => all.some(({ personId }) => personId === id))
    .map(({ id, name }) => ({
      kind: 'bands',
      id: `obstacles-${id}`,
      label: `${householdText.lanes.obstacle}: ${name}`,
      bands: coloured(bandsOf(all.filter(({ personId }) => personId === id))),
    }))

/** Neighbours differ; which colour it is says nothing, since the label does. */
const coloured = (bands: (Period & { label: string })[]): TimelineBand[] =>
  bands.map((band, index) => ({
    ...band,
    text: `${band.label}, ${periodInWords(band)}`,
    pattern: index % 2 === 0 ? 1 : 2,
  }))

function interventions({ interventions: all }: HouseholdDetails, period: Period): TimelineLane[] {
  const bands = all.map((each) => bandOf(each, period)).filter(({ from, until }) => from < until)
  return bands.length ? [{ kind: 'bands', id: 'interventions', label: householdText.lanes.interventions, bands }] : []
}

/** Every month the intervention touches, within what the timeline shows. */
function bandOf({ name, from, until, outcome }: HouseholdIntervention, period: Period): TimelineBand {
  const end = until === null ? period.until : until.endsWith('-01') ? monthOf(until) : addMonths(monthOf(until), 1)
  const first = monthOf(from)
  const ending = until === null ? householdText.ongoing : monthShort(addMonths(end, -1))
  return {
    from: first > period.from ? first : period.from,
    until: end < period.until ? end : period.until,
    label: name,
    text: `${name}, ${monthShort(first)}–${ending}${outcome ? `, ${outcome}` : ''}`,
    pattern: 3,
  }
}

const monthOf = (day: string) => day.slice(0, 7) as Month

const Legend = ({ more }: { more: readonly TimelineLane[] }) => (
  <p className="muted household-legend">
    {Object.entries(symbols).map(([outcome, symbol]) => (
      <span key={outcome}>
        {symbol} {outcomeText[outcome as DecisionOutcome].toLowerCase()}
      </span>
    ))}
    <PathLegend lanes={more} />
  </p>
)
