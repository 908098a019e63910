import fc from 'fast-check'
import { expect, test } from 'vitest'
import { month, monthFromIndex, monthIndex } from '../values/month.ts'
import { concentrationOf, type CostFilter, rankByCost } from './cost-ranking.ts'
import { type HouseholdSituation, panelOf } from './panel-of.ts'
import { preparePanel } from './prepared-panel.ts'

const at = (text: string) => monthIndex(month(text))
const year = { from: at('2011-01'), until: at('2012-01') }
const all: CostFilter = {
  ...{ months: year, monthsAtLeast: null, ageBelow: null, obstacles: new Set(), unit: null, withChildren: null },
  fits: null,
}
const prepare = (households: Record<string, HouseholdSituation>) =>
  preparePanel(panelOf({ first: '2011-01', last: '2011-12', households }), 2)

/** 2 000 households in a year, 1 160 in every month: 100 all year round at 2 120 kr, and 1 900 who take turns at 1 050 kr. */
function district() {
  const months = Array.from({ length: 1900 }, (): string[] => [])
  for (let slot = 0; slot < 12 * 1060; slot++)
    months[slot % 1900]!.push(monthFromIndex(year.from + Math.floor(slot / 1060)))
  const costly = Array.from({ length: 100 }, (_, each) => [
    `top ${each}`,
    { months: '2011-01..2011-12', kronor: 2120, adults: [] },
  ])
  const others = months.map((those, each) => [`other ${each}`, { months: those.join(' '), kronor: 1050, adults: [] }])
  return prepare(Object.fromEntries([...others, ...costly]))
}

test('100 households are 5 % of the year and 16 % of the cost: 3.2 times the average, 3.6 times the others (001-5)', () => {
  const ranking = rankByCost(district(), all)
  expect(ranking.base).toMatchObject({ households: 2000, householdMonths: 13_920, months: 12 })
  const found = concentrationOf(ranking, 100)!
  expect(found.shareOfHouseholds).toBeCloseTo(0.05, 12)
  expect(found.shareOfMonth).toBeCloseTo(100 / 1160, 12)
  expect(found.shareOfCost).toBeCloseTo(0.16, 12)
  expect(found.timesAverage).toBeCloseTo(3.2, 12)
  expect(found.timesOthers).toBeCloseTo(0.16 / 100 / (0.84 / 1900), 12)
  expect(found.costOre).toBe(100 * 12 * 2120_00)
})

const few = prepare({
  young: { months: '2011-01..2011-12', kronor: 5000, adults: [{ age: 22, obstacle: 'unemployed_noBenefit' }] },
  sick: { months: '2011-01..2011-06', kronor: 9000, adults: [{ age: 50, obstacle: 'sickCertified_noBenefit' }] },
  family: { months: '2011-01..2011-12', kronor: 12000, adults: [{ age: 40 }], children: [3, 7], unit: 'B' },
  repaid: { months: '2011-01..2011-12', kronor: 5000, kronorIn: { '2011-12': -40000 }, adults: [{ age: 30 }] },
  before: { months: '', adults: [{ age: 30 }] },
})
const ranked = (filter: Partial<CostFilter>) => {
  const { households, costOre, months } = rankByCost(few, { ...all, ...filter })
  return Array.from(households, (household, place) => [household, costOre[place]! / 100, months[place]])
}

test('the costliest come first, by their net, with their months', () =>
  expect(ranked({})).toEqual([
    [2, 144_000, 12],
    [0, 60_000, 12],
    [1, 54_000, 6],
    [3, 15_000, 11],
  ]))

test('each part of the rule leaves those that do not fit, and the base stays the same', () => {
  const { obstacles, units } = few.panel
  const sick = obstacles.findIndex(({ code }) => code === 'sickCertified_noBenefit')
  const only = (filter: Partial<CostFilter>) => ranked(filter).map(([household]) => household)
  expect(only({ monthsAtLeast: 12 })).toEqual([2, 0])
  expect(only({ ageBelow: 25 })).toEqual([0])
  expect(only({ obstacles: new Set([sick]) })).toEqual([1])
  expect(only({ withChildren: true })).toEqual([2])
  expect(only({ withChildren: false })).toEqual([0, 1, 3])
  expect(only({ unit: units.findIndex(({ code }) => code === 'B') })).toEqual([2])
  expect(only({ fits: Uint8Array.of(0, 1, 0, 1, 0) })).toEqual([1, 3])
  expect(rankByCost(few, { ...all, ageBelow: 25 }).base).toEqual(rankByCost(few, all).base)
})

test('nobody is no share, and all are the whole', () => {
  expect(concentrationOf(rankByCost(few, { ...all, ageBelow: 1 }), 10)).toBe(null)
  expect(concentrationOf(rankByCost(few, all), 10)).toMatchObject({
    ...{ households: 4, shareOfHouseholds: 1, shareOfCost: 1, timesAverage: 1, timesOthers: null },
  })
})

test('the share of cost never falls with one household more, and the first never cost less than the average', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(amounts, (kronor) => {
      const ranking = rankByCost(
        prepare(Object.fromEntries(kronor.map((each, key) => [`h${key}`, { months: '2011-03', kronor: each }]))),
        all,
      )
      const shares = kronor.map((_, place) => concentrationOf(ranking, place + 1)!)
      shares.forEach((each, place) => {
        expect(each.shareOfCost).toBeGreaterThan(shares[place - 1]?.shareOfCost ?? 0)
        expect(each.timesAverage).toBeGreaterThan(1 - 1e-9)
      })
      expect(shares.at(-1)!.shareOfCost).toBeCloseTo(1, 12)
    }),
    { seed: 5, numRuns: 50 },
  )
})
