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
import type { ComparisonView } from './comparison-view.ts'
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
  return keepFetched(app.database.app, municipality.id, reference, { from: name, userId: null, now })
}
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
