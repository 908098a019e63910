import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import { withTenant } from '../database/transaction.ts'
import { bumpDataVersion } from '../register/refresh-register.ts'
import type { Reference } from './reference.ts'
import { closeKept, freeMoment, keepReference, type Kept, reopenBefore } from './reference.queries.ts'

/** Where it came from: the address of the API, or the name of a file. */
export type Origin = { from: string; userId: number | null; now: Date }

/** Keeps what was fetched or read, in one transaction. New inhabitants change our own shares, so what is worked out is made anew. */
export const keepFetched = (
  pool: pg.Pool,
  municipalityId: number,
  reference: Reference,
  { from, userId, now }: Origin,
): Promise<Kept & { keptAt: Date }> =>
  withTenant(pool, { municipalityId, ...(userId !== null && { userId }) }, async (tx) => {
    const keptAt = await freeMoment(tx, municipalityId, now)
    const kept = await keepReference(tx, municipalityId, reference, keptAt)
    if (kept.added + kept.changed > 0) await bumpDataVersion(tx, municipalityId)
    await logEntry(tx, {
      ...{ municipalityId, userId, action: 'reference-values-kept', subject: 'comparison', householdIds: [] },
      detail: { from, ...kept },
    })
    return { ...kept, keptAt }
  })

/** Takes back what was kept at a moment: its values are closed, and those before them known again from now on. Counts the closed ones. */
export const takeBack = (
  pool: pg.Pool,
  municipalityId: number,
  keptAt: Date,
  { userId, now }: Omit<Origin, 'from'>,
): Promise<number> =>
  withTenant(pool, { municipalityId, ...(userId !== null && { userId }) }, async (tx) => {
    const at = await freeMoment(tx, municipalityId, now)
    const closed = await closeKept(tx, municipalityId, keptAt, at)
    await reopenBefore(tx, municipalityId, keptAt, at)
    if (closed > 0) await bumpDataVersion(tx, municipalityId)
    await logEntry(tx, {
      ...{ municipalityId, userId, action: 'reference-values-taken-back', subject: 'comparison', householdIds: [] },
      detail: { keptAt: keptAt.toISOString(), closed },
    })
    return closed
  })
