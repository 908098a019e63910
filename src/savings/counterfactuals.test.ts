import { describe, expect, test } from 'vitest'
import { againstSimilar, type Counterfactual, judgeClaim } from './counterfactuals.ts'

const millions = (amount: number) => Math.round(amount * 1_000_000) * 100
const way = (kind: Counterfactual['kind'], saving: number): Counterfactual => ({
  ...{ kind, ore: millions(saving + 26.7), savingOre: millions(saving), lowerOre: null, upperOre: null },
  ...{ author: '', on: null, source: '' },
})
const claim = (ore: number) => ({ ore, on: '2022-02-08', source: 'Nyhet' })

describe('a claimed saving', () => {
  test('of 12 mnkr is no difference: 38.1 − 26.7 is 11.4, which is 11, and 44.7 − 26.7 is 18.0 (004-3)', () => {
    const ways = [way('last-year', 38.1 - 26.7), way('own-forecast', 44.7 - 26.7)]
    expect(judgeClaim(claim(millions(12)), ways)).toMatchObject({
      isFound: false,
      nearest: { kind: 'last-year', savingOre: millions(11.4) },
      nearestRoundedOre: millions(11),
    })
    for (const true_ of [11, 11.4, 18]) expect(judgeClaim(claim(millions(true_)), ways).isFound).toBe(true)
  })

  test('is neither found nor near where nothing can be counted', () =>
    expect(judgeClaim(claim(millions(12)), [])).toMatchObject({
      isFound: false,
      nearest: null,
      nearestRoundedOre: null,
    }))
})

describe('similar municipalities', () => {
  const others = [0.9, 0.95, 1, 1.05, 1.1].map((change, at) => ({
    ...{ region: `Kommun ${at}`, before: 1000 },
    after: 1000 * change,
  }))

  test('that stood still as a whole make the whole change a saving, within what they differ by themselves', () => {
    const found = againstSimilar(millions(38.1), millions(26.7), others)!
    expect(found).toMatchObject({ ore: millions(38.1), change: 0 })
    expect(found.lowerOre).toBeLessThan(millions(11.4))
    expect(found.upperOre).toBeGreaterThan(millions(11.4))
    expect(found.lowerOre).toBeGreaterThan(0)
  })

  test('that fell as much leave no saving', () => {
    const fallen = others.map(({ region, before }) => ({ region, before, after: before * 0.7 }))
    const found = againstSimilar(millions(10), millions(7), fallen)!
    expect(found.ore - millions(7)).toBeCloseTo(0, -2)
  })

  test('that are fewer than five say nothing', () =>
    expect(againstSimilar(millions(38.1), millions(26.7), others.slice(1))).toBeNull())
})
