import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tx } from '../database/transaction.ts'
import type { FactTable } from './fact-tables.ts'

export type Fact = {
  sourceKey: string
  /** Scope of access; ignored by tables that have none. */
  scope: number
  /** In the order of the table's columns. */
  values: readonly (string | number | null)[]
}

export type Merge = {
  municipalityId: number
  importId: number
  /** When the facts became known: one moment for a whole import. */
  recordedAt: Date
  /**
   * Where the incoming facts are the whole truth, an SQL condition on `fact` (the current rows):
   * rows that satisfy it and are not among the incoming are closed.
   */
  wholeWithin?: string
}

/** Facts, not rows of a file. `withdrawn` were closed because a file that is the whole truth no longer has them. */
export type MergeCounts = { added: number; superseded: number; unchanged: number; withdrawn: number }

/**
 * Lets facts arrive in a table: new ones are added, changed ones supersede, known ones leave no trace.
 *
 * They are streamed into a temporary table and merged by a few statements, which is tens of times faster than
 * asking for each row. (COPY straight into the table is refused by PostgreSQL where row level security holds.)
 * Source keys must be unique within `facts`; the primary key refuses anything else.
 */
export async function mergeFacts(
  tx: Tx,
  table: FactTable,
  merge: Merge,
  facts: AsyncIterable<Fact[]> | Iterable<Fact[]>,
): Promise<MergeCounts> {
  await tx.query(`create temporary table incoming (like ${table.name} including defaults) on commit drop`)
  const count = await copyFacts(tx, table, merge, facts)
  const counts = (await isEmpty(tx, table, merge.municipalityId))
    ? { added: await insertAll(tx, table), superseded: 0, unchanged: 0, withdrawn: 0 }
    : await mergeWithKnown(tx, table, merge, count)
  await tx.query('drop table incoming')
  return counts
}

async function mergeWithKnown(tx: Tx, table: FactTable, merge: Merge, count: number): Promise<MergeCounts> {
  await tx.query('create index on incoming (source_key)')
  await tx.query('analyze incoming')
  await keepWhatTheFileDoesNotSay(tx, table, merge)
  const superseded = await closeChanged(tx, table, merge)
  const withdrawn = merge.wholeWithin ? await closeMissing(tx, table, merge, merge.wholeWithin) : 0
  const inserted = await insertNew(tx, table, merge)
  return { added: inserted - superseded, superseded, unchanged: count - inserted, withdrawn }
}

const insertAll = (tx: Tx, table: FactTable): Promise<number> =>
  tx.execute(`insert into ${table.name} select * from incoming`)

async function isEmpty(tx: Tx, table: FactTable, municipalityId: number): Promise<boolean> {
  const rows = await tx.query(`select 1 from ${table.name} where municipality_id = $1 limit 1`, [municipalityId])
  return rows.length === 0
}

async function copyFacts(
  tx: Tx,
  table: FactTable,
  merge: Merge,
  facts: AsyncIterable<Fact[]> | Iterable<Fact[]>,
): Promise<number> {
  const shared = ['municipality_id', 'source_key', 'known_from', 'import_id', ...(table.scoped ? ['access_scope'] : [])]
  const stream = tx.client.query(copyFrom(`copy incoming (${[...shared, ...table.columns].join(', ')}) from stdin`))
  const before = `${merge.municipalityId}\t`
  const after = `\t${merge.recordedAt.toISOString()}\t${merge.importId}`
  let count = 0
  for await (const batch of facts) {
    let text = ''
    for (const fact of batch) {
      text += before + escape(fact.sourceKey) + after
      if (table.scoped) text += `\t${fact.scope}`
      for (const value of fact.values)
        text += `\t${value === null ? '\\N' : typeof value === 'number' ? value : escape(value)}`
      text += '\n'
    }
    count += batch.length
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), finished(stream)])
  }
  stream.end()
  await finished(stream)
  return count
}

const special = /[\\\t\n\r]/

/** The text format of COPY: backslash, tab and line ends are written with a backslash. */
function escape(text: string): string {
  if (!special.test(text)) return text
  return text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
}

async function keepWhatTheFileDoesNotSay(tx: Tx, table: FactTable, merge: Merge): Promise<void> {
  const columns = table.keepWhenMissing ?? []
  if (columns.length === 0) return
  await tx.query(
    `update incoming set ${columns.map((column) => `${column} = coalesce(incoming.${column}, fact.${column})`).join(', ')}
     from ${table.name} fact
     where fact.municipality_id = $1 and fact.source_key = incoming.source_key and fact.known_until = 'infinity'`,
    [merge.municipalityId],
  )
}

const says = (alias: string, table: FactTable): string =>
  `(${table.columns.map((column) => `${alias}.${column}`).join(', ')})`

const closeChanged = (tx: Tx, table: FactTable, merge: Merge): Promise<number> =>
  tx.execute(
    `update ${table.name} fact set known_until = $2 from incoming
     where fact.municipality_id = $1 and fact.source_key = incoming.source_key and fact.known_until = 'infinity'
       and ${says('fact', table)} is distinct from ${says('incoming', table)}`,
    [merge.municipalityId, merge.recordedAt],
  )

const closeMissing = (tx: Tx, table: FactTable, merge: Merge, condition: string): Promise<number> =>
  tx.execute(
    `update ${table.name} fact set known_until = $2
     where fact.municipality_id = $1 and fact.known_until = 'infinity' and (${condition})
       and not exists (select from incoming where incoming.source_key = fact.source_key)`,
    [merge.municipalityId, merge.recordedAt],
  )

const insertNew = (tx: Tx, table: FactTable, merge: Merge): Promise<number> =>
  tx.execute(
    `insert into ${table.name} select incoming.* from incoming
     where not exists (
       select from ${table.name} fact
       where fact.municipality_id = $1 and fact.source_key = incoming.source_key and fact.known_until = 'infinity'
     )`,
    [merge.municipalityId],
  )

/**
 * Undoes an import: what it added is closed, what it superseded is current again, and both remain in the history.
 * Facts that a later import has superseded since are left as that import made them.
 */
export async function undoFacts(
  tx: Tx,
  table: FactTable,
  undo: Omit<Merge, 'wholeWithin'> & { undoneAt: Date },
): Promise<number> {
  const { municipalityId, importId, recordedAt, undoneAt } = undo
  const closed = await tx.execute(
    `update ${table.name} set known_until = $3 where municipality_id = $1 and import_id = $2 and known_until = 'infinity'`,
    [municipalityId, importId, undoneAt],
  )
  const columns = ['source_key', 'import_id', ...(table.scoped ? ['access_scope'] : []), ...table.columns].join(', ')
  await tx.query(
    `insert into ${table.name} (municipality_id, known_from, ${columns})
     select municipality_id, $3, ${columns} from ${table.name} before
     where municipality_id = $1 and known_until = $2
       and not exists (
         select from ${table.name} fact
         where fact.municipality_id = $1 and fact.source_key = before.source_key and fact.known_until = 'infinity'
       )`,
    [municipalityId, recordedAt, undoneAt],
  )
  return closed
}
