import { expect, test } from 'vitest'
import { splitAgainstBudget, splitByCause } from './split-by-cause.ts'

test('where there was nothing before, all is volume', () => {
  const after = new Map([[1, { months: 2, ore: 1_600_000 }]])
  expect(splitByCause(new Map(), after, 1.05)).toEqual({ volume: 1_600_000, mix: 0, norm: 0, price: 0 })
})

test('a kind of household that was not there before is priced at the earlier mean', () => {
  const before = new Map([[1, { months: 10, ore: 8_000_000 }]])
  const after = new Map([[2, { months: 10, ore: 9_000_000 }]])
  expect(splitByCause(before, after, 1)).toEqual({ volume: 0, mix: 0, norm: 0, price: 1_000_000 })
})

test('seed 002: 602 households instead of 550 are volume at the cost that the budget was made with, and the rest is price', () => {
  // 16 653 tkr for four months of 550 households is 7.57 tkr a month; 52 more households in four months are 1 574 tkr.
  const parts = splitAgainstBudget({
    actualOre: 2_090_300_000,
    budgetOre: 1_665_300_000,
    actualMonths: 602 * 4,
    budgetMonths: 550 * 4,
  })
  expect(parts).toEqual({ volume: 157_446_545, price: 267_553_455 })
  expect(parts.volume + parts.price).toBe(425_000_000)
})
