import type { User } from '../access/sessions.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { CaseEventKind } from './case-bodies.ts'
import { refusedByCase, wrongOutcomes } from './case-rules.ts'
import type { CaseHousehold, KnownCase } from './cases.queries.ts'
import type { CaseRow, CaseView, HouseholdCase, ShownHousehold } from './payment-cases-view.ts'
import {
  avoidedOre,
  type CaseEvent,
  type CaseEventOf,
  type CaseProposal,
  claimedOre,
  lawOf,
  type PaymentCase,
  phaseOf,
  recoveredOre,
  recoveryLimit,
  replayCase,
} from './payment-case.ts'
import { refusedByAuthor } from './record-case.ts'

export const shownHousehold = ({ id, key, name, unit }: CaseHousehold): ShownHousehold => ({ id, key, name, unit })

/** A case as a row in the list. One whose opening was taken back is shown by what it was opened with. */
export function caseRow({ key, events }: KnownCase, household: CaseHousehold): CaseRow {
  const known = replayCase(events)
  const opened = known.opened ?? openingOf(events)
  return {
    key,
    household: shownHousehold(household),
    signal: opened.body.signal,
    month: opened.body.month as Month,
    stakeOre: opened.body.stakeOre,
    phase: phaseOf(known),
    openedOn: opened.on,
    closedOn: known.closing?.on ?? null,
    wrongOre: known.decision?.body.wrongOre ?? null,
    claimedOre: claimedOre(known),
    recoveredOre: recoveredOre(known),
    limit: recoveryLimit(opened),
  }
}

/** The cases of a household that have not been withdrawn, the latest first. */
export const householdCases = (cases: readonly KnownCase[]): HouseholdCase[] =>
  cases
    .flatMap(({ key, events }) => {
      const { opened, closing } = replayCase(events)
      return opened ? [{ key, month: opened.body.month as Month, openedOn: opened.on, isOpen: !closing }] : []
    })
    .sort((one, other) => (one.openedOn < other.openedOn ? 1 : -1))

function openingOf(events: readonly CaseEvent[]): CaseEventOf<'opened'> {
  const opened = events.find((event) => event.kind === 'opened')
  if (!opened) throw new Error('A case without an opening')
  return opened
}

type Shown = { user: User; today: Day; recordedToday: Day; names: ReadonlyMap<number, string> }

export function caseView(known: KnownCase, household: CaseHousehold, shown: Shown): CaseView {
  const { user, today, names, recordedToday } = shown
  const state = replayCase(known.events)
  const standing = new Set(state.events.map(({ sequence }) => sequence))
  const mayUndo = ({ sequence }: CaseEvent) => {
    const proposal: CaseProposal = { kind: 'undone', on: today, body: { sequence } }
    return !refusedByCase(state, proposal) && !refusedByAuthor(known.events, proposal, user, recordedToday)
  }
  return {
    ...caseRow(known, household),
    today,
    sequence: state.sequence,
    events: known.events.map((event) => ({
      ...event,
      byName: names.get(event.by) ?? null,
      isUndone: event.kind !== 'undone' && !standing.has(event.sequence),
      mayUndo: event.kind !== 'undone' && mayUndo(event),
    })),
    offers: offersOf(state, today),
    outcomes: outcomesOf(state),
    steps: stepsOf(state),
    avoidedOre: avoidedOre(state, today),
    law: lawOf(openingOf(known.events)),
  }
}

/** How the case could be closed now, as far as the finding says. */
const outcomesOf = (known: PaymentCase): readonly string[] => {
  if (!known.decision) return ['explained']
  return known.decision.body.finding === 'wrong' ? wrongOutcomes(known) : ['no-action']
}

/** What has to be thought of when a payment was wrong; of a case that is not decided, what comes first. */
function stepsOf({ heard, decision, notification, policeReport }: PaymentCase): CaseView['steps'] {
  const first = [
    { id: 'heard', isDone: heard !== null },
    { id: 'decided', isDone: decision !== null },
  ] as const
  if (decision?.body.finding !== 'wrong') return [...first]
  return [
    ...first,
    { id: 'notification', isDone: notification !== null },
    { id: 'police-report', isDone: policeReport !== null },
  ]
}

/** Asks the rules with an answer that would do, so that only what depends on the case itself says no. */
function offersOf(known: PaymentCase, today: Day): CaseView['offers'] {
  return offered.map((kind) => ({ kind, refusal: refusedByCase(known, sampleOf(kind, known, today)) }))
}

const offered = [
  'opened',
  'information-requested',
  'household-heard',
  'decided',
  'recovery-claimed',
  'recovered',
  'avoided',
  'notification-considered',
  'police-report-considered',
  'closed',
] as const satisfies CaseEventKind[]

function sampleOf(kind: (typeof offered)[number], known: PaymentCase, on: Day): CaseProposal {
  const month = on.slice(0, 7) as Month
  const said = known.opened?.body
  const samples = {
    opened: { kind, body: { signal: said?.signal ?? null, month, stakeOre: 0, paidOn: null, note: '' } },
    'information-requested': { kind, body: { from: 'household', answerBy: on } },
    'household-heard': { kind, body: { how: 'letter', said: '' } },
    decided: { kind, body: { finding: 'cannot-tell', wrongOre: 0, cause: null, reason: '-' } },
    'recovery-claimed': { kind, body: { ore: 1, ground: 'should-have-known' } },
    recovered: { kind, body: { ore: 1 } },
    avoided: { kind, body: { oreAMonth: 1, from: month } },
    'notification-considered': { kind, body: { authority: null, reason: '-' } },
    'police-report-considered': { kind, body: { made: false, reason: '-' } },
    closed: { kind, body: { outcome: outcomesOf(known)[0], reason: '-' } },
  }
  return { ...samples[kind], on } as CaseProposal
}
