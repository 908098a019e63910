import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { IdentityNumber } from '../values/identity-number.ts'
import type { Keys } from './keys.ts'

/**
 * How an identity number is stored: AES-256-GCM with a random nonce, found by a keyed hash.
 *
 * The municipality is part of both, so that the same person in two municipalities cannot be joined by their rows,
 * and a cipher that is moved to another municipality does not open.
 */
export type StoredIdentity = { hash: Buffer; cipher: Buffer }

export const storeIdentity = (keys: Keys, municipalityId: number, number: IdentityNumber): StoredIdentity => ({
  hash: identityHash(keys, municipalityId, number),
  cipher: seal(keys, municipalityId, number.reveal()),
})

export const identityHash = (keys: Keys, municipalityId: number, number: IdentityNumber): Buffer =>
  createHmac('sha256', keys.lookup).update(`${municipalityId}:${number.reveal()}`).digest()

/** The keyed hash as text, for keys of facts; each number is hashed once. */
export function identityKeyOf(keys: Keys, municipalityId: number): (number: IdentityNumber) => string {
  const known = new Map<string, string>()
  return (number) => {
    const digits = number.reveal()
    const seen = known.get(digits)
    if (seen) return seen
    const key = identityHash(keys, municipalityId, number).toString('base64url').slice(0, 22)
    known.set(digits, key)
    return key
  }
}

/** The number again, as it was stored. */
export function openIdentity(keys: Keys, municipalityId: number, cipher: Buffer): IdentityNumber {
  const number = IdentityNumber.parse(unseal(keys, municipalityId, cipher))
  if (!number) throw new Error('A stored identity number does not read as one')
  return number
}

/** Throws when the cipher was changed, or belongs to another municipality or key. */
export function unseal(keys: Keys, municipalityId: number, cipher: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keys.encryption, cipher.subarray(0, 12))
  decipher.setAAD(Buffer.from(String(municipalityId)))
  decipher.setAuthTag(cipher.subarray(12, 28))
  return Buffer.concat([decipher.update(cipher.subarray(28)), decipher.final()]).toString('utf8')
}

/** Seals any text that may tell who somebody is, such as a bad row of a file. Opened by `unseal`. */
export function seal(keys: Keys, municipalityId: number, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.encryption, nonce)
  cipher.setAAD(Buffer.from(String(municipalityId)))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}
