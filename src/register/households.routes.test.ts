import { describe, expect, test } from 'vitest'
import { inTransaction } from '../database/transaction.ts'
import { aMinuteLater, figureOf, rowsOf } from '../../test/support/register-facts.ts'
import { adult, children, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { HouseholdDetails, HouseholdList } from './household-view.ts'

const app = await testApp()

/** Seven households in the north, five in the south, one of each with protected data. */
await app.importText(
  'hushall.csv',
  households(
    ...[0, 1, 2, 3, 4, 5].map((at) => adult(`N${at}`, women[at]!, { name: `Åsa Nord${at}` })),
    adult('N9', women[9]!, { name: 'Skyddad Nord' }),
    `N9;${children[9]};Skyddat Barn;Barn;2018-01;;;;;Sekretessmarkering`,
    ...[0, 1, 2, 3].map((at) =>
      adult(`S${at}`, men[at]!, { name: `Örjan Syd${at}`, unit: 'SYD', caseworker: 'Per Lund' }),
    ),
    adult('S9', men[9]!, { name: 'Skyddad Syd', unit: 'SYD', protection: 'Skyddad folkbokföring' }),
  ),
)
const keys = ['N0', 'N1', 'N2', 'N3', 'N4', 'N5', 'N9', 'S0', 'S1', 'S2', 'S3', 'S9']
aMinuteLater(app)
await app.importText(
  'utbetalningar.csv',
  payments(...keys.map((key, at) => `U-${key};${key};2019-01;2019-01-25;${1000 + at},00;Försörjningsstöd`)),
)
await app.limitTo('caseworker', ['NORD'])

const idOf = async (key: string): Promise<number> =>
  (await rowsOf<{ household_id: number }>(app, 'select household_id from household where source_key = $1', [key]))[0]!
    .household_id
const list = async (role: 'caseworker' | 'manager' | 'reception', query = ''): Promise<HouseholdList> =>
  (await app.as(role, `/api/households?limit=500${query}`)).json()
const keysOf = ({ rows }: HouseholdList) => rows.map(({ key }) => key)

describe('a caseworker of one unit', () => {
  const north = ['N0', 'N1', 'N2', 'N3', 'N4', 'N5']

  test('has the households of the unit in the list and in its choices, and no other', async () => {
    const found = await list('caseworker')
    expect(keysOf(found)).toEqual(north)
    expect(found.total).toBe(6)
    expect(found.facets.units).toEqual([{ value: 'NORD', label: 'NORD', count: 6 }])
    expect(found.facets.caseworkers).toEqual([{ value: 'Sara Lind', label: 'Sara Lind', count: 6 }])
    expect(found.facets.statuses).toEqual([expect.objectContaining({ count: 6 })])
  })

  test.each([
    ['name', 'search=Syd'],
    ['number in the case system', 'search=S0'],
    ['identity number', `search=${men[0]}`],
    ['unit', 'unit=SYD'],
    ['caseworker', 'caseworker=Per%20Lund'],
  ])('finds nothing of another unit by %s', async (_, query) => {
    const found = await list('caseworker', `&${query}`)
    expect([found.total, found.rows, found.facets.units]).toEqual([0, [], []])
    expect((await list('manager', `&${query}`)).total).toBeGreaterThan(0)
  })

  test('gets the same answer for a household of another unit, a protected one and one that does not exist', async () => {
    const none = await app.as('caseworker', '/api/households/999999')
    expect(none.statusCode).toBe(404)
    for (const key of ['S0', 'N9', 'S9']) {
      const answer = await app.as('caseworker', `/api/households/${await idOf(key)}`)
      expect([answer.statusCode, answer.body]).toEqual([404, none.body])
    }
    expect((await app.as('caseworker', `/api/households/${await idOf('N0')}`)).statusCode).toBe(200)
  })

  test('loses sight of a household that moves to another unit', async () => {
    aMinuteLater(app)
    const moved = households(
      adult('N5', women[5]!, { name: 'Åsa Nord5', until: '2018-12' }),
      `N5;${women[5]};Åsa Nord5;Registerledare;2019-01;;SYD;Per Lund;;`,
    )
    await app.importText('hushall.csv', moved)
    expect(keysOf(await list('caseworker'))).toEqual(['N0', 'N1', 'N2', 'N3', 'N4'])
    expect((await app.as('caseworker', `/api/households/${await idOf('N5')}`)).statusCode).toBe(404)
  })

  test('of no unit sees none', async () => {
    await app.limitTo('caseworker', [])
    expect(await list('caseworker')).toMatchObject({ total: 0, rows: [] })
    await app.limitTo('caseworker', ['NORD'])
  })
})

describe('households with protected data', () => {
  const isHidden = ({ rows }: HouseholdList) => !JSON.stringify(rows).includes('Skydda')

  test('are in no list, whoever asks, but their number is told', async () => {
    for (const role of ['caseworker', 'manager', 'reception'] as const) {
      const found = await list(role)
      expect(isHidden(found)).toBe(true)
      expect(found.hiddenProtected).toBe(2)
    }
    expect((await list('manager')).total).toBe(10)
  })

  test.each([`search=Skyddad`, 'search=N9', `search=${women[9]}`, `search=${children[9]}`, `search=${men[9]}`])(
    'are found by no search: %s',
    async (query) => expect((await list('manager', `&${query}`)).total).toBe(0),
  )

  test('have no page', async () => {
    for (const key of ['N9', 'S9']) {
      expect((await app.as('manager', `/api/households/${await idOf(key)}`)).statusCode).toBe(404)
    }
  })

  test('have facts that nobody else may read, those that name a person and no household too', async () => {
    aMinuteLater(app)
    const hinder = 'Personnummer\tMånad\tFörsörjningshinder\r\n'
    await app.importText('hinder.csv', `${hinder}${women[10]}\t2019-01\tUtan försörjningshinder\r\n`)
    const scopes = () => rowsOf(app, 'select sign(access_scope) as scope from obstacle where household_id is null')
    expect(await scopes()).toEqual([{ scope: 0 }])
    aMinuteLater(app)
    const member = `${adult('N8', women[8]!)}\r\nN8;${women[10]};Eva Ek;Medsökande;2018-01;;;;;Sekretessmarkering`
    await app.importText('hushall.csv', households(member))
    expect(await scopes()).toEqual([{ scope: -1 }])
    expect((await list('manager')).hiddenProtected).toBe(3)
  })

  test('are counted in the figures', async () => {
    expect((await figureOf(app, 'households', 'from=2019-01&to=2019-01')).value).toBe(12)
    expect((await figureOf(app, 'persons', 'from=2019-01&to=2019-01')).value).toBe(13)
  })
})

describe('the list', () => {
  test('finds by part of a name in any case, by a number in the case system and by an identity number', async () => {
    expect(keysOf(await list('manager', '&search=ÖRJAN%20syd2'))).toEqual(['S2'])
    expect(keysOf(await list('manager', '&search=n3'))).toEqual(['N3'])
    const dashed = `${women[1]!.slice(0, 8)}-${women[1]!.slice(8)}`
    for (const number of [women[1]!, dashed, dashed.slice(2)]) {
      expect(keysOf(await list('manager', `&search=${number}`))).toEqual(['N1'])
    }
  })

  test('takes what is searched for as letters, not as a pattern', async () => {
    for (const search of ['%25', '_', '%5C', "'", 'n%25'])
      expect((await list('manager', `&search=${search}`)).total).toBe(0)
  })

  test('sorts Swedish letters after z', async () => {
    const names = (await list('manager', '&sort=name')).rows.map(({ name }) => name)
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'sv')))
    expect(names[0]).toBe('Åsa Nord0')
    expect(names.at(-1)).toBe('Örjan Syd3')
  })

  test('sorts both ways, and gives a window of the rows with the number of all', async () => {
    const all = keysOf(await list('manager', '&sort=paidTotalOre&direction=desc'))
    const window = (await app.as('manager', '/api/households?sort=paidTotalOre&direction=desc&offset=2&limit=3')).json()
    expect(keysOf(window as HouseholdList)).toEqual(all.slice(2, 5))
    expect(window).toMatchObject({ total: 10 })
    expect(keysOf(await list('manager', '&sort=paidTotalOre'))).toEqual([...all].reverse())
  })

  test.each([
    ['sort=toString', 200],
    ['sort=constructor', 200],
    ['sort=source_key;drop', 200],
    ['offset=100000000000000000000', 400],
    ['limit=501', 400],
    ['minMonths=-1', 400],
    ['status=x', 400],
    ['search=%00', 400],
    ['unit=%00', 400],
  ])('answers %s with %i', async (query, status) => {
    const answer = await app.as('manager', `/api/households?${query}`)
    expect(answer.statusCode).toBe(status)
  })

  test.each(['0', 'x', '99999999999999999999'])('has no household %s', async (id) => {
    expect((await app.as('manager', `/api/households/${id}`)).statusCode).toBe(400)
  })
})

describe('the page of a household', () => {
  test('has its members with masked numbers, and its months with what was paid', async () => {
    const details: HouseholdDetails = (await app.as('manager', `/api/households/${await idOf('N0')}`)).json()
    expect(details).toMatchObject({
      key: 'N0',
      unit: 'NORD',
      caseworker: 'Sara Lind',
      status: 'ongoing',
      protected: false,
    })
    expect(details.members).toEqual([
      expect.objectContaining({
        name: 'Åsa Nord0',
        role: 'mainApplicant',
        maskedNumber: `${women[0]!.slice(0, 8)}-****`,
      }),
    ])
    expect(details.months).toEqual([expect.objectContaining({ month: '2019-01', amountOre: 100000 })])
  })

  test('does not show what has been superseded', async () => {
    aMinuteLater(app)
    await app.importText('utbetalningar.csv', payments('U-N0;N0;2019-01;2019-01-25;500,00;Försörjningsstöd'))
    const details: HouseholdDetails = (await app.as('manager', `/api/households/${await idOf('N0')}`)).json()
    expect(details.months.map(({ amountOre }) => amountOre)).toEqual([50000])
  })
})

test('a sign-in lasts a working day', async () => {
  const before = app.clock.now
  expect((await app.as('manager', '/api/session')).statusCode).toBe(200)
  app.clock.now = new Date(before.getTime() + 11 * 3_600_000)
  expect((await app.as('manager', '/api/session')).statusCode).toBe(401)
  app.clock.now = before
})

test('somebody who is no longer active is signed out', async () => {
  expect((await app.as('reception', '/api/households')).statusCode).toBe(200)
  await inTransaction(app.database.owner, (tx) =>
    tx.query(`update app_user set active = false where role = 'reception'`),
  )
  expect((await app.as('reception', '/api/households')).statusCode).toBe(401)
})
