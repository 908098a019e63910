import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditAction, ledgerChange } from './attribution.ts'

const interventions = ['Jobbjakten', 'Jobbtorg', 'MICA']
const saved = fc.record({
  month: fc.integer({ min: 24_200, max: 24_230 }),
  ore: fc.integer({ min: -2_000_000, max: 2_000_000 }),
  interventions: fc.subarray(interventions, { minLength: 1 }),
})
const manyMonths = fc.array(saved, { maxLength: 60 })

describe('what an action may count as its own', () => {
  test('is all of a month that the household had nothing else in, and half of one with another', () => {
    const credited = creditAction(
      {
        creditedMonths: [
          { month: 1, ore: 900, interventions: ['Jobbtorg'] },
          { month: 1, ore: 101, interventions: ['Jobbtorg', 'MICA'] },
          { month: 2, ore: -300, interventions: ['MICA', 'Jobbtorg', 'Jobbjakten'] },
        ],
      },
      'Jobbtorg',
      [{ creditedMonths: [{ month: 3, ore: 40, interventions: ['MICA', 'Jobbtorg'] }] }],
    )
    expect(credited).toEqual({
      ...{ claimedOre: 701, receivedOre: 20, creditedOre: 871 },
      shared: [
        { intervention: 'Jobbjakten', ore: -100 },
        { intervention: 'MICA', ore: -50 },
      ],
      byMonth: [
        { month: 1, ore: 951 },
        { month: 2, ore: -100 },
        { month: 3, ore: 20 },
      ],
    })
  })

  test('is claimed less shared and with received, in whole öre, whatever the order', () => {
    fc.assert(
      fc.property(manyMonths, manyMonths, (creditedMonths, others) => {
        const credited = creditAction({ creditedMonths }, 'Jobbtorg', [{ creditedMonths: others }])
        const shared = credited.shared.reduce((sum, { ore }) => sum + ore, 0)
        expect(credited.claimedOre - shared + credited.receivedOre).toBe(credited.creditedOre)
        const again = creditAction({ creditedMonths: creditedMonths.toReversed() }, 'Jobbtorg', [
          { creditedMonths: others.toReversed() },
        ])
        expect(again).toEqual(credited)
        expect(credited.byMonth.every(({ ore }) => Number.isSafeInteger(ore))).toBe(true)
      }),
      { seed: 5 },
    )
  })

  test('adds up over all actions to what they claim together: a household-month in two of them is counted once', () => {
    fc.assert(
      fc.property(fc.tuple(manyMonths, manyMonths, manyMonths), (claims) => {
        const all = claims.map((creditedMonths) => ({ creditedMonths }))
        const credited = interventions.map((own, at) => creditAction(all[at]!, own, all.toSpliced(at, 1)).creditedOre)
        const claimed = claims.flat().reduce((sum, { ore }) => sum + ore, 0)
        expect(credited.reduce((sum, ore) => sum + ore, 0)).toBe(claimed)
      }),
      { seed: 5 },
    )
  })
})

test('two actions that follow the same participants have half each: nothing is counted twice', () => {
  fc.assert(
    fc.property(manyMonths, (creditedMonths) => {
      const credited = creditAction({ creditedMonths }, 'Jobbtorg', [], ['Fler platser'])
      const alone = creditAction({ creditedMonths }, 'Jobbtorg', [])
      const shared = credited.shared.reduce((sum, { ore }) => sum + ore, 0)
      expect(credited.claimedOre - shared).toBe(credited.creditedOre)
      for (const [at, { ore }] of credited.byMonth.entries())
        expect(Math.abs(2 * ore)).toBeLessThanOrEqual(Math.abs(alone.byMonth[at]!.ore))
    }),
    { seed: 5 },
  )
})

describe('a change in what was paid', () => {
  test('is the economy, the actions and the unexplained, to the öre, for all data', () => {
    const ore = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 })
    const others = fc.option(fc.double({ min: -0.9, max: 3, noNaN: true }))
    fc.assert(
      fc.property(ore, ore, others, fc.array(ore, { maxLength: 8 }), (beforeOre, afterOre, othersChange, amounts) => {
        const savings = amounts.map((each, at) => ({ key: String(at), ore: each }))
        const found = ledgerChange({ beforeOre, afterOre, othersChange, savings })
        const attributed = found.actions.reduce((sum, each) => sum + each.ore, found.economyOre ?? 0)
        expect(attributed + found.unexplainedOre).toBe(afterOre - beforeOre)
        expect(found.economyOre === null).toBe(othersChange === null)
      }),
      { seed: 5 },
    )
  })

  test('does not give the actions what similar municipalities had without them', () => {
    const found = ledgerChange({
      ...{ beforeOre: 1_000_000, afterOre: 700_000, othersChange: -0.1 },
      savings: [{ key: 'jobbtorg', ore: 150_000 }],
    })
    expect(found).toMatchObject({ changeOre: -300_000, economyOre: -100_000, unexplainedOre: -50_000 })
  })
})
