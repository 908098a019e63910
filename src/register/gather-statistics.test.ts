import { expect, test, vi } from 'vitest'
import { rowsOf } from '../../test/support/register-facts.ts'
import { payments, sixAdults, sixPayments } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { undoImport } from '../imports/undo-import.ts'

const app = await testApp()
await app.importText('hushall.csv', sixAdults())

/** When the database was last told to look at a table; what it does by itself now and then is not counted. */
const gatheredOn = async (...tables: string[]) => {
  const rows = await rowsOf<{ relname: string; last_analyze: Date | null }>(
    app,
    `select relname, last_analyze from pg_stat_user_tables where relname in ('${tables.join("', '")}') order by relname`,
  )
  return Object.fromEntries(rows.map((row) => [row.relname, row.last_analyze !== null]))
}
const many = (kronor: number) =>
  payments(
    ...Array.from(
      { length: 2500 },
      (_, at) =>
        `M${at};H${(at % 6) + 1};2018-${String((at % 12) + 1).padStart(2, '0')};2018-01-25;${kronor},00;Bistånd`,
    ),
  )

test('a small import leaves the statistics alone', async () => {
  await app.importText('utbetalningar.csv', sixPayments())
  expect(await gatheredOn('payment', 'household_summary')).toEqual({ payment: false, household_summary: false })
})

test('after a large one the database knows how large the tables have become, and no others are looked at', async () => {
  expect(await app.importText('manga.csv', many(100))).toMatchObject({ accepted: 2500 })
  expect(await gatheredOn('payment', 'household_summary', 'decision')).toEqual({
    payment: true,
    household_summary: true,
    decision: false,
  })
  const [table] = await rowsOf<{ rows: number }>(
    app,
    "select reltuples::integer as rows from pg_class where relname = 'payment'",
  )
  expect(table?.rows).toBe(2506)
})

test('a trial import gathers nothing; an undoing does', async () => {
  await rowsOf(app, 'select pg_stat_reset()')
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await app.importText('forsok.csv', many(200), { dryRun: true })
  expect(await gatheredOn('payment')).toEqual({ payment: false })
  const { importId } = await app.importText('manga.csv', many(300))
  await rowsOf(app, 'select pg_stat_reset()')
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await undoImport(app.needs, importId!, null)
  expect(await gatheredOn('payment')).toEqual({ payment: true })
})

test('that it fails is told in the error log, and the import stands', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await rowsOf(app, 'revoke execute on function app.gather_statistics(regclass) from utfall_app')
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  const result = await app.importText('manga.csv', many(400))
  const said = told.mock.calls.map(([text]) => String(text)).join('')
  told.mockRestore()
  expect(result.accepted + result.superseded).toBe(2500)
  expect(said).toMatch(/statistics .*permission denied/)
  await rowsOf(app, 'grant execute on function app.gather_statistics(regclass) to utfall_app')
})

test('the application may look at its own tables, never at others', async () => {
  const gather = (table: string) => app.database.app.query('select app.gather_statistics($1::regclass)', [table])
  await rowsOf(app, 'select pg_stat_reset()')
  await gather('pg_catalog.pg_class')
  expect(
    await rowsOf(
      app,
      "select last_analyze from pg_stat_sys_tables where relname = 'pg_class' and last_analyze is not null",
    ),
  ).toEqual([])
  await expect(app.database.app.query('analyze payment')).resolves.toBeDefined()
  expect(await gatheredOn('payment')).toEqual({ payment: false })
})
