import { Timeline, type TimelineBand, type TimelineLane } from '../ui/Timeline.tsx'
import { bandsOf } from '../ui/timeline-layout.ts'
import { formatKronor } from '../values/format.ts'
import { addMonths, type Month, monthInWords, monthShort } from '../values/month.ts'
import { type Period, periodInWords } from '../values/period.ts'
import { sentenceAbout } from './household-sentence.text.ts'
import type { DecisionOutcome, HouseholdDetails, HouseholdIntervention } from './household-view.ts'
import { people } from './people.page.tsx'
import { householdText, outcomeText } from './register.text.ts'

/** The household's months at a glance: amounts, decisions, each adult's obstacles, interventions. */
export function HouseholdTimeline({ household }: { household: HouseholdDetails }) {
  const period = periodOfMonths(household)
  if (!period) return <p>{householdText.empty}</p>
  const lanes = [amounts(household), decisions(household), ...obstacles(household), ...interventions(household, period)]
  return (
    <>
      <Timeline
        label={householdText.timelineOf(household.key)}
        sentence={sentenceAbout(household)}
        period={period}
        lanes={lanes}
      />
      <Legend />
    </>
  )
}

function periodOfMonths({ months }: HouseholdDetails): Period | null {
  const [first, last] = [months[0], months.at(-1)]
  return first && last ? { from: first.month, until: addMonths(last.month, 1) } : null
}

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

const Legend = () => (
  <p className="muted household-legend">
    {householdText.lanes.decisions}:{' '}
    {Object.entries(symbols).map(([outcome, symbol]) => (
      <span key={outcome}>
        {symbol} {outcomeText[outcome as DecisionOutcome].toLowerCase()}
      </span>
    ))}
  </p>
)
