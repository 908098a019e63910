import type { Tx } from '../database/transaction.ts'
import { type BiAccess, grantBi } from './bi-access.ts'

export const biViews = ['household_month', 'payment', 'participation', 'obstacle', 'outcome', 'about'] as const
export type BiView = (typeof biViews)[number]

export type ColumnType = 'text' | 'integer' | 'bigint' | 'boolean'
export type ViewColumn = { name: string; type: ColumnType; meaning: string }
export type Cell = string | number | boolean | null

/** What takes the rows of a view, some at a time. */
export type RowSink = { write: (rows: readonly Cell[][]) => Promise<void>; close: () => Promise<void> }

/** The types that the views have, by PostgreSQL's own numbers. */
const types: Readonly<Record<number, ColumnType>> = { 16: 'boolean', 20: 'bigint', 23: 'integer', 25: 'text' }

/** So many rows are held at a time: a nation's 24 million never are. */
const rowsAtOnce = 20_000

/**
 * Hands over the views one after another, as a tool with this access would read them. Runs as the owner, who is lent the access
 * for as long as it takes: it is taken back before the transaction ends. Gives the number of rows of each view.
 */
export async function readViews(
  tx: Tx,
  access: BiAccess,
  open: (view: BiView, columns: ViewColumn[]) => Promise<RowSink>,
): Promise<{ view: BiView; columns: ViewColumn[]; rows: number }[]> {
  await tx.query("set local statement_timeout to '30min'")
  await tx.query('savepoint lent')
  const [owner] = await tx.query<{ name: string }>('select session_user::text as name')
  await grantBi(tx, owner!.name, access)
  const read = []
  for (const view of biViews) {
    const meanings = await meaningsOf(tx, view)
    let columns: ViewColumn[] = []
    const rows = await streamQuery(tx, `select * from bi.${view} order by 1, 2`, (fields) => {
      columns = fields.map((field) => ({ ...field, meaning: meanings.get(field.name) ?? '' }))
      return open(view, columns)
    })
    read.push({ view, columns, rows })
  }
  await tx.query('rollback to savepoint lent')
  return read
}

async function meaningsOf(tx: Tx, view: BiView): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; text: string }>(
    `select a.attname as name, col_description(a.attrelid, a.attnum) as text from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0`,
    [`bi.${view}`],
  )
  return new Map(rows.map(({ name, text }) => [name, text]))
}

/** Reads a query with a cursor and hands its rows over as they come. Gives the number of rows. */
export async function streamQuery(
  tx: Tx,
  query: string,
  open: (fields: Omit<ViewColumn, 'meaning'>[]) => Promise<RowSink>,
): Promise<number> {
  await tx.query(`declare streamed no scroll cursor for ${query}`)
  let sink: RowSink | null = null
  let count = 0
  for (;;) {
    const { fields, rows } = await tx.client.query<Cell[]>({
      text: `fetch ${rowsAtOnce} from streamed`,
      rowMode: 'array',
    })
    sink ??= await open(fields.map(({ name, dataTypeID }) => ({ name, type: typeOf(name, dataTypeID) })))
    await sink.write(rows)
    count += rows.length
    if (rows.length < rowsAtOnce) break
  }
  await sink.close()
  await tx.query('close streamed')
  return count
}

function typeOf(name: string, dataType: number): ColumnType {
  const type = types[dataType]
  if (!type) throw new Error(`The column ${name} has a type that no file is written with`)
  return type
}
