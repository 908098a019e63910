import type pg from 'pg'

/** A running transaction. `client` is for COPY and cursors; all else goes through `query` and `execute`. */
export type Tx = {
  /** The rows. */
  query<Row extends pg.QueryResultRow>(text: string, params?: unknown[]): Promise<Row[]>
  /** The number of rows touched. */
  execute(text: string, params?: unknown[]): Promise<number>
  client: pg.PoolClient
}

/** On whose behalf a transaction runs. Row level security compares every row with it; what is left out matches nothing. */
export type Tenant = {
  municipalityId: number
  userId?: number
  /** Ids of units. */
  units?: number[] | 'all'
  /** Ids of the households with protected data that may be seen. */
  protectedHouseholds?: number[] | 'all'
  /** Ids of what a legal ground has opened to the user's unit. */
  shared?: { households: number[]; persons: number[] }
  /** Milliseconds a statement may take; the pool's own limit otherwise. */
  statementTimeoutMs?: number
}

/**
 * Runs `work` in a transaction bound to one municipality and one user, and commits what it did.
 *
 * Anything thrown rolls everything back and is thrown on.
 * The binding ends with the transaction, so a pooled connection never carries it to the next.
 */
export async function withTenant<Value>(
  pool: pg.Pool,
  tenant: Tenant,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  const settings = settingsOf(tenant)
  return inTransaction(pool, async (tx) => {
    for (const [name, value] of settings) await tx.query(`set local ${name} to '${value}'`)
    return work(tx)
  })
}

/** Runs `work` in a transaction that is bound to nobody: for migrations, and for tables without row level security. */
export async function inTransaction<Value>(pool: pg.Pool, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A lost connection tells so by an event beside the query that fails: unheard, it would end the whole program.
  const onLost = (error: Error) => void (broken = error)
  client.on('error', onLost)
  try {
    await client.query('begin')
    const value = await work(toTx(client))
    await commit(client)
    return value
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    if (!broken) client.off('error', onLost)
    client.release(broken)
  }
}

const toTx = (client: pg.PoolClient): Tx => ({
  query: async (text, params) => (await client.query(text, params)).rows,
  execute: async (text, params) => (await client.query(text, params)).rowCount ?? 0,
  client,
})

/** PostgreSQL answers a commit after a failed statement with a silent rollback. */
async function commit(client: pg.PoolClient) {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT')
    throw new Error('The transaction was rolled back: a statement in it failed, and its error was caught.')
}

/**
 * SET takes no parameters, and `set_config` is not sent to the nodes of a Citus cluster.
 * So the values are written into the statement, and nothing but whole numbers gets there.
 */
function settingsOf(tenant: Tenant): [name: string, value: string][] {
  const { municipalityId, userId, units = [], protectedHouseholds = [], shared, statementTimeoutMs } = tenant
  return [
    ['app.municipality', whole(municipalityId)],
    ['app.user_id', userId === undefined ? '' : whole(userId)],
    ['app.units', listed(units)],
    ['app.protected_households', listed(protectedHouseholds)],
    ['app.shared_households', listed(shared?.households ?? [])],
    ['app.shared_persons', listed(shared?.persons ?? [])],
    ...(statementTimeoutMs === undefined ? [] : [['statement_timeout', whole(statementTimeoutMs)] as [string, string]]),
  ]
}

/** `*` for all, otherwise `,3,17,`: the policies look an id up in the text. */
function listed(ids: number[] | 'all'): string {
  if (ids === 'all') return '*'
  return ids.length === 0 ? '' : `,${ids.map(whole).join()},`
}
function whole(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError('A tenant is described by whole numbers.')
  return String(value)
}
