import type { Tx } from '../database/transaction.ts'

/**
 * Lets a household's places in target groups, and in what they are compared with, follow it into another. Where both were in a group at the same time the place that
 * began first stands, and of two that began on the same day the other household's own: nobody is in a group twice.
 */
export async function moveMemberships(tx: Tx, municipalityId: number, fromId: number, toId: number): Promise<void> {
  await tx.query(
    `delete from target_group_member later where municipality_id = $1 and household_id in ($2, $3)
       and exists (select from target_group_member earlier
                   where earlier.municipality_id = $1 and earlier.household_id in ($2, $3)
                     and earlier.household_id <> later.household_id and earlier.group_key = later.group_key
                     and earlier.until_day > later.from_day
                     and (earlier.from_day < later.from_day
                          or earlier.from_day = later.from_day and earlier.household_id = $3))`,
    [municipalityId, fromId, toId],
  )
  await tx.query(
    `delete from target_group_comparison twice where municipality_id = $1 and household_id = $2
       and exists (select from target_group_comparison own
                   where own.municipality_id = $1 and own.household_id = $3
                     and own.group_key = twice.group_key and own.step = twice.step)`,
    [municipalityId, fromId, toId],
  )
  for (const table of ['target_group_member', 'target_group_comparison'])
    await tx.query(`update ${table} set household_id = $3 where municipality_id = $1 and household_id = $2`, [
      municipalityId,
      fromId,
      toId,
    ])
}
