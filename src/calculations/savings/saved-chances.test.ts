import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backShares, savedChances } from './saved-chances.ts'

const nobodyBack = new Float64Array(0)

describe('how much less likely assistance is because of an intervention', () => {
  test('is by hand, when nobody comes back: e^(−ht) − e^(−hrt) while it works, and then both fall alike', () => {
    const saved = savedChances({ hazard: new Float64Array(4).fill(0.2), ratio: Float64Array.of(1.5, 1.5) }, nobodyBack)
    const after = Math.exp(-0.4) - Math.exp(-0.6)
    const expected = [0, Math.exp(-0.2) - Math.exp(-0.3), after, after * Math.exp(-0.2)]
    expected.forEach((value, month) => expect(saved[month]).toBeCloseTo(value, 12))
  })

  test('is less when those who left come back', () => {
    const start = { hazard: new Float64Array(12).fill(0.2), ratio: new Float64Array(6).fill(1.5) }
    const total = (back: Float64Array) => savedChances(start, back).reduce((sum, each) => sum + each, 0)
    expect(total(Float64Array.of(0.3, 0.1))).toBeLessThan(total(nobodyBack))
  })

  const chance = fc.double({ min: 0, max: 0.4, noNaN: true })
  const start = fc.record({
    hazard: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 30 }),
    ratio: fc.array(fc.double({ min: 0.1, max: 4, noNaN: true }), { maxLength: 12 }),
    back: fc.array(chance, { maxLength: 2 }),
  })

  test('is the difference of two paths that are followed apart, for any hazards and returns', () =>
    fc.assert(
      fc.property(start, ({ hazard, ratio, back }) => {
        const given = { hazard: Float64Array.from(hazard), ratio: Float64Array.from(ratio) }
        const saved = savedChances(given, Float64Array.from(back))
        const without = followed(hazard, [], back)
        const withIt = followed(hazard, ratio, back)
        without.forEach((value, month) => expect(saved[month]).toBeCloseTo(value - withIt[month]!, 10))
      }),
      { seed: 3, numRuns: 200 },
    ))

  test('is nothing for an intervention that changes nothing', () =>
    fc.assert(
      fc.property(start, ({ hazard, back }) => {
        const given = { hazard: Float64Array.from(hazard), ratio: new Float64Array(12).fill(1) }
        expect(savedChances(given, Float64Array.from(back)).every((value) => value === 0)).toBe(true)
      }),
      { seed: 3, numRuns: 50 },
    ))
})

/** One path by itself, month by month. */
function followed(hazard: number[], ratio: number[], back: number[]): number[] {
  const on = hazard.map((_, month) => (month === 0 ? 1 : 0))
  hazard.forEach((value, month) => {
    const stays = Math.exp(-value * (ratio[month] ?? 1))
    const share = on[month]!
    if (month + 1 < on.length) on[month + 1]! += share * stays
    back.forEach((each, absent) => {
      if (month + 2 + absent < on.length) on[month + 2 + absent]! += share * (1 - stays) * each
    })
  })
  return on
}

test('shares that are back follow from the hazards of coming back', () =>
  expect(Array.from(backShares(Float64Array.of(0.1, 0.5, 0)))).toEqual([0.1, 0.45, 0]))
