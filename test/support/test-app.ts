import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import type { Role } from '../../src/access/permissions.ts'
import { roles } from '../../src/access/permissions.ts'
import { buildApp } from '../../src/app.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import {
  type ImportChoices,
  importExtract,
  type ImportNeeds,
  type ImportResult,
} from '../../src/imports/import-extract.ts'
import { openMunicipality } from '../../src/open-register.ts'
import type { Municipality } from '../../src/values/municipality.ts'
import { runHere } from '../../src/worker/threads.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

export type TestApp = {
  server: FastifyInstance
  database: TestDatabase
  municipality: Municipality
  /** Calls the API as a role; null is somebody who is not signed in. */
  as: (role: Role | null, request: InjectOptions | string) => Promise<LightMyRequestResponse>
  /** Imports a file made of text, as the command line would. */
  importText: (fileName: string, text: string | Uint8Array, choices?: ImportChoices) => Promise<ImportResult>
  /** What an import is handed, and a folder for its files. */
  needs: ImportNeeds
  dir: string
  /** What the clock shows; facts become known at this moment. */
  clock: { now: Date }
  /** Puts users of one role on some units only. */
  limitTo: (role: Role, unitCodes: string[]) => Promise<void>
}

/**
 * The real app on a database of its own, with one user for each role and a clock that stands still.
 * `webDir` has the built web app, for tests in a browser.
 */
export async function testApp(code = '0483', webDir?: string): Promise<TestApp> {
  const database = await testDatabase()
  const municipality = await openMunicipality(database, code)
  const dir = await mkdtemp(join(tmpdir(), 'utfall-app-'))
  const keys = { encryption: randomBytes(32), lookup: randomBytes(32), databasePassword: '' }
  const clock = { now: new Date('2019-05-14T08:00:00Z') }
  const now = () => clock.now
  await addUsers(database, municipality)
  const server = await buildApp({
    register: { ...database, keys },
    municipality,
    developmentSignIn: true,
    uploadDir: join(dir, 'uploads'),
    now,
    run: runHere,
    ...(webDir && { webDir }),
  })
  const cookies = new Map<Role, string>()
  afterAll(async () => {
    await server.close()
    await rm(dir, { recursive: true, force: true })
  })

  async function cookieOf(role: Role): Promise<string> {
    const known = cookies.get(role)
    if (known) return known
    const answer = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { user: roles.indexOf(role) + 1 },
    })
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!
    cookies.set(role, cookie)
    return cookie
  }

  const needs = { pool: database.app, keys, now, municipality }
  return {
    server,
    database,
    municipality,
    needs,
    dir,
    clock,
    as: async (role: Role | null, request: InjectOptions | string) => {
      const options = typeof request === 'string' ? { url: request } : request
      const headers = { ...options.headers, ...(role && { cookie: await cookieOf(role) }) }
      return server.inject({ ...options, headers })
    },
    importText: async (fileName, text, choices = {}) => {
      const path = join(dir, fileName)
      await writeFile(path, text)
      return importExtract(needs, { path, fileName }, choices)
    },
    limitTo: (role, unitCodes) =>
      inTransaction(database.owner, async (tx) => {
        await tx.query('update app_user set unit_codes = $2 where role = $1', [role, unitCodes])
      }),
  }
}

async function addUsers(database: TestDatabase, municipality: Municipality): Promise<void> {
  await inTransaction(database.owner, async (tx) => {
    for (const [position, role] of roles.entries()) {
      await tx.query('insert into app_user (municipality_id, user_id, name, role) values ($1, $2, $3, $4)', [
        municipality.id,
        position + 1,
        `Test ${role}`,
        role,
      ])
    }
  })
}
