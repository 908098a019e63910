import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { type CaseloadRow, loadCaseload } from './caseload.queries.ts'
import type { Way } from './remembered-paths.ts'

type CaseloadOf = (
  tx: Tx,
  ways: ReadonlyMap<number, Way>,
  ...question: [municipalityId: number, today: Day, unit: string | undefined]
) => Promise<CaseloadRow[]>

/**
 * Remembers the caseload of a day. It follows from the register and from the work that the events tell of, so that it is the
 * same as long as `ways` is the same map, see `rememberWays`.
 */
export function rememberCaseload(): CaseloadOf {
  const memory = new WeakMap<ReadonlyMap<number, Way>, Map<string, CaseloadRow[]>>()
  return async (tx, ways, ...question) => {
    const known = memory.get(ways) ?? new Map<string, CaseloadRow[]>()
    memory.set(ways, known)
    const key = JSON.stringify(question)
    const rows = known.get(key) ?? (await loadCaseload(tx, ...question))
    known.set(key, rows)
    return rows
  }
}
