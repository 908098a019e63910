import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import { withTenant } from '../database/transaction.ts'
import { bumpDataVersion } from '../register/refresh-register.ts'
import type { Reference } from './reference.ts'
import { keepReference, type Kept } from './reference.queries.ts'

/** Where it came from: the address of the API, or the name of a file. */
export type Origin = { from: string; userId: number | null; now: Date }

/** Keeps what was fetched or read, in one transaction. New inhabitants change our own shares, so what is worked out is made anew. */
export const keepFetched = (
  pool: pg.Pool,
  municipalityId: number,
  reference: Reference,
  { from, userId, now }: Origin,
): Promise<Kept> =>
  withTenant(pool, { municipalityId, ...(userId !== null && { userId }) }, async (tx) => {
    const kept = await keepReference(tx, municipalityId, reference, now)
    if (kept.added + kept.changed > 0) await bumpDataVersion(tx, municipalityId)
    await logEntry(tx, {
      ...{ municipalityId, userId, action: 'reference-values-kept', subject: 'comparison', householdIds: [] },
      detail: { from, ...kept },
    })
    return kept
  })
