import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import type { CatalogueBody, CatalogueEntry, CatalogueKind } from './catalogue-bodies.ts'

type EntryRow = { entry_key: string; version: number; known_from: Date; name: string | null; body: unknown }

const columns = `select e.entry_key, e.version, e.known_from, u.name, e.body from catalogue_entry e
  left join app_user u on u.municipality_id = e.municipality_id and u.user_id = e.saved_by`

/** The entries of a kind that hold now, in order of their keys. */
export async function listEntries<Kind extends CatalogueKind>(
  tx: Tx,
  municipalityId: number,
  kind: Kind,
): Promise<CatalogueEntry<Kind>[]> {
  const rows = await tx.query<EntryRow>(
    `${columns} where e.municipality_id = $1 and e.kind = $2 and e.known_until = 'infinity' order by e.entry_key`,
    [municipalityId, kind],
  )
  return rows.map((row) => toEntry<Kind>(row))
}

/** The entry of a key that holds now, or null. */
export async function findEntry<Kind extends CatalogueKind>(
  tx: Tx,
  municipalityId: number,
  kind: Kind,
  key: string,
): Promise<CatalogueEntry<Kind> | null> {
  const [row] = await tx.query<EntryRow>(
    `${columns} where e.municipality_id = $1 and e.kind = $2 and e.entry_key = $3 and e.known_until = 'infinity'`,
    [municipalityId, kind, key],
  )
  return row ? toEntry<Kind>(row) : null
}

/** Codes of the units that a user works with. */
export async function unitCodesOf(
  tx: Tx,
  { municipalityId, units }: Pick<User, 'municipalityId' | 'units'>,
): Promise<string[] | 'all'> {
  if (units === 'all') return 'all'
  const rows = await tx.query<{ code: string }>(
    'select code from unit where municipality_id = $1 and unit_id = any ($2)',
    [municipalityId, units],
  )
  return rows.map(({ code }) => code)
}

/** Every version of one entry, the latest first. */
export async function listVersions<Kind extends CatalogueKind>(
  tx: Tx,
  municipalityId: number,
  kind: Kind,
  key: string,
): Promise<CatalogueEntry<Kind>[]> {
  const rows = await tx.query<EntryRow>(
    `${columns} where e.municipality_id = $1 and e.kind = $2 and e.entry_key = $3 order by e.version desc`,
    [municipalityId, kind, key],
  )
  return rows.map((row) => toEntry<Kind>(row))
}

/** What was checked when it was saved is trusted when it is read. */
const toEntry = <Kind extends CatalogueKind>(row: EntryRow): CatalogueEntry<Kind> => ({
  key: row.entry_key,
  version: row.version,
  savedAt: row.known_from.toISOString(),
  savedBy: row.name,
  body: row.body as CatalogueBody<Kind>,
})

export type SaveEntry<Kind extends CatalogueKind> = {
  municipalityId: number
  kind: Kind
  key: string
  /** The version that the writer had seen; 0 for a new entry. */
  seen: number
  body: CatalogueBody<Kind>
  savedBy: number | null
  now: Date
}

/** Saves a new version and closes the one before. False, and nothing saved, when somebody else has saved since. */
export async function saveEntry<Kind extends CatalogueKind>(tx: Tx, entry: SaveEntry<Kind>): Promise<boolean> {
  const { municipalityId, kind, key, seen, body, savedBy, now } = entry
  const closed = await tx.execute(
    `update catalogue_entry set known_until = $5
     where municipality_id = $1 and kind = $2 and entry_key = $3 and version = $4 and known_until = 'infinity'`,
    [municipalityId, kind, key, seen, now],
  )
  if (seen > 0 && closed === 0) return false
  const added = await tx.execute(
    `insert into catalogue_entry (municipality_id, kind, entry_key, version, known_from, saved_by, body)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [municipalityId, kind, key, seen + 1, now, savedBy, JSON.stringify(body)],
  )
  return added === 1
}
