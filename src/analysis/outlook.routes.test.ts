import { describe, expect, test } from 'vitest'
import { demoRegister } from '../../test/support/demo-register.ts'
import { testApp, type TestApp } from '../../test/support/test-app.ts'
import { sixAdults, sixPayments } from '../../test/support/small-extracts.ts'
import { addMonths } from '../values/month.ts'
import type { Outlook } from './outlook.ts'

const outlookOf = async (app: TestApp, query = ''): Promise<Outlook> =>
  (await app.as('controller', `/api/outlook${query}`)).json<Outlook>()

describe('a register where nothing has been imported', async () => {
  const app = await testApp()
  test('has no outlook, and says so', async () =>
    expect(await outlookOf(app)).toMatchObject({ dataTo: null, figures: [], throughput: null }))
})

describe('a register with six households in one month', async () => {
  const app = await testApp()
  await app.importText('hushall.csv', sixAdults())
  await app.importText('utbetalningar.csv', sixPayments())
  test('tells no more than that: one month is no series, six spells are no curve', async () => {
    const outlook = await outlookOf(app)
    expect(outlook.throughput).toBeNull()
    for (const figure of outlook.figures.filter(({ expected }) => expected === null))
      expect(['too-short', 'too-few']).toContain(figure.withheld)
  })
})

describe('the demo municipality', async () => {
  const { app } = await demoRegister({ seed: 1, households: 200, months: 40 })
  const outlook = await outlookOf(app)
  const households = outlook.figures.find(({ id }) => id === 'households-per-month')!

  test('has a year of forecasts after the last month of the data', () => {
    const { months, mean } = households.expected!
    expect(months[0]).toBe(addMonths(outlook.dataTo!, 1))
    expect([months.length, mean.length]).toEqual([12, 12])
  })

  test('has wider intervals for more certainty, around the forecast', () => {
    const { mean, intervals } = households.expected!
    expect(intervals.map(({ level }) => level)).toEqual([0.9, 0.8])
    mean.forEach((value, at) => {
      const [wide, narrow] = intervals.map(({ lower, upper }) => ({ lower: lower[at]!, upper: upper[at]! }))
      expect(wide!.lower).toBeLessThanOrEqual(narrow!.lower)
      expect(narrow!.lower).toBeLessThanOrEqual(value)
      expect(value).toBeLessThanOrEqual(narrow!.upper)
      expect(narrow!.upper).toBeLessThanOrEqual(wide!.upper)
    })
  })

  test('tells how the method has done before', () => expect(households.expected!.record.origins).toBeGreaterThan(0))

  test('has a year’s total of what adds up, and none of a cost per month', () => {
    const yearOf = (id: string) => outlook.figures.find((each) => each.id === id)!.expected!.year
    expect(yearOf('paid')).toMatchObject({ year: 2019, knownMonths: 4 })
    expect(yearOf('cost-per-household-month')).toBeNull()
  })

  test('shows how long those stay who come, falling, in whole per cent and fives', () => {
    const { curve, starts } = outlook.throughput!
    expect(starts % 5).toBe(0)
    expect(curve.survival).toEqual(curve.survival.toSorted((left, right) => right - left))
    expect(curve.survival.every((share) => Number.isInteger(Math.round(share * 1e9) / 1e7))).toBe(true)
    expect(curve.atRisk.every((count) => count >= 20 && count % 5 === 0)).toBe(true)
  })

  test('is shown by unit, and for a unit that is not there it is empty', async () => {
    const [unit] = (await app.as('controller', '/api/units')).json<{ units: { id: string }[] }>().units
    const own = await outlookOf(app, `?unit=${encodeURIComponent(unit!.id)}`)
    expect(own.figures[0]!.history.at(-1)!.value).not.toBe(households.history.at(-1)!.value)
    expect((await outlookOf(app, '?unit=none')).throughput).toBeNull()
  })

  test('is read by nobody without a trace', async () => {
    const before = await logged(app)
    await outlookOf(app)
    expect(await logged(app)).toBe(before + 1)
  })
})

const logged = async ({ database }: TestApp) =>
  Number(
    (await database.owner.query("select count(*) from audit_entry where action = 'outlook-read'")).rows[0]
      .count as string,
  )
