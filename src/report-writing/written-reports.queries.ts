import type { Tx } from '../database/transaction.ts'
import type { Month } from '../values/month.ts'
import type { KeptText, TextStatus, WrittenReport } from './written-report.ts'

/** Any number that no other lock of ours has. */
const reportLock = 0x726570

type ReportRow = {
  report_id: number
  title: string
  template_key: string
  template_version: number
  from_month: string
  until_month: string
  corrects: number | null
  versions: number
}

const reportColumns = `report_id, title, template_key, template_version, from_month, until_month, corrects,
  (select count(*)::integer from report_version v
   where v.municipality_id = report.municipality_id and v.report_id = report.report_id) as versions`

const toReport = (row: ReportRow): WrittenReport => ({
  id: row.report_id,
  title: row.title,
  templateKey: row.template_key,
  templateVersion: row.template_version,
  from: row.from_month.slice(0, 7) as Month,
  until: row.until_month.slice(0, 7) as Month,
  corrects: row.corrects,
  versions: row.versions,
})

/** The latest begun first. */
export async function listReports(tx: Tx, municipalityId: number): Promise<WrittenReport[]> {
  const rows = await tx.query<ReportRow>(
    `select ${reportColumns} from report where municipality_id = $1 order by report_id desc`,
    [municipalityId],
  )
  return rows.map(toReport)
}

export async function findReport(tx: Tx, municipalityId: number, id: number): Promise<WrittenReport | null> {
  const [row] = await tx.query<ReportRow>(
    `select ${reportColumns} from report where municipality_id = $1 and report_id = $2`,
    [municipalityId, id],
  )
  return row ? toReport(row) : null
}

/** Holds the report for the rest of the transaction: nobody signs, corrects or numbers a comment meanwhile. */
export async function lockReport(tx: Tx, municipalityId: number, id: number): Promise<WrittenReport | null> {
  await tx.query('select 1 from report where municipality_id = $1 and report_id = $2 for update', [municipalityId, id])
  return findReport(tx, municipalityId, id)
}

export type NewReport = Omit<WrittenReport, 'id' | 'corrects' | 'versions'> & { createdBy: number; now: Date }

/** The number of the new report. */
export async function addReport(tx: Tx, municipalityId: number, report: NewReport): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [reportLock, municipalityId])
  const [row] = await tx.query<{ report_id: number }>(
    `insert into report (municipality_id, report_id, template_key, template_version, title, from_month, until_month, created_by, created_at)
     select $1, coalesce(max(report_id), 0) + 1, $2, $3, $4, $5::date, $6::date, $7, $8 from report where municipality_id = $1
     returning report_id`,
    [
      municipalityId,
      report.templateKey,
      report.templateVersion,
      report.title,
      `${report.from}-01`,
      `${report.until}-01`,
      report.createdBy,
      report.now,
    ],
  )
  return row!.report_id
}

export async function saveCorrecting(
  tx: Tx,
  municipalityId: number,
  id: number,
  corrects: number | null,
): Promise<void> {
  await tx.query('update report set corrects = $3 where municipality_id = $1 and report_id = $2', [
    municipalityId,
    id,
    corrects,
  ])
}

type TextRow = {
  part_key: string
  version: number
  body: object
  status: TextStatus
  changed_at: Date
  name: string | null
}

const toText = (row: TextRow): KeptText => ({
  part: row.part_key,
  version: row.version,
  body: row.body,
  status: row.status,
  changedAt: row.changed_at,
  changedBy: row.name,
})

const textColumns = `select t.part_key, t.version, t.body, t.status, t.changed_at, u.name from report_text t
  left join app_user u on u.municipality_id = t.municipality_id and u.user_id = t.changed_by`

export async function loadTexts(tx: Tx, municipalityId: number, reportId: number): Promise<KeptText[]> {
  const rows = await tx.query<TextRow>(`${textColumns} where t.municipality_id = $1 and t.report_id = $2`, [
    municipalityId,
    reportId,
  ])
  return rows.map(toText)
}

export type TextState = Pick<KeptText, 'part' | 'status' | 'changedAt'>

/** How far the texts have come, without what they say. */
export async function listTextStates(tx: Tx, municipalityId: number, reportId: number): Promise<TextState[]> {
  return tx.query<TextState>(
    `select part_key as part, status, changed_at as "changedAt" from report_text
     where municipality_id = $1 and report_id = $2`,
    [municipalityId, reportId],
  )
}

/** The text of a part, held for the rest of the transaction so that changes come one at a time; null when there is none. */
export async function lockText(
  tx: Tx,
  municipalityId: number,
  reportId: number,
  part: string,
): Promise<KeptText | null> {
  const key = [municipalityId, reportId, part]
  await tx.query(
    'select 1 from report_text where municipality_id = $1 and report_id = $2 and part_key = $3 for update',
    key,
  )
  const [row] = await tx.query<TextRow>(
    `${textColumns} where t.municipality_id = $1 and t.report_id = $2 and t.part_key = $3`,
    key,
  )
  return row ? toText(row) : null
}

export type TextPlace = { municipalityId: number; reportId: number; part: string; userId: number; now: Date }

export async function addText(
  tx: Tx,
  { municipalityId, reportId, part, userId, now }: TextPlace,
  body: object,
): Promise<void> {
  await tx.query(
    `insert into report_text (municipality_id, report_id, part_key, version, body, status, changed_by, changed_at)
     values ($1, $2, $3, 0, $4, 'empty', $5, $6)`,
    [municipalityId, reportId, part, JSON.stringify(body), userId, now],
  )
}

export async function saveText(
  tx: Tx,
  { municipalityId, reportId, part, userId, now }: TextPlace,
  { version, body, status }: Pick<KeptText, 'version' | 'body' | 'status'>,
): Promise<void> {
  await tx.query(
    `update report_text set version = $4, body = $5, status = $6, changed_by = $7, changed_at = $8
     where municipality_id = $1 and report_id = $2 and part_key = $3`,
    [municipalityId, reportId, part, version, JSON.stringify(body), status, userId, now],
  )
}

/** `first` is the version of the text after the first of the steps. */
export async function addSteps(
  tx: Tx,
  { municipalityId, reportId, part, userId, now }: TextPlace,
  { first, steps, clientId }: { first: number; steps: readonly object[]; clientId: string },
): Promise<void> {
  await tx.query(
    `insert into report_text_step (municipality_id, report_id, part_key, version, step, client_id, author, recorded_at)
     select $1, $2, $3, $4 + position - 1, step, $6, $7, $8
     from jsonb_array_elements($5::jsonb) with ordinality given (step, position)`,
    [municipalityId, reportId, part, first, JSON.stringify(steps), clientId, userId, now],
  )
}

export type StepRow = { part: string; version: number; step: object; clientId: string }

/** What has been changed in the texts since the versions that somebody has seen, in order. */
export async function stepsSince(
  tx: Tx,
  municipalityId: number,
  reportId: number,
  seen: Readonly<Record<string, number>>,
): Promise<StepRow[]> {
  const rows = await tx.query<{ part_key: string; version: number; step: object; client_id: string }>(
    `select s.part_key, s.version, s.step, s.client_id from report_text_step s
     join unnest($3::text[], $4::integer[]) seen (part_key, version)
       on seen.part_key = s.part_key and s.version > seen.version
     where s.municipality_id = $1 and s.report_id = $2 order by s.part_key, s.version`,
    [municipalityId, reportId, Object.keys(seen), Object.values(seen)],
  )
  return rows.map((row) => ({
    part: row.part_key,
    version: row.version,
    step: row.step,
    clientId: row.client_id,
  }))
}
