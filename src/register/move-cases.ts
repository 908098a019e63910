import type { Tx } from '../database/transaction.ts'

/** Lets the cases of a household's payments follow it into another. A case keeps its own name. */
export async function moveCases(tx: Tx, municipalityId: number, fromId: number, toId: number): Promise<void> {
  await tx.query('update payment_case_event set household_id = $3 where municipality_id = $1 and household_id = $2', [
    municipalityId,
    fromId,
    toId,
  ])
}
