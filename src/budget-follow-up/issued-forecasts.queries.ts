import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { Tx } from '../database/transaction.ts'
import type { Month } from '../values/month.ts'
import type { IssuedView } from './forecast-view.ts'

/** Every forecast that has been issued, with who and when; the latest first. A new version never replaces an old one. */
export async function listIssued(tx: Tx, municipalityId: number): Promise<Omit<IssuedView, 'outcomeOre'>[]> {
  const rows = await tx.query<{
    entry_key: string
    version: number
    known_from: Date
    name: string | null
    body: CatalogueBody<'year-end-forecast'>
  }>(
    `select e.entry_key, e.version, e.known_from, u.name, e.body from catalogue_entry e
     left join app_user u on u.municipality_id = e.municipality_id and u.user_id = e.saved_by
     where e.municipality_id = $1 and e.kind = 'year-end-forecast' order by e.known_from desc, e.entry_key, e.version desc`,
    [municipalityId],
  )
  return rows.map(({ entry_key, version, known_from, name, body }) => ({
    ...body,
    knownTo: body.knownTo as Month,
    key: entry_key,
    version,
    savedAt: known_from.toISOString(),
    savedBy: name,
  }))
}
