import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type pg from 'pg'
import { runHere } from '../worker/threads.ts'
import { buildApp } from '../app.ts'
import { inTransaction, withTenant } from '../database/transaction.ts'
import { importExtract } from '../imports/import-extract.ts'
import { openMunicipality } from '../open-register.ts'
import { aMinuteLater, rowsOf } from '../../test/support/register-facts.ts'
import {
  adult,
  households,
  men,
  sie,
  sixAdults,
  sixHouseholds,
  sixPayments,
} from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { may, roles } from './permissions.ts'
import { cookieName } from './signed-in.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const app = await testApp()
const { database, municipality } = app
const other = await openMunicipality(database, '0486')

/** Stands in every name, key and unit of the other municipality. */
const marker = 'STRANGNAS'

async function importIntoOther(fileName: string, text: string) {
  const path = join(app.dir, fileName)
  await writeFile(path, text)
  return importExtract({ ...app.needs, municipality: other }, { path, fileName }, {})
}

await app.importText('hushall.csv', sixAdults())
await app.importText('utbetalningar.csv', sixPayments())
aMinuteLater(app)
const theirs = sixHouseholds.map((key, at) =>
  adult(`${marker}-${key}`, men[at]!, { unit: `${marker}-enhet`, name: `${marker} Ek`, caseworker: `${marker} Lind` }),
)
await importIntoOther('hushall.csv', households(...theirs, `${marker};fel;${marker};Granne;2018-01;;;;;`))
await importIntoOther(
  'utbetalningar.csv',
  sixPayments().replaceAll(';H', `;${marker}-H`).replaceAll('2019-01', '2019-02'),
)
await importIntoOther('huvudbok.se', sie(2019, { '4511': [123456] }))
await inTransaction(database.owner, (tx) =>
  tx.query(`insert into app_user (municipality_id, user_id, name, role) values ($1, 1, $2, 'manager')`, [
    other.id,
    marker,
  ]),
)

const tables = (
  await rowsOf<{ table_name: string }>(
    app,
    `select c.table_name from information_schema.columns c join information_schema.tables using (table_schema, table_name)
     where c.table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'municipality_id' and c.table_name <> 'municipality'
     order by 1`,
  )
).map((row) => row.table_name)

describe('a municipality sees nothing of another', () => {
  test.each(
    roles.flatMap((role) =>
      [
        ['figures', '/api/figures?from=2019-01&to=2019-02&split=unit'],
        ['figures', '/api/units'],
        ['figures', '/api/figures/export?from=2019-01&to=2019-02&format=csv'],
        ['reports', '/api/reports/follow-up?from=2019-01&to=2019-02&format=json'],
        ['households', '/api/households?limit=500'],
        ['households', `/api/households?search=${marker}`],
        ['households', `/api/households?search=${men[0]}`],
        ['imports', '/api/imports'],
        ['imports', '/api/imports/3'],
        ['imports', '/api/imports/1/rejected.csv'],
        ['figures', '/api/session/choices'],
      ].flatMap(([permission, url]) => (may(role, permission as 'figures') ? [[role, url!] as const] : [])),
    ),
  )('%s: %s', async (role, url) => {
    const answer = await app.as(role, url)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).not.toContain(marker)
    expect(answer.body).not.toContain('123456')
    expect(answer.body).not.toContain('"dataTo":"2019-02"')
  })

  test('in the list there are only our own households, and a search by the number of one of theirs finds none', async () => {
    const list = (await app.as('manager', '/api/households?limit=500')).json<{ rows: { key: string }[] }>()
    expect(list.rows.map(({ key }) => key).sort()).toEqual(sixHouseholds)
    const found = (await app.as('manager', `/api/households?search=${men[0]}`)).json<{ total: number }>()
    expect(found.total).toBe(0)
  })

  test('the sign-in of their server is none at ours, though both run on one machine', async () => {
    const server = await buildApp({
      register: { ...database, keys: app.needs.keys },
      municipality: other,
      developmentSignIn: true,
      run: runHere,
      uploadDir: join(app.dir, 'their-uploads'),
      now: app.needs.now,
    })
    const signedIn = await server.inject({ method: 'POST', url: '/api/session', payload: { user: 1 } })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!
    expect(cookie).toContain(`${cookieName}=${other.id}.`)
    const own = await server.inject({ url: '/api/households', headers: { cookie } })
    expect(own.json<{ total: number }>().total).toBe(6)
    await server.close()
    for (const url of ['/api/figures?from=2019-01&to=2019-01', '/api/households', '/api/imports', '/api/session']) {
      expect((await app.server.inject({ url, headers: { cookie } })).statusCode).toBe(401)
    }
  })

  test('a cookie that names us with their token is no sign-in', async () => {
    const cookie = `${cookieName}=${municipality.id}.${'a'.repeat(43)}`
    expect((await app.server.inject({ url: '/api/households', headers: { cookie } })).statusCode).toBe(401)
  })
})

describe('row level security in the database', () => {
  test('the walk sees the tables', () => expect(tables.length).toBeGreaterThan(25))

  test.each(tables)('%s: enabled and forced, with a policy', async (table) => {
    const [found] = await rowsOf(
      app,
      `select relrowsecurity, relforcerowsecurity, exists (select from pg_policy where polrelid = c.oid) as has_policy
       from pg_class c where oid = $1::regclass`,
      [table],
    )
    expect(found).toEqual({ relrowsecurity: true, relforcerowsecurity: true, has_policy: true })
  })

  test.each(tables)('%s: no row without a tenant, and none of another municipality', async (table) => {
    for (const pool of [database.app, database.reader]) {
      expect(await countIn(pool, table, null)).toBe(0)
      expect(await countIn(pool, table, other.id)).toBe(0)
    }
  })

  test('the application sees rows of the tables when it says who it is, so that the tests above can fail', async () => {
    expect(await countIn(database.app, 'payment', municipality.id)).toBe(6)
    expect(await countIn(database.reader, 'payment', municipality.id)).toBe(6)
  })

  test('a row cannot be written into another municipality', async () => {
    const write = withTenant(database.app, everything, (tx) =>
      tx.query(`insert into caseworker values ($1, 99, 'X')`, [other.id]),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })

  const everything = { municipalityId: municipality.id, units: 'all', protectedHouseholds: 'all' } as const

  /** Rows of a municipality that a pool sees as our own tenant; as nobody when none is named. The reader may lack the right. */
  async function countIn(pool: pg.Pool, table: string, municipalityId: number | null): Promise<number> {
    const count = municipalityId === null ? 'true' : `municipality_id = ${municipalityId}`
    const text = `select count(*) from (select municipality_id from ${table} where ${count}) rows`
    const query = async (tx: { query: <Row extends pg.QueryResultRow>(text: string) => Promise<Row[]> }) =>
      (await tx.query<{ count: number }>(text))[0]!.count
    try {
      return await (municipalityId === null ? inTransaction(pool, query) : withTenant(pool, everything, query))
    } catch (error) {
      if (pool === database.reader && (error as { code?: string }).code === '42501') return 0
      throw error
    }
  }
})

describe('every key begins with municipality_id, so that the tables can be distributed by it', () => {
  const without = ['municipality', 'schema_migration']

  test('primary keys and unique indexes', async () => {
    const rows = await rowsOf(
      app,
      `select i.indexrelid::regclass::text as index, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where n.nspname = 'public' and i.indisunique and not c.relname = any ($1)`,
      [without],
    )
    expect(rows.length).toBeGreaterThan(25)
    expect(rows.filter((row) => row['first'] !== 'municipality_id')).toEqual([])
  })

  test('foreign keys, on both sides', async () => {
    const rows = await rowsOf(
      app,
      `select f.conname as name, own.attname as own, referred.attname as referred from pg_constraint f
       join pg_attribute own on own.attrelid = f.conrelid and own.attnum = f.conkey[1]
       join pg_attribute referred on referred.attrelid = f.confrelid and referred.attnum = f.confkey[1]
       where f.contype = 'f' and f.connamespace = 'public'::regnamespace`,
    )
    expect(rows.length).toBeGreaterThan(15)
    const leads = (row: Record<string, unknown>) =>
      row['own'] === 'municipality_id' && row['referred'] === 'municipality_id'
    expect(rows.filter((row) => !leads(row))).toEqual([])
  })

  test('every table has it, but those that no municipality owns', async () => {
    const all = await rowsOf<{ table_name: string }>(
      app,
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    expect(
      all
        .map((row) => row.table_name)
        .filter((name) => !tables.includes(name))
        .sort(),
    ).toEqual(without)
  })
})

describe('the role that feeds the calculations', () => {
  test.each([
    ['names', 'select name from person_detail'],
    ['protection flags', 'select protection from person_detail'],
    ['identity numbers', 'select * from person_identity'],
    ['the list of households', 'select * from household_summary'],
    ['what the case system calls a household', 'select source_key from household'],
    ['caseworkers', 'select * from caseworker'],
    ['bad rows', 'select * from import_rejected_row'],
    ['the log', 'select * from audit_entry'],
    ['users', 'select * from app_user'],
  ])('may not read %s', async (_, text) => {
    const read = withTenant(database.reader, { municipalityId: municipality.id }, (tx) => tx.query(text))
    await expect(read).rejects.toThrow(/permission denied/)
  })

  test('may not write', async () => {
    const write = withTenant(database.reader, { municipalityId: municipality.id }, (tx) =>
      tx.query('delete from payment'),
    )
    await expect(write).rejects.toThrow(/permission denied/)
  })
})

describe('the role that serves people', () => {
  test.each([
    ['change a fact', `update payment set amount_ore = 1`],
    ['remove a fact', 'delete from payment'],
    ['change the log', `update audit_entry set action = 'x'`],
    ['remove from the log', 'delete from audit_entry'],
    ['read the migrations', 'select * from schema_migration'],
  ])('may not %s', async (_, text) => {
    const work = withTenant(database.app, { municipalityId: municipality.id, units: 'all' }, (tx) => tx.query(text))
    await expect(work).rejects.toThrow(/permission denied/)
  })
})

test('the policies compare columns with settings only: no query in them', () => {
  const policies = readFileSync(join(import.meta.dirname, '../database/migrations/0004_policies.sql'), 'utf8')
  const using = policies.match(/using \([\s\S]*?\);/g)!
  expect(using.length).toBeGreaterThan(40)
  expect(using.filter((each) => /\bselect\b/i.test(each))).toEqual([])
})
