import { createHmac } from 'node:crypto'
import type { Keys } from '../access/keys.ts'
import type { Tx } from '../database/transaction.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'

/** On whose behalf, and for what, somebody else's tool reads the views of the schema `bi`. */
export type BiAccess = { municipalityId: number; purpose: string; key: Buffer }

/** The same purpose has the same pseudonyms as long as the key file is the same; another has others. */
export const biAccess = (keys: Keys, municipalityId: number, purpose: string): BiAccess => ({
  ...{ municipalityId, purpose },
  key: createHmac('sha256', keys.lookup).update(`bi:${municipalityId}:${purpose}`).digest(),
})

/** The latest limit that small groups are held to: a file is made now, whatever months it holds. */
const smallestGroup = (): number => disclosureLimits.at(-1)!.value.smallestCount

/** Lets a login role of the database read the views: of this municipality and for this purpose alone. Runs as the owner. */
export async function grantBi(tx: Tx, role: string, { municipalityId, purpose, key }: BiAccess): Promise<void> {
  await tx.query(
    `insert into app.bi_access (role_name, municipality_id, purpose, pseudonym_key, smallest_group) values ($1, $2, $3, $4, $5)
     on conflict (role_name) do update set municipality_id = $2, purpose = $3, pseudonym_key = $4, smallest_group = $5`,
    [role, municipalityId, purpose, key, smallestGroup()],
  )
}
