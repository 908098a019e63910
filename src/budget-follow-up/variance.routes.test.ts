import { describe, expect, test } from 'vitest'
import { payments, sie, sixAdults, sixHouseholds } from '../../test/support/small-extracts.ts'
import { testApp, type TestApp } from '../../test/support/test-app.ts'
import type { VarianceView } from './variance-view.ts'

const varianceOf = async (app: TestApp, query = ''): Promise<VarianceView> =>
  (await app.as('controller', `/api/economy/variance${query}`)).json<VarianceView>()

/** Kronor in a column, by row; what is withheld by its reason. */
const column = ({ tables }: VarianceView, id: string, at: string) => {
  const table = tables.find((each) => each.id === id)!
  const place = table.columns.findIndex((each) => each.id === at)
  return Object.fromEntries(
    table.rows.map(({ id: row, cells }) => [row, cells[place]!.withheld ?? cells[place]!.value! / 100]),
  )
}

const row = (key: string, month: string, kronor: number, purpose = 'Försörjningsstöd') =>
  `${key}-${month}-${purpose};${key};${month};${month}-25;${kronor},00;${purpose}`

describe('a register where nothing has been imported', async () => {
  const app = await testApp()
  test('has nothing to explain', async () => expect((await varianceOf(app)).tables).toEqual([]))
})

describe('six households that each cost 500 kronor more than a year before, of which one got a pair of glasses', async () => {
  const app = await testApp()
  await app.importText('hushall.csv', sixAdults())
  await app.importText(
    'utbetalningar.csv',
    payments(
      ...sixHouseholds.flatMap((key) => [row(key, '2018-04', 8000), row(key, '2019-04', 8500)]),
      row('H1', '2019-04', 1200, 'Glasögon'),
    ),
  )
  const april = '?from=2019-04&to=2019-04'

  test('are 3 000 kronor of price and 1 200 of one-offs, which is the whole of it', async () => {
    const view = await varianceOf(app, april)
    expect(view).toMatchObject({ comparedFrom: '2018-04', comparedTo: '2018-04', normRise: null })
    expect(column(view, 'variance-explained', 'change')).toMatchObject({ price: 3000, 'one-offs': 1200, total: 4200 })
    expect(column(view, 'variance-compared', 'after')).toMatchObject({ women: 0.06, cost: 52_200 })
  })

  test('are norm as far as the norm was raised, by what the asker says', async () => {
    const view = await varianceOf(app, `${april}&normRise=2.5`)
    expect(column(view, 'variance-explained', 'change')).toMatchObject({ norm: 1200, price: 1800, total: 4200 })
  })

  test('are explained from the ledger when it has both periods, and what the payments do not explain is shown', async () => {
    await app.importText('bok18.se', sie(2018, { 4511: [0, 0, 0, 48_000] }))
    await app.importText('bok19.se', sie(2019, { 4511: [0, 0, 0, 53_000] }))
    const view = await varianceOf(app, april)
    expect(column(view, 'variance-explained', 'change')).toMatchObject({ ledger: 800, total: 5000 })
  })

  test('are volume and price against a budget made for five', async () => {
    await app.importText('budget.csv', 'Konto;Benämning;Månad;Budget\r\n4511;Försörjningsstöd;2019-04;40000,00\r\n')
    const view = await varianceOf(app, `${april}&budgeted=5`)
    expect(column(view, 'variance-budget', 'change')).toEqual({ volume: 8000, price: 5000, total: 13_000 })
  })

  test('a period with fewer households than may be published is told nothing about, in kronor neither', async () => {
    await app.importText('en.csv', payments(row('H1', '2019-05', 9000)))
    const view = await varianceOf(app, '?from=2019-05&to=2019-05&comparedFrom=2019-04')
    for (const table of view.tables)
      for (const { cells } of table.rows) for (const cell of cells) expect(cell.value).toBeNull()
  })
})

describe('what may be asked for', async () => {
  const app = await testApp()
  test.each(['?from=2019-05&to=2019-04', '?from=2019-13&to=2019-14', '?normRise=abc', '?budgeted=0'])(
    '%s is refused with what to do in Swedish',
    async (query) => {
      const answer = await app.as('controller', `/api/economy/variance${query}`)
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({ text: expect.stringMatching(/[.!]$/) })
    },
  )
})
