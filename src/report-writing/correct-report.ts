import type { Tx } from '../database/transaction.ts'
import { ok, type Result, refuse } from '../values/result.ts'
import { isOpen } from './written-report.ts'
import { lockReport, saveCorrecting } from './written-reports.queries.ts'

export type CannotCorrect = 'no-such-report' | 'not-signed' | 'older-version'

/** Opens a signed report again. What was signed stands until the correction is signed, and is readable after it too. */
export async function correctReport(
  tx: Tx,
  municipalityId: number,
  id: number,
  version: number,
): Promise<Result<null, CannotCorrect>> {
  const report = await lockReport(tx, municipalityId, id)
  if (!report) return refuse('no-such-report')
  if (report.versions === 0 || isOpen(report)) return refuse('not-signed')
  if (version !== report.versions) return refuse('older-version')
  await saveCorrecting(tx, municipalityId, id, version)
  return ok(null)
}

/** Closes it again without a new version. What has been changed in the texts meanwhile is kept for the next correction. */
export async function stopCorrecting(
  tx: Tx,
  municipalityId: number,
  id: number,
): Promise<Result<null, 'no-such-report'>> {
  if (!(await lockReport(tx, municipalityId, id))) return refuse('no-such-report')
  await saveCorrecting(tx, municipalityId, id, null)
  return ok(null)
}
