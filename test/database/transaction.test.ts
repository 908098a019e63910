import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, withTenant } from '../../src/database/transaction.ts'
import { emptyDatabase } from '../support/test-database.ts'

const database = await emptyDatabase()

beforeAll(async () => {
  await database.owner.query('create table note (municipality_id integer, number integer)')
  await database.owner.query('alter table note enable row level security')
  await database.owner.query(`create policy note_app on note to utfall_app
    using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer)`)
  await database.owner.query('grant select, insert on note to utfall_app')
  await database.owner.query('insert into note values (483, 1), (484, 2)')
})

const setting = (name: string) => `select current_setting('${name}', true) as value`

const numbers = () => database.owner.query('select number from note order by number').then(({ rows }) => rows)

describe('the binding', () => {
  test('row level security sees the municipality of the transaction, and no other', async () => {
    const rows = await withTenant(database.app, { municipalityId: 483 }, (tx) => tx.query('select number from note'))
    expect(rows).toEqual([{ number: 1 }])
  })

  test('it ends with the transaction: a connection that is used again is bound to nobody', async () => {
    const pid = 'select pg_backend_pid() as pid'
    const [before] = await withTenant(database.app, { municipalityId: 483 }, (tx) => tx.query(pid))
    const after = await inTransaction(database.app, async (tx) => ({
      pids: await tx.query(pid),
      notes: await tx.query('select * from note'),
    }))
    expect(after).toEqual({ pids: [before], notes: [] })
  })

  test.each([
    ['app.municipality', '483'],
    ['app.user_id', '7'],
    ['app.units', ',1,2,'],
    ['app.protected_households', ',5,'],
    ['statement_timeout', '2500ms'],
  ])('%s is set', async (name, value) => {
    const tenant = { municipalityId: 483, userId: 7, units: [1, 2], protectedHouseholds: [5], statementTimeoutMs: 2500 }
    expect(await withTenant(database.app, tenant, (tx) => tx.query(setting(name)))).toEqual([{ value }])
  })

  test('every unit is written as a star, and what is left out as nothing', async () => {
    const tenant = { municipalityId: 483, units: 'all' as const }
    const [units, user] = await withTenant(database.app, tenant, async (tx) => [
      await tx.query(setting('app.units')),
      await tx.query(setting('app.protected_households')),
    ])
    expect([units, user]).toEqual([[{ value: '*' }], [{ value: '' }]])
  })

  test.each([Number.NaN, 1.5, -1, Infinity])('%s is no id', async (units) => {
    const run = withTenant(database.app, { municipalityId: 483, units: [units] }, async () => null)
    await expect(run).rejects.toThrow(TypeError)
  })
})

describe('the transaction', () => {
  const tenant = { municipalityId: 485 }
  const insert = `insert into note values (485, 3)`

  test('what is thrown rolls everything back', async () => {
    const before = await numbers()
    const work = withTenant(database.app, tenant, async (tx) => {
      expect(await tx.execute(insert)).toBe(1)
      throw new Error('stop')
    })
    await expect(work).rejects.toThrow('stop')
    expect(await numbers()).toEqual(before)
  })

  test('a failed statement whose error was caught does not pass for a commit', async () => {
    const before = await numbers()
    const work = withTenant(database.app, tenant, async (tx) => {
      await tx.execute(insert)
      await tx.query('select 1 / 0').catch(() => null)
    })
    await expect(work).rejects.toThrow(/rolled back/)
    expect(await numbers()).toEqual(before)
  })

  test('a statement that takes too long is stopped', async () => {
    const work = withTenant(database.app, { ...tenant, statementTimeoutMs: 50 }, (tx) => tx.query('select pg_sleep(5)'))
    await expect(work).rejects.toThrow(/statement timeout/)
  })
})
