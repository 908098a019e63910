import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainJobDifference, type JobCase, supportIntoWages } from './support-into-wages.ts'

const kronor = (amount: number) => amount * 100

/** 22 000 kronor with 40 % in fees, of which the state takes 80 % up to 20 000; 10 000 kronor of assistance saved. */
const year: JobCase = {
  wageOre: kronor(22_000),
  feeShare: 0.4,
  supervisionOre: kronor(2000),
  subsidyShare: 0.8,
  subsidisedWageOre: kronor(20_000),
  months: 12,
  supportOre: kronor(10_000),
  exitShare: 0,
  returnShare: 0.5,
  taxShare: 0.2,
  untaxedOre: kronor(2000),
  horizon: 24,
}

describe('a case worked out by hand', () => {
  const result = supportIntoWages(year)

  test('a month of the job: 30 800 and 2 000 less a subsidy of 22 400 is 10 400; 10 000 saved and 4 000 in tax', () =>
    expect(result.months[0]).toEqual({
      cost: kronor(10_400),
      supportSaved: kronor(10_000),
      taxBack: kronor(4000),
      net: kronor(3600),
      cumulative: kronor(3600),
    }))

  test('a month after it: half come back, so 5 000 is saved and nothing costs', () =>
    expect(result.months[12]).toMatchObject({ cost: 0, supportSaved: kronor(5000), taxBack: 0, net: kronor(5000) }))

  test('two years: 12 × 3 600 and 12 × 5 000', () =>
    expect(result).toMatchObject({
      cost: kronor(124_800),
      supportSaved: kronor(180_000),
      taxBack: kronor(48_000),
      net: kronor(103_200),
      breakEven: 1,
    }))

  test('without a subsidy it has not been earned back after two years, and the subsidy where it is can be told', () => {
    const unsubsidised = supportIntoWages({ ...year, subsidyShare: 0 })
    expect(unsubsidised).toMatchObject({ net: kronor(-165_600), breakEven: null })
    // 165 600 kronor over twelve months of 28 000 kronor that the state can take part of.
    expect(unsubsidised.breakEvenSubsidy).toBeCloseTo(165_600 / (12 * 28_000), 6)
  })

  test('what the household would have done anyway is not the job’s doing', () => {
    const leaving = supportIntoWages({ ...year, exitShare: 0.5 })
    expect(leaving.months.slice(0, 3).map(({ supportSaved }) => supportSaved)).toEqual([1_000_000, 500_000, 250_000])
    expect(leaving.months[12]!.supportSaved).toBe(Math.round((1_000_000 * 0.5) / 2 ** 12))
  })

  test('no job is no cost', () =>
    expect(supportIntoWages({ ...year, months: 0 })).toMatchObject({ cost: 0, taxBack: 0, breakEvenSubsidy: null }))
})

const share = fc.double({ min: 0, max: 1, noNaN: true })
const ore = fc.integer({ min: 0, max: 5_000_000 })
const anyCase: fc.Arbitrary<JobCase> = fc
  .record({
    wageOre: ore,
    feeShare: share,
    supervisionOre: ore,
    subsidyShare: share,
    subsidisedWageOre: ore,
    supportOre: ore,
    exitShare: share,
    returnShare: share,
    taxShare: share,
    untaxedOre: ore,
    horizon: fc.integer({ min: 1, max: 48 }),
  })
  .chain((given) => fc.integer({ min: 0, max: given.horizon }).map((months) => ({ ...given, months })))

test('the months sum to the totals in öre, and the totals to the net', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const { months, cost, supportSaved, taxBack, net } = supportIntoWages(given)
      expect(months.reduce((sum, month) => sum + month.net, 0)).toBe(net)
      expect(supportSaved + taxBack - cost).toBe(net)
      expect(Number.isInteger(net)).toBe(true)
    }),
    { seed: 1 },
  )
})

test('a higher subsidy, more support saved and fewer who return never make it worse', () => {
  fc.assert(
    fc.property(anyCase, share, (given, more) => {
      const net = (changes: Partial<JobCase>) => supportIntoWages({ ...given, ...changes }).net
      expect(net({ subsidyShare: Math.max(given.subsidyShare, more) })).toBeGreaterThanOrEqual(net({}))
      expect(net({ returnShare: Math.min(given.returnShare, more) })).toBeGreaterThanOrEqual(net({}))
      expect(net({ supportOre: given.supportOre + 10_000 })).toBeGreaterThanOrEqual(net({}))
    }),
    { seed: 2 },
  )
})

test('what each input does to the difference between two cases sums to the difference', () => {
  fc.assert(
    fc.property(anyCase, anyCase, (from, other) => {
      const { horizon, subsidisedWageOre, untaxedOre } = from
      const to = { ...other, horizon, subsidisedWageOre, untaxedOre, months: Math.min(other.months, horizon) }
      const parts = Object.values(explainJobDifference(from, to))
      const difference = supportIntoWages(to).net - supportIntoWages(from).net
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(difference, 3)
    }),
    { seed: 3, numRuns: 40 },
  )
})

test.each([
  [{ wageOre: -1 }, /wageOre/],
  [{ wageOre: 0.5 }, /wageOre/],
  [{ subsidyShare: 1.2 }, /subsidyShare/],
  [{ exitShare: NaN }, /exitShare/],
  [{ horizon: 0, months: 0 }, /horizon/],
  [{ months: 25 }, /months/],
] as const)('%o is refused by its name', (changes, name) => {
  expect(() => supportIntoWages({ ...year, ...changes })).toThrow(name)
})
