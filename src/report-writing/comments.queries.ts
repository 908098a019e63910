import type { Tx } from '../database/transaction.ts'
import type { TextPlace } from './written-reports.queries.ts'

export type Comment = {
  id: number
  part: string
  /** The words it is about, as they stood; empty for the whole text. */
  quoted: string
  text: string
  writtenBy: string | null
  writtenAt: Date
  settledBy: string | null
}

export async function listComments(tx: Tx, municipalityId: number, reportId: number): Promise<Comment[]> {
  return tx.query<Comment>(
    `select c.comment_id as id, c.part_key as part, c.quoted, c.text, w.name as "writtenBy", c.written_at as "writtenAt",
            s.name as "settledBy"
     from report_comment c
     left join app_user w on w.municipality_id = c.municipality_id and w.user_id = c.written_by
     left join app_user s on s.municipality_id = c.municipality_id and s.user_id = c.settled_by
     where c.municipality_id = $1 and c.report_id = $2 order by c.comment_id`,
    [municipalityId, reportId],
  )
}

/** The report is locked by the caller, so that two comments do not get one number. */
export async function addComment(
  tx: Tx,
  { municipalityId, reportId, part, userId, now }: TextPlace,
  { quoted, text }: Pick<Comment, 'quoted' | 'text'>,
): Promise<number> {
  const [row] = await tx.query<{ comment_id: number }>(
    `insert into report_comment (municipality_id, report_id, comment_id, part_key, quoted, text, written_by, written_at)
     select $1, $2, coalesce(max(comment_id), 0) + 1, $3, $4, $5, $6, $7
     from report_comment where municipality_id = $1 and report_id = $2
     returning comment_id`,
    [municipalityId, reportId, part, quoted, text, userId, now],
  )
  return row!.comment_id
}

/** False when there is no such comment. */
export async function settleComment(
  tx: Tx,
  municipalityId: number,
  reportId: number,
  comment: number,
  settled: { by: number; at: Date } | null,
): Promise<boolean> {
  const changed = await tx.execute(
    `update report_comment set settled_by = $4, settled_at = $5
     where municipality_id = $1 and report_id = $2 and comment_id = $3`,
    [municipalityId, reportId, comment, settled?.by ?? null, settled?.at ?? null],
  )
  return changed === 1
}
