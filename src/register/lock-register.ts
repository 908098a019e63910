import type { Tx } from '../database/transaction.ts'

/** Any number that no other lock of ours has. */
const registerLock = 0x696d70

/** Waits until nobody else adds households or persons to the register, and holds it for the rest of the transaction. */
export async function lockRegister(tx: Tx, municipalityId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [registerLock, municipalityId])
}

/** Any number that no other lock of ours has. */
const waysLock = 0x776179

/**
 * Keeps imports, which move ways between households and change who may see them, apart from those who record what happens:
 * many record at once, and an import waits for them and they for it. Taken before any household is locked, so that no two
 * wait for each other; held for the rest of the transaction.
 */
export async function lockWays(tx: Tx, municipalityId: number, purpose: 'to-record' | 'to-import'): Promise<void> {
  const lock = purpose === 'to-record' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock'
  await tx.query(`select ${lock}($1, $2)`, [waysLock, municipalityId])
}
