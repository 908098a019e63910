import { createHmac } from 'node:crypto'

/**
 * The record key of a household for the cell key method, in [0, 1): the first 32 bits of HMAC-SHA256(salt, household).
 *
 * The same household always gets the same key, and without the salt nobody can tell which. Whoever has the salt can
 * take the noise away: it is kept as any other secret, and a new salt is never taken for tables already published.
 */
export const recordKey = (salt: string, household: string): number =>
  createHmac('sha256', salt).update(household).digest().readUInt32BE(0) / 4_294_967_296
