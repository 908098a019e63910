import { createHash } from 'node:crypto'
import type { Tx } from '../database/transaction.ts'

/**
 * The log of all that is read and changed.
 *
 * An entry is written in the transaction of what it tells of: if the log cannot be written, the read fails.
 * Each entry's hash covers the one before, so that an entry that is changed, removed or slipped in is found.
 * Required by lag (2001:454) 10 §: access to personal data is limited, logged and controlled.
 */
export type AuditEntry = {
  municipalityId: number
  /** Null for the command line and for scheduled work. */
  userId: number | null
  /** What was done, kebab-case: `households-listed`. */
  action: string
  /** What it was done to: `households`, `household 17`, `import 3`. */
  subject: string
  /** Every household whose data were shown or changed; empty for figures. */
  householdIds: number[]
  /** Filters, formats and the like. Never an identity number. */
  detail: Record<string, unknown>
}

const genesis = Buffer.alloc(32)

/** Writes one entry. Its place in the chain is taken at the end of the transaction, so call it last. */
export async function logEntry(tx: Tx, entry: AuditEntry): Promise<void> {
  const head = await lockHead(tx, entry.municipalityId)
  const entryNo = head.entryNo + 1
  const at = new Date()
  const hash = hashOf(head.hash, entryNo, at, entry)
  await tx.query(
    `insert into audit_entry (municipality_id, entry_no, at, user_id, action, subject, household_ids, detail, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      entry.municipalityId,
      entryNo,
      at,
      entry.userId,
      entry.action,
      entry.subject,
      entry.householdIds,
      JSON.stringify(entry.detail),
      head.hash,
      hash,
    ],
  )
  await tx.query('update audit_head set entry_no = $2, hash = $3 where municipality_id = $1', [
    entry.municipalityId,
    entryNo,
    hash,
  ])
}

/** The first entry that does not follow from the one before it, or null when the chain is whole up to its head. */
export async function findBrokenEntry(tx: Tx, municipalityId: number): Promise<{ entryNo: number } | null> {
  let previous = { entryNo: 0, hash: genesis as Buffer }
  for (;;) {
    const rows = await tx.query<StoredEntry>(
      `select entry_no, at, user_id, action, subject, household_ids, detail, previous_hash, hash from audit_entry
       where municipality_id = $1 and entry_no > $2 order by entry_no limit 5000`,
      [municipalityId, previous.entryNo],
    )
    for (const row of rows) {
      if (!follows(previous, row, municipalityId)) return { entryNo: previous.entryNo + 1 }
      previous = { entryNo: row.entry_no, hash: row.hash }
    }
    if (rows.length === 0) break
  }
  const [head] = await tx.query<{ entry_no: number; hash: Buffer }>(
    'select entry_no, hash from audit_head where municipality_id = $1',
    [municipalityId],
  )
  const whole = head ? head.entry_no === previous.entryNo && head.hash.equals(previous.hash) : previous.entryNo === 0
  return whole ? null : { entryNo: previous.entryNo + 1 }
}

type StoredEntry = {
  entry_no: number
  at: Date
  user_id: number | null
  action: string
  subject: string
  household_ids: number[]
  detail: Record<string, unknown>
  previous_hash: Buffer
  hash: Buffer
}

function follows(previous: { entryNo: number; hash: Buffer }, row: StoredEntry, municipalityId: number): boolean {
  const { entry_no: entryNo, at, user_id: userId, action, subject, household_ids: householdIds, detail } = row
  const entry = { municipalityId, userId, action, subject, householdIds: householdIds.map(Number), detail }
  return (
    entryNo === previous.entryNo + 1 &&
    row.previous_hash.equals(previous.hash) &&
    row.hash.equals(hashOf(previous.hash, entryNo, at, entry))
  )
}

async function lockHead(tx: Tx, municipalityId: number): Promise<{ entryNo: number; hash: Buffer }> {
  const select = () =>
    tx.query<{ entry_no: number; hash: Buffer }>(
      'select entry_no, hash from audit_head where municipality_id = $1 for update',
      [municipalityId],
    )
  let [head] = await select()
  if (!head) {
    await tx.query('insert into audit_head values ($1, 0, $2) on conflict do nothing', [municipalityId, genesis])
    ;[head] = await select()
  }
  if (!head) throw new Error('The audit log has no head')
  return { entryNo: head.entry_no, hash: head.hash }
}

/** The order of the fields and of the keys in `detail` is fixed, since jsonb does not keep the order it was given. */
function hashOf(previous: Buffer, entryNo: number, at: Date, entry: AuditEntry): Buffer {
  const { municipalityId, userId, action, subject, householdIds, detail } = entry
  const content = [municipalityId, entryNo, at.toISOString(), userId, action, subject, householdIds, sorted(detail)]
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest()
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)])
}
