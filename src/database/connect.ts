import pg from 'pg'
import { startEmbedded, type EmbeddedServer } from './embedded.ts'
import { migrate, migrationsFolder } from './migrate.ts'
import { DatabaseRefusal } from './refusal.ts'
import { APP_ROLE, ensureRoles, READER_ROLE } from './roles.ts'
import { typeParsers } from './type-parsers.ts'

/** An open database. `owner` migrates, `app` serves people under row level security, `reader` feeds the calculations. */
export type Database = {
  owner: pg.Pool
  app: pg.Pool
  reader: pg.Pool
  /** Ends the pools, and the embedded server when nobody else uses it. */
  close(): Promise<void>
}

/** The data folder of an embedded server, or the address of another with the password of the two login roles there. */
export type DatabaseLocation = { embedded: string } | { url: string; rolePassword: string | null }

/**
 * Opens the database: starts or joins the embedded server, or connects to PostgreSQL 15 or later; creates the login
 * roles; migrates; and opens the pools.
 * @throws DatabaseRefusal, in Swedish, when the server cannot be used.
 */
export async function connect(location: DatabaseLocation, migrations = migrationsFolder): Promise<Database> {
  if ('url' in location) return prepare(configOf(location.url), location.rolePassword, migrations)
  const server = await startEmbedded(location.embedded)
  try {
    const config = { ...server.connection, database: DATABASE_NAME }
    await createDatabase(server)
    const database = await prepare(config, server.connection.password ?? null, migrations)
    return { ...database, close: () => database.close().then(server.stop) }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const DATABASE_NAME = 'utfall'

/** The pools alone, for a database that is known to be migrated. */
export function openPools(config: pg.ClientConfig, rolePassword: string | null): Database {
  const password = rolePassword === null ? {} : { password: rolePassword }
  const owner = openPool(config)
  const app = openPool({ ...config, ...password, user: APP_ROLE })
  const reader = openPool({ ...config, ...password, user: READER_ROLE })
  const close = async () => {
    await Promise.all([owner.end(), app.end(), reader.end()])
  }
  return { owner, app, reader, close }
}

/** An address such as postgresql://user:password@host:5432/name, in parts, so that another role can use the rest. */
export function configOf(url: string): pg.ClientConfig {
  const client = new pg.Client({ connectionString: url })
  const { host, port, user, database, ssl } = client
  const password = client.password ?? undefined
  return { host, port, user, database, ssl, password } as pg.ClientConfig
}

/** How long a statement may take. Imports and migrations say otherwise where they need to. */
const STATEMENT_TIMEOUT_MS = 60_000

function openPool(config: pg.ClientConfig): pg.Pool {
  const pool = new pg.Pool({ ...sessionOf(config), max: 10, statement_timeout: STATEMENT_TIMEOUT_MS })
  // An idle connection that is lost is replaced at the next query; without a listener the process would end.
  pool.on('error', () => {})
  return pool
}

/**
 * Every session reads and writes dates in one way, whatever the server's own settings.
 * Without compilation of queries: ours are short, and an import's plans look so costly that each would be compiled.
 */
const sessionOf = (config: pg.ClientConfig): pg.ClientConfig => ({
  ...config,
  types: typeParsers,
  application_name: 'utfall',
  options: '-c DateStyle=ISO,YMD -c TimeZone=Europe/Stockholm -c jit=off',
})

async function prepare(config: pg.ClientConfig, rolePassword: string | null, migrations: string): Promise<Database> {
  const owner = new pg.Client(sessionOf(config))
  await owner.connect().catch(refuseUnreachable)
  try {
    await refuseUnfit(owner)
    await ensureRoles(owner, rolePassword)
    await migrate(owner, migrations)
  } finally {
    await owner.end()
  }
  return openPools(config, rolePassword)
}

function refuseUnreachable(error: Error): never {
  throw new DatabaseRefusal(`Databasen svarar inte: ${error.message}. Kontrollera adressen i DATABASE_URL.`, {
    cause: error,
  })
}

const OLDEST_VERSION = 15

/**
 * Refuses a server that is too old, or a database that cannot hold every letter.
 */
async function refuseUnfit(owner: pg.Client) {
  const { rows } = await owner.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
  )
  const { version, encoding } = rows[0]!
  if (version < OLDEST_VERSION) {
    throw new DatabaseRefusal(`Databasen är PostgreSQL ${version}. Utfall behöver ${OLDEST_VERSION} eller senare.`)
  }
  if (encoding !== 'UTF8') {
    throw new DatabaseRefusal(
      `Databasen har teckenkodningen ${encoding}. Skapa en ny med: CREATE DATABASE … ENCODING 'UTF8'`,
    )
  }
}

async function createDatabase(server: EmbeddedServer) {
  const client = new pg.Client({ ...server.connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE_NAME])
    if (!rowCount) await client.query(`create database ${DATABASE_NAME}`).catch(ignoreExisting)
  } finally {
    await client.end()
  }
}

/** Another process may have created it at the same moment. */
function ignoreExisting(error: { code?: string }) {
  if (!['42P04', '23505'].includes(error.code ?? '')) throw error
}
