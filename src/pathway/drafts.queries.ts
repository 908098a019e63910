import type { Tx } from '../database/transaction.ts'

/** What somebody has begun to write and not sent. Row level security shows each user his or her own. */
export type Draft = { householdId: number | null; savedAt: string; body: object }

export async function findDraft(tx: Tx, municipalityId: number, userId: number, key: string): Promise<Draft | null> {
  const [row] = await tx.query<{ household_id: number | null; saved_at: Date; body: object }>(
    'select household_id, saved_at, body from draft where municipality_id = $1 and user_id = $2 and draft_key = $3',
    [municipalityId, userId, key],
  )
  return row ? { householdId: row.household_id, savedAt: row.saved_at.toISOString(), body: row.body } : null
}

type SaveDraft = {
  municipalityId: number
  userId: number
  key: string
  householdId: number | null
  body: object
  now: Date
}

/** Saves over what was there: the latest wins. Whether the draft is a new one. */
export async function saveDraft(tx: Tx, draft: SaveDraft): Promise<{ isNew: boolean }> {
  const { municipalityId, userId, key, householdId, body, now } = draft
  const values = [municipalityId, userId, key, householdId, now, JSON.stringify(body)]
  const changed = await tx.execute(
    `update draft set household_id = $4, saved_at = $5, body = $6
     where municipality_id = $1 and user_id = $2 and draft_key = $3`,
    values,
  )
  if (changed > 0) return { isNew: false }
  await tx.execute(
    `insert into draft (municipality_id, user_id, draft_key, household_id, saved_at, body) values ($1, $2, $3, $4, $5, $6)
     on conflict (municipality_id, user_id, draft_key)
     do update set household_id = excluded.household_id, saved_at = excluded.saved_at, body = excluded.body`,
    values,
  )
  return { isNew: true }
}

export const deleteDraft = (tx: Tx, municipalityId: number, userId: number, key: string): Promise<number> =>
  tx.execute('delete from draft where municipality_id = $1 and user_id = $2 and draft_key = $3', [
    municipalityId,
    userId,
    key,
  ])
