import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { type SavingsPanel, savingsWithInterval } from './savings-interval.ts'

/** Four households, two months: the treated leave earlier, and the second control counts three times the first. */
const small: SavingsPanel = {
  months: 2,
  treated: Uint8Array.of(1, 0, 1, 0),
  weight: Float64Array.of(1, 0.5, 1, 1.5),
  paid: Float64Array.of(1000, 0, 2000, 2000, 1000, -300, 3000, 0),
  ownCost: [100, 50],
}

/** Households that leave with one chance a month, the treated with another. */
function simulated(treatedHazard: number, households = 100): SavingsPanel {
  const [random, months] = [seededRandom(11), 6]
  const treated = Uint8Array.from({ length: households }, (_, at) => at % 2)
  const paid = new Float64Array(households * months)
  treated.forEach((arm, household) => {
    for (let month = 0; month < months; month++) {
      if (random.next() < (arm ? treatedHazard : 0.05)) break
      paid[household * months + month] = 8000
    }
  })
  return { months, treated, paid, weight: new Float64Array(households).fill(1), ownCost: new Float64Array(months) }
}

test('the curves, the cost of a month and the gross come from the panel', () => {
  const found = savingsWithInterval(small, { samples: 10 })
  // Without: 1 and 0.25. With: 1 and 0. Month 2: one active control, weighing 0.5, who costs 2000.
  expect(found.savedMonths).toBeCloseTo(0.5, 12)
  expect(found.gross).toBeCloseTo(1000, 9)
  expect(found.ownCost).toBe(150)
  expect(found.net).toBeCloseTo(850, 9)
  expect(found.naiveGross).toBeCloseTo(2 * ((2000 + 0.5 * 2000 + 1.5 * 3000) / 4) + 2 * 2000, 9)
  expect(found.breakEvenMonth).toBe(2)
})

test('drawing the same households again and again gives the same interval, whatever was drawn before', () => {
  const panel = simulated(0.2)
  const first = savingsWithInterval(panel, { samples: 50, seed: 3 })
  expect(savingsWithInterval(panel, { samples: 50, seed: 3 })).toEqual(first)
  expect(savingsWithInterval(panel, { samples: 50, seed: 4 }).grossLower).not.toBe(first.grossLower)
})

test('the interval holds the estimate and has the width of the bootstrap', () => {
  const found = savingsWithInterval({ ...simulated(0.2), ownCost: [50_000, 0, 0, 0, 0, 0] }, { samples: 100 })
  expect(found.grossLower).toBeLessThan(found.gross)
  expect(found.grossUpper).toBeGreaterThan(found.gross)
  const spread = (found.grossUpper - found.grossLower) / found.gross
  expect(spread).toBeGreaterThan(0.4)
  expect(spread).toBeLessThan(2)
  expect(found.netLower).toBeCloseTo(found.grossLower - 50_000, 6)
  expect(found.netUpper).toBeCloseTo(found.grossUpper - 50_000, 6)
})

describe('one of two treated has left each month, no control ever', () => {
  // So a draw of two treated saves 0, 100 or 200 a month, with the chances 1/4, 1/2 and 1/4.
  const panel: SavingsPanel = {
    months: 2,
    treated: Uint8Array.of(1, 1, 0, 0),
    weight: Float64Array.of(1, 1, 1, 1),
    paid: Float64Array.of(0, 0, 100, 100, 100, 100, 100, 100),
    ownCost: [90, 0],
  }
  const found = (level: number, ownCost: number[] = [90, 0]) =>
    savingsWithInterval({ ...panel, ownCost }, { samples: 200, level })

  test('the bounds are the quantiles of what the draws save in all', () => {
    expect(found(0.8)).toMatchObject({ gross: 200, grossLower: 0, grossUpper: 400, netLower: -90, netUpper: 310 })
    expect(found(0.3)).toMatchObject({ gross: 200, grossLower: 200, grossUpper: 200 })
  })

  test('the cost is surely covered in the month when the lower bound has reached it', () => {
    expect(found(0.3).surelyBreakEvenMonth).toBe(1)
    expect(found(0.3, [150, 50]).surelyBreakEvenMonth).toBe(2)
    expect(found(0.3, [150, 51]).surelyBreakEvenMonth).toBe(null)
    expect(found(0.8)).toMatchObject({ breakEvenMonth: 1, surelyBreakEvenMonth: null })
  })
})

test('without an effect the lower bound never covers a cost: undecided', () => {
  const found = savingsWithInterval({ ...simulated(0.05), ownCost: [1, 0, 0, 0, 0, 0] }, { samples: 50 })
  expect(found.surelyBreakEvenMonth).toBe(null)
  expect(found.grossLower).toBeLessThan(0)
  expect(found.grossUpper).toBeGreaterThan(0)
})

test('a month with nobody on assistance costs nothing', () => {
  const nobody = { ...small, paid: Float64Array.of(1000, 0, 2000, 0, 1000, 0, 3000, 0) }
  expect(savingsWithInterval(nobody, { samples: 5 }).gross).toBe(0)
})

test('refuses a panel without treated, or without controls that weigh anything', () => {
  expect(() => savingsWithInterval({ ...small, treated: Uint8Array.of(0, 0, 0, 0) })).toThrow('no-treated')
  expect(() => savingsWithInterval({ ...small, treated: Uint8Array.of(1, 1, 1, 1) })).toThrow('no-controls')
  expect(() => savingsWithInterval({ ...small, weight: Float64Array.of(1, 0, 1, 0) })).toThrow('no-controls')
})
