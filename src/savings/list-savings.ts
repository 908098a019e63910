import type { FigureTable } from '../analysis/figures.ts'
import { isTooFew } from '../calculations/disclosure.ts'
import { withTenant } from '../database/transaction.ts'
import { effectLimits } from '../parameters/effect-limits.ts'
import type { Day } from '../values/day.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import type { Period } from '../values/period.ts'
import { ledgerChange } from './attribution.ts'
import { type LedgerAction, type LedgerNeeds, limitsNow, loadLedger } from './load-ledger.ts'
import { paidIn } from './paid.ts'
import { changeTable } from './savings-tables.ts'
import { actionsTable, netTable } from './summary-tables.ts'
import { begunSentence, savingsText, verdictSentence } from './savings.text.ts'
import { againstSimilar, type OtherTotals } from './counterfactuals.ts'
import { loadOtherTotals } from './savings.queries.ts'
import type { ActionRow, SavingsList, ShownSummary } from './savings-view.ts'
import type { Panel } from '../calculations/panel.ts'

/** All actions, the summary for the plan of action, and why what was paid has changed in the year. */
export async function listSavings(
  needs: LedgerNeeds,
  { year, today, mayEdit }: { year: number | undefined; today: Day; mayEdit: boolean },
): Promise<SavingsList> {
  const { money, actions, isComputing } = await loadLedger(needs, 'soon')
  const { panel } = money
  const period = periodOfYear(panel, year)
  return {
    ...{ today, mayEdit, isComputing },
    dataTo: lastMonth(panel),
    years: yearsOf(panel, panel.firstMonth + 12),
    year: period && Number(period.from.slice(0, 4)),
    rows: actions.map((action) => rowOf(action, panel)),
    ...summaryTables(actions, panel),
    // Without what the actions saved, all of the change would look unexplained.
    change: isComputing ? null : period && (await changeOf(needs, panel, period, actions)),
  }
}

/** The summary for the plan of action, and what is left after the actions' own cost. */
export function summaryTables(actions: readonly LedgerAction[], panel: Panel): Pick<SavingsList, 'actions' | 'net'> {
  const told = actions.map((action) => {
    const { entry, summary } = action
    const { name, counted, attribution } = entry.body
    const verdict = savingsText.verdictTag[summary.verdict]
    return { key: entry.key, name, summary, counted, attribution, verdict, begun: begunOf(action, panel) }
  })
  return { actions: actionsTable(told), net: netTable(told) }
}

function rowOf(action: LedgerAction, panel: Panel): ActionRow {
  const { key, body } = action.entry
  return {
    ...{ key, name: body.name, owner: body.owner, attribution: body.attribution },
    start: body.start as Month,
    until: body.until as Month | null,
    nextLook: body.nextLook as Day | null,
    findings: action.read.findings.length,
    summary: shownSummary(action, panel),
  }
}

export function shownSummary(action: LedgerAction, panel: Panel): ShownSummary {
  const { summary, estimated } = action
  const { lowerOre, upperOre, realisedOre, breakEven } = summary
  return {
    ...summary,
    begun: begunOf(action, panel),
    breakEven: breakEven === null ? null : monthFromIndex(breakEven),
    sentence: verdictSentence(estimated, lowerOre, upperOre, realisedOre),
  }
}

/** What is to be said of those who have begun where it cannot be told what they saved; empty where it can, or nobody is followed. */
function begunOf({ reached, summary, estimated, read: { parts } }: LedgerAction, panel: Panel): string {
  if (
    reached === null ||
    summary.realisedOre !== null ||
    estimated.kind === 'economy' ||
    estimated.kind === 'computing'
  )
    return ''
  const persons = parts.map(({ factors }) => factors.persons.value)
  const known = persons.flatMap((each) => each ?? [])
  return begunSentence(
    isTooFew(reached.households, limitsNow(panel)) ? null : reached.households,
    known.length === persons.length ? known.reduce((sum, each) => sum + each, 0) : null,
    effectLimits.at(-1)!.value.leastTreated,
  )
}

export const lastMonth = (panel: Panel): Month | null =>
  panel.untilMonth === 0 ? null : monthFromIndex(panel.untilMonth - 1)

/** Calendar years from a month on that the data hold some of, the latest first. */
export function yearsOf(panel: Panel, from: number): number[] {
  if (panel.untilMonth === 0) return []
  const last = Math.floor((panel.untilMonth - 1) / 12)
  const first = Math.floor(Math.max(from, panel.firstMonth) / 12)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at)
}

/** January to December, or to the last month that the data hold. Without a year the latest. Null outside the data. */
export function periodOfYear(panel: Panel, year?: number): Period | null {
  const years = yearsOf(panel, panel.firstMonth)
  const chosen = year ?? years[0]
  if (chosen === undefined || !years.includes(chosen)) return null
  return { from: monthFromIndex(chosen * 12), until: monthFromIndex(Math.min(chosen * 12 + 12, panel.untilMonth)) }
}

export const monthsOfPeriod = ({ from, until }: Period) => ({ from: monthIndex(from), until: monthIndex(until) })
export const yearEarlier = ({ from, until }: { from: number; until: number }) => ({
  from: from - 12,
  until: until - 12,
})

/** The other municipalities' totals for the period and the same months a year before. */
export function loadOthers({ pool, municipality }: LedgerNeeds, period: Period): Promise<OtherTotals[]> {
  const before = yearEarlier(monthsOfPeriod(period))
  const earlier = { from: monthFromIndex(before.from), until: monthFromIndex(before.until) }
  return withTenant(pool, { municipalityId: municipality.id }, (tx) =>
    loadOtherTotals(tx, municipality.id, municipality.name, [earlier, period]),
  )
}

/** Why what was paid in the months differs from the same months a year before. */
export async function changeOf(
  needs: LedgerNeeds,
  panel: Panel,
  period: Period,
  actions: readonly LedgerAction[],
): Promise<FigureTable> {
  const months = monthsOfPeriod(period)
  const [beforeOre, afterOre] = [paidIn(panel, yearEarlier(months)), paidIn(panel, months)]
  const names = new Map(actions.map(({ entry }) => [entry.key, entry.body.name]))
  if (beforeOre === null || afterOre === null) return changeTable(null, period, names)
  const similar = againstSimilar(beforeOre, afterOre, await loadOthers(needs, period))
  const savings = actions.flatMap((action) => {
    const ore = creditedIn(action, months)
    return ore === null ? [] : [{ key: action.entry.key, ore }]
  })
  return changeTable(
    ledgerChange({ beforeOre, afterOre, othersChange: similar && similar.change, savings }),
    period,
    names,
  )
}

/** Credited to an action in some months, from what is shown of each; null when it cannot be told, or builds on too few. */
export function creditedIn({ months }: LedgerAction, { from, until }: { from: number; until: number }): number | null {
  const shown = months.flatMap(({ month, realisedOre }) =>
    month >= from && month < until && realisedOre !== null ? [realisedOre] : [],
  )
  return shown.length === 0 ? null : shown.reduce((sum, ore) => sum + ore, 0)
}
