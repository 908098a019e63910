import type pg from 'pg'
import { fetchText } from './comparison/kolada-failure.text.ts'
import { readReferenceJson, readReferenceTable } from './comparison/read-reference.ts'
import type { Reference } from './comparison/reference.ts'
import { loadAreas } from './comparison/reference.queries.ts'
import { withTenant } from './database/transaction.ts'
import { readTable } from './imports/read/read-table.ts'
import { UnreadableFile } from './imports/read/unreadable-file.ts'
import type { Municipality } from './values/municipality.ts'

/** What others publish, as a file: JSON by its shape, anything else as a table. Throws `UnreadableFile` about any other file. */
export async function readReferenceFile(
  pool: pg.Pool,
  { id }: Municipality,
  name: string,
  bytes: Uint8Array,
): Promise<Reference> {
  const json = readReferenceJson(new TextDecoder().decode(bytes))
  if (json) return json
  const { columns, rows } = readTable(bytes, name)
  const known = await withTenant(pool, { municipalityId: id }, (tx) => loadAreas(tx, id))
  const table = readReferenceTable({ columns, rows }, known)
  if (table) return table
  throw new UnreadableFile('wrong-format', fetchText.notReference(name), {
    ...{ found: columns.slice(0, 8).join(', '), expected: fetchText.expected },
  })
}
