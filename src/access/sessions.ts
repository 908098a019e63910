import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { isRole, type Role } from './permissions.ts'

/** Somebody signed in: enough to bind a transaction to what he or she may see. */
export type User = {
  id: number
  municipalityId: number
  name: string
  role: Role
  /** Ids of the units whose households the user works with; 'all' for every unit. */
  units: number[] | 'all'
  /** Protected households that name this user. Nobody is named until a manager does so. */
  protectedHouseholds: number[]
  /** What is open to the user's units today by a legal ground, or by a referral within the committee. */
  shared: { households: number[]; persons: number[] }
  /** What the case system calls the user; null for whoever is no caseworker. */
  caseworkerCode: string | null
}

const hours = 10

/** A working day, then sign in again. The token leaves only in the cookie; the database keeps its hash. */
export async function startSession(tx: Tx, municipalityId: number, userId: number, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.query(
    'insert into session (municipality_id, token_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [municipalityId, hashToken(token), userId, now, new Date(now.getTime() + hours * 3_600_000)],
  )
  return token
}

export async function endSession(tx: Tx, municipalityId: number, token: string): Promise<void> {
  await tx.query('delete from session where municipality_id = $1 and token_hash = $2', [
    municipalityId,
    hashToken(token),
  ])
}

/** The user of a session that has not expired, or null. */
export async function findSessionUser(
  tx: Tx,
  municipalityId: number,
  token: string,
  now: Date,
  today: Day,
): Promise<User | null> {
  const [row] = await tx.query<UserRow>(
    `select u.user_id, u.name, u.role, u.purpose, u.unit_codes, u.caseworker_code,
            (select array_agg(unit_id) from unit where municipality_id = u.municipality_id and code = any (u.unit_codes)) as unit_ids
     from session s join app_user u on u.municipality_id = s.municipality_id and u.user_id = s.user_id
     where s.municipality_id = $1 and s.token_hash = $2 and s.expires_at > $3 and u.active`,
    [municipalityId, hashToken(token), now],
  )
  if (!row) return null
  return { ...toUser(municipalityId, row), shared: await findShared(tx, municipalityId, row.unit_codes ?? [], today) }
}

/** What is open to the units of a user, by a ground or by what was sent to them; those who see every unit need none. */
async function findShared(tx: Tx, municipalityId: number, unitCodes: string[], today: Day): Promise<User['shared']> {
  if (unitCodes.length === 0) return { households: [], persons: [] }
  const [row] = await tx.query<{ households: number[] | null; persons: number[] | null }>(
    `select array_agg(distinct household_id)::integer[] as households, array_agg(distinct person_id)::integer[] as persons
     from sharing_ground
     where municipality_id = $1 and recipient = any ($2) and from_day <= $3 and $3 < until_day`,
    [municipalityId, unitCodes, today],
  )
  return { households: row?.households ?? [], persons: row?.persons ?? [] }
}

/** Everybody who can sign in, for the development sign-in's choices. */
export async function listUsers(tx: Tx, municipalityId: number): Promise<(User & { purpose: string })[]> {
  const rows = await tx.query<UserRow>(
    `select user_id, name, role, purpose, unit_codes, caseworker_code, null::integer[] as unit_ids from app_user
     where municipality_id = $1 and active order by user_id`,
    [municipalityId],
  )
  return rows.map((row) => ({ ...toUser(municipalityId, row), purpose: row.purpose }))
}

type UserRow = {
  user_id: number
  name: string
  role: string
  purpose: string
  unit_codes: string[] | null
  caseworker_code: string | null
  unit_ids: number[] | null
}

function toUser(municipalityId: number, row: UserRow): User {
  if (!isRole(row.role)) throw new Error(`Unknown role in the register: ${row.role}`)
  const units = row.unit_codes ? (row.unit_ids ?? []) : 'all'
  return {
    id: row.user_id,
    municipalityId,
    name: row.name,
    role: row.role,
    units,
    protectedHouseholds: [],
    shared: { households: [], persons: [] },
    caseworkerCode: row.caseworker_code,
  }
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
