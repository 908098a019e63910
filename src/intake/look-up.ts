import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import { identityHash } from '../access/identity-vault.ts'
import type { Keys } from '../access/keys.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { listSummaries, unitNames } from '../register/households.queries.ts'
import type { Day } from '../values/day.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import type { Hit, LookUp } from './intake-view.ts'
import { findPerson, type HitRow, householdsOf, isSettled, loadHits } from './intake.queries.ts'

type Needs = { pool: pg.Pool; keys: Keys; today: () => Day }

const mostHits = 10

/** Who somebody at the counter is: by identity number, name, or the household's number. Neither is ever logged. */
export async function lookUp({ pool, keys, today }: Needs, user: User, search: string): Promise<LookUp> {
  const { municipalityId } = user
  const number = /\d{6}/.test(search) ? IdentityNumber.parse(search, today()) : null
  const found = await withTenant(pool, tenantOf(user), async (tx) => {
    const personId = number && (await findPerson(tx, municipalityId, identityHash(keys, municipalityId, number)))
    const ids = number
      ? personId === null
        ? []
        : await householdsOf(tx, municipalityId, personId)
      : await idsByWords(tx, municipalityId, search)
    const hits = await showHits(tx, municipalityId, ids.slice(0, mostHits), personId)
    await logEntry(tx, {
      municipalityId,
      userId: user.id,
      action: 'contact-looked-up',
      subject: 'households',
      householdIds: hits.map(({ householdId }) => householdId),
      detail: { by: number ? 'identity number' : 'words' },
    })
    return { hits, hasMore: ids.length > mostHits, personId }
  })
  if (found.hits.length > 0) return { kind: 'found', hits: found.hits, hasMore: found.hasMore }
  if (!number) return { kind: 'nothing', isNumber: /^\D*\d{6,8}\D?\d{4}\D*$/.test(search.trim()) }
  if (found.personId === null) return { kind: 'unknown-person' }
  const settled = await withTenant(pool, wholeMunicipality(municipalityId), (tx) =>
    isSettled(tx, municipalityId, found.personId!),
  )
  return settled ? { kind: 'hidden' } : { kind: 'unknown-person' }
}

async function idsByWords(tx: Tx, municipalityId: number, words: string): Promise<number[]> {
  const window = { sort: 'name' as const, descending: false, offset: 0, limit: mostHits + 1 }
  const rows = await listSummaries(tx, municipalityId, { words }, window)
  return rows.map((row) => row.household_id)
}

/** Households as reception meets them. Row level security leaves out those that the user may not see. */
export async function showHits(
  tx: Tx,
  municipalityId: number,
  ids: readonly number[],
  personId: number | null,
): Promise<Hit[]> {
  const rows = await loadHits(tx, municipalityId, ids)
  const units = await unitNames(tx, municipalityId)
  return rows.map((row) => toHit(row, units, personId))
}

const toHit = (row: HitRow, units: Map<string, string>, personId: number | null): Hit => ({
  householdId: row.household_id,
  key: row.source_key,
  name: row.name ?? '',
  maskedNumber: row.birth_date ? `${row.birth_date.replaceAll('-', '')}-****` : '********-****',
  unit: row.unit_code && (units.get(row.unit_code) ?? row.unit_code),
  unitCode: row.unit_code,
  adults: row.adults,
  children: row.children,
  status: row.status,
  isCaseOpen: row.contact_on !== null && row.closed_on === null,
  contactOn: row.contact_on,
  coachBookedOn: row.coach_booked_on,
  personId,
})
