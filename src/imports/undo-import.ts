import { logEntry } from '../access/audit-log.ts'
import { allFactTables, factTableNames } from '../register/fact-tables.ts'
import { gatherStatistics } from '../register/gather-statistics.ts'
import { undoFacts } from '../register/merge-facts.ts'
import { bumpDataVersion } from '../register/refresh-register.ts'
import { ok, refuse, type Result } from '../values/result.ts'
import type { ImportNeeds } from './import-extract.ts'
import { inImport } from './in-import.ts'
import { refreshAfterImport } from './refresh-after-import.ts'
import { findRun, markUndone, nextMoment } from './imports.queries.ts'

export type CannotUndo = { kind: 'no-such-import' } | { kind: 'already-undone'; at: Date }

/**
 * Takes an import back as a whole. What it added is closed and what it replaced is current again;
 * what was known in between can still be asked for.
 */
export async function undoImport(
  needs: Pick<ImportNeeds, 'pool' | 'now' | 'municipality'>,
  importId: number,
  userId: number | null,
): Promise<Result<{ facts: number }, CannotUndo>> {
  const municipalityId = needs.municipality.id
  const result = await inImport<Result<{ facts: number }, CannotUndo>>(needs.pool, municipalityId, async (tx) => {
    const run = await findRun(tx, municipalityId, importId)
    if (!run) return refuse({ kind: 'no-such-import' })
    if (run.undone_at) return refuse({ kind: 'already-undone', at: run.undone_at })

    const undoneAt = await nextMoment(tx, municipalityId, needs.now())
    let facts = 0
    for (const table of allFactTables) {
      facts += await undoFacts(tx, table, { municipalityId, importId, recordedAt: run.recorded_at, undoneAt })
    }
    await markUndone(tx, municipalityId, importId, undoneAt, userId)
    await refreshAfterImport(tx, municipalityId, { households: true, organisation: true }, undoneAt)
    await bumpDataVersion(tx, municipalityId)
    await logEntry(tx, {
      municipalityId,
      userId,
      action: 'import-undone',
      subject: `import ${importId}`,
      householdIds: [],
      detail: { facts },
    })
    return ok({ facts })
  })
  if (result.ok) await gatherStatistics(needs.pool, result.value.facts, factTableNames)
  return result
}
