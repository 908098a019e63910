import type { Tx } from '../database/transaction.ts'
import type { Document } from '../reports/document.ts'
import { versionOf } from './show-reports.ts'
import { findVersion, listVersionHeads } from './versions.queries.ts'
import { isOpen } from './written-report.ts'
import { findReport } from './written-reports.queries.ts'
import type { VersionView } from './writing-view.ts'

/** A signed version as it was signed, and whether it has been corrected since; null when there is none. */
export async function showVersion(
  tx: Tx,
  municipalityId: number,
  id: number,
  version: number,
): Promise<VersionView | null> {
  const report = await findReport(tx, municipalityId, id)
  const kept = await findVersion(tx, municipalityId, id, version)
  if (!report || !kept) return null
  const correction = (await listVersionHeads(tx, municipalityId, id)).find(({ corrects }) => corrects === version)
  return {
    report: { id, title: report.title },
    version: versionOf(kept),
    sha256: kept.sha256,
    knownAt: kept.knownAt.toISOString(),
    document: JSON.parse(kept.document) as Document,
    answers: kept.madeOf.answers.map(({ finding, reason }) => ({ finding, reason })),
    correctedBy: correction ? versionOf(correction) : null,
    mayCorrect: !isOpen(report) && report.versions === version,
  }
}
