import type { Tx } from '../database/transaction.ts'
import type { SavedView } from './worklist-view.ts'

/** The user's own views in their order. Row level security shows nobody else's. */
export const listSavedViews = (tx: Tx, municipalityId: number, userId: number): Promise<SavedView[]> =>
  tx.query<SavedView>(
    'select name, address from saved_view where municipality_id = $1 and user_id = $2 order by position',
    [municipalityId, userId],
  )

/** Replaces the user's views with these. */
export async function saveViews(
  tx: Tx,
  municipalityId: number,
  userId: number,
  views: readonly SavedView[],
): Promise<void> {
  await tx.query('delete from saved_view where municipality_id = $1 and user_id = $2', [municipalityId, userId])
  await tx.query(
    `insert into saved_view (municipality_id, user_id, position, name, address)
     select $1, $2, position, name, address
     from jsonb_to_recordset($3::jsonb) as row (position integer, name text, address text)`,
    [municipalityId, userId, JSON.stringify(views.map((view, position) => ({ position, ...view })))],
  )
}
