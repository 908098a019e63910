import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findBrokenEntry } from '../../src/access/audit-log.ts'
import { readConfig } from '../../src/config.ts'
import { inTransaction, withTenant } from '../../src/database/transaction.ts'
import { importExtract } from '../../src/imports/import-extract.ts'
import { openMunicipality, openRegister, type Register } from '../../src/open-register.ts'
import { wholeMunicipality } from '../../src/pathway/pathway.routes.ts'
import { refreshWays } from '../../src/pathway/refresh-ways.ts'
import { sixAdults } from '../support/small-extracts.ts'

/** The program is killed while people record: what was answered is there, and nothing is there by half. */
let dataDir: string
let households: number[]
const municipalityId = 483

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'utfall-killed-'))
  await withRegister(async (register) => {
    const municipality = await openMunicipality(register, '0483')
    await register.owner.query(
      "insert into app_user (municipality_id, user_id, name, role) values (483, 1, 'Test manager', 'manager')",
    )
    const path = join(dataDir, 'hushall.csv')
    await writeFile(path, sixAdults())
    const needs = { pool: register.app, keys: register.keys, now: () => new Date(), municipality }
    await importExtract(needs, { path, fileName: 'hushall.csv' })
    households = (await rowsIn<{ household_id: number }>(register, 'select household_id from household')).map(
      (row) => row.household_id,
    )
  })
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

async function withRegister<Value>(work: (register: Register) => Promise<Value>): Promise<Value> {
  const register = await openRegister(readConfig({ data: dataDir }, {}))
  try {
    return await work(register)
  } finally {
    await register.close()
  }
}

const rowsIn = <Row extends Record<string, unknown>>({ owner }: Register, text: string): Promise<Row[]> =>
  inTransaction(owner, (tx) => tx.query<Row>(text))

/** Records in a process of its own, kills it some milliseconds after the first answer, and gives what was answered. */
async function recordUntilKilled(name: string, milliseconds: number, alsoServer: boolean): Promise<string[]> {
  const support = (file: string) => join(import.meta.dirname, '../support', file)
  const child = spawn(
    process.execPath,
    [support('run-typescript.mjs'), support('record-until-killed.ts'), dataDir, name, ...households.map(String)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const answered: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => answered.push(line))
  await once(lines, 'line')
  await delay(milliseconds)
  const pid = Number((await readFile(join(dataDir, 'pg/postmaster.pid'), 'utf8')).split('\n')[0])
  child.kill('SIGKILL')
  if (alsoServer) process.kill(pid, 'SIGKILL')
  await once(child, 'close')
  return answered
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

const derivedIn = async (register: Register) => ({
  work: await rowsIn(register, 'select * from household_work order by household_id'),
  times: await rowsIn(register, 'select * from booked_time order by household_id, sequence'),
  grounds: await rowsIn(register, 'select * from sharing_ground order by household_id, sequence'),
})

test(
  'what was answered is there, nothing is there by half, and the lists and the log agree with it',
  { timeout: 180_000 },
  async () => {
    const answered: string[] = []
    const pauses = fc.sample(fc.integer({ min: 20, max: 600 }), { numRuns: 4, seed: 20190514 })
    for (const [round, pause] of pauses.entries()) {
      answered.push(...(await recordUntilKilled(`r${round}`, pause, round % 2 === 1)))
      await withRegister(async (register) => {
        // A statement that the killed process had sent is done by the server or dropped; until then nothing is settled.
        await vi.waitFor(async () => {
          const busy =
            "select 1 from pg_stat_activity where state in ('active', 'idle in transaction') and pid <> pg_backend_pid() and backend_type = 'client backend'"
          expect(await rowsIn(register, busy)).toEqual([])
        })
        const told = await rowsIn<{ text: string; household_id: number; sequence: number }>(
          register,
          "select body ->> 'text' as text, household_id, sequence from path_event order by household_id, sequence",
        )
        const parts = grouped(told, ({ text }) => text)
        expect(answered.filter((text) => !parts.has(text))).toEqual([])
        expect([...parts].filter(([, { length }]) => length !== 3)).toEqual([])
        for (const way of grouped(told, ({ household_id }) => household_id).values())
          expect(way.map(({ sequence }) => sequence)).toEqual(way.map((_, at) => at + 1))

        const log = await rowsIn(register, "select 1 from audit_entry where action = 'events-recorded'")
        expect(log).toHaveLength(parts.size)
        const before = await derivedIn(register)
        await withTenant(register.app, wholeMunicipality(municipalityId), (tx) =>
          refreshWays(tx, municipalityId, 'all'),
        )
        expect(await derivedIn(register)).toEqual(before)
        expect(before.work.length).toBeGreaterThan(0)
        const broken = await withTenant(register.app, wholeMunicipality(municipalityId), (tx) =>
          findBrokenEntry(tx, municipalityId),
        )
        expect(broken).toBeNull()
      })
    }
    expect(answered.length).toBeGreaterThan(20)
  },
)
