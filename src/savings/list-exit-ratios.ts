import { toldOf } from './estimate.ts'
import { shownSummary } from './list-savings.ts'
import { type LedgerNeeds, loadLedger } from './load-ledger.ts'
import type { ExitRatios } from './savings-view.ts'

/** Each action's relative exit hazard, as far as what the payments say of it may be told, with its verdict in words. */
export async function listExitRatios(needs: LedgerNeeds): Promise<ExitRatios> {
  const { money, actions, isComputing } = await loadLedger(needs, 'soon')
  return {
    isComputing,
    actions: actions.map((action) => ({
      ...{ key: action.entry.key, name: action.entry.body.name },
      exit: toldOf(action.estimated)?.savings.exitRatio ?? null,
      sentence: shownSummary(action, money.panel).sentence,
    })),
  }
}
