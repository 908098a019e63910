import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adult, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { inTransaction } from '../database/transaction.ts'
import { exportData } from '../export-data.ts'
import { openMunicipality } from '../open-register.ts'
import { readTable } from '../imports/read/read-table.ts'
import { biAccess, grantBi } from './bi-access.ts'
import { biViews, streamQuery } from './read-views.ts'
import { openViewFile } from './view-files.ts'

const app = await testApp()
const { owner } = app.database
const { keys } = app.needs
const register = { owner, app: app.database.app, keys }
const output = await mkdtemp(join(tmpdir(), 'utfall-bi-'))
afterAll(() => rm(output, { recursive: true, force: true }))

/** Six women of the same age alone, one man, and one whose data are protected. */
const keysOf = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']
beforeAll(async () => {
  await app.importText(
    'hushall.csv',
    households(
      ...keysOf.map((key, at) => adult(key, women[at]!)),
      adult('H7', men[0]!),
      adult('H8', women[7]!, { protection: 'Ja' }),
    ),
  )
  const rows = [...keysOf, 'H7', 'H8'].map(
    (key) => `U-${key};${key};2019-01;2019-01-25;1000,50;${key === 'H7' ? 'Begravning' : 'Försörjningsstöd'}`,
  )
  await app.importText('utbetalningar.csv', payments(...rows, 'U-9;H1;2019-01;;-200,00;Försörjningsstöd'))
  await app.importText(
    'insatser.csv',
    [
      'Hushållsnr;Personnummer;Insats;Startdatum;Slutdatum;Resultat',
      ...keysOf.map((key, at) => `${key};${women[at]!};Jobbtorg;2019-01-07;2019-02-28;Arbete`),
      `H7;${men[0]!};Egen kurs;2019-01-07;;`,
      '',
    ].join('\r\n'),
  )
})

/** Asks as a login role would. */
async function asRole<Row extends object>(role: string, sql: string): Promise<Row[]> {
  const client = await owner.connect()
  try {
    await client.query(`set session authorization ${role}`)
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.query('reset session authorization')
    client.release()
  }
}

const grant = (role: string, municipalityId: number, purpose: string) =>
  inTransaction(owner, (tx) => grantBi(tx, role, biAccess(keys, municipalityId, purpose)))

describe('the role of other tools', () => {
  test('sees nothing until it is told whose data it reads, and then those of that municipality', async () => {
    expect(await asRole('utfall_bi', 'select * from bi.payment')).toEqual([])
    await openMunicipality(app.database, '0486')
    await grant('utfall_bi', 486, 'uppföljning')
    expect(await asRole('utfall_bi', 'select * from bi.payment')).toEqual([])
    await grant('utfall_bi', app.municipality.id, 'uppföljning')
    expect(await asRole('utfall_bi', 'select * from bi.payment')).toHaveLength(8)
  })

  test('may set what it likes, and reads no other municipality for it', async () => {
    const client = await owner.connect()
    try {
      await client.query('set session authorization utfall_bi')
      await client.query("set app.municipality = '486'")
      const { rows } = await client.query('select distinct municipality_code from bi.about')
      expect(rows).toEqual([{ municipality_code: '0483' }])
    } finally {
      await client.query('reset session authorization')
      await client.query('reset app.municipality')
      client.release()
    }
  })

  test('may read the views of bi and no table, no other schema, and change nothing', async () => {
    const { rows } = await owner.query<{ relation: string; kind: string }>(
      `select c.oid::regclass::text as relation, c.relkind as kind from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'v', 'm', 'p')
         and has_table_privilege('utfall_bi', c.oid, 'select, insert, update, delete, truncate')`,
    )
    expect(rows.map(({ relation }) => relation).sort()).toEqual(biViews.map((view) => `bi.${view}`).sort())
    for (const table of ['payment', 'person_identity', 'person_detail', 'app.bi_access', 'audit_entry'])
      await expect(asRole('utfall_bi', `select * from ${table}`)).rejects.toThrow('permission denied')
    await expect(asRole('utfall_bi', 'delete from bi.payment')).rejects.toThrow()
  })

  test('has no other way in: no column, no function of others, no role, nothing to make or write', async () => {
    const found = async (sql: string) => (await owner.query<{ found: string }>(sql)).rows.map((row) => row.found)
    expect(
      await found(
        `select c.oid::regclass || '.' || a.attname as found from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind in ('r', 'v', 'm', 'p', 'S') and a.attnum > 0 and not a.attisdropped
           and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'bi'::regnamespace)
           and has_column_privilege('utfall_bi', c.oid, a.attnum, 'select, insert, update, references')`,
      ),
    ).toEqual([])
    expect(
      await found(
        `select p.oid::regprocedure::text as found from pg_proc p
         where p.prosecdef and has_function_privilege('utfall_bi', p.oid, 'execute')
           and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
           and has_schema_privilege('utfall_bi', p.pronamespace, 'usage')`,
      ),
    ).toEqual([])
    expect(
      await found(
        "select rolname as found from pg_roles where rolname <> 'utfall_bi' and pg_has_role('utfall_bi', oid, 'member')",
      ),
    ).toEqual([])
    expect(
      await found("select nspname as found from pg_namespace where has_schema_privilege('utfall_bi', oid, 'create')"),
    ).toEqual([])
    expect(
      await found(
        `select rolname as found from pg_roles
         where rolname = 'utfall_bi' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
      ),
    ).toEqual([])
    for (const way of ['set role utfall_app', "select pg_read_file('PG_VERSION')", "copy bi.payment to '/tmp/x'"])
      await expect(asRole('utfall_bi', way), way).rejects.toThrow('permission denied')
  })

  test('has every view and column described', async () => {
    const { rows } = await owner.query<{ missing: string }>(
      `select c.relname || coalesce('.' || a.attname, '') as missing from pg_class c
       left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'bi'::regnamespace and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)`,
    )
    expect(rows).toEqual([])
  })
})

describe('what the views say', () => {
  beforeAll(() => grant('utfall_bi', app.municipality.id, 'uppföljning'))

  test('is öre and months, and the same household under the same pseudonym everywhere', async () => {
    const months = await asRole<{ household: string; month: string; amount_ore: number; household_type: number }>(
      'utfall_bi',
      'select * from bi.household_month',
    )
    expect(months).toHaveLength(7)
    expect(new Set(months.map(({ month }) => month))).toEqual(new Set(['2019-01']))
    expect(months.map(({ amount_ore }) => amount_ore).sort((a, b) => a - b)).toEqual([
      80_050,
      ...Array(6).fill(100_050),
    ])
    const paid = await asRole<{ household: string }>('utfall_bi', 'select distinct household from bi.payment')
    expect(new Set(paid.map(({ household }) => household))).toEqual(new Set(months.map(({ household }) => household)))
  })

  test('is blank where fewer than the limit share it, and the row and bi.about say so', async () => {
    const rare = await asRole<object>(
      'utfall_bi',
      'select household_type, age_class, children_up_to_3 from bi.household_month where is_generalised',
    )
    expect(rare).toEqual([{ household_type: null, age_class: null, children_up_to_3: null }])
    expect(
      await asRole(
        'utfall_bi',
        'select distinct household_type, age_class from bi.household_month where not is_generalised',
      ),
    ).toEqual([{ household_type: 5, age_class: '25-34' }])
    expect(await asRole('utfall_bi', 'select distinct purpose from bi.payment order by 1')).toEqual([
      { purpose: 'Försörjningsstöd' },
      { purpose: null },
    ])
    expect(await asRole('utfall_bi', 'select distinct intervention from bi.participation order by 1')).toEqual([
      { intervention: 'Jobbtorg' },
      { intervention: null },
    ])
    expect(await asRole('utfall_bi', 'select outcome, count(*)::integer as n from bi.outcome group by 1')).toEqual([
      { outcome: 'Arbete', n: 6 },
    ])
    const [about] = await asRole<Record<string, unknown>>('utfall_bi', 'select * from bi.about')
    expect(about).toMatchObject({
      ...{ smallest_group: 5, households: 7, protected_households_left_out: 1, schema_version: 1 },
      ...{ generalised_household_months: 1, generalised_payments: 1, generalised_participations: 1 },
    })
  })

  test('has the same pseudonyms when the access is given anew, and others in another municipality', async () => {
    const pseudonyms = () => asRole('utfall_bi', 'select distinct household from bi.payment order by 1')
    const before = await pseudonyms()
    await grant('utfall_bi', 486, 'uppföljning')
    await grant('utfall_bi', app.municipality.id, 'uppföljning')
    expect(await pseudonyms()).toEqual(before)
    const keyOf = (municipalityId: number) => biAccess(keys, municipalityId, 'uppföljning').key.toString('hex')
    expect(keyOf(486)).not.toBe(keyOf(app.municipality.id))
  })

  test('holds no id, number or name of the register, and other pseudonyms for another purpose', async () => {
    const said = async () =>
      JSON.stringify(await Promise.all(biViews.map((view) => asRole('utfall_bi', `select * from bi.${view}`))))
    const first = await said()
    for (const secret of [...women, ...men, 'Namn H1', '"H1"', '1991-01']) expect(first).not.toContain(secret)
    const pseudonyms = (text: string) => new Set(text.match(/"[hp][0-9a-f]{19}"/g))
    expect(pseudonyms(first).size).toBe(14)
    await grant('utfall_bi', app.municipality.id, 'forskning')
    const second = pseudonyms(await said())
    expect([...pseudonyms(first)].filter((each) => second.has(each))).toEqual([])
  })
})

describe('utfall export', () => {
  test('writes the same rows as Parquet, which another program reads', async () => {
    const files = await exportData(register, app.municipality, { format: 'parquet', output, purpose: 'uppföljning' })
    expect(files.map(({ rows }) => rows)).toEqual([7, 8, 7, 0, 6, 1, expect.any(Number)])
    await grant('utfall_bi', app.municipality.id, 'uppföljning')
    for (const view of biViews) {
      const file = await asyncBufferFromFile(join(output, `${view}.parquet`))
      const read = await parquetReadObjects({ file })
      const rows = await asRole<object>('utfall_bi', `select * from bi.${view} order by 1, 2`)
      const asNumbers = (row: object) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            typeof value === 'bigint' ? Number(value) : (value as unknown),
          ]),
        )
      expect(
        read
          .map(asNumbers)
          .map((row) => JSON.stringify(row))
          .sort(),
      ).toEqual(rows.map((row) => JSON.stringify(row)).sort())
    }
    const { schema, key_value_metadata } = await parquetMetadataAsync(
      await asyncBufferFromFile(join(output, 'payment.parquet')),
    )
    expect(schema.find(({ name }) => name === 'amount_ore')?.type).toBe('INT64')
    expect(schema.find(({ name }) => name === 'concerned_month')?.converted_type).toBe('UTF8')
    expect(key_value_metadata).toContainEqual({ key: 'schema_version', value: '1' })
  })

  test('has its name when it is whole, and is for its owner alone', async () => {
    const file = join(output, 'avbruten.csv')
    const { write, close } = await openViewFile(file, [{ name: 'a', type: 'text', meaning: '' }], 'csv')
    await write([['x']])
    await expect(readFile(file)).rejects.toThrow('ENOENT')
    await close()
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  test('leaves no half file behind when it breaks off', async () => {
    const broken = join(output, 'avbruten')
    // Where the second view is to lie there is a folder already.
    await mkdir(join(broken, 'payment.csv'), { recursive: true })
    const exporting = exportData(register, app.municipality, { format: 'csv', output: broken, purpose: 'uppföljning' })
    await expect(exporting).rejects.toThrow()
    expect(await readdir(broken)).toEqual(['household_month.csv', 'payment.csv'])
  })

  test.each(['csv', 'parquet'] as const)('writes %s some rows at a time, all of them and in order', async (format) => {
    const file = join(output, `manga.${format}`)
    const largest = await inTransaction(owner, async (tx) => {
      let most = 0
      const rows = await streamQuery(
        tx,
        "select n::integer as n, 'h' || n as t, (n * 100)::bigint as ore from generate_series(1, 45000) n",
        async (fields) => {
          const { write, close } = await openViewFile(
            file,
            fields.map((each) => ({ ...each, meaning: '' })),
            format,
          )
          return { close, write: (some) => ((most = Math.max(most, some.length)), write(some)) }
        },
      )
      expect(rows).toBe(45_000)
      return most
    })
    expect(largest).toBeLessThanOrEqual(20_000)
    const numbers =
      format === 'csv'
        ? readTable(await readFile(file), 'manga.csv').rows.map(([n]) => Number(n))
        : (await parquetReadObjects({ file: await asyncBufferFromFile(file) })).map(({ n }) => Number(n))
    expect(numbers).toEqual(Array.from({ length: 45_000 }, (_, at) => at + 1))
  })

  test('writes CSV as a Swedish spreadsheet reads it, with what the columns mean beside', async () => {
    await exportData(register, app.municipality, { format: 'csv', output, purpose: 'uppföljning' })
    const table = readTable(await readFile(join(output, 'payment.csv')), 'payment.csv')
    expect(table.columns).toEqual([
      'household',
      'concerned_month',
      'paid_month',
      'amount_ore',
      'purpose',
      'is_generalised',
    ])
    expect(table.rows).toHaveLength(8)
    expect(await readFile(join(output, 'columns.csv'), 'utf8')).toContain('payment;amount_ore;bigint;Belopp i hela öre')
  })

  test('is in the log with every household in it, and lends the owner nothing for longer than it takes', async () => {
    const { rows } = await owner.query<{ household_ids: number[]; detail: object }>(
      "select household_ids, detail from audit_entry where action = 'data-exported' order by entry_no desc limit 1",
    )
    expect(rows[0]!.household_ids).toHaveLength(7)
    expect(rows[0]!.detail).toEqual({ format: 'csv', purpose: 'uppföljning', account: userInfo().username })
    const lent = await owner.query('select from app.bi_access where role_name = session_user')
    expect(lent.rowCount).toBe(0)
  })
})

// Last: what has become protected stays so.
test('is nothing of a household from the moment that its data are protected', async () => {
  const rowsOf = async () =>
    Promise.all(
      biViews.slice(0, -1).map(async (view) => (await asRole('utfall_bi', `select * from bi.${view}`)).length),
    )
  await grant('utfall_bi', app.municipality.id, 'uppföljning')
  const before = await rowsOf()
  await app.importText('skydd.csv', households(adult('H6', women[5]!, { protection: 'Ja' })))
  const after = await rowsOf()
  expect(after).toEqual([before[0]! - 1, before[1]! - 1, before[2]! - 1, before[3], before[4]! - 1])
  expect(await asRole('utfall_bi', 'select protected_households_left_out::integer as n from bi.about')).toEqual([
    { n: 2 },
  ])
})
