import type { FigureTable } from '../analysis/figures.ts'
import { monthIndex } from '../values/month.ts'
import type { Period } from '../values/period.ts'
import { changeOf, summaryTables } from './list-savings.ts'
import { type LedgerAction, type LedgerNeeds, loadLedger } from './load-ledger.ts'
import { monthsTable } from './savings-tables.ts'
import { tableText as text } from './tables.text.ts'

/**
 * The tables of the savings ledger for exports and reports: what the actions promised and came to until the data end, why what was
 * paid in the period has changed, and each action's months of it. Empty when no action had begun before the period ended.
 * No action is for a group that only managers see: the catalogue refuses it (`may-save.ts`).
 */
export async function publishSavings(needs: LedgerNeeds, period: Period): Promise<FigureTable[]> {
  const { money, actions } = await loadLedger(needs)
  const until = monthIndex(period.until)
  if (!actions.some(({ start }) => start < until)) return []
  const summary = summaryTables(actions, money.panel)
  const tables = [
    ...[summary.actions, summary.net, await changeOf(needs, money.panel, period, actions)],
    ...actions.map((action) => monthsIn(action, period)),
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

/** The months of an action in the period, as its page has them. */
function monthsIn({ entry: { key, body }, months }: LedgerAction, { from, until }: Period): FigureTable {
  const known = monthsTable(months)
  return {
    ...known,
    ...{ id: `${known.id}-${key}`, name: text.ofAction(body.name, known.name) },
    rows: known.rows.filter(({ id }) => id >= from && id < until),
  }
}
