import type { Tx } from '../database/transaction.ts'
import { type BiAccess, grantBi } from './bi-access.ts'

export const biViews = ['household_month', 'payment', 'participation', 'obstacle', 'outcome', 'about'] as const
export type BiView = (typeof biViews)[number]

export type ColumnType = 'text' | 'integer' | 'bigint' | 'boolean'
export type ViewColumn = {
  name: string
  type: ColumnType
  meaning: string
  values: (string | number | boolean | null)[]
}

/** The types that the views have, by PostgreSQL's own numbers. */
const types: Readonly<Record<number, ColumnType>> = { 16: 'boolean', 20: 'bigint', 23: 'integer', 25: 'text' }

/**
 * Hands over the views one after another, as a tool with this access would read them. Runs as the owner, who is lent the access
 * for as long as it takes: it is taken back before the transaction ends.
 */
export async function readViews(
  tx: Tx,
  access: BiAccess,
  use: (view: BiView, columns: ViewColumn[]) => Promise<void>,
): Promise<void> {
  await tx.query("set local statement_timeout to '30min'")
  await tx.query('savepoint lent')
  const [owner] = await tx.query<{ name: string }>('select session_user::text as name')
  await grantBi(tx, owner!.name, access)
  for (const view of biViews) await use(view, await readView(tx, view))
  await tx.query('rollback to savepoint lent')
}

async function readView(tx: Tx, view: BiView): Promise<ViewColumn[]> {
  const meanings = await tx.query<{ name: string; text: string }>(
    `select a.attname as name, col_description(a.attrelid, a.attnum) as text from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0`,
    [`bi.${view}`],
  )
  const meaningOf = new Map(meanings.map(({ name, text }) => [name, text]))
  const { fields, rows } = await tx.client.query<(string | number | boolean | null)[]>({
    text: `select * from bi.${view} order by 1, 2`,
    rowMode: 'array',
  })
  return fields.map(({ name, dataTypeID }, at) => {
    const type = types[dataTypeID]
    if (!type) throw new Error(`The column bi.${view}.${name} has a type that no file is written with`)
    return { name, type, meaning: meaningOf.get(name) ?? '', values: rows.map((row) => row[at] ?? null) }
  })
}
