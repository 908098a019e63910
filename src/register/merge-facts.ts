import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tx } from '../database/transaction.ts'
import type { FactTable } from './fact-tables.ts'

export type Fact = {
  sourceKey: string
  /** Scope of access; ignored by tables that have none. */
  scope: number
  /** In the order of the table's columns, those beside what the fact says last. */
  values: readonly (string | number | null)[]
}

export type Merge = {
  municipalityId: number
  importId: number
  /** When the facts became known: one moment for a whole import. */
  recordedAt: Date
  /**
   * Writes the anchors that facts refer to. Given this, a first import writes rows while later ones are still being read.
   */
  saveAnchors?: () => Promise<void>
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
 *
 * Where nothing is known yet, each chunk is written as it comes: the database works while the next chunk is read.
 */
export async function mergeFacts(
  tx: Tx,
  table: FactTable,
  merge: Merge,
  facts: AsyncIterable<Fact[]> | Iterable<Fact[]>,
): Promise<MergeCounts> {
  const isFirst = await isEmpty(tx, table, merge.municipalityId)
  await tx.query(
    `create temporary table incoming on commit drop as select ${toldColumns(table).join(', ')} from ${table.name} with no data`,
  )
  if (isFirst && merge.saveAnchors) await tx.query('set constraints all immediate')
  const send = (chunk: string) => copyChunk(tx, table, chunk)
  const write = () => writeChunk(tx, table, merge)
  const count = await (isFirst ? inChunks(table, facts, send, write) : inChunks(table, facts, nothing, send))
  const counts = isFirst
    ? { added: count, superseded: 0, unchanged: 0, withdrawn: 0 }
    : await mergeWithKnown(tx, table, merge, count)
  await tx.query('drop table incoming')
  return counts
}

/** What differs from fact to fact; the rest of a row is the same for a whole import. */
const toldColumns = (table: FactTable): string[] => [
  'source_key',
  ...(table.scoped ? ['access_scope'] : []),
  ...table.columns,
  ...(table.beside ?? []),
]

async function mergeWithKnown(tx: Tx, table: FactTable, merge: Merge, count: number): Promise<MergeCounts> {
  await tx.query('create index on incoming (source_key)')
  await tx.query('analyze incoming')
  await keepWhatTheFileDoesNotSay(tx, table, merge)
  const superseded = await closeChanged(tx, table, merge)
  const withdrawn = merge.wholeWithin ? await closeMissing(tx, table, merge, merge.wholeWithin) : 0
  const inserted = await insertNew(tx, table, merge)
  return { added: inserted - superseded, superseded, unchanged: count - inserted, withdrawn }
}

async function writeChunk(tx: Tx, table: FactTable, merge: Merge): Promise<void> {
  await merge.saveAnchors?.()
  await insertIncoming(tx, table, merge)
  await tx.query('truncate incoming')
}

function insertIncoming(tx: Tx, table: FactTable, merge: Merge, condition = 'true'): Promise<number> {
  const columns = toldColumns(table).join(', ')
  return tx.execute(
    `insert into ${table.name} (municipality_id, known_from, import_id, ${columns})
     select $1, $2, $3, ${columns} from incoming where ${condition}`,
    [merge.municipalityId, merge.recordedAt, merge.importId],
  )
}

async function isEmpty(tx: Tx, table: FactTable, municipalityId: number): Promise<boolean> {
  const rows = await tx.query(`select 1 from ${table.name} where municipality_id = $1 limit 1`, [municipalityId])
  return rows.length === 0
}

/** Large enough that statements cost nothing, small enough for the memory of a temporary table. */
const chunkCharacters = 1 << 21

const nothing = async (): Promise<void> => {}

/** Makes the facts into text, one chunk at a time: `first` is waited for, and the next chunk is made during `second`. */
async function inChunks(
  table: FactTable,
  facts: AsyncIterable<Fact[]> | Iterable<Fact[]>,
  first: (chunk: string) => Promise<void>,
  second: (chunk: string) => Promise<void>,
): Promise<number> {
  let count = 0
  let chunk = ''
  let working: Promise<void> = Promise.resolve()
  const take = async () => {
    await working
    await first(chunk)
    working = second(chunk)
    // A failure is met at the next `await`; until then it must not count as unhandled.
    working.catch(() => {})
    chunk = ''
  }
  for await (const batch of facts) {
    for (const fact of batch) chunk += lineOf(table, fact)
    count += batch.length
    if (chunk.length >= chunkCharacters) await take()
  }
  if (chunk !== '') await take()
  await working
  return count
}

async function copyChunk(tx: Tx, table: FactTable, chunk: string): Promise<void> {
  const stream = tx.client.query(copyFrom(`copy incoming (${toldColumns(table).join(', ')}) from stdin`))
  stream.end(chunk)
  await finished(stream)
}

function lineOf(table: FactTable, { sourceKey, scope, values }: Fact): string {
  let line = escape(sourceKey)
  if (table.scoped) line += `\t${scope}`
  for (const value of values) line += `\t${value === null ? '\\N' : typeof value === 'number' ? value : escape(value)}`
  return line + '\n'
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
  insertIncoming(
    tx,
    table,
    merge,
    `not exists (
       select from ${table.name} fact
       where fact.municipality_id = $1 and fact.source_key = incoming.source_key and fact.known_until = 'infinity'
     )`,
  )

/**
 * Undoes an import: what it said is closed, and what the imports that still stand last said before it is current again.
 * Facts that a later import has superseded since are left as that import made them. All remains in the history.
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
  const columns = ['import_id', ...toldColumns(table)].join(', ')
  await tx.query(
    `with standing as (
       select import_id, recorded_at from import_run where municipality_id = $1 and undone_at is null and import_id <> $2
       -- What was registered by hand, in no import, stood before whatever an import said.
       union all select 0, '-infinity'
     ),
     touched as (
       select source_key from ${table.name} where municipality_id = $1 and (import_id = $2 or known_until = $4)
     ),
     latest as (
       select distinct on (source_key) ${columns}, recorded_at from ${table.name} join standing using (import_id)
       where municipality_id = $1 and source_key in (select source_key from touched)
       order by source_key, recorded_at desc, known_until desc
     )
     insert into ${table.name} (municipality_id, known_from, ${columns})
     select $1, $3, ${columns} from latest
     where not exists (
       select from ${table.name} fact
       where fact.municipality_id = $1 and fact.source_key = latest.source_key and fact.known_until = 'infinity'
     )
     and not exists (
       select from ${table.name} fact join standing on standing.recorded_at = fact.known_until
       where fact.municipality_id = $1 and fact.source_key = latest.source_key and standing.recorded_at > latest.recorded_at
     )`,
    [municipalityId, importId, undoneAt, recordedAt],
  )
  return closed
}
