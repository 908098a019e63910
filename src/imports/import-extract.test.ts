import { mkdir, rm, writeFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeDemo } from '../demo/demo.ts'
import { inTransaction } from '../database/transaction.ts'
import { aMinuteLater, figuresOf, paidInJanuary, rowsOf, traceOf } from '../../test/support/register-facts.ts'
import {
  adult,
  children,
  households,
  men,
  payments,
  sie,
  sixAdults,
  sixPayments,
  women,
} from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { importExtract, ImportRefusal } from './import-extract.ts'
import { UnreadableFile } from './read/unreadable-file.ts'

const app = await testApp()

describe('the same file twice', () => {
  test('changes nothing: every row is already known, no row is new, and the version of the data stands still', async () => {
    await app.importText('hushall.csv', sixAdults())
    await app.importText('utbetalningar.csv', sixPayments())
    const before = await traceOf(app)
    aMinuteLater(app)

    const again = await app.importText('utbetalningar.csv', sixPayments())
    expect(again).toMatchObject({ rows: 6, accepted: 0, superseded: 0, unchanged: 6, rejectedRows: 0 })
    const members = await app.importText('hushall.csv', sixAdults())
    expect(members).toMatchObject({ rows: 6, accepted: 0, superseded: 0, unchanged: 6, rejectedRows: 0 })
    expect(await traceOf(app)).toEqual(before)
  })
})

describe('a corrected file', () => {
  test('supersedes the amount, and what was known before can still be asked for', async () => {
    const uncorrected = aMinuteLater(app)
    const answer = await app.importText('utbetalningar.csv', sixPayments({ H1: '1500,00' }))
    expect(answer).toMatchObject({ accepted: 0, superseded: 1, unchanged: 5 })

    expect(await paidInJanuary(app)).toBe(6500)
    expect(await paidInJanuary(app, uncorrected)).toBe(6000)
    expect(await paidInJanuary(app, app.clock.now)).toBe(6500)
    const rows = await rowsOf(app, `select amount_ore, known_until from payment where source_key = 'U-H1' order by 1`)
    expect(rows).toEqual([
      { amount_ore: 100000, known_until: app.clock.now },
      { amount_ore: 150000, known_until: Infinity },
    ])
  })
})

describe('a file of households is the whole history of those it names', () => {
  const couple = (...more: string[]) =>
    households(adult('P1', men[0]!), `P1;${men[1]};Bo Ek;Medsökande;2018-01;;;;;`, adult('P2', men[2]!), ...more)
  const current = () =>
    rowsOf(
      app,
      `select h.source_key from household_member m join household h using (municipality_id, household_id)
       where m.known_until = 'infinity' and h.source_key like 'P%' order by 1`,
    )

  test('a member that it no longer has is closed, in the figures and on the page', async () => {
    aMinuteLater(app)
    await app.importText('hushall.csv', couple())
    const rows = ['P1', 'P2'].map((key) => `U-${key};${key};2019-02;2019-02-25;1000,00;`)
    await app.importText('utbetalningar.csv', payments(...rows))
    expect(await current()).toHaveLength(3)

    const before = aMinuteLater(app)
    const version = (await traceOf(app))['data_version']
    const answer = await app.importText('hushall.csv', households(adult('P1', men[0]!)))
    expect(answer).toMatchObject({ accepted: 0, superseded: 1 })
    expect((await current()).map((row) => row['source_key'])).toEqual(['P1', 'P2'])
    expect((await traceOf(app))['data_version']).toBe(version! + 1)
    const [summary] = await rowsOf(app, `select adults from household_summary where source_key = 'P1'`)
    expect(summary).toEqual({ adults: 1 })
    const [then] = await rowsOf(
      app,
      `select count(*) from household_member where known_from <= $1 and known_until > $1
       and household_id = (select household_id from household where source_key = 'P1')`,
      [before],
    )
    expect(then).toEqual({ count: 2 })
  })

  test('households that it does not name are left alone', async () => {
    expect(await current()).toHaveLength(2)
  })

  test('a member whose new row cannot be read stands as it was: nothing is dropped silently', async () => {
    aMinuteLater(app)
    await app.importText('hushall.csv', couple())
    expect(await current()).toHaveLength(3)
    aMinuteLater(app)
    const answer = await app.importText('hushall.csv', couple().replace('Medsökande', 'Granne'))
    expect(answer).toMatchObject({ rows: 3, rejectedRows: 1 })
    expect(await current()).toHaveLength(3)
  })
})

describe('protected persons', () => {
  const protection = () =>
    rowsOf(
      app,
      `select d.protection from person_detail d join household_member m using (municipality_id, person_id)
       join household h using (municipality_id, household_id)
       where h.source_key = 'S1' and d.known_until = 'infinity' and m.known_until = 'infinity'`,
    )

  test.each([
    ['with the column left empty', households(adult('S1', men[3]!, { name: 'Nytt Namn' }))],
    [
      'without the column',
      `Hushållsnr;Personnummer;Namn;Roll;Från månad\r\nS1;${men[3]};Namn;Registerledare;2018-01\r\n`,
    ],
  ])('a file %s does not clear a flag', async (_, text) => {
    aMinuteLater(app)
    await app.importText('hushall.csv', households(adult('S1', men[3]!, { protection: 'Sekretessmarkering' })))
    aMinuteLater(app)
    await app.importText('hushall.csv', text)
    expect(await protection()).toEqual([{ protection: 'confidentialityMarking' }])
  })

  test('a file that says no clears it', async () => {
    aMinuteLater(app)
    await app.importText('hushall.csv', households(adult('S1', men[3]!, { protection: 'Nej' })))
    expect(await protection()).toEqual([{ protection: 'none' }])
  })
})

describe('bad rows', () => {
  const bad = payments(
    'B1;H1;2019-01;2019-01-25;1000,00;',
    'B2;H1;2019-13;2019-02-30;abc;',
    `B3;;2019-01;${women[0]};1000,00;`,
  )

  test('are told with row, column, what was found and what is wrong, and the good ones are written', async () => {
    aMinuteLater(app)
    const answer = await app.importText('utbetalningar.csv', bad)
    expect(answer).toMatchObject({ rows: 3, accepted: 1, rejectedRows: 2 })
    expect(answer.rejected).toEqual([
      { row: 3, column: 'Avser månad', problem: 'not-a-month', found: '2019-13' },
      { row: 3, column: 'Utbetalningsdatum', problem: 'not-a-day', found: '2019-02-30' },
      { row: 3, column: 'Belopp', problem: 'not-an-amount', found: 'abc' },
      { row: 4, column: 'Hushållsnr', problem: 'missing-value', found: '' },
      { row: 4, column: 'Utbetalningsdatum', problem: 'not-a-day', found: `${women[0]!.slice(0, 4)}********` },
    ])
  })

  test('are kept, with identity numbers masked wherever they had ended up', async () => {
    const [run] = await rowsOf<{ import_id: number }>(app, 'select max(import_id) as import_id from import_run')
    const found = await rowsOf(app, 'select found from import_rejection where import_id = $1', [run!.import_id])
    expect(found).toHaveLength(5)
    expect(JSON.stringify(found)).not.toContain(women[0])
    const rows = await rowsOf(
      app,
      'select row_number from import_rejected_row where import_id = $1 and row_number > 1',
      [run!.import_id],
    )
    expect(rows).toEqual([{ row_number: 3 }, { row_number: 4 }])
  })
})

describe('a ledger', () => {
  const ledger = () =>
    rowsOf(
      app,
      `select account, month, amount_ore / 100 as kronor from ledger_amount
       where known_until = 'infinity' and account <> '1930' and month between 201801 and 201812 order by 1, 2`,
    )

  test('of January–May supersedes the one of January–April', async () => {
    aMinuteLater(app)
    const first = await app.importText(
      'huvudbok.se',
      sie(2018, { '4511': [100, 200, 300, 400], '5011': [10, 20, 30, 40] }),
    )
    expect(first).toMatchObject({ kind: 'ledger', superseded: 0, rejectedRows: 0 })
    expect(await ledger()).toHaveLength(8)
    aMinuteLater(app)
    await app.importText('huvudbok.se', sie(2018, { '4511': [100, 200, 300, 450, 500], '5011': [10, 20, 30, 40, 50] }))
    expect(await ledger()).toEqual([
      ...[100, 200, 300, 450, 500].map((kronor, at) => ({ account: '4511', month: 201801 + at, kronor })),
      ...[10, 20, 30, 40, 50].map((kronor, at) => ({ account: '5011', month: 201801 + at, kronor })),
    ])
  })

  test('that has lost an account closes it', async () => {
    aMinuteLater(app)
    const answer = await app.importText('huvudbok.se', sie(2018, { '4511': [100, 200, 300, 450, 500] }))
    expect(answer.superseded).toBeGreaterThanOrEqual(5)
    expect(new Set((await ledger()).map((row) => row['account']))).toEqual(new Set(['4511']))
  })

  test('as a table is all of the accounts and months that it names, and nothing is counted twice', async () => {
    aMinuteLater(app)
    const table = 'Konto;Kontonamn;Månad;Belopp\r\n4511;Bistånd;2018-05;510,00\r\n5011;Lön;2018-05;50,00\r\n'
    await app.importText('huvudbok.csv', table)
    const may = (await ledger()).filter((row) => row['month'] === 201805)
    expect(may.map(({ account, kronor }) => [account, kronor])).toEqual([
      ['4511', 510],
      ['5011', 50],
    ])
    expect((await ledger()).filter((row) => row['month'] !== 201805)).toHaveLength(4)
  })

  test('without amounts by month (SIE 1) is refused: nothing would come of it', async () => {
    const balances = sie(2018, { '4511': [1] })
      .replace('#SIETYP 4', '#SIETYP 1')
      .split('#VER')[0]!
    await expect(app.importText('bokslut.se', balances)).rejects.toThrow(/inga belopp per månad/)
  })

  test('of vouchers to be booked (SIE 4I) is refused, and nothing is written', async () => {
    const before = await traceOf(app)
    const vouchers = sie(2018, { '4511': [1] })
      .split('\r\n')
      .filter((line) => !/^#(IB|UB|RES)/.test(line))
      .join('\r\n')
    await expect(app.importText('verifikat.si', vouchers)).rejects.toThrow(UnreadableFile)
    expect(await traceOf(app)).toEqual(before)
  })
})

test('a budget row whose label was corrected replaces the one on its account, and the others stay', async () => {
  const app = await testApp()
  const header = 'Redovisning;Konto;Benämning;Månad;Budget'
  await app.importText('budget_a.csv', `${header}\nDrift;5011;Lön;2019-01;100\nDrift;5021;Semester;2019-01;50\n`)
  aMinuteLater(app)
  const answer = await app.importText('budget_b.csv', `${header}\nDrift;5011;Löner;2019-01;100\n`)
  expect(answer).toMatchObject({ kind: 'budget', rejected: [] })
  const rows = await rowsOf(app, `select label from budget_amount where known_until = 'infinity' order by label`)
  expect(rows).toEqual([{ label: 'Löner' }, { label: 'Semester' }])
})

test('a budget workbook is read with its title rows and its numbers that are text', async () => {
  aMinuteLater(app)
  const file = writeDemo({ households: 60, months: 4 }).files.find(({ fileName }) => fileName === 'budget_2019.xlsx')!
  const answer = await app.importText('budget_2019.xlsx', file.bytes)
  expect(answer).toMatchObject({ kind: 'budget', superseded: 0, rejected: [] })
  expect(answer.accepted).toBe(answer.rows)
  const [sum] = await rowsOf(
    app,
    `select count(*), count(distinct month) as months from budget_amount where statement = 'operating' and known_until = 'infinity'`,
  )
  expect(sum).toEqual({ count: answer.rows - 36, months: 12 })
})

describe('the national monthly file', () => {
  const heading =
    'Ar\tManad\tKommun\tDistrikt\tBarn15\tSbel\tPersonnr1\tHhstatus1\tFlykting1\tUtlblank1\tKon1\tAlder1\tPersonnr2\tHhstatus2\tFlykting2\tUtlblank2\tKon2\tAlder2'
  const row = (month: string, at: number, amount: number) =>
    `2017\t${month}\t0483\t1\t0\t${amount}\t${women[at]}\t1\t\t\t2\t26\t${men[at]}\t2\t\t\t1\t25`
  const counts = async () => {
    const [found] = await rowsOf(
      app,
      `select (select count(*) from household where source_key like 'national-%') as households,
              (select count(*) from payment p join household h using (municipality_id, household_id)
               where h.source_key like 'national-%' and p.known_until = 'infinity') as payments,
              (select count(distinct m.person_id) from household_member m join household h using (municipality_id, household_id)
               where h.source_key like 'national-%' and m.known_until = 'infinity') as members`,
    )
    return found
  }

  test('gives households, members and payments, without a header too', async () => {
    aMinuteLater(app)
    const rows = [row('01', 4, 5000), row('02', 4, 5000), row('01', 5, 6000)]
    const answer = await app.importText('manadsfil.txt', [...rows, ''].join('\r\n'))
    expect(answer).toMatchObject({ kind: 'national-monthly', rows: 3, accepted: 3, rejected: [] })
    expect(await counts()).toEqual({ households: 2, payments: 3, members: 4 })
  })

  test('is the same file with a header: nothing changes', async () => {
    aMinuteLater(app)
    const rows = [row('01', 4, 5000), row('02', 4, 5000), row('01', 5, 6000)]
    const answer = await app.importText('manadsfil.txt', [heading, ...rows, ''].join('\r\n'))
    expect(answer).toMatchObject({ kind: 'national-monthly', rows: 3, accepted: 0, superseded: 0, unchanged: 3 })
  })

  test('of another municipality is refused whole, and nothing is written', async () => {
    const before = await traceOf(app)
    const other = [row('03', 4, 5000), row('03', 5, 5000).replace('0483', '0486'), ''].join('\r\n')
    await expect(app.importText('manadsfil.txt', other)).rejects.toThrow(ImportRefusal)
    expect(await traceOf(app)).toEqual(before)
  })
})

const published = resolve(
  import.meta.dirname,
  '../../../shared/data/municipal/socialstyrelsen_ekb_2017_cp1252_semikolon.csv',
)
if (!existsSync(published)) process.stdout.write('Skipped: ../shared/data/municipal is not there\n')

test.skipIf(!existsSync(published))(
  'Socialstyrelsen’s published table of 2017 is read, for all municipalities',
  async () => {
    aMinuteLater(app)
    const answer = await app.importText('socialstyrelsen_ekb_2017.csv', readFileSync(published))
    expect(answer).toMatchObject({ kind: 'official-statistics', rejected: [] })
    expect(answer.accepted).toBeGreaterThan(3000)
    const [regions] = await rowsOf(app, 'select count(distinct region) from official_statistic')
    expect(regions!['count']).toBeGreaterThan(280)
  },
)

describe('what is not a whole import leaves nothing', () => {
  test('a trial judges and counts like the import itself', async () => {
    aMinuteLater(app)
    const before = await traceOf(app)
    const runs = await rowsOf(app, 'select count(*) from import_run')
    const trial = await app.importText('utbetalningar.csv', sixPayments({ H1: '1500,00', H2: '7,00' }), {
      dryRun: true,
    })
    expect(trial).toMatchObject({ importId: null, superseded: 1, unchanged: 5 })
    expect(await traceOf(app)).toEqual(before)
    expect(await rowsOf(app, 'select count(*) from import_run')).toEqual(runs)
  })

  test('a file that becomes unreadable on its way', async () => {
    const before = await traceOf(app)
    const many = Array.from({ length: 60_000 }, (_, at) => `X${at};H1;2019-03;2019-03-25;1,00;`)
    const dir = join(app.dir, 'lost')
    await mkdir(dir)
    const path = join(dir, 'utbetalningar.csv')
    await writeFile(path, payments(...many))
    const failing = importExtract(
      app.needs,
      { path, fileName: 'utbetalningar.csv' },
      {
        onProgress: (rows) => {
          if (rows > 5_000) throw new Error('the disk is gone')
        },
      },
    )
    await expect(failing).rejects.toThrow('the disk is gone')
    await rm(dir, { recursive: true })
    expect(await traceOf(app)).toEqual(before)
  })

  test('a file that the database refuses on its way, and the next import goes well', async () => {
    const before = await traceOf(app)
    const owner = (text: string) => inTransaction(app.database.owner, (tx) => tx.query(text))
    await owner(`alter table decision add constraint refused check (reason <> 'fel')`)
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `B${at};H1;2019-03-01;2019-03;Bifall;${at === 3 ? 'fel' : 'Norm'}`,
    )
    const file = ['Beslutsnr;Hushållsnr;Beslutsdatum;Avser månad;Beslut;Orsak', ...rows, ''].join('\r\n')
    await expect(app.importText('beslut.csv', file)).rejects.toThrow(/refused/)
    expect(await traceOf(app)).toEqual(before)
    await owner('alter table decision drop constraint refused')
    expect(await app.importText('beslut.csv', file, { dryRun: true })).toMatchObject({ accepted: 60_000 })
    expect(await app.importText('utbetalningar.csv', sixPayments({ H1: '1500,00' }))).toMatchObject({ unchanged: 6 })
  })
})

test('two imports of a municipality at once both succeed, in turn', async () => {
  aMinuteLater(app)
  const first = app.importText('a.csv', payments('Q1;Q1;2019-04;2019-04-25;1000,00;'), { kind: 'payments' })
  const second = app.importText('b.csv', payments('Q2;Q2;2019-04;2019-04-25;1000,00;'), { kind: 'payments' })
  const third = app.importText('c.csv', households(adult('Q3', children[0]!)), { kind: 'households' })
  const answers = await Promise.all([first, second, third])
  expect(answers.map(({ accepted }) => accepted)).toEqual([1, 1, 1])
  expect(new Set(answers.map(({ importId }) => importId)).size).toBe(3)
  const keys = await rowsOf(app, `select source_key from household_summary where source_key like 'Q%' order by 1`)
  expect(keys.map((row) => row['source_key'])).toEqual(['Q1', 'Q2', 'Q3'])
  expect((await figuresOf(app, 'from=2019-04&to=2019-04')).dataTo).toBe('2019-04')
})
