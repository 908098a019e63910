import type { CaseEventKind } from './payment-cases/case-bodies.ts'
import { loadCaseHouseholds } from './payment-cases/cases.queries.ts'
import { findSignals, type SignalNeeds } from './payment-cases/find-signals.ts'
import type { CaseProposal } from './payment-cases/payment-case.ts'
import { openCase, recordCaseEvent } from './payment-cases/record-case.ts'
import { settingsOf, type Signal, signalKinds } from './payment-cases/signals.ts'
import type { Tx } from './database/transaction.ts'
import { demoCaseText as text } from './demo-payment-cases.text.ts'
import type { Actor } from './pathway/world.ts'
import { addDays, type Day } from './values/day.ts'
import { addMonths, type Month } from './values/month.ts'

type Step = { kind: CaseEventKind; after: number; body: object }
type Story = (signal: Signal) => Step[]

/**
 * Opens cases of what the rules find in the demo's payments, in different states. The payments are as they were: no figure moves.
 * Nothing is opened of protected households.
 */
export async function recordDemoCases(
  needs: SignalNeeds,
  tx: Tx,
  actors: ReadonlyMap<string, Actor>,
  today: Day,
): Promise<void> {
  const municipalityId = needs.municipality.id
  // What had been paid and could be seen when the cases were opened.
  const until = addMonths(today.slice(0, 7) as Month, -2)
  const found = await findSignals(needs, tx, settingsOf([], until), { from: addMonths(until, -10), until })
  const signals = oneAHousehold(found).slice(0, mostCases)
  const ids = signals.map(({ householdId }) => householdId)
  const households = await loadCaseHouseholds(tx, municipalityId, ids)
  for (const [at, signal] of signals.entries()) {
    const household = households.get(signal.householdId)
    const actor = actors.get(workers[household?.unit ?? ''] ?? manager)
    if (!household || household.isProtected || !actor) continue
    const user = { id: actor.id, role: actor.role, municipalityId }
    const on = (after: number) => addDays(today, after - daysAgo - (at % 5))
    const options = (after: number) => ({ user, today: on(after), now: new Date(`${on(after)}T09:00:00Z`) })
    const { kind, month } = signal
    const opened = await openCase(needs, tx, { householdKey: household.key, signal: kind, month, note: '' }, options(0))
    if (!opened.ok) continue
    for (const [step, { kind: event, after, body }] of stories[at % stories.length]!(signal).entries()) {
      const proposal = { kind: event, on: on(after), body } as CaseProposal
      const result = await recordCaseEvent(tx, { key: opened.value.key, seen: step + 1, proposal }, options(after))
      if (!result.ok) throw new Error(`A case of the demo was refused: ${event} ${result.refusal}`)
    }
  }
}

const mostCases = 60
const daysAgo = 75
const manager = 'Eva Nyberg'
const workers: Partial<Record<string, string>> = { EBP1: 'Klara Strand', EBP2: 'Stina Ljung' }

/** One of each household, the kinds in turn, so that every rule has its cases. */
function oneAHousehold(signals: readonly Signal[]): Signal[] {
  const byKind = signalKinds.map((kind) => signals.filter((each) => each.kind === kind))
  const inTurn = signals.flatMap((_, at) => byKind.flatMap((each) => each[at] ?? []))
  const known = new Set<number>()
  return inTurn.filter(({ householdId }) => !known.has(householdId) && known.add(householdId))
}

const heard: Step = { kind: 'household-heard', after: 16, body: { how: 'letter', said: text.said } }
const asked: Step = { kind: 'information-requested', after: 3, body: { from: 'household', answerBy: '2019-04-01' } }
const wrong = ({ stakeOre }: Signal, cause: 'household' | 'municipality'): Step => ({
  ...{ kind: 'decided', after: 22 },
  body: { finding: 'wrong', wrongOre: stakeOre, cause, reason: text.wrong[cause] },
})
const considered: Step[] = [
  { kind: 'notification-considered', after: 23, body: { authority: null, reason: text.noNotification } },
  { kind: 'police-report-considered', after: 23, body: { made: false, reason: text.noReport } },
]
const claim = ({ stakeOre }: Signal): Step => ({
  ...{ kind: 'recovery-claimed', after: 25 },
  body: { ore: stakeOre, ground: 'own-information' },
})
const closed = (outcome: string, after: number): Step => ({
  ...{ kind: 'closed', after },
  body: { outcome, reason: text.closed },
})

const stories: Story[] = [
  () => [],
  () => [asked],
  () => [asked, heard],
  () => [{ ...closed('explained', 4), body: { outcome: 'explained', reason: text.explained } }],
  () => [
    heard,
    { kind: 'decided', after: 20, body: { finding: 'correct', wrongOre: 0, cause: null, reason: text.correct } },
    closed('no-action', 20),
  ],
  (signal) => [
    asked,
    heard,
    wrong(signal, 'household'),
    ...considered,
    claim(signal),
    { kind: 'recovered', after: 50, body: { ore: signal.stakeOre } },
    closed('repaid', 51),
  ],
  (signal) => [heard, wrong(signal, 'municipality'), ...considered, closed('corrected', 26)],
  (signal) => [
    asked,
    heard,
    wrong(signal, 'household'),
    { kind: 'avoided', after: 24, body: { oreAMonth: Math.max(signal.stakeOre, 100), from: '2019-04' } },
    ...considered,
    claim(signal),
    { kind: 'recovered', after: 55, body: { ore: Math.max(1, Math.floor(signal.stakeOre / 400) * 100) } },
    closed('repayment-goes-on', 56),
  ],
  (signal) => [heard, wrong(signal, 'household')],
]
