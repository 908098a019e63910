import { expect, test } from 'vitest'
import { requiredFor } from './required.ts'

// Standard deviation 4 among the treated, 20 treated.
const sample = {
  treated: Uint8Array.from({ length: 50 }, (_, row) => (row < 20 ? 1 : 0)),
  outcome: Float64Array.from({ length: 50 }, (_, row) =>
    row < 20 ? (row % 2 ? 4 : -4) * Math.sqrt(19 / 20) : 1000 * row,
  ),
  covariates: [],
}
const aim = { difference: 1.5, effectiveControls: 80, leastTreated: 50, treatedPerMonth: undefined }

test('the treated needed with as many effective controls to each, and how many more that is', () => {
  const found = requiredFor(sample, aim)
  expect(found).toMatchObject({ difference: 1.5, treated: 70, moreTreated: 50, months: null })
  expect(found.detectable).toBeCloseTo((1.959963984540054 + 0.8416212335729143) * 4 * Math.sqrt(1 / 20 + 1 / 80), 9)
})

test('never fewer than the floor', () => {
  expect(requiredFor(sample, { ...aim, difference: 100 })).toMatchObject({ treated: 50, moreTreated: 30 })
})

test('none more when there are enough', () => {
  expect(requiredFor(sample, { ...aim, difference: 100, leastTreated: 5 })).toMatchObject({
    treated: 5,
    moreTreated: 0,
  })
})

test('months at the rate they come, rounded up', () => {
  expect(requiredFor(sample, { ...aim, treatedPerMonth: 8 }).months).toBe(7)
  expect(requiredFor(sample, { ...aim, treatedPerMonth: 10 }).months).toBe(5)
})

test('without a difference to aim for, nobody can say how many', () => {
  for (const difference of [null, 0])
    expect(requiredFor(sample, { ...aim, difference, treatedPerMonth: 5 })).toMatchObject({
      treated: null,
      moreTreated: null,
      months: null,
    })
})

test('one treated has no spread', () => {
  const one = { treated: Uint8Array.of(1, 0), outcome: Float64Array.of(1, 2), covariates: [] }
  expect(requiredFor(one, aim)).toMatchObject({ detectable: 0, treated: 50, moreTreated: 49 })
})
