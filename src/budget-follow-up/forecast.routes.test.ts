import { describe, expect, test } from 'vitest'
import { demoRegister } from '../../test/support/demo-register.ts'
import { sixAdults, sixPayments } from '../../test/support/small-extracts.ts'
import { testApp, type TestApp } from '../../test/support/test-app.ts'
import { FiguresService } from '../analysis/load-figures.ts'
import { forecastRow } from '../calculations/forecast/row-forecast.ts'
import { runHere } from '../worker/threads.ts'
import type { ForecastView, RowView, ScenarioView } from './forecast-view.ts'
import { loadForecast, prepareForecast } from './load-forecast.ts'

const forecastOf = async (app: TestApp): Promise<ForecastView> =>
  (await app.as('controller', '/api/economy/forecast')).json<ForecastView>()

const scenarioOf = async (app: TestApp, query: string): Promise<ScenarioView> =>
  (await app.as('controller', `/api/economy/forecast/scenario${query}`)).json<{ scenario: ScenarioView }>().scenario

describe('a register where nothing has been imported', async () => {
  const app = await testApp()
  test('has nothing to forecast, and no scenario', async () => {
    expect(await forecastOf(app)).toMatchObject({ knownTo: null, rows: [], withheld: null })
    expect(await scenarioOf(app, '')).toBeNull()
  })
})

describe('a register with six households in one month', async () => {
  const app = await testApp()
  await app.importText('hushall.csv', sixAdults())
  await app.importText('utbetalningar.csv', sixPayments())
  test('shows what was paid and forecasts nothing from it', async () => {
    const { rows } = await forecastOf(app)
    expect(rows.map(({ id, methods }) => [id, methods])).toEqual([['assistance', []]])
  })
})

describe('the demo municipality', async () => {
  const { app } = await demoRegister({ seed: 1, households: 200, months: 40 })
  const view = await forecastOf(app)
  const rowOf = (id: string) => view.rows.find((row) => row.id === id)!
  const methodOf = (row: RowView, method: string) => row.methods.find((each) => each.method === method)!

  test('knows four months of 2019, and forecasts every row of the statement and their sum', () => {
    expect(view).toMatchObject({ knownTo: '2019-04', year: 2019, knownMonths: 4 })
    const ids = ['revenue', 'assistance', 'placements', 'staff', 'consultants', 'other-costs', 'result']
    expect(view.rows.map(({ id }) => id)).toEqual(ids)
  })

  test('the straight line is three times what is booked in four months, row by row and in the sum', () => {
    for (const row of view.rows) expect(methodOf(row, 'straight-line').year).toBeCloseTo(3 * row.soFar, 0)
    const parts = view.rows.slice(0, -1).reduce((sum, row) => sum + methodOf(row, 'combination').year, 0)
    expect(methodOf(rowOf('result'), 'combination').year).toBeCloseTo(parts, 0)
  })

  test('only the row of assistance follows the households', () => {
    expect(rowOf('assistance').methods.map(({ method }) => method)).toContain('from-below')
    expect(rowOf('staff').methods.map(({ method }) => method)).toEqual(['straight-line', 'seasonal', 'combination'])
  })

  test('costs are negative, and so are their intervals, with the lower end first and the wider around the narrower', () => {
    for (const { year, yearIntervals } of rowOf('assistance').methods) {
      const [wide, narrow] = yearIntervals
      const ends = [wide!.lower, narrow!.lower, year, narrow!.upper, wide!.upper]
      expect(ends).toEqual(ends.toSorted((a, b) => a - b))
      expect(wide!.upper).toBeLessThan(0)
    }
  })

  test('every method has a record from the months that the series has had', () => {
    for (const { record } of rowOf('assistance').methods) {
      expect(record.origins).toBe(16)
      expect(record.mase).toBeGreaterThan(0)
      expect(record.years.map(({ year }) => year)).toEqual([2018])
    }
  })

  test('the page says exactly what the benchmark measures on the same facts', async () => {
    const needs = { figures: new FiguresService(app.database.reader), run: runHere, municipality: app.municipality }
    const measured = await loadForecast(needs, [])
    expect(view.rows).toEqual(measured.rows)
    expect(view.households).toEqual(measured.households)
    // The real series are measured by the function itself.
    const { rows } = await prepareForecast(needs)
    expect(view.households!.methods).toEqual(forecastRow(rows!.households!)!.methods)
  })

  test('a changed norm of ten per cent from July adds ten per cent of the cost of half a year', async () => {
    const { without, with: changed, ore } = await scenarioOf(app, '?normPercent=10&normFrom=2019-07')
    const halfYear = without.ore.slice(2, 8).reduce((sum, value) => sum + value, 0)
    expect(ore).toBeCloseTo(0.1 * halfYear, 0)
    expect(changed.households).toEqual(without.households)
  })

  test('a scenario without any assumption is the forecast from below, to the öre', async () => {
    const { yearWithout, yearWith } = await scenarioOf(app, '')
    expect(yearWithout).toBeCloseTo(-methodOf(rowOf('assistance'), 'from-below').year, 0)
    expect(yearWith).toBe(yearWithout)
  })

  test('faster exits of one group save money, and less than faster exits of all', async () => {
    const one = await scenarioOf(app, `?exitRatio=1.5&group=${encodeURIComponent(view.groups[0]!)}`)
    const all = await scenarioOf(app, '?exitRatio=1.5')
    expect(one.ore).toBeLessThan(0)
    expect(all.ore).toBeLessThan(one.ore)
    expect((await scenarioOf(app, '')).ore).toBe(0)
  })

  test('a target says what the rest must be, and what exits that takes', async () => {
    const { target } = await scenarioOf(app, '?target=180')
    expect(target!.required).toBeCloseTo((12 * 180 - 4 * target!.soFar) / 8, 9)
    expect(target!.exits.required).toBeGreaterThan(target!.exits.expected)
    expect(target!.inflow.required).toBeLessThan(target!.inflow.expected)
  })

  test('a group that is not there, or is too small to be told of, is refused', async () => {
    expect(view.groups).not.toContain('Föräldralediga')
    for (const group of ['Föräldralediga', 'Övriga']) {
      const answer = await app.as('controller', `/api/economy/forecast/scenario?group=${encodeURIComponent(group)}`)
      expect(answer.json()).toMatchObject({ problem: 'no-such-group' })
    }
  })

  test('a caseload that has not been seen is refused in Swedish', async () => {
    const answer = await app.as(
      'controller',
      '/api/economy/forecast/scenario?caseworkers=5&caseworkersThen=10&elasticity=0.5',
    )
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ problem: 'caseload-not-seen' })
  })

  test('a forecast is issued with a reason for what is added by hand, and all versions are kept', async () => {
    const { year, yearIntervals } = methodOf(rowOf('assistance'), 'combination')
    const body = {
      year: 2019,
      row: 'assistance',
      knownTo: '2019-04',
      method: 'combination',
      computedOre: Math.round(year),
      lowerOre: Math.round(yearIntervals[0]!.lower),
      upperOre: Math.round(yearIntervals[0]!.upper),
      adjustmentOre: 500_000_00,
      reason: '',
    }
    const save = (seen: number, changed: object) =>
      app.as('controller', {
        url: '/api/catalogue/year-end-forecast/2019-assistance',
        method: 'PUT',
        payload: { seen, body: { ...body, ...changed } },
      })
    expect((await save(0, {})).statusCode).toBe(400)
    expect((await save(0, { reason: 'Färre söker i sommar.' })).statusCode).toBe(200)
    expect((await save(1, { adjustmentOre: 0 })).statusCode).toBe(200)
    const { archive, rows } = await forecastOf(app)
    expect(archive.map(({ version, adjustmentOre }) => [version, adjustmentOre])).toEqual([
      [2, 0],
      [1, 500_000_00],
    ])
    expect(archive[0]!.savedBy).toBeTruthy()
    expect(rows.find(({ id }) => id === 'assistance')!.issued).toMatchObject({ version: 2, outcomeOre: null })
  })
})
