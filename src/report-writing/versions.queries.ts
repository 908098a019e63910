import type { Tx } from '../database/transaction.ts'
import type { ReportSource } from './report-source.ts'
import type { FindingAnswer } from './writing-view.ts'

/** What a version was made of, with the findings that were answered instead of mended. */
export type MadeOf = ReportSource & { answers: (FindingAnswer & { finding: string })[] }

export type VersionHead = {
  version: number
  signedAt: Date
  signedName: string
  signedRole: string
  corrects: number | null
  reason: string | null
}

export type KeptVersion = VersionHead & {
  /** The neutral document as JSON, byte for byte as it was signed. */
  document: string
  sha256: string
  knownAt: Date
  madeOf: MadeOf
}

const headColumns = `version, signed_at as "signedAt", signed_name as "signedName", signed_role as "signedRole", corrects, reason`

/** The signed versions of every report, or of one, the latest first. */
export async function listVersionHeads(
  tx: Tx,
  municipalityId: number,
  reportId: number | null = null,
): Promise<(VersionHead & { reportId: number })[]> {
  return tx.query(
    `select report_id as "reportId", ${headColumns} from report_version
     where municipality_id = $1 and ($2::integer is null or report_id = $2) order by report_id, version desc`,
    [municipalityId, reportId],
  )
}

export async function findVersion(
  tx: Tx,
  municipalityId: number,
  reportId: number,
  version: number,
): Promise<KeptVersion | null> {
  const [row] = await tx.query<KeptVersion>(
    `select ${headColumns}, document, sha256, known_at as "knownAt", made_of as "madeOf"
     from report_version where municipality_id = $1 and report_id = $2 and version = $3`,
    [municipalityId, reportId, version],
  )
  return row ?? null
}

/** The PDF/A as it was signed. */
export async function findPdf(
  tx: Tx,
  municipalityId: number,
  reportId: number,
  version: number,
): Promise<Buffer | null> {
  const [row] = await tx.query<{ pdf: Buffer }>(
    'select pdf from report_version where municipality_id = $1 and report_id = $2 and version = $3',
    [municipalityId, reportId, version],
  )
  return row?.pdf ?? null
}

export type NewVersion = Omit<KeptVersion, 'version'> & {
  municipalityId: number
  reportId: number
  pdf: Uint8Array
  signedBy: number
}

/** The number of the version. The report is locked by the caller. */
export async function addVersion(tx: Tx, added: NewVersion): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `insert into report_version (municipality_id, report_id, version, document, sha256, pdf, made_of, known_at,
                                 signed_by, signed_name, signed_role, signed_at, corrects, reason)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
     from report_version where municipality_id = $1 and report_id = $2
     returning version`,
    [
      added.municipalityId,
      added.reportId,
      added.document,
      added.sha256,
      Buffer.from(added.pdf),
      JSON.stringify(added.madeOf),
      added.knownAt,
      added.signedBy,
      added.signedName,
      added.signedRole,
      added.signedAt,
      added.corrects,
      added.reason,
    ],
  )
  return row!.version
}

/** When facts last came or were taken back: may be a moment ahead of the clock, since no two imports share one. Null when none have come. */
export async function lastChangeOfFacts(tx: Tx, municipalityId: number): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    'select greatest(max(recorded_at), max(undone_at)) as at from import_run where municipality_id = $1',
    [municipalityId],
  )
  return row?.at ?? null
}

/** Moves with every change of facts. */
export async function dataVersion(tx: Tx, municipalityId: number): Promise<number> {
  const [row] = await tx.query<{ version: number }>('select version from data_version where municipality_id = $1', [
    municipalityId,
  ])
  return row?.version ?? 0
}
