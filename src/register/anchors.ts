import { identityHash, storeIdentity } from '../access/identity-vault.ts'
import type { Keys } from '../access/keys.ts'
import type { Tx } from '../database/transaction.ts'
import type { IdentityNumber } from '../values/identity-number.ts'

/**
 * What facts are tied to: households, persons, units and caseworkers, found by what the source calls them
 * and given an id of our own the first time they are seen.
 *
 * Loaded whole at the start of an import (a municipality has at most some hundred thousand) and saved once,
 * under the import's lock, so that ids are not handed out twice.
 */
export class Anchors {
  readonly #tx: Tx
  readonly #keys: Keys
  readonly #municipalityId: number
  readonly #households = new Map<string, { id: number; scope: number }>()
  readonly #persons = new Map<string, { id: number; scope: number }>()
  readonly #personByNumber = new Map<string, { id: number; scope: number }>()
  readonly #units = new Map<string, number>()
  readonly #caseworkers = new Map<string, number>()
  #next = { household: 1, person: 1, unit: 1, caseworker: 1 }
  #newHouseholds: { id: number; key: string }[] = []
  #newPersons: { id: number; number: IdentityNumber }[] = []
  #newUnits: { id: number; code: string }[] = []
  #newCaseworkers: { id: number; code: string }[] = []

  private constructor(tx: Tx, keys: Keys, municipalityId: number) {
    this.#tx = tx
    this.#keys = keys
    this.#municipalityId = municipalityId
  }

  static async load(tx: Tx, keys: Keys, municipalityId: number): Promise<Anchors> {
    const anchors = new Anchors(tx, keys, municipalityId)
    const households = await tx.query<{ source_key: string; household_id: number; access_scope: number }>(
      'select source_key, household_id, access_scope from household where municipality_id = $1',
      [municipalityId],
    )
    for (const row of households)
      anchors.#households.set(row.source_key, { id: row.household_id, scope: row.access_scope })
    const persons = await tx.query<{ hash: string; person_id: number; access_scope: number }>(
      `select encode(identity_hash, 'base64') as hash, person_id, access_scope
       from person_identity join person using (municipality_id, person_id) where municipality_id = $1`,
      [municipalityId],
    )
    for (const row of persons) anchors.#persons.set(row.hash, { id: row.person_id, scope: row.access_scope })
    for (const row of await tx.query<{ code: string; unit_id: number }>(
      'select code, unit_id from unit where municipality_id = $1',
      [municipalityId],
    ))
      anchors.#units.set(row.code, row.unit_id)
    for (const row of await tx.query<{ code: string; caseworker_id: number }>(
      'select code, caseworker_id from caseworker where municipality_id = $1',
      [municipalityId],
    ))
      anchors.#caseworkers.set(row.code, row.caseworker_id)
    await anchors.#loadUnitNames()
    anchors.#next = {
      household: 1 + maxOf(households.map((row) => row.household_id)),
      person: 1 + maxOf(persons.map((row) => row.person_id)),
      unit: 1 + maxOf([...anchors.#units.values()]),
      caseworker: 1 + maxOf([...anchors.#caseworkers.values()]),
    }
    return anchors
  }

  /** Systems name a unit by its code or by its name: both find it. A code wins over a name. */
  async #loadUnitNames(): Promise<void> {
    const rows = await this.#tx.query<{ name: string; unit_id: number }>(
      "select name, unit_id from unit_period where municipality_id = $1 and known_until = 'infinity'",
      [this.#municipalityId],
    )
    for (const { name, unit_id } of rows) if (!this.#units.has(name)) this.#units.set(name, unit_id)
  }

  /** Null for a household that has not been seen. */
  knownHousehold(key: string): number | null {
    return this.#households.get(key)?.id ?? null
  }

  household(key: string): { id: number; scope: number } {
    const known = this.#households.get(key)
    if (known) return known
    const anchor = { id: this.#next.household++, scope: 0 }
    this.#households.set(key, anchor)
    this.#newHouseholds.push({ id: anchor.id, key })
    return anchor
  }

  person(number: IdentityNumber): { id: number; scope: number } {
    const digits = number.reveal()
    const seen = this.#personByNumber.get(digits)
    if (seen) return seen
    const hash = identityHash(this.#keys, this.#municipalityId, number).toString('base64')
    const anchor = this.#persons.get(hash) ?? { id: this.#next.person++, scope: 0 }
    if (!this.#persons.has(hash)) this.#newPersons.push({ id: anchor.id, number })
    this.#persons.set(hash, anchor)
    this.#personByNumber.set(digits, anchor)
    return anchor
  }

  unit(code: string): number {
    const known = this.#units.get(code)
    if (known !== undefined) return known
    const id = this.#next.unit++
    this.#units.set(code, id)
    this.#newUnits.push({ id, code })
    return id
  }

  caseworker(code: string): number {
    const known = this.#caseworkers.get(code)
    if (known !== undefined) return known
    const id = this.#next.caseworker++
    this.#caseworkers.set(code, id)
    this.#newCaseworkers.push({ id, code })
    return id
  }

  /** Writes those that were seen for the first time since the last save. Facts may refer to them only after it. */
  async save(): Promise<void> {
    const municipalityId = this.#municipalityId
    const identities = this.#newPersons.map(({ id, number }) => ({
      id,
      kind: number.kind,
      ...storeIdentity(this.#keys, municipalityId, number),
    }))
    await this.#insert('household (municipality_id, household_id, source_key)', 'bigint[], text[]', [
      this.#newHouseholds.map((each) => each.id),
      this.#newHouseholds.map((each) => each.key),
    ])
    await this.#insert('person (municipality_id, person_id)', 'bigint[]', [this.#newPersons.map((each) => each.id)])
    await this.#insert(
      'person_identity (municipality_id, person_id, identity_hash, kind, cipher)',
      'bigint[], bytea[], text[], bytea[]',
      [
        identities.map((each) => each.id),
        identities.map((each) => each.hash),
        identities.map((each) => each.kind),
        identities.map((each) => each.cipher),
      ],
    )
    await this.#insert('unit (municipality_id, unit_id, code)', 'integer[], text[]', [
      this.#newUnits.map((each) => each.id),
      this.#newUnits.map((each) => each.code),
    ])
    await this.#insert('caseworker (municipality_id, caseworker_id, code)', 'integer[], text[]', [
      this.#newCaseworkers.map((each) => each.id),
      this.#newCaseworkers.map((each) => each.code),
    ])
    this.#newHouseholds = []
    this.#newPersons = []
    this.#newUnits = []
    this.#newCaseworkers = []
  }

  async #insert(target: string, types: string, columns: unknown[][]): Promise<void> {
    if (columns[0]?.length === 0) return
    const arrays = types.split(', ').map((type, position) => `$${position + 2}::${type}`)
    await this.#tx.query(`insert into ${target} select $1, * from unnest(${arrays.join(', ')})`, [
      this.#municipalityId,
      ...columns,
    ])
  }
}

/** Not Math.max(...values): a spread of some hundred thousand arguments overflows the stack. */
const maxOf = (values: number[]): number => values.reduce((greatest, value) => Math.max(greatest, value), 0)
