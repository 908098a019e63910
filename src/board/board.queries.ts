import type { Tx } from '../database/transaction.ts'
import type { Document } from '../reports/document.ts'
import { type Day, dayInSweden } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { BoardReport } from './board-view.ts'

type ReportRow = {
  report_id: number
  version: number
  title: string
  from_month: string
  last_month: string
  signed_at: Date
  signed_name: string
  signed_role: string
  board_from: Date | null
  corrects: number | null
  reason: string | null
  corrected_by: number | null
}

const reportColumns = `v.report_id, v.version, r.title, to_char(r.from_month, 'YYYY-MM') as from_month,
  to_char(r.until_month - 1, 'YYYY-MM') as last_month, v.signed_at, v.signed_name, v.signed_role, v.board_from,
  v.corrects, v.reason,
  (select max(later.version) from report_version later
   where later.municipality_id = v.municipality_id and later.report_id = v.report_id and later.version > v.version
     and later.board_from is not null) as corrected_by
  from report_version v join report r on r.municipality_id = v.municipality_id and r.report_id = v.report_id`

/** The signed versions that the board may read, the latest first; with `all` also those that it may not read yet. */
export async function listBoardReports(tx: Tx, municipalityId: number, all: boolean): Promise<BoardReport[]> {
  const rows = await tx.query<ReportRow>(
    `select ${reportColumns} where v.municipality_id = $1 and ($2 or v.board_from is not null)
     order by r.from_month desc, v.report_id desc, v.version desc`,
    [municipalityId, all],
  )
  return rows.map(toReport)
}

/** A version that the board may read, as it was signed; null for any other. */
export async function findBoardReport(
  tx: Tx,
  municipalityId: number,
  reportId: number,
  version: number,
): Promise<(BoardReport & { document: Document }) | null> {
  const [row] = await tx.query<ReportRow & { document: string }>(
    `select v.document, ${reportColumns}
     where v.municipality_id = $1 and v.report_id = $2 and v.version = $3 and v.board_from is not null`,
    [municipalityId, reportId, version],
  )
  // What was signed is trusted when it is read.
  return row ? { ...toReport(row), document: JSON.parse(row.document) as Document } : null
}

/** Opens a signed version to the board, or closes it again. False where there is no such version. */
export async function showReport(
  tx: Tx,
  municipalityId: number,
  { reportId, version, from }: { reportId: number; version: number; from: Date | null },
): Promise<boolean> {
  const changed = await tx.execute(
    'update report_version set board_from = $4 where municipality_id = $1 and report_id = $2 and version = $3',
    [municipalityId, reportId, version, from],
  )
  return changed === 1
}

const toReport = (row: ReportRow): BoardReport => ({
  ...{ reportId: row.report_id, version: row.version, title: row.title },
  ...{ from: row.from_month as Month, to: row.last_month as Month },
  ...{ signedOn: dayInSweden(row.signed_at), signedName: row.signed_name, signedRole: row.signed_role },
  boardFrom: row.board_from && dayInSweden(row.board_from),
  ...{ corrects: row.corrects, reason: row.reason, correctedBy: row.corrected_by },
})

export type KeptQuestion = {
  id: number
  text: string
  askedBy: number
  askedByName: string | null
  askedOn: Day
  answer: string | null
  figure: string | null
  answeredOn: Day | null
}

/** The questions that stand, the latest first. */
export function listQuestions(tx: Tx, municipalityId: number): Promise<KeptQuestion[]> {
  return tx.query<KeptQuestion>(
    `select q.question_id as id, q.text, q.asked_by as "askedBy", u.name as "askedByName",
            to_char(q.asked_on, 'YYYY-MM-DD') as "askedOn", q.answer, q.figure,
            to_char(q.answered_on, 'YYYY-MM-DD') as "answeredOn"
     from board_question q left join app_user u on u.municipality_id = q.municipality_id and u.user_id = q.asked_by
     where q.municipality_id = $1 and q.withdrawn_on is null order by q.question_id desc`,
    [municipalityId],
  )
}

export async function countWaiting(tx: Tx, municipalityId: number): Promise<number> {
  const [row] = await tx.query<{ waiting: number }>(
    `select count(*)::integer as waiting from board_question
     where municipality_id = $1 and withdrawn_on is null and answer is null`,
    [municipalityId],
  )
  return row?.waiting ?? 0
}

/** So that two questions at once never take the same number. */
const questionLock = 0x62_71

/** The number of the new question. */
export async function addQuestion(
  tx: Tx,
  municipalityId: number,
  { text, askedBy, askedOn }: { text: string; askedBy: number; askedOn: Day },
): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [questionLock, municipalityId])
  const [row] = await tx.query<{ question_id: number }>(
    `insert into board_question (municipality_id, question_id, text, asked_by, asked_on)
     select $1, coalesce(max(question_id), 0) + 1, $2, $3, $4 from board_question where municipality_id = $1
     returning question_id`,
    [municipalityId, text, askedBy, askedOn],
  )
  return row!.question_id
}

/** Takes back one's own question. False where it is somebody else's, or answered. */
export async function withdrawQuestion(
  tx: Tx,
  municipalityId: number,
  { id, askedBy, on }: { id: number; askedBy: number; on: Day },
): Promise<boolean> {
  const changed = await tx.execute(
    `update board_question set withdrawn_on = $4
     where municipality_id = $1 and question_id = $2 and asked_by = $3 and answer is null and withdrawn_on is null`,
    [municipalityId, id, askedBy, on],
  )
  return changed === 1
}

export type Answer = { text: string; figure: string; answeredBy: number; answeredOn: Day }

/** Answers a question, or takes the answer back. False where there is no such question. */
export async function saveAnswer(tx: Tx, municipalityId: number, id: number, answer: Answer | null): Promise<boolean> {
  const changed = await tx.execute(
    `update board_question set answer = $3, figure = $4, answered_by = $5, answered_on = $6
     where municipality_id = $1 and question_id = $2 and withdrawn_on is null`,
    [
      municipalityId,
      id,
      answer?.text ?? null,
      answer?.figure ?? null,
      answer?.answeredBy ?? null,
      answer?.answeredOn ?? null,
    ],
  )
  return changed === 1
}
