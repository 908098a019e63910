import type { Tx } from '../database/transaction.ts'
import { joinOwnHouseholds } from '../pathway/join-own-households.ts'
import { refreshWays } from '../pathway/refresh-ways.ts'
import { refreshRegister } from '../register/refresh-register.ts'

/** What an import may have changed beside its facts: whose households are whose, and how the units hang together. */
export type Changed = { households: boolean; organisation: boolean }

/**
 * Brings all that follows from the facts up to date, in the transaction that changed them, so that a household that has
 * become protected is never seen as it was before.
 */
export async function refreshAfterImport(tx: Tx, municipalityId: number, changed: Changed, at: Date): Promise<void> {
  const moved = changed.households ? await joinOwnHouseholds(tx, municipalityId, at) : []
  await refreshRegister(tx, municipalityId, { scopes: changed.households })
  if (changed.households) await refreshWays(tx, municipalityId, moved)
  if (changed.organisation) await refreshWays(tx, municipalityId, 'all')
}
