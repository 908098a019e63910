import { expect, test } from 'vitest'
import { breakEvenOf, costOf, usualChance } from './break-even.ts'

const kronor = (amount: number) => amount * 100
const budget = [
  { label: 'Personal', ore: kronor(1_000_000) },
  { label: 'Konsulter', ore: kronor(150_000) },
  { label: 'Datorer', ore: kronor(20_000) },
  { label: 'Lokaler', ore: kronor(100_000) },
]

test('the budget is 1 000 + 150 + 20 + 100 = 1 270 tkr (001-14)', () =>
  expect(costOf({ budget })).toBe(kronor(1_270_000)))

test('120 households at 10 500 kr a month with 3 % of their own must leave at 4.71, 3.55 or 3.31 % a month', () => {
  const assumed = { households: 120, oreAMonth: kronor(10_500), chance: usualChance, costOre: costOf({ budget }) }
  const { rows } = breakEvenOf(assumed)
  expect(rows.map(({ months }) => months)).toEqual([12, 24, 36])
  const per = rows.map(({ chance }) => chance! * 100)
  expect(per[0]).toBeCloseTo(4.711357, 6)
  expect(per[1]).toBeCloseTo(3.54906, 5)
  expect(per[2]).toBeCloseTo(3.307135, 6)
  expect(breakEvenOf({ ...assumed, households: 1 }).rows[0]).toEqual({ months: 12, chance: null, extraExits: null })
})
