import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import { identityHash, identityKeyOf, storeIdentity } from '../access/identity-vault.ts'
import type { Keys } from '../access/keys.ts'
import type { User } from '../access/sessions.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { ownHouseholdPrefix } from '../register/own-household.ts'
import { lockRegister } from '../register/lock-register.ts'
import { bumpDataVersion } from '../register/refresh-register.ts'
import type { Day } from '../values/day.ts'
import type { IdentityNumber } from '../values/identity-number.ts'
import { monthToNumber, month } from '../values/month.ts'
import { ok, refuse, type Result } from '../values/result.ts'
import { findPerson, isSettled, nextIds, unitIdOf } from './intake.queries.ts'

export type NewHousehold = { identityNumber: IdentityNumber; name: string; unit: string }
export type CannotCreate = 'no-such-unit' | 'not-your-unit' | 'already-known' | 'register-busy'

type Needs = { pool: pg.Pool; keys: Keys; now: () => Date; today: () => Day }

/**
 * A household of one adult that nobody has met before: the anchors, the person's number under seal, and facts that
 * come from no import (import 0). The case system's own household takes over when a file brings it: see join-own-households.ts.
 */
export function createHousehold(
  { pool, keys, now, today }: Needs,
  user: User,
  asked: NewHousehold,
): Promise<Result<number, CannotCreate>> {
  const { municipalityId } = user
  return withTenant(pool, wholeMunicipality(municipalityId), async (tx) => {
    // An import may hold the register for minutes: whoever stands at the counter is told so instead of waiting.
    await tx.query("set local lock_timeout to '2s'")
    await lockRegister(tx, municipalityId)
    const unitId = await unitIdOf(tx, municipalityId, asked.unit)
    if (unitId === null) return refuse('no-such-unit' as const)
    if (user.units !== 'all' && !user.units.includes(unitId)) return refuse('not-your-unit' as const)
    const known = await findPerson(tx, municipalityId, identityHash(keys, municipalityId, asked.identityNumber))
    if (known !== null && (await isSettled(tx, municipalityId, known))) return refuse('already-known' as const)
    const household = await insertHousehold(
      tx,
      { municipalityId, unitId, known, keys, now: now(), today: today() },
      asked,
    )
    await bumpDataVersion(tx, municipalityId)
    await logEntry(tx, {
      municipalityId,
      userId: user.id,
      action: 'household-created',
      subject: `household ${household}`,
      householdIds: [household],
      detail: { unit: asked.unit },
    })
    return ok(household)
  }).catch((error: unknown) => {
    if (isLockTimeout(error)) return refuse('register-busy' as const)
    throw error
  })
}

const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03'

type Place = { municipalityId: number; unitId: number; known: number | null; keys: Keys; now: Date; today: Day }

async function insertHousehold(
  tx: Tx,
  { municipalityId, unitId, known, keys, now, today }: Place,
  { identityNumber, name, unit }: NewHousehold,
): Promise<number> {
  const next = await nextIds(tx, municipalityId)
  const householdId = next.household
  const personId = known ?? next.person
  const sourceKey = `${ownHouseholdPrefix}${householdId}`
  const from = monthToNumber(month(today.slice(0, 7)))
  await tx.query(
    'insert into household (municipality_id, household_id, source_key, access_scope) values ($1, $2, $3, $4)',
    [municipalityId, householdId, sourceKey, unitId],
  )
  if (known === null) await insertPerson(tx, municipalityId, personId, unitId, keys, identityNumber)
  else await movePerson(tx, municipalityId, personId, unitId)
  // The same key as the importer's, so that a file that tells of the person later corrects this.
  await tx.query(
    `insert into person_detail (municipality_id, source_key, known_from, import_id, access_scope, person_id, name, birth_date, gender)
     values ($1, $2, $3, 0, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      municipalityId,
      identityKeyOf(keys, municipalityId)(identityNumber),
      now,
      unitId,
      personId,
      name,
      identityNumber.birthDate,
      identityNumber.gender,
    ],
  )
  await tx.query(
    `insert into household_member (municipality_id, source_key, known_from, import_id, access_scope, household_id, person_id, role, from_month)
     values ($1, $2, $3, 0, $4, $5, $6, 'mainApplicant', $7)`,
    [municipalityId, sourceKey, now, unitId, householdId, personId, from],
  )
  await tx.query(
    `insert into household_period (municipality_id, source_key, known_from, import_id, access_scope, household_id, from_month, unit_id)
     values ($1, $2, $3, 0, $4, $5, $6, $7)`,
    [municipalityId, sourceKey, now, unitId, householdId, from, unitId],
  )
  await insertSummary(tx, municipalityId, householdId, unit)
  return householdId
}

async function insertPerson(
  tx: Tx,
  municipalityId: number,
  personId: number,
  unitId: number,
  keys: Keys,
  number: IdentityNumber,
): Promise<void> {
  const { hash, cipher } = storeIdentity(keys, municipalityId, number)
  await tx.query('insert into person (municipality_id, person_id, access_scope) values ($1, $2, $3)', [
    municipalityId,
    personId,
    unitId,
  ])
  await tx.query(
    'insert into person_identity (municipality_id, person_id, identity_hash, kind, cipher) values ($1, $2, $3, $4, $5)',
    [municipalityId, personId, hash, number.kind, cipher],
  )
}

/** A person who was known without a household is the unit's from now on. */
async function movePerson(tx: Tx, municipalityId: number, personId: number, unitId: number): Promise<void> {
  for (const table of ['person', 'person_detail'])
    await tx.query(`update ${table} set access_scope = $3 where municipality_id = $1 and person_id = $2`, [
      municipalityId,
      personId,
      unitId,
    ])
}

/** As the import makes it of a household without payments, so that lists show it at once; in its place among the names. */
async function insertSummary(tx: Tx, municipalityId: number, householdId: number, unit: string): Promise<void> {
  await tx.query(
    `insert into household_summary (municipality_id, household_id, access_scope, source_key, name, search_text, birth_date, unit_code,
                                    adults, children, status, months_last_12, paid_last_12_ore, paid_total_ore, name_order)
     select h.municipality_id, h.household_id, h.access_scope, h.source_key, d.name,
            lower(h.source_key) || ' ' || lower(coalesce(d.name, '')), d.birth_date, $3, 1, 0, 'closed', 0, 0, 0,
            (select coalesce(max(name_order), 0) from household_summary s
             where s.municipality_id = $1 and s.name collate "sv-x-icu" <= d.name collate "sv-x-icu")
     from household h
     join household_member m on m.municipality_id = h.municipality_id and m.household_id = h.household_id and m.known_until = 'infinity'
     left join person_detail d on d.municipality_id = h.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
     where h.municipality_id = $1 and h.household_id = $2`,
    [municipalityId, householdId, unit],
  )
}
