import type pg from 'pg'
import { type Tx, withTenant } from '../database/transaction.ts'
import { lockRegister } from '../register/lock-register.ts'
import { planForFreshTables } from '../register/refresh-register.ts'

/**
 * Runs `work` in a transaction that sees the whole municipality, for as long as it takes.
 * Imports and undoings of one municipality wait for one another, so that ids and moments are handed out once.
 */
export function inImport<Value>(
  pool: pg.Pool,
  municipalityId: number,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  const everything = { municipalityId, units: 'all', protectedHouseholds: 'all', statementTimeoutMs: 0 } as const
  return withTenant(pool, everything, async (tx) => {
    await lockRegister(tx, municipalityId)
    await planForFreshTables(tx)
    return work(tx)
  })
}
