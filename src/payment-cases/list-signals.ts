import type { User } from '../access/sessions.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import { countProtected } from '../register/households.queries.ts'
import type { Day } from '../values/day.ts'
import { addMonths, type Month } from '../values/month.ts'
import { loadCaseHouseholds, loadCases } from './cases.queries.ts'
import { replayCase } from './payment-case.ts'
import type { SignalsView } from './payment-cases-view.ts'
import { settingsOf, type SignalKind, signalKinds } from './signals.ts'
import { findSignals } from './signals.queries.ts'
import { shownHousehold } from './show-case.ts'

/** More than a person goes through; the period and the kind narrow it down. */
const mostRows = 300

/** What there is to look at in a period, half-open, with the case of each that has one. */
export async function listSignals(
  tx: Tx,
  { municipalityId, role }: User,
  { from, until }: { from: Month; until: Month },
  today: Day,
  kind: SignalKind | undefined,
): Promise<SignalsView> {
  const saved = await listEntries(tx, municipalityId, 'payment-signal')
  const settings = settingsOf(saved, today.slice(0, 7) as Month)
  const all = await findSignals(tx, municipalityId, settings, { from, until })
  const signals = kind ? all.filter((each) => each.kind === kind) : all
  const shown = signals.slice(0, mostRows)
  const ids = shown.flatMap(({ householdId, otherHouseholdId }) => [householdId, otherHouseholdId ?? householdId])
  const households = await loadCaseHouseholds(tx, municipalityId, [...new Set(ids)])
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
  }
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
