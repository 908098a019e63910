import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configOf, connect } from '../../src/database/connect.ts'
import { ensureRoles } from '../../src/database/roles.ts'
import { emptyDatabase } from '../support/test-database.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'utfall-connect-'))
  await writeFile(join(folder, '0001_note.sql'), 'create table note (number integer)')
})

afterAll(() => rm(folder, { recursive: true }))

describe('values', async () => {
  const database = await emptyDatabase()
  const valueOf = async (sql: string) => (await database.app.query(`select ${sql} as value`)).rows[0].value as unknown

  test.each([
    ['count(*)', 1],
    ['9007199254740991::int8', Number.MAX_SAFE_INTEGER],
    ['array[1, null]::int8[]', [1, null]],
    ['0.10::numeric', '0.10'],
    ['array[0.10]::numeric[]', ['0.10']],
    [`date '2026-01-31'`, '2026-01-31'],
    [`array[date '2026-01-31']`, ['2026-01-31']],
    [`timestamptz '2026-01-31 00:00+01'`, new Date('2026-01-30T23:00:00Z')],
    [`timestamptz 'infinity'`, Infinity],
    [`true`, true],
    [`(timestamptz '2026-06-30 23:00Z')::date`, '2026-07-01'],
  ])('%s becomes %o', async (sql, value) => expect(await valueOf(sql)).toEqual(value))

  test('a whole number that would not be exact is an error', () =>
    expect(valueOf('9007199254740992::int8')).rejects.toThrow(/too large to be exact/))
})

describe('roles', async () => {
  const database = await emptyDatabase()
  const roleOf = (pool: pg.Pool) => pool.query('select current_user as name').then(({ rows }) => rows[0].name as string)

  test('each pool signs in as its own role', async () => {
    expect(await roleOf(database.app)).toBe('utfall_app')
    expect(await roleOf(database.reader)).toBe('utfall_reader')
  })

  test('the login roles can neither become someone else nor create anything', async () => {
    const owner = await roleOf(database.owner)
    await expect(database.app.query(`set role ${pg.escapeIdentifier(owner)}`)).rejects.toThrow(/permission denied/)
    await expect(database.app.query('create table mine ()')).rejects.toThrow(/permission denied/)
  })

  test('a role that passes by row level security is refused', async () => {
    const owner = await database.owner.connect()
    await owner.query('begin')
    await owner.query('alter role utfall_reader bypassrls')
    await expect(ensureRoles(owner, null)).rejects.toThrow(/utfall_reader går förbi behörigheterna/)
    await owner.query('rollback')
    owner.release()
  })
})

describe('an embedded database', () => {
  test('is created, migrated and opened, and found again', async () => {
    const embedded = join(folder, 'data')
    const first = await connect({ embedded }, folder)
    await first.owner.query('insert into note values (1)')
    await first.close()

    const second = await connect({ embedded }, folder)
    expect((await second.owner.query('select number from note')).rows).toEqual([{ number: 1 }])
    await second.close()
  })
})

describe('an address', () => {
  test('opens the same pools, with the password of the roles', async () => {
    const { config } = await emptyDatabase()
    const database = await connect({ url: urlOf(config), rolePassword: 'utfall-test' }, folder)
    expect((await database.app.query('select current_user as name')).rows).toEqual([{ name: 'utfall_app' }])
    await database.close()
  })

  test('is taken apart so that another role can use it', () =>
    expect(configOf('postgresql://anna:hemlig%2F1@db.example:5433/utfall')).toMatchObject({
      host: 'db.example',
      port: 5433,
      user: 'anna',
      password: 'hemlig/1',
      database: 'utfall',
    }))

  test('to a database that cannot hold every letter is refused in Swedish', async () => {
    const { owner, config } = await emptyDatabase()
    const database = `${config.database}_latin1`
    await owner.query(
      `create database ${database} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
    )
    const location = { url: urlOf({ ...config, database }), rolePassword: null }
    await expect(connect(location, folder)).rejects.toThrow(/teckenkodningen LATIN1/)
    await owner.query(`drop database ${database}`)
  })

  test('where nothing answers is refused in Swedish', () =>
    expect(connect({ url: 'postgresql://127.0.0.1:1/utfall', rolePassword: null }, folder)).rejects.toThrow(
      /Databasen svarar inte/,
    ))
})

function urlOf({ host, port, user, password, database }: pg.ClientConfig): string {
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''
  return `postgresql://${user}${secret}@/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`
}
