import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributeChange } from './attribute-change.ts'

const months = fc.array(
  fc.record({
    ore: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    interventions: fc.subarray(['Jobbjakten', 'Jobbtorg', 'MICA', 'SYV']),
  }),
  { maxLength: 60 },
)
const total = fc.integer({ min: 0, max: 1e12 })

describe('what interventions did to a change in cost', () => {
  test('sums with the unexplained rest to the change, in öre, for any data', () =>
    fc.assert(
      fc.property(total, total, months, (before, after, saved) => {
        const { changeOre, attributed, unexplainedOre } = attributeChange(before, after, saved)
        expect(attributed.reduce((sum, { ore }) => sum + ore, unexplainedOre)).toBe(changeOre)
        expect(changeOre).toBe(after - before)
      }),
      { seed: 5, numRuns: 300 },
    ))

  test('does not depend on the order of the months or of the interventions in them', () =>
    fc.assert(
      fc.property(months, (saved) => {
        const turned = saved.map((each) => ({ ...each, interventions: each.interventions.toReversed() })).reverse()
        expect(attributeChange(0, 0, turned)).toEqual(attributeChange(0, 0, saved))
      }),
      { seed: 5, numRuns: 100 },
    ))

  test('shares a month once, and does not let a cost hide a saving', () => {
    const found = attributeChange(100_000, 60_000, [
      { ore: 30_001, interventions: ['Jobbtorg', 'Jobbjakten'] },
      { ore: -8_000, interventions: ['Arbetspraktik'] },
      { ore: 5_000, interventions: [] },
    ])
    expect(found).toEqual({
      changeOre: -40_000,
      attributed: [
        { intervention: 'Arbetspraktik', ore: 8_000 },
        { intervention: 'Jobbjakten', ore: -15_001 },
        { intervention: 'Jobbtorg', ore: -15_000 },
      ],
      unexplainedOre: -17_999,
    })
  })

  test('refuses what is not whole öre', () => {
    expect(() => attributeChange(0, 0, [{ ore: 0.5, interventions: ['MICA'] }])).toThrow('hela ören')
  })
})
