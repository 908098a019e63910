import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isAlive } from '../../src/database/cluster.ts'
import { dropTemplates, stopTestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testRun: TestRun
  }
}

/** What the test files of one run share. The database server itself is started by the first that needs one. */
export type TestRun = { id: string; dataDir: string; rolePassword: string; url: string | null }

export default async function setup(project: TestProject) {
  await removeAbandoned()
  const run: TestRun = {
    id: randomBytes(4).toString('hex'),
    dataDir: await mkdtemp(join(tmpdir(), `utfall-test-${process.pid}-`)),
    rolePassword: 'utfall-test',
    url: process.env.TEST_DATABASE_URL ?? null,
  }
  project.provide('testRun', run)
  return async () => {
    await removeServer(run.dataDir)
    if (run.url) await dropTemplates(run)
  }
}

async function removeServer(dataDir: string) {
  if (existsSync(join(dataDir, 'pg'))) await stopTestServer(dataDir)
  await rm(dataDir, { recursive: true, force: true })
}

/** A run that was killed could not stop its server; the next run does. */
async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    const pid = /^utfall-test-(\d+)-/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await removeServer(join(tmpdir(), name)).catch(() => {})
  }
}
