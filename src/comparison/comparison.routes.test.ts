import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FigureTable } from '../analysis/figures.ts'
import { readTable } from '../imports/read/read-table.ts'
import { withTenant } from '../database/transaction.ts'
import { readReference } from '../fetch-kolada.ts'
import { adult, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { upload } from '../../test/support/upload.ts'
import type { ComparisonView, KeptFile } from './comparison-view.ts'
import { keepFetched } from './keep-fetched.ts'

const app = await testApp()
const { municipality } = app
const numbers = [...women, ...men].slice(0, 20)
const keys = numbers.map((_, at) => `H${at}`)
const months = Array.from({ length: 12 }, (_, at) => `2018-${String(at + 1).padStart(2, '0')}`)
const dir = await mkdtemp(join(tmpdir(), 'utfall-comparison-'))
afterAll(() => rm(dir, { recursive: true, force: true }))

const view = async (figure?: string) => {
  const answer = await app.as('controller', `/api/comparison${figure ? `?figure=${figure}` : ''}`)
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  return answer.json<ComparisonView>()
}
const read = async (name: string, content: string, now = app.clock.now) => {
  const path = join(dir, name)
  await writeFile(path, content)
  const reference = await readReference(app.database.app, municipality, path)
  const { added, changed, unchanged } = await keepFetched(app.database.app, municipality.id, reference, {
    ...{ from: name, userId: null, now },
  })
  return { added, changed, unchanged }
}
const send = (name: string, content: string | Uint8Array) =>
  upload(app, 'controller', name, content, '/api/comparison/file')
const datum = (kpi: string, area: string, year: number, value: number | null) => ({
  ...{ kpi, municipality: area, period: year },
  values: [{ gender: 'T', count: 1, status: '', value, isdeleted: false }],
})
const page = (values: unknown[]) => JSON.stringify({ values, next_url: null })
const cells = (table: FigureTable, id: string) =>
  table.rows.find((row) => row.id === id)?.cells.map(({ value, withheld }) => value ?? withheld)
/** Workbooks keep fifteen digits. */
const rounded = (value: number) => Number(value.toPrecision(12))
const put = (seen: number, areas: string[], role: 'controller' | 'administrator' = 'controller') =>
  app.as(role, {
    ...{ method: 'PUT', url: '/api/catalogue/comparison-group/chosen', payload: { seen, body: { areas } } },
  })

test('nothing has been fetched: the page says so, and no key figure is made up', async () => {
  const empty = await view()
  expect(empty).toMatchObject({ retrieved: null, madeUp: false, choices: [], shown: null })
  expect(empty.overview.rows).toEqual([])
})

describe('with what Kolada and SCB have published', () => {
  beforeAll(async () => {
    await app.importText('hushall.csv', households(...keys.map((key, at) => adult(key, numbers[at]!))))
    const paid = keys.flatMap((key) =>
      months.map((month) => `${key}-${month};${key};${month};${month}-25;1000,00;Försörjningsstöd`),
    )
    await app.importText('utbetalningar.csv', payments(...paid))
    const areas = [
      { id: '0483', title: 'Katrineholm' },
      { id: '0191', title: 'Sigtuna' },
      { id: '1231', title: 'Burlöv' },
      { id: '0486', title: 'Strängnäs' },
      { id: '0000', title: 'Riket' },
    ]
    const members = areas.slice(1, 3)
    const title = 'Liknande kommuner ekonomiskt bistånd, Katrineholm, 2018'
    await read(
      'kolada.json',
      page([
        ...areas,
        ...[{ id: 'G1', title, members }],
        ...[datum('N31807', '0483', 2018, 9), datum('N31807', '0483', 2019, null), datum('N31807', '0191', 2018, 5)],
        ...[datum('N31807', '1231', 2018, 8), datum('N31807', '0486', 2018, 4), datum('N31807', '0000', 2018, 4.5)],
        ...[datum('N31910', '0483', 2018, 21), datum('N31910', '0000', 2018, 200_000)],
        ...[datum('U31004', '0483', 2018, 2000), datum('N31008', '0483', 2018, 2100)],
      ]),
    )
    const people = { columns: ['region', 'ålder', 'kön', '2018'], rows: everyAge() }
    await read('folkmangd.csv', [people.columns, ...people.rows].map((row) => row.join(';')).join('\r\n') + '\r\n')
  })

  test('stands beside our own share of inhabitants, with the mean of similar ones and the country', async () => {
    const found = await view('N31807')
    // 20 persons of 404 inhabitants; (5 + 8) / 2.
    expect(cells(found.shown!.years, '2018')).toEqual([20 / 404, 0.09, 0.065, 0.045])
    expect(found.shown!.chart.series.map(({ id }) => id)).toEqual(['published', 'ours', 'peers', 'country'])
    expect(found.shown!.chart.description).toContain('5,0\u00a0% enligt Utfall, 9,0\u00a0% enligt Kolada')
    expect(found.shown!.chart.description).toContain('6,5\u00a0% i medel för 2 liknande kommuner, 4,5\u00a0% i riket')
    expect(found.shown!.difference).toContain('31 december')
    expect(found.shown!.places!.rows.map(({ label }) => label)).toEqual([
      ...['Katrineholm enligt Utfall', 'Katrineholm', 'Burlöv', 'Sigtuna', 'Riket'],
    ])
    expect(found.retrieved).toEqual({ latest: '2019-05-14', oldest: '2019-05-14' })
    expect(found.madeUp).toBe(false)
  })

  test('numbers of households are not set beside the country', async () => {
    const found = await view('N31910')
    expect(cells(found.shown!.years, '2018')).toEqual([20, 21, 'not-applicable', 'not-applicable'])
    expect(found.shown!.places).toBeNull()
  })

  test('net cost is set beside what the structure leads to expect', async () => {
    const { expected } = await view()
    expect(cells(expected, '2018')).toEqual([2000, 2100, 100, 0.05])
    expect(expected.sentence).toContain('5,0\u00a0% mer än')
  })

  test('a value that changes is closed and the new one added, and the day it was fetched is said', async () => {
    const later = new Date('2019-06-03T08:00:00Z')
    const again = page([datum('N31807', '0483', 2018, 9.2), datum('N31807', '0191', 2018, 5)])
    expect(await read('kolada-igen.json', again, later)).toEqual({ added: 0, changed: 1, unchanged: 1 })
    expect(await read('kolada-igen.json', again, later)).toEqual({ added: 0, changed: 0, unchanged: 2 })
    const found = await view('N31807')
    expect(cells(found.shown!.years, '2018')?.[1]).toBe(0.092)
    expect(found.retrieved).toEqual({ latest: '2019-06-03', oldest: '2019-05-14' })
  })

  test('the controller chooses others to be compared with, and goes back to those of Kolada', async () => {
    expect((await put(0, ['0486'], 'administrator')).statusCode).toBe(403)
    expect((await put(0, ['0000'])).statusCode).toBe(400)
    expect((await put(0, ['0486', '2584'])).statusCode).toBe(200)
    const chosen = await view('N31807')
    expect(chosen.peers).toMatchObject({ kind: 'chosen', group: null, seen: 1, chosen: ['0486', '2584'] })
    expect(chosen.peers.places).toEqual([
      { area: '2584', name: '2584', hasValues: false },
      { area: '0486', name: 'Strängnäs', hasValues: true },
    ])
    expect(cells(chosen.shown!.years, '2018')?.[2]).toBe(0.04)
    expect((await put(1, [])).statusCode).toBe(200)
    expect((await view()).peers).toMatchObject({ kind: 'kolada', places: [{ name: 'Burlöv' }, { name: 'Sigtuna' }] })
  })

  test("Socialstyrelsen's months are set beside ours, those that both have", async () => {
    const table = [
      'Kommun;Mått;Månad;Värde',
      ...months.slice(0, 6).map((month) => `Katrineholm;Antal hushåll;${month};21`),
      ...months.slice(0, 6).map((month) => `Katrineholm;Utbetalt ekonomiskt bistånd tkr;${month};21`),
      'Katrineholm;Antal hushåll;2018-07;X',
      'Sigtuna;Antal hushåll;2018-01;900',
    ]
    await app.importText('officiell-statistik.csv', table.join('\r\n') + '\r\n', { kind: 'official-statistics' })
    const { official } = await view()
    expect(official.rows.map(({ label }) => label)).toEqual(['2018, 6 månader'])
    expect(cells(official, '2018')).toEqual([12_600_000, 12_000_000, -600_000, 21, 20, -1])
    expect(official.rows[0]!.note).toContain('återbetalningar')
  })

  test('the tables leave the program as the page shows them, and none of a later year', async () => {
    const valuesOf = async (year: number, id: string) => {
      const answer = await app.as('controller', `/api/figures/export?from=${year}-01&to=${year}-12&format=xlsx`)
      const { columns, rows } = readTable(answer.rawPayload, 'figures.xlsx', { sheet: 'Tabeller' })
      return rows
        .filter((row) => row[columns.indexOf('id')] === id)
        .map((row) => row[columns.indexOf('varde')])
        .filter((value) => value !== '')
        .map((value) => rounded(Number(value)))
    }
    const shownValues = ({ rows }: FigureTable) =>
      rows.flatMap((row) =>
        row.cells.flatMap(({ value, unit }) => (value === null ? [] : [rounded(unit === 'ore' ? value / 100 : value)])),
      )
    const shown = await view('N31807')
    for (const table of [shown.overview, shown.shown!.years, shown.expected, shown.official])
      expect(await valuesOf(2018, table.id), table.id).toEqual(shownValues(table))
    expect(shownValues(shown.overview).length).toBeGreaterThan(5)
    expect(await valuesOf(2017, 'comparison')).toEqual([])
  })

  test('types of household and shares of an age are ours too, and sum to the whole', async () => {
    const ids = ['N31912', 'N31914', 'N31853', 'N31851', 'N31888', 'N31886', 'N31881', 'U31804', 'N31837']
    await read('hushallstyper.json', page(ids.map((id) => datum(id, '0483', 2018, 1))))
    const ours = async (id: string) => cells((await view(id)).shown!.years, '2018')![0] as number
    const [women, men, paidToWomen, paidToMen, shareOfWomen, shareOfMen] = await Promise.all(ids.slice(0, 6).map(ours))
    expect(women! + men!).toBe(20)
    expect(paidToWomen! + paidToMen!).toBe(240)
    expect(shareOfWomen! + shareOfMen!).toBeCloseTo(1)
    expect(shareOfWomen!).toBeCloseTo(paidToWomen! / 240)
    expect(await ours('N31837')).toBe('not-applicable')
    expect((await view('N31837')).shown!.difference).toContain('femårsklasser')
  })

  test('women and men are shares of the women and men that SCB counts', async () => {
    await read('vuxna.json', page([datum('N31825', '0483', 2018, 6)]))
    const { places } = (await view('N31825')).shown!
    const [all, women, men] = cells(places!, 'ours') as number[]
    // 166 women and as many men are 18 or older.
    expect(all).toBeCloseTo(20 / 332)
    expect(women! + men!).toBeCloseTo(20 / 166)
  })

  test("SCB's inhabitants stand beside Kolada's, and it is said which of them our shares are of", async () => {
    await read('invanare.json', page([datum('N01951', '0483', 2018, 410), datum('N02104', '0483', 2018, 340)]))
    const { population } = await view()
    expect(cells(population, '2018')).toEqual([404, 72, 332, 410, 340, 404])
    expect(population.rows[0]!.note).toContain('SCB')
  })

  describe('a file that is chosen on the page', () => {
    const valueOf2018 = async () => cells((await view('N31807')).shown!.years, '2018')![1]

    test('is kept with what it was about, and taken back by undo, the earlier values standing again', async () => {
      const before = await valueOf2018()
      const first = (
        await send('a.json', page([datum('N31807', '0483', 2018, 7), datum('N00000', '0483', 2018, 7)]))
      ).json<KeptFile>()
      expect(first).toMatchObject({
        added: 1,
        changed: 1,
        unchanged: 0,
        keyFigures: 1,
        notShown: ['N00000'],
        hasOwn: true,
      })
      // In the same moment of the clock.
      const second = (await send('b.json', page([datum('N31807', '0483', 2018, 6)]))).json<KeptFile>()
      expect(await valueOf2018()).toBe(0.06)
      const undo = (keptAt: string) =>
        app.as('controller', { method: 'POST', url: '/api/comparison/file/undo', payload: { keptAt } })
      expect((await undo(second.keptAt)).json()).toEqual({ closed: 1 })
      expect(await valueOf2018()).toBe(0.07)
      expect((await undo(second.keptAt)).json()).toEqual({ closed: 0 })
      // What was brought back stands from the undo on: undoing the first file as well closes what only it had.
      expect((await undo(first.keptAt)).json()).toEqual({ closed: 1 })
      expect(await valueOf2018()).toBe(0.07)
      expect(before).toBe(0.092)
    })

    test('is said to be of others when nothing in it is about the municipality', async () => {
      const kept = (await send('c.json', page([datum('N31807', '2480', 2018, 6)]))).json<KeptFile>()
      expect(kept).toMatchObject({ added: 1, hasOwn: false })
    })

    test.each([
      ['another table', 'fel.csv', 'Namn;Belopp\r\nA;1\r\nB;2\r\n', 'Namn, Belopp'],
      ['JSON of something else', 'fel.json', '{"data": []}', undefined],
      ['an empty file', 'tom.csv', '', undefined],
    ])('%s is refused with what was looked for, and changes nothing', async (_, name, content, found) => {
      const before = await valueOf2018()
      const answer = await send(name, content)
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({ text: expect.stringMatching(/[.!]$/), ...(found && { found }) })
      expect(await valueOf2018()).toBe(before)
    })
  })

  test('another municipality sees none of it', async () => {
    const seenBy = (municipalityId: number) =>
      withTenant(app.database.app, { municipalityId }, (tx) => tx.query('select series from reference_value'))
    expect((await seenBy(municipality.id)).length).toBeGreaterThan(10)
    expect(await seenBy(486)).toEqual([])
  })
})

/** Two of each gender of every age: 404 inhabitants. */
function everyAge(): string[][] {
  return Array.from({ length: 101 }, (_, age) => ['män', 'kvinnor'].map((gender) => [String(age), gender])).flatMap(
    (pairs) =>
      pairs.map(([age = '', gender = '']) => ['0483 Katrineholm', `${age}${age === '100' ? '+' : ''} år`, gender, '2']),
  )
}
