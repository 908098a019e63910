import { beforeAll, describe, expect, test } from 'vitest'
import { attributeChange } from '../src/calculations/savings/attribute-change.ts'
import { realisedSavings } from '../src/calculations/savings/realised.ts'
import { studyReceipt } from '../src/calculations/savings/receipt-study.ts'
import { sum } from '../src/calculations/sample-statistics.ts'
import { writeDemo } from '../src/demo/demo.ts'
import { demoColumns } from './support/demo-columns.ts'
import { type Found, isInside, savingsOfSeed } from './support/savings-study.ts'

/** Ten of the hundred of `npm run bench -- savings-truth`. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

describe('what programmes saved in demos whose truth is known', { timeout: 600_000 }, () => {
  let programmes: Found[]
  let together: Found[]
  beforeAll(() => {
    const found = seeds.map((seed) => savingsOfSeed(seed, 100))
    programmes = found.flatMap((each) => each.slice(0, -1))
    together = found.map((each) => each.at(-1)!)
  }, 600_000)

  test('the sum of all programmes is within its interval in nine seeds of ten or more', () =>
    expect(together.filter(isInside).length).toBeGreaterThanOrEqual(9))

  test('each programme is within its own interval about as often as it says', () =>
    expect(programmes.filter(isInside).length).toBeGreaterThanOrEqual(0.88 * programmes.length))

  test('nothing is credited on average that was not saved', () => {
    const [truth, estimate] = [sum(together.map((each) => each.truth)), sum(together.map((each) => each.estimate))]
    expect(Math.abs(estimate / truth - 1)).toBeLessThan(0.25)
  })

  test('persons times kronor times months, and a comparison by history alone, are outside', () => {
    expect(together.filter(({ naive, upper }) => naive > 5 * upper)).toHaveLength(seeds.length)
    const history = together.filter(({ byHistory, lower, upper }) => lower <= byHistory && byHistory <= upper)
    expect(history.length).toBeLessThan(5)
  })

  test('a programme without effect is not told to have one, and one that holds back is not told to save', () => {
    const of = (name: string) => programmes.filter(({ intervention }) => intervention === name)
    expect(of('MICA').filter(({ lower, upper }) => lower > 0 || upper < 0).length).toBeLessThanOrEqual(2)
    expect(of('Arbetspraktik').filter(({ lower }) => lower > 0)).toEqual([])
    expect(sum(of('Arbetspraktik').map(({ estimate }) => estimate))).toBeLessThan(0)
  })
})

describe('the whole ledger of a demo', { timeout: 300_000 }, () => {
  const { panel, participations } = demoColumns(writeDemo({ households: 300 }))
  const study = studyReceipt(panel, participations, { draws: 40 })
  const window = { from: panel.firstMonth, until: panel.untilMonth }
  const found = participations.interventions.flatMap((intervention, position) =>
    study.records.starts.intervention.includes(position)
      ? [{ intervention, ...realisedSavings({ panel, participations, intervention, window }, study) }]
      : [],
  )
  const months = found.flatMap(({ creditedMonths }) => creditedMonths)
  const paidIn = (from: number) =>
    sum(panel.householdMonths.amountOre.filter((_, row) => Math.floor(panel.householdMonths.month[row]! / 12) === from))

  test.each([2017, 2018])('what interventions did in %i and what nobody did sum to the change, in öre', (year) => {
    const ofYear = months.filter(({ month }) => Math.floor(month / 12) === year)
    const { attributed, unexplainedOre, changeOre } = attributeChange(paidIn(year - 1), paidIn(year), ofYear)
    expect(changeOre).toBe(paidIn(year) - paidIn(year - 1))
    expect(attributed.reduce((rest, { ore }) => rest + ore, unexplainedOre)).toBe(changeOre)
    expect(attributed.length).toBeGreaterThan(4)
    expect(sum(attributed.map(({ ore }) => ore))).toBe(-sum(ofYear.map(({ ore }) => ore)))
  })

  test('an intervention’s öre are the same by month since start, by calendar month and by whom they may be shared with', () => {
    for (const { grossOre, months: bySince, byMonth, creditedMonths } of found) {
      expect(sum(bySince.map((each) => each.grossOre))).toBe(grossOre)
      expect(sum(byMonth.map((each) => each.grossOre))).toBe(grossOre)
      expect(sum(creditedMonths.map(({ ore }) => ore))).toBe(grossOre)
    }
  })

  test('every number is a number, and every share is one', () => {
    for (const { months: bySince, gates, ...rest } of found) {
      expect(Number.isSafeInteger(rest.grossOre) && rest.lowerOre <= rest.upperOre).toBe(true)
      expect(bySince[0]!.actualReceipt).toBe(1)
      for (const each of bySince) {
        expect(each.actualReceipt).toBeLessThanOrEqual(1)
        expect(Object.values(each).every(Number.isFinite)).toBe(true)
      }
      expect(gates.every(({ value }) => Number.isFinite(value))).toBe(true)
    }
  })

  test('too few participants are not told to have saved', () => {
    const few = found.filter(({ treated }) => treated < 50)
    expect(few.length).toBeGreaterThan(0)
    expect(few.map(({ verdict }) => verdict)).toEqual(few.map(() => 'cannot-tell'))
  })

  test('the same seed gives the same interval', () => {
    const again = studyReceipt(panel, participations, { draws: 40 })
    const { intervention, drawsOre } = found[0]!
    expect(realisedSavings({ panel, participations, intervention, window }, again).drawsOre).toEqual(drawsOre)
  })

  test('an intervention that nobody started on assistance is refused, and so is a panel without assistance', () => {
    const ask = (from: number) => () =>
      realisedSavings({ panel, participations, intervention: 'Jobbtorg', window: { from, until: from } }, study)
    expect(ask(panel.firstMonth)).toThrow('no-treated')
    const nobody = {
      ...panel,
      householdMonths: { ...panel.householdMonths, amountOre: panel.householdMonths.amountOre.map(() => 0) },
    }
    expect(() => studyReceipt(nobody, participations)).toThrow('no-rows')
  })
})
