import { describe, expect, test } from 'vitest'
import { aMinuteLater, figureOf, figuresOf, paidInJanuary } from '../../test/support/register-facts.ts'
import {
  adult,
  households,
  men,
  payments,
  sie,
  sixAdults,
  sixHouseholds,
  sixPayments,
  women,
} from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'

const app = await testApp()

describe('a register where nothing has been imported', () => {
  test('answers with figures that say so, and no number', async () => {
    const figures = await figuresOf(app, '')
    expect(figures).toMatchObject({ municipality: { code: '0483' }, dataFrom: null, dataTo: null })
    expect(figures.indicators.filter(({ value }) => value)).toEqual([])
  })
})

describe('what may be asked for', () => {
  test.each([
    ['from=2019-13&to=2019-04'],
    ['from=2019&to=2019-04'],
    ['from=2019-01&to=2019-04&split=shoe-size'],
    ['from=2019-01&to=2019-04&knownAt=yesterday'],
    ['from=2019-05&to=2019-04'],
  ])('%s is refused, with what to do in Swedish', async (query) => {
    const answer = await app.as('controller', `/api/figures?${query}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toEqual({ problem: expect.any(String), text: expect.stringMatching(/[.!]$/) })
  })

  test.each(['9999-99-99', '2019-02-31T25:00:00Z'])('a moment that does not exist is refused: %s', async (moment) => {
    const answer = await app.as('controller', `/api/figures?from=2019-01&to=2019-04&knownAt=${moment}`)
    expect(answer.statusCode).toBe(400)
  })
})

describe('figures follow the facts', () => {
  test('an import is in the next answer, and a correction in the one after', async () => {
    await app.importText('hushall.csv', sixAdults())
    await app.importText('utbetalningar.csv', sixPayments())
    expect(await paidInJanuary(app)).toBe(6000)
    aMinuteLater(app)
    await app.importText('utbetalningar.csv', sixPayments({ H6: '1,50' }))
    expect(await paidInJanuary(app)).toBe(5001.5)
  })

  test('a day means the end of that day, and nothing was known before the first import', async () => {
    expect((await figureOf(app, 'paid', 'from=2019-01&to=2019-01&knownAt=2019-05-14')).value).toBe(500150)
    const before = await figuresOf(app, 'from=2019-01&to=2019-01&knownAt=2019-05-13')
    expect(before).toMatchObject({ dataTo: null, knownAt: '2019-05-13T23:59:59.999Z' })
    expect(before.indicators.find(({ id }) => id === 'paid')!.value).toBeFalsy()
  })

  test('a recovery is taken from what was paid', async () => {
    aMinuteLater(app)
    await app.importText('utbetalningar.csv', payments('Åter;H1;2019-01;2019-02-25;-500,00;Återbetalning'), {
      kind: 'payments',
    })
    expect(await paidInJanuary(app)).toBe(4501.5)
  })

  test('a member who is no longer in the file is no longer counted', async () => {
    aMinuteLater(app)
    const members = [
      ...sixHouseholds.map((key, at) => adult(key, women[at]!)),
      `H1;${men[0]};Bo Ek;Medsökande;2018-01;;;;;`,
    ]
    await app.importText('hushall.csv', households(...members))
    expect((await figureOf(app, 'persons', 'from=2019-01&to=2019-01')).value).toBe(7)
    aMinuteLater(app)
    await app.importText('hushall.csv', sixAdults())
    expect((await figureOf(app, 'persons', 'from=2019-01&to=2019-01')).value).toBe(6)
  })

  test('the ledger is in the operating statement of the whole municipality, and in none of a unit', async () => {
    aMinuteLater(app)
    await app.importText('huvudbok.se', sie(2019, { '4511': [1000], '3511': [-400] }))
    const statement = (await figuresOf(app, 'from=2019-01&to=2019-01')).tables.find(
      ({ id }) => id === 'operating-statement',
    )!
    expect(statement.rows.find(({ id }) => id === 'assistance')!.cells[0]!.value).toBe(-100_000)
    expect(statement.rows.find(({ id }) => id === 'revenue')!.cells[0]!.value).toBe(40_000)
    expect(statement.rows.find(({ id }) => id === 'result')!.cells.map(({ value }) => value)).toEqual([
      -60_000,
      ...new Array<null>(5).fill(null),
    ])
    const unit = await figuresOf(app, 'from=2019-01&to=2019-01&unit=NORD')
    expect(unit.tables.filter(({ id }) => id === 'operating-statement')).toEqual([])
  })
})

describe('counts of few households', () => {
  test('are withheld with their reason, and not as zero', async () => {
    aMinuteLater(app)
    await app.importText(
      'utbetalningar.csv',
      payments('F1;H1;2019-03;2019-03-25;777,00;', 'F2;H2;2019-03;2019-03-25;777,00;'),
      {
        kind: 'payments',
      },
    )
    const answer = await app.as('controller', '/api/figures?from=2019-03&to=2019-03')
    const { indicators } = answer.json<{ indicators: { id: string; value: number | null; withheld?: string }[] }>()
    expect(indicators.find(({ id }) => id === 'households')).toMatchObject({ value: null, withheld: 'too-few' })
    expect(indicators.find(({ id }) => id === 'paid')).toMatchObject({ value: null, withheld: 'too-few' })
    expect(answer.body).not.toContain('155400')
  })

  test('are withheld in the file to download too', async () => {
    const { body } = await app.as('controller', '/api/figures/export?from=2019-03&to=2019-03&format=csv')
    expect(body).not.toMatch(/1554|155400/)
  })
})

test('the latest period with data is given when none is asked for', async () => {
  const figures = await figuresOf(app, '')
  expect(figures).toMatchObject({ from: '2019-01', to: '2019-03', dataFrom: '2019-01', dataTo: '2019-03' })
})

test('units are told by code and name', async () => {
  expect((await app.as('board', '/api/units')).json()).toEqual({ units: [{ id: 'NORD', name: 'NORD' }] })
})
