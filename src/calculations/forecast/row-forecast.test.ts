import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { householdFlows, paidOf } from './household-flows.ts'
import { reachTarget } from './reach-target.ts'
import { restOfRow, volumeTimesCost } from './rest-of-row.ts'
import { forecastRow } from './row-forecast.ts'
import type { ForecastRow } from './row-paths.ts'
import { exitRatioOfStaffing, scenarioOf } from './scenario.ts'
import { straightLine } from './straight-line.ts'
import { forecastStatement } from './total-forecast.ts'
import { unitCostAhead } from './unit-cost.ts'

const january = (year: number) => year * 12

describe('the straight line', () => {
  const ahead = (values: number[], first: number) => [...straightLine(Float64Array.from(values), first, { horizon: 2 })]
  test('is the mean of the year so far', () => expect(ahead([9, 9, 1, 2, 3], january(2019) - 2)).toEqual([2, 2]))
  test('is the mean of last year before any month of the new one is known', () =>
    expect(ahead([1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3], january(2018))).toEqual([2, 2]))
  test('leaves out months that are missing', () => expect(ahead([Number.NaN, 4], january(2019))).toEqual([4, 4]))
  test('begins after a declared change of level', () =>
    expect([...straightLine(Float64Array.of(9, 9, 2), january(2019), { horizon: 1, breaks: [2] })]).toEqual([2]))
})

describe('the cost of a household', () => {
  const years = (...levels: number[]) => Float64Array.from(levels.flatMap((level) => new Array<number>(12).fill(level)))
  test('is level within the year and rises in January as it has risen', () =>
    expect([...unitCostAhead(years(100, 110).subarray(0, 22), january(2018), 4)].map(Math.round)).toEqual([
      110, 110, 121, 121,
    ]))
  test('does not rise when only one year is known', () =>
    expect([...unitCostAhead(years(100), january(2018), 2)]).toEqual([100, 100]))
  test('follows the first months of a year half of the way, as three months of expectation weigh as much', () => {
    const values = Float64Array.of(...years(100, 100), 130, 130, 130)
    expect(unitCostAhead(values, january(2017), 1)[0]).toBeCloseTo(115, 9)
  })
})

describe('what the rest of the year must be', () => {
  test('−14 891 in four months is −44 673 by the straight line, and −30 000 needs −1 889 a month against −3 723', () => {
    const { straightLine: line, neededAMonth, soFarAMonth } = restOfRow(-14_891, 4, -30_000)
    expect([line, Math.round(neededAMonth!), Math.round(soFarAMonth!)]).toEqual([-44_673, -1_889, -3_723])
  })
  test.each([
    ['revenue', 2_332, 2_300, 6_996, -4, 583],
    ['assistance', -4_250, -8_000, -12_750, -469, -1_063],
    ['placements', -11_249, -23_000, -33_747, -1_469, -2_812],
    ['staff', 2_068, 6_700, 6_204, 579, 517],
    ['consultants', -4_007, -8_000, -12_021, -499, -1_002],
    ['other', 216, 0, 648, -27, 54],
  ])('%s: %i so far and %i for the year', (_, soFar, year, line, needed, was) => {
    const rest = restOfRow(soFar, 4, year)
    // The printed tenths are rounded half away from zero.
    expect(rest.straightLine).toBe(line)
    expect(Math.abs(rest.neededAMonth! - needed)).toBeLessThanOrEqual(0.5)
    expect(Math.abs(rest.soFarAMonth! - was)).toBeLessThanOrEqual(0.5)
  })
  test('has nothing to share by before the first month and after the last', () => {
    expect(restOfRow(0, 0, -100)).toEqual({ straightLine: null, soFarAMonth: null, neededAMonth: -100 / 12 })
    expect(restOfRow(-90, 12, -100).neededAMonth).toBeNull()
  })
  test('550 households × 12 months at what one has cost is 57 292 tkr', () =>
    expect(Math.round(volumeTimesCost(550, 12, 20_903 / (4 * 602)))).toBe(57_292))
})

describe('a row that never changes', () => {
  const values = new Float64Array(40).fill(100)
  const found = forecastRow({ id: 'a', values, firstMonth: january(2016), flows: null })!
  test('is forecast not to change by every method', () => {
    expect(found.known).toMatchObject({ year: 2019, knownMonths: 4, knownSum: 400 })
    for (const { year } of found.methods) expect(year).toBeCloseTo(1200, 9)
  })
  test('has a year without uncertainty: what is known of it has none, and nothing says that the rest has', () => {
    for (const { year, yearIntervals } of found.methods)
      for (const { lower, upper } of yearIntervals) expect([lower, upper]).toEqual([year, year])
  })
})

describe('a year with one month left', () => {
  const random = seededRandom(2)
  const values = Float64Array.from({ length: 71 }, () => 100 + 5 * random.normal())
  const row = { id: 'a', values, firstMonth: january(2014), flows: null }
  const found = forecastRow(row)!
  test('is as uncertain as that month alone: the eleven that are known have no error', () => {
    expect(found.known).toMatchObject({ knownMonths: 11, remainingMonths: 1 })
    for (const { year, yearIntervals, months, monthIntervals } of found.methods)
      yearIntervals.forEach(({ upper }, at) =>
        expect(upper - year).toBeCloseTo(monthIntervals[at]!.upper[0]! - months[0]!, 0),
      )
  })
  test('is forecast the same each time', () => expect(forecastRow(row)).toEqual(found))
})

test('a row of less than a year has no forecast', () =>
  expect(forecastRow({ id: 'a', values: new Float64Array(11).fill(1), firstMonth: 0, flows: null })).toBeNull())

describe('the sum of the rows', () => {
  const wave = (level: number, size: number): ForecastRow => ({
    id: String(level),
    values: Float64Array.from({ length: 40 }, (_, at) => level + size * Math.sin(at * 2.1)),
    firstMonth: january(2016),
    flows: null,
  })
  const opposite = [
    { row: wave(100, 10), sign: 1 as const },
    { row: wave(50, 10), sign: -1 as const },
  ]
  const { rows, total } = forecastStatement(opposite)
  test('is the rows by their signs, method by method', () =>
    total!.methods.forEach(({ method, year }) => {
      const of = (at: number) => rows[at]!.methods.find((each) => each.method === method)!.year
      expect(year).toBeCloseTo(of(0) - of(1), 6)
    }))
  test('has intervals of its own errors: what cancels between rows is not counted twice', () => {
    const width = (each: typeof total, at = 0) => each!.methods[1]!.yearIntervals[at]!.upper - each!.methods[1]!.year
    expect(width(total)).toBeLessThan(width(rows[0]!))
  })
})

/** A hundred households that stay ten months each, ten coming every month; a second group of twenty that always stays. */
const flows = (() => {
  const months = 30
  const rows: [number, number, number][] = []
  for (let household = 0; household < 500; household++)
    for (let at = household - 100 < 0 ? 0 : Math.floor((household - 100) / 10); at < months; at++) {
      const since = Math.floor((household - 100) / 10)
      if (at - since < 10) rows.push([household, at, 0])
    }
  for (let household = 500; household < 520; household++)
    for (let at = 0; at < months; at++) rows.push([household, at, 1])
  return householdFlows(
    {
      length: rows.length,
      household: Int32Array.from(rows, ([household]) => household),
      month: Int32Array.from(rows, ([, at]) => at),
      amountOre: Float64Array.from(rows, ([, , group]) => (group === 0 ? 1000 : 3000)),
      group: Int16Array.from(rows, ([, , group]) => group),
      groups: ['come and go', 'stay'],
    },
    { firstMonth: 0, untilMonth: months, durations: 13 },
  )
})()

test('a row that follows the households combines the methods that do, and leaves out those without a trend', () => {
  const { methods } = forecastRow({ id: 'a', values: paidOf(flows), firstMonth: 0, flows })!
  const months = (name: string) => methods.find(({ method }) => method === name)!.months
  const [volume, below] = [months('volume-times-cost'), months('from-below')]
  expect(months('combination')).toEqual(volume.map((value, step) => (value + below[step]!) / 2))
})

describe('scenarios', () => {
  const cost = new Float64Array(12).fill(1300)
  const given = { flows, cost, remaining: 8 }
  const nothing = { group: null, after: 0, exitRatio: 1, inflowRatio: 1 }
  test('nothing assumed changes nothing', () =>
    expect(scenarioOf(given, { changes: [nothing], norm: null })).toMatchObject({ ore: 0, householdMonths: 0 }))
  test('faster exits give fewer households from the month that they begin in', () => {
    const { without, with: changed } = scenarioOf(given, {
      changes: [{ ...nothing, after: 3, exitRatio: 2 }],
      norm: null,
    })
    expect(changed.households.subarray(0, 3)).toEqual(without.households.subarray(0, 3))
    for (let step = 3; step < 12; step++) expect(changed.households[step]!).toBeLessThan(without.households[step]!)
  })
  test('a household less in a dear group saves what that group costs', () => {
    const fewer = (group: string) =>
      scenarioOf(given, { changes: [{ ...nothing, group, exitRatio: 1.5, inflowRatio: 0.5 }], norm: null })
    const saved = (group: string) => fewer(group).ore / fewer(group).householdMonths
    expect(saved('stay') / saved('come and go')).toBeCloseTo(3, 6)
  })
  test('a norm from a month on is paid from that month on', () => {
    const { ore, without } = scenarioOf(given, { changes: [], norm: { share: 0.1, after: 6 } })
    expect(ore).toBeCloseTo(0.1 * (without.ore[6]! + without.ore[7]!), 6)
  })
  test('a caseload that has not been seen is refused', () => {
    const staffing = { now: 60, then: 50, elasticity: 0.5, observed: { least: 48, most: 65 } }
    expect(exitRatioOfStaffing(staffing)).toBeCloseTo(Math.sqrt(1.2), 12)
    expect(() => exitRatioOfStaffing({ ...staffing, then: 30 })).toThrow('caseload')
  })
})

describe('a target', () => {
  test('550 after 602 in four months needs 524 of the rest', () =>
    expect(reachTarget(flows, { target: 550, knownSum: 4 * 602, knownMonths: 4 }).required).toBe(524))
  test('what is expected takes what is expected', () => {
    const { expected } = reachTarget(flows, { target: 1, knownSum: 0, knownMonths: 0 })
    const { exitRatio, inflowRatio } = reachTarget(flows, { target: expected, knownSum: 0, knownMonths: 0 })
    expect([exitRatio, inflowRatio]).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)])
  })
  test('fewer households take more exits, or fewer who come', () =>
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 110 }), (target) => {
        const { exits, inflow } = reachTarget(flows, { target, knownSum: 480, knownMonths: 4 })
        if (exits.required !== null) expect(exits.required).toBeGreaterThan(exits.expected)
        if (inflow.required !== null) expect(inflow.required).toBeLessThan(inflow.expected)
      }),
      { seed: 1, numRuns: 20 },
    ))
  test('one that cannot be reached says so', () =>
    expect(reachTarget(flows, { target: 1, knownSum: 480, knownMonths: 4 })).toMatchObject({
      exitRatio: null,
      inflowRatio: null,
    }))
})
