import type { Tx } from '../database/transaction.ts'

/** Any number that no other lock of ours has. */
const registerLock = 0x696d70

/** Waits until nobody else adds households or persons to the register, and holds it for the rest of the transaction. */
export async function lockRegister(tx: Tx, municipalityId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [registerLock, municipalityId])
}
