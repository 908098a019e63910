import fc from 'fast-check'
import { expect, test } from 'vitest'
import { separateChange } from './separate-change.ts'

test('the parts of a fall: what happened everywhere, fewer who came, what was credited, and the rest', () => {
  const found = separateChange({
    before: 100,
    after: 80,
    othersChange: -0.06,
    extraInflowMonths: -2,
    monthlyCost: 1.5,
    savedByInterventions: 7,
  })
  expect(found).toEqual({ change: -20, economy: -6, inflow: -3, interventions: -7, unexplained: -4 })
})

test('nothing saved is no negative zero', () => {
  const found = separateChange({
    before: 1,
    after: 1,
    othersChange: 0,
    extraInflowMonths: 0,
    monthlyCost: 1,
    savedByInterventions: 0,
  })
  expect(found.interventions).toBe(0)
})

test('the parts sum to the change', () => {
  const amount = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(amount, amount, amount, amount, amount, (before, after, percent, months, saved) => {
      const found = separateChange({
        before,
        after,
        othersChange: percent / 100,
        extraInflowMonths: months,
        monthlyCost: 8,
        savedByInterventions: saved,
      })
      const { change, economy, inflow, interventions, unexplained } = found
      expect(economy + inflow + interventions + unexplained).toBeCloseTo(change, 6)
    }),
    { seed: 6, numRuns: 100 },
  )
})
