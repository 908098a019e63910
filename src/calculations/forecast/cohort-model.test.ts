import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedJson, testWithSharedData } from '../../../test/support/shared-data.ts'
import { attributeChange, type PricedCohort } from './cohort-model-attribution.ts'
import { projectCohort, steadyState, type CohortModel } from './cohort-model.ts'

const model: CohortModel = {
  start: Float64Array.of(40, 30, 22, 17, 90),
  hazard: Float64Array.of(0.25, 0.2, 0.15, 0.12, 0.05),
  inflow: new Float64Array(12).fill(21.5),
  activeShare: 0.9,
}

describe('stock × exit + inflow', () => {
  test('follows the recursion month by month', () => {
    const { stock, active, exits, end } = projectCohort(model)
    const expected = [194.66, 193.918, 195.17535, 197.4798325, 200.329540875, 203.03676381125, 205.608625638]
    expected.forEach((value, month) => expect(stock[month]).toBeCloseTo(value, 6))
    expect(stock[0]).toBeCloseTo(194.66, 12)
    expect(stock[1]).toBeCloseTo(193.918, 12)
    expect(exits[0]).toBeCloseTo(10 + 6 + 3.3 + 2.04 + 4.5, 12)
    expect(active[0]).toBeCloseTo(0.9 * 194.66, 12)
    expect(end[0]).toBe(21.5)
    expect(end[1]).toBeCloseTo(21.5 * 0.75, 12)
    expect(end.reduce((total, each) => total + each, 0)).toBeCloseTo(stock[11]!, 10)
  })

  test('leaves the start as it was, and gives nothing for no months', () => {
    const { stock, end } = projectCohort({ ...model, inflow: new Float64Array(0) })
    expect(stock.length).toBe(0)
    expect(end).toEqual(model.start)
    expect(end).not.toBe(model.start)
    projectCohort(model)
    expect([...model.start]).toEqual([40, 30, 22, 17, 90])
  })

  test('with a single duration it is a plain share that leaves', () => {
    const one = { ...model, start: Float64Array.of(100), hazard: Float64Array.of(0.1), inflow: Float64Array.of(5, 5) }
    expect([...projectCohort(one).stock]).toEqual([95, 90.5])
  })

  test('ends where inflow and exits meet', () => {
    expect(steadyState(model.hazard, 21.5)).toBeCloseTo(254.474, 10)
    const long = projectCohort({ ...model, inflow: new Float64Array(900).fill(21.5) })
    expect(long.stock[899]).toBeCloseTo(254.474, 8)
    expect(steadyState(Float64Array.of(0.5), 3)).toBe(6)
  })

  testWithSharedData('agrees with the reference to the ninth digit', () => {
    const { recursion_check: check } = sharedJson<{
      recursion_check: { start: number[]; hazard: number[]; inflow: number; stock: number[]; steady_state: number }
    }>('expected/cohort.json')
    const { stock } = projectCohort({
      start: Float64Array.from(check.start),
      hazard: Float64Array.from(check.hazard),
      inflow: new Float64Array(12).fill(check.inflow),
      activeShare: 1,
    })
    check.stock.forEach((value, month) => expect(stock[month]).toBeCloseTo(value, 10))
    expect(steadyState(Float64Array.from(check.hazard), check.inflow)).toBeCloseTo(check.steady_state, 10)
  })

  test('nobody appears or is lost: stock + exits so far = start + inflow so far', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(90)), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(40), { maxLength: 15 }),
        (durations, inflow) => {
          const { stock, exits } = projectCohort({
            start: Float64Array.from(durations, ([, households]) => households),
            hazard: Float64Array.from(durations, ([hazard]) => hazard),
            inflow: Float64Array.from(inflow),
            activeShare: 1,
          })
          let expected = durations.reduce((total, [, households]) => total + households, 0)
          stock.forEach((found, month) => {
            expected += inflow[month]! - exits[month]!
            expect(found).toBeCloseTo(expected, 8)
          })
        },
      ),
      { seed: 1, numRuns: 60 },
    ))
})

describe('refusals', () => {
  const refused = (change: Partial<CohortModel>) => expect(() => projectCohort({ ...model, ...change }))

  test('no durations, or another number of hazards', () => {
    refused({ start: new Float64Array(0), hazard: new Float64Array(0) }).toThrow('no-rows')
    refused({ hazard: model.hazard.slice(1) }).toThrow('bad-value {"column":"hazard","found":4,"expected":"5 tal"}')
  })

  test('a hazard or share that is no share', () => {
    for (const hazard of [-0.1, 1.1, NaN])
      refused({ hazard: Float64Array.of(0, 1, 0, 0, hazard) }).toThrow('bad-value {"column":"hazard"')
    refused({ activeShare: 1.01 }).toThrow(
      'bad-value {"column":"active-share","found":1.01,"expected":"mellan 0 och 1"}',
    )
    expect(projectCohort({ ...model, hazard: Float64Array.of(0, 1, 0, 1, 1), activeShare: 0 }).active[0]).toBe(0)
  })

  test('and says what it waited for', () => {
    const waitedFor = (column: string, expected: string) =>
      `bad-value {"column":"${column}","found":-1,"expected":"${expected}"}`
    refused({ start: Float64Array.of(1, 2, 3, 4, -1) }).toThrow(waitedFor('start', 'ett antal, 0 eller mer'))
    refused({ inflow: Float64Array.of(-1) }).toThrow(waitedFor('inflow', 'ett antal, 0 eller mer'))
    refused({ hazard: Float64Array.of(0, 1, 0, 0, -1) }).toThrow(waitedFor('hazard', 'mellan 0 och 1'))
    expect(() => steadyState(Float64Array.of(0.2, -1), 1)).toThrow(waitedFor('hazard', 'över 0'))
  })

  test('households that are negative, missing or without end', () => {
    for (const households of [-1, NaN, Infinity]) {
      refused({ start: Float64Array.of(1, 2, 3, 4, households) }).toThrow('bad-value {"column":"start"')
      refused({ inflow: Float64Array.of(1, households) }).toThrow('bad-value {"column":"inflow"')
    }
  })

  test('a stock that would grow for ever', () => {
    expect(() => steadyState(Float64Array.of(0.2, 0), 1)).toThrow('bad-value {"column":"hazard","found":0')
    expect(() => steadyState(new Float64Array(0), 1)).toThrow('bad-value')
  })
})

describe('the change of the cost by cause', () => {
  const priced = (change: Partial<PricedCohort> = {}): PricedCohort => ({
    ...model,
    inflow: Float64Array.of(20, 20),
    costPerHousehold: Float64Array.of(8000, 8000),
    ...change,
  })
  const cost = (cohort: PricedCohort) =>
    projectCohort(cohort).active.reduce((total, value, month) => total + value * cohort.costPerHousehold[month]!, 0)

  test('a single changed cause has all of it', () => {
    const inflow = priced({ inflow: Float64Array.of(10, 10) })
    const exit = priced({ hazard: model.hazard.map((hazard) => hazard + 0.1) })
    const price = priced({ costPerHousehold: Float64Array.of(8400, 8400) })
    for (const [name, to] of Object.entries({ inflow, exit, price })) {
      const found = attributeChange(priced(), to)
      expect(found[name as 'inflow']).toBeCloseTo(cost(to) - cost(priced()), 6)
      expect(found.total).toBeCloseTo(cost(to) - cost(priced()), 6)
      expect(Math.abs(found.inflow + found.exit + found.price - found.total)).toBeLessThan(1e-6)
    }
  })

  test('shares what two causes make together evenly between them', () => {
    const to = priced({ inflow: Float64Array.of(30, 30), costPerHousehold: Float64Array.of(9000, 9000) })
    const found = attributeChange(priced(), to)
    const both = cost(to) - cost(priced())
    const inflowAlone = cost(priced({ inflow: to.inflow })) - cost(priced())
    const priceAlone = cost(priced({ costPerHousehold: to.costPerHousehold })) - cost(priced())
    const together = both - inflowAlone - priceAlone
    expect(found.inflow).toBeCloseTo(inflowAlone + together / 2, 6)
    expect(found.price).toBeCloseTo(priceAlone + together / 2, 6)
    expect(found.exit).toBeCloseTo(0, 6)
  })

  test('is the mean over the six orders', () => {
    const to = priced({
      inflow: Float64Array.of(30, 12),
      hazard: model.hazard.map((hazard) => hazard / 2),
      costPerHousehold: Float64Array.of(9000, 8500),
    })
    const causes = [{ inflow: to.inflow }, { hazard: to.hazard }, { costPerHousehold: to.costPerHousehold }]
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    const parts = [0, 0, 0]
    for (const order of orders) {
      let current = priced()
      for (const cause of order) {
        const next = { ...current, ...causes[cause] }
        parts[cause]! += (cost(next) - cost(current)) / 6
        current = next
      }
    }
    const found = attributeChange(priced(), to)
    ;[found.inflow, found.exit, found.price].forEach((value, at) => expect(value).toBeCloseTo(parts[at]!, 6))
  })

  test('refuses courses of different length', () =>
    expect(() => attributeChange(priced(), priced({ inflow: Float64Array.of(1) }))).toThrow(
      'bad-value {"column":"inflow","found":1,"expected":"2 tal"}',
    ))
})
