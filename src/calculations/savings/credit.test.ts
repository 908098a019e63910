import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SavedMonth, creditOnce } from './credit.ts'
import { shapleyShares } from './shapley.ts'

const kronor = 100
const month = (interventions: string, ore = 8000 * kronor): SavedMonth => ({
  ore,
  interventions: interventions.split(''),
})
const example = [month('A'), month('B'), month('AB'), month('ABC')]

test('four household-months: 56 000 in separate claims, 32 000 credited once', () => {
  const found = creditOnce(example, 32_000 * kronor)
  expect(found).toEqual({
    credited: [
      { intervention: 'A', ore: 1_466_667 },
      { intervention: 'B', ore: 1_466_667 },
      { intervention: 'C', ore: 266_666 },
    ],
    creditedOre: 3_200_000,
    separateClaimsOre: 5_600_000,
    uncreditedOre: 0,
  })
})

test('the last öre go to the largest remainders, of equal ones to the first name', () => {
  expect(creditOnce([month('CAB', 100)], 1000).credited.map(({ ore }) => ore)).toEqual([34, 33, 33])
  expect(creditOnce([month('ABC', 101)], 1000).credited.map(({ ore }) => ore)).toEqual([34, 34, 33])
  expect(creditOnce([month('AB', 5), month('BCD', 10)], 1000).credited.map(({ ore }) => ore)).toEqual([3, 6, 3, 3])
})

test('no more than the modelled change is credited, and every part shrinks alike', () => {
  const found = creditOnce([month('A', 300), month('B', 100)], 200)
  expect(found.credited).toEqual([
    { intervention: 'A', ore: 150 },
    { intervention: 'B', ore: 50 },
  ])
  expect([found.creditedOre, found.uncreditedOre]).toEqual([200, 200])
})

test('a change that is no saving credits nothing', () => {
  expect(creditOnce([month('A', 300)], -5)).toMatchObject({
    credited: [{ ore: 0 }],
    creditedOre: 0,
    uncreditedOre: 300,
  })
  expect(creditOnce([month('A', 300)], 0).creditedOre).toBe(0)
})

test('months without intervention belong to nobody, and one named twice counts once', () => {
  const found = creditOnce([{ ore: 50, interventions: [] }, month('AA', 70)], 1000)
  expect(found).toEqual({
    credited: [{ intervention: 'A', ore: 70 }],
    creditedOre: 70,
    separateClaimsOre: 70,
    uncreditedOre: 50,
  })
  expect(creditOnce([], 10)).toEqual({ credited: [], creditedOre: 0, separateClaimsOre: 0, uncreditedOre: 0 })
  expect(creditOnce([month('A', 0)], 10).credited).toEqual([{ intervention: 'A', ore: 0 }])
})

test('refuses amounts that are not whole öre, or below zero', () => {
  expect(() => creditOnce([month('A', 0.5)], 10)).toThrow(
    'bad-value {"column":"ore","found":0.5,"expected":"hela ören"}',
  )
  expect(() => creditOnce([month('A', -1)], 10)).toThrow('bad-value {"column":"ore","found":-1,"expected":"≥ 0"}')
  expect(() => creditOnce([month('A', 1)], 1.5)).toThrow('bad-value')
})

const anyMonth = fc.record({
  ore: fc.integer({ min: 0, max: 1_000_000 }),
  interventions: fc.subarray(['A', 'B', 'C', 'D', 'E']),
})

test('nothing is lost, nothing is invented, and the order has no influence', () => {
  fc.assert(
    fc.property(fc.array(anyMonth, { maxLength: 12 }), fc.integer({ min: -10, max: 3_000_000 }), (months, change) => {
      const found = creditOnce(months, change)
      const sum = found.credited.reduce((total, { ore }) => total + ore, 0)
      expect(sum).toBe(found.creditedOre)
      expect(sum).toBeLessThanOrEqual(Math.max(0, change))
      expect(sum + found.uncreditedOre).toBe(months.reduce((total, { ore }) => total + ore, 0))
      expect(sum).toBeLessThanOrEqual(found.separateClaimsOre)
      expect(creditOnce([...months].reverse(), change)).toEqual(found)
    }),
    { seed: 4, numRuns: 200 },
  )
})

test('equal parts are the Shapley split when any one would have been enough', () => {
  fc.assert(
    fc.property(fc.array(anyMonth, { maxLength: 8 }), (months) => {
      const names = ['A', 'B', 'C', 'D', 'E']
      const saved = (coalition: number) =>
        months.reduce(
          (total, { ore, interventions }) =>
            total + (interventions.some((name) => coalition & (1 << names.indexOf(name))) ? ore : 0),
          0,
        )
      const shares = shapleyShares(5, saved)
      for (const { intervention, ore } of creditOnce(months, 100_000_000).credited)
        expect(Math.abs(ore - shares[names.indexOf(intervention)]!)).toBeLessThan(1)
    }),
    { seed: 5, numRuns: 50 },
  )
})
