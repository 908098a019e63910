import type { User } from '../access/sessions.ts'
import type { FigureTable } from '../analysis/figures.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import type { PaymentSignalSettings } from '../parameters/payment-signals.ts'
import { countProtected } from '../register/households.queries.ts'
import type { Day } from '../values/day.ts'
import { addMonths, type Month } from '../values/month.ts'
import { signalSums } from './case-sums.ts'
import { type CaseHousehold, loadCaseHouseholds, loadCases } from './cases.queries.ts'
import { findSignals, type SignalNeeds } from './find-signals.ts'
import { replayCase } from './payment-case.ts'
import type { SignalsView } from './payment-cases-view.ts'
import { settingsOf, type Signal, type SignalKind, signalKinds } from './signals.ts'
import { shownHousehold } from './show-case.ts'

/** More than a person goes through; the period and the kind narrow it down. */
const mostRows = 300

/** What there is to look at in a period, half-open, with the case of each that has one. */
export async function listSignals(
  needs: SignalNeeds,
  tx: Tx,
  { municipalityId, role }: User,
  { from, until }: { from: Month; until: Month },
  today: Day,
  kind: SignalKind | undefined,
): Promise<SignalsView> {
  const saved = await listEntries(tx, municipalityId, 'payment-signal')
  const settings = settingsOf(saved, today.slice(0, 7) as Month)
  const all = await findSignals(needs, tx, settings, { from, until })
  const signals = kind ? all.filter((each) => each.kind === kind) : all
  const shown = signals.slice(0, mostRows)
  const households = await householdsOf(tx, municipalityId, all)
  const cases = await openedCases(tx, municipalityId)
  return {
    ...{ from, to: addMonths(until, -1), today },
    rows: shown.flatMap(({ householdId, otherHouseholdId, kind, month, stakeOre }) => {
      const household = households.get(householdId)
      if (!household) return []
      const otherKey = otherHouseholdId === null ? null : (households.get(otherHouseholdId)?.key ?? null)
      const caseKey = cases.get(`${householdId} ${kind} ${month}`) ?? null
      return [{ kind, household: shownHousehold(household), month, stakeOre, otherKey, caseKey }]
    }),
    found: signals.length,
    stakeOre: signals.reduce((sum, each) => sum + each.stakeOre, 0),
    settings: signalKinds.map((each) => ({
      ...{ kind: each, ...settings[each] },
      version: saved.find(({ key }) => key === each)?.version ?? 0,
      found: all.filter((signal) => signal.kind === each).length,
    })),
    mayEdit: role === 'manager',
    hiddenProtected: await countProtected(tx, municipalityId),
    table: tableOf(all, households, settings, until),
  }
}

const householdsOf = (tx: Tx, municipalityId: number, signals: readonly Signal[]) => {
  const ids = signals.flatMap(({ householdId, otherHouseholdId }) => [householdId, otherHouseholdId ?? householdId])
  return loadCaseHouseholds(tx, municipalityId, [...new Set(ids)])
}

/** Of each rule that is on. What a protected household is any part of is not counted. */
function tableOf(
  signals: readonly Signal[],
  households: ReadonlyMap<number, CaseHousehold>,
  settings: PaymentSignalSettings,
  until: Month,
): FigureTable {
  const open = (id: number) => {
    const found = households.get(id)
    return found && !found.isProtected ? found : null
  }
  const counted = signals.flatMap(({ kind, stakeOre, householdId, otherHouseholdId }) => {
    const household = open(householdId)
    return household && open(otherHouseholdId ?? householdId) ? [{ kind, stakeOre, household }] : []
  })
  return signalSums(
    counted,
    signalKinds.filter((kind) => settings[kind].isOn),
    { until },
  )
}

/** How many signals there are in a period, by rule. */
export async function countSignals(
  needs: SignalNeeds,
  tx: Tx,
  { from, until }: { from: Month; until: Month },
  today: Day,
): Promise<FigureTable> {
  const municipalityId = needs.municipality.id
  const saved = await listEntries(tx, municipalityId, 'payment-signal')
  const settings = settingsOf(saved, today.slice(0, 7) as Month)
  const signals = await findSignals(needs, tx, settings, { from, until })
  return tableOf(signals, await householdsOf(tx, municipalityId, signals), settings, until)
}

/** Keys of the cases that stand, by what they were opened for. */
async function openedCases(tx: Tx, municipalityId: number): Promise<Map<string, string>> {
  const cases = await loadCases(tx, municipalityId)
  return new Map(
    cases.flatMap(({ key, householdId, events }) => {
      const body = replayCase(events).opened?.body
      return body?.signal ? [[`${householdId} ${body.signal} ${body.month}`, key] as const] : []
    }),
  )
}
