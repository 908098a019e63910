import pg from 'pg'
import { configOf } from '../../src/database/connect.ts'
import { startEmbedded } from '../../src/database/embedded.ts'
import type { TestRun } from './global-setup.ts'

/** Nothing a test writes has to survive a power loss. */
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** The server of this run: the one in TEST_DATABASE_URL, or an embedded one that the first caller starts. */
export async function testServer(run: TestRun): Promise<pg.ClientConfig> {
  if (run.url) return configOf(run.url)
  const { connection } = await startEmbedded(run.dataDir, { settings: fast })
  return { ...connection, database: 'postgres' }
}

export async function stopTestServer(dataDir: string): Promise<void> {
  const server = await startEmbedded(dataDir, { settings: fast })
  await server.stop()
}

/** The name of the run's migrated template; every database of the run starts with the same letters. */
export const templateOf = ({ id }: TestRun) => `utfall_test_${id}_template`

/** Leaves a server that was lent to the tests as it was found, but for the login roles. */
export async function dropTemplates(run: TestRun): Promise<void> {
  await onServer(configOf(run.url ?? ''), async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `utfall\\_test\\_${run.id}\\_%`,
    ])
    for (const { datname } of rows) {
      await client.query(`alter database ${datname} with is_template false`)
      await client.query(`drop database ${datname} with (force)`)
    }
  })
}

/** Runs `work` on a connection of its own. */
export async function onServer<Value>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<Value>) {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
