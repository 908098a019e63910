import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, inject } from 'vitest'
import { openPools, type Database } from '../../src/database/connect.ts'
import { migrate, migrationsFolder } from '../../src/database/migrate.ts'
import { ensureRoles } from '../../src/database/roles.ts'
import type { TestRun } from './global-setup.ts'
import { onServer, templateOf, testServer } from './test-server.ts'

/** A database of its own for a test file, and how to reach it once more. */
export type TestDatabase = Database & { config: pg.ClientConfig }

/**
 * A migrated database for this test file alone, dropped after its tests.
 *
 * Written at the top of the file: `const database = await testDatabase()`.
 * It is copied from a template that the first caller of the run migrates.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const run = inject('testRun')
  const server = await testServer(run)
  await onServer(server, (client) => makeTemplateOnce(client, server, run))
  return createDatabase(server, run, templateOf(run))
}

/** As `testDatabase`, but empty: for what tests the migrations themselves. The login roles exist. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const run = inject('testRun')
  const server = await testServer(run)
  await onServer(server, (client) => inTurn(client, () => ensureRoles(client, run.rolePassword)))
  return createDatabase(server, run, 'template0')
}

async function createDatabase(server: pg.ClientConfig, run: TestRun, template: string): Promise<TestDatabase> {
  const name = `utfall_test_${run.id}_${randomBytes(4).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`))
  const config = { ...server, database: name }
  const database = openPools(config, run.rolePassword)
  afterAll(async () => {
    await database.close()
    await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
  })
  return { ...database, config }
}

async function makeTemplateOnce(client: pg.Client, server: pg.ClientConfig, run: TestRun) {
  const template = templateOf(run)
  await inTurn(client, async () => {
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [template])
    if (rowCount) return
    await client.query(`drop database if exists ${template}`)
    await client.query(`create database ${template} template template0 encoding 'UTF8'`)
    await ensureRoles(client, run.rolePassword)
    await onServer({ ...server, database: template }, (owner) => migrate(owner, migrationsFolder))
    await client.query(`alter database ${template} with is_template true allow_connections false`)
  })
}

/** Test files run side by side; one at a time makes what they share. */
async function inTurn(client: pg.Client, work: () => Promise<void>) {
  await client.query('select pg_advisory_lock(1)')
  try {
    await work()
  } finally {
    await client.query('select pg_advisory_unlock(1)')
  }
}
