import { describe, expect, test } from 'vitest'
import { sixAdults, sixPayments } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { JobView } from './job-view.ts'

const app = await testApp()
const jobOf = async (query = '') => (await app.as('manager', `/api/support-into-wages${query}`)).json<JobView>()
const kronor = (view: JobView, id: string) =>
  Object.fromEntries(
    view.tables.find((table) => table.id === id)!.rows.map((row) => [row.id, row.cells[0]!.value! / 100]),
  )

const byHand =
  '?wage=22000&fees=40&supervision=2000&subsidy=80&ceiling=20000&months=12&support=10000&exit=0&returning=50&tax=20&untaxed=2000&horizon=24'

test('a case worked out by hand: 124 800 in cost, 180 000 and 48 000 back', async () => {
  const view = await jobOf(byHand)
  expect(kronor(view, 'job-parts')).toEqual({ cost: -124_800, supportSaved: 180_000, taxBack: 48_000, net: 103_200 })
  expect(view).toMatchObject({ net: 10_320_000, breakEven: 1 })
  expect(view.cumulative).toHaveLength(24)
})

test('ten persons are ten times one', async () => {
  expect((await jobOf(`${byHand}&persons=10`)).net).toBe(103_200_000)
})

test('what has been changed is told, part by part, and the parts sum to the whole in öre', async () => {
  const view = await jobOf('?wage=25000&returning=20')
  const { total, ...parts } = kronor(view, 'job-differences')
  expect(Object.keys(parts)).toEqual(['wageOre', 'returnShare'])
  expect(Object.values(parts).reduce((sum, part) => sum + Math.round(part * 100), 0)).toBe(Math.round(total! * 100))
  expect((await jobOf()).tables.map(({ id }) => id)).toEqual(['job-parts'])
})

test('the support that is saved is the municipality’s own mean cost of a household-month until somebody says otherwise', async () => {
  expect((await jobOf()).defaults.support).toBe(8500)
  await app.importText('hushall.csv', sixAdults())
  await app.importText('utbetalningar.csv', sixPayments({ H1: '4000,00' }))
  expect((await jobOf()).defaults.support).toBe(1500)
})

describe('what cannot be counted is refused with what to do', () => {
  test.each(['?months=48&horizon=12', '?wage=-1', '?subsidy=101', '?persons=0', '?wage=abc'])('%s', async (query) => {
    const answer = await app.as('manager', `/api/support-into-wages${query}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ text: expect.stringMatching(/[.!]$/) })
  })
})
