import { openGroups } from '../catalogue/opened-entries.ts'
import { withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { monthFromIndex } from '../values/month.ts'
import type { Finding } from './assumption.ts'
import { compareWays } from './compare-ways.ts'
import { toldOf } from './estimate.ts'
import { findingText } from './findings.text.ts'
import { goOn, type LedgerMonth } from './ledger-months.ts'
import { lastMonth, shownSummary } from './list-savings.ts'
import { type LedgerAction, type LedgerNeeds, limitsNow, loadLedger } from './load-ledger.ts'
import { assumptionTable, monthsTable, overlapTable, participantsTable } from './savings-tables.ts'
import type { ActionView, SaidFinding, ShownMonth } from './savings-view.ts'
import { dueBy } from './due.ts'
import { promiseOf } from './summary.ts'

/** One action with all that is told of it; null when there is none with the key. */
export async function showAction(
  needs: LedgerNeeds,
  key: string,
  { year, today, mayEdit }: { year: number | undefined; today: Day; mayEdit: boolean },
): Promise<ActionView | null> {
  const ledger = await loadLedger(needs, 'soon')
  const action = ledger.actions.find(({ entry }) => entry.key === key)
  if (!action) return null
  const { panel } = ledger.money
  const { entry, read, reached, estimated, months } = action
  const told = toldOf(estimated)
  const limits = limitsNow(panel)
  return {
    ...{
      today,
      mayEdit,
      isComputing: estimated.kind === 'computing',
      entry,
      parts: read.parts,
      isPhysician: action.isPhysician,
      group: await groupOf(needs, entry.body.group),
    },
    dataTo: lastMonth(panel),
    findings: read.findings.map(saidFinding),
    summary: shownSummary(action, panel),
    gates: estimated.kind === 'estimated' ? estimated.savings.gates : [],
    months: shownMonths(action),
    participants: participantsTable(reached, limits),
    assumption: assumptionTable(read, reached, told && told.savings.savedMonths, limits),
    byMonth: monthsTable(months),
    overlap: told && overlapTable(told.credited, groupNames(ledger.actions)),
    comparison: await compareWays(needs, ledger, action, year),
  }
}

async function groupOf({ pool, municipality }: LedgerNeeds, key: string | null): Promise<ActionView['group']> {
  if (key === null) return null
  const groups = await withTenant(pool, { municipalityId: municipality.id }, (tx) => openGroups(tx, municipality.id))
  return { key, name: groups.find((each) => each.key === key)?.body.name ?? key }
}

/** An action for a target group is known by the group's key where it shares with others: it is told by its own name. */
const groupNames = (actions: readonly LedgerAction[]): Map<string, string> =>
  new Map(actions.flatMap(({ entry: { body } }) => (body.group === null ? [] : [[body.group, body.name] as const])))

export const saidFinding = (finding: Finding): SaidFinding => ({ kind: finding.kind, text: findingText(finding) })

/** What is known, and then what was promised beside how it goes on: until the promise has come in, at most two years ahead. */
function shownMonths({ entry, read, start, months }: LedgerAction): ShownMonth[] {
  const promise = promiseOf(read, start)
  const end = start + Math.ceil(read.months) - 1
  const known = months.at(-1)
  const ahead = known ? goOn(months, Math.min(end, known.month + 24)) : []
  const shown = (each: LedgerMonth): ShownMonth => ({
    month: monthFromIndex(each.month),
    promisedOre: each.promisedOre,
    realisedOre: each.cumulativeOre,
    ownCostOre: entry.body.ownCosts.length > 0 ? each.ownCostOre : null,
    aheadOre: each === known && ahead.length > 0 ? each.cumulativeOre : null,
  })
  const future = Array.from(
    { length: Math.max(0, Math.min(end, (known?.month ?? start - 1) + 24) - (known?.month ?? start - 1)) },
    (_, at): ShownMonth => {
      const month = (known?.month ?? start - 1) + 1 + at
      return {
        ...{ month: monthFromIndex(month), realisedOre: null, ownCostOre: null },
        promisedOre: promise && dueBy(promise, month),
        aheadOre: ahead.find((each) => each.month === month)?.cumulativeOre ?? null,
      }
    },
  )
  return [...months.map(shown), ...future]
}
