import type { Tx } from '../database/transaction.ts'

/** Names of users by their ids. */
export async function loadNames(
  tx: Tx,
  municipalityId: number,
  ids: readonly number[],
): Promise<Record<number, string>> {
  const rows = await tx.query<{ user_id: number; name: string }>(
    'select user_id, name from app_user where municipality_id = $1 and user_id = any ($2)',
    [municipalityId, [...new Set(ids)]],
  )
  return Object.fromEntries(rows.map((row) => [row.user_id, row.name]))
}
