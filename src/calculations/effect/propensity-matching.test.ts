import { expect, test } from 'vitest'
import { covariate, households, onlyCovariates, withCovariate } from '../../../test/support/effect-sample.ts'
import { propensityMatching } from './propensity-matching.ts'

const matched = (caliper: number, scale: 'probability' | 'logit' = 'logit') =>
  propensityMatching(households(), { scale, caliper })

test('on the chance itself, without caliper, is Match(M = 1) of R', () => {
  const { estimate, standardError, ...rest } = matched(Infinity, 'probability')
  expect(estimate).toBeCloseTo(-1, 12)
  expect(standardError).toBeCloseTo(1.15983397249348, 10)
  expect(rest).toMatchObject({ matched: 16, unmatched: 0 })
})

test('averages ties', () => {
  const sample = onlyCovariates(households(), 'kids', 'sfi')
  const { estimate, standardError } = propensityMatching(sample, { scale: 'probability', caliper: Infinity })
  expect(estimate).toBeCloseTo(-1.67708333333333, 12)
  expect(standardError).toBeCloseTo(0.858117001625813, 10)
})

test('within a caliper on the logit is Match(caliper = 0.2), and counts those without a match', () => {
  expect(matched(0.2)).toMatchObject({ estimate: expect.closeTo(-1.54545454545455, 12), matched: 11, unmatched: 5 })
  const ties = propensityMatching(onlyCovariates(households(), 'kids', 'sfi'), { scale: 'logit', caliper: 0.2 })
  expect(ties).toMatchObject({ estimate: expect.closeTo(-1.8452380952381, 12), unmatched: 2 })
})

test('the caliper is in standard deviations with n below, as in Match, on either scale', () => {
  expect(matched(0.2, 'probability')).toMatchObject({ estimate: expect.closeTo(-1.08333333333333, 12), unmatched: 4 })
  expect(matched(0.105).unmatched).toBe(7)
  expect(matched(0.107).unmatched).toBe(6)
})

test('weighs the matched controls in the balance', () => {
  const before = Object.fromEntries(matched(0.2).balance.map((each) => [each.covariate, each.before]))
  expect(before.age).toBeCloseTo(-0.43670880404123, 10)
  expect(Math.abs(matched(Infinity).balance[2]!.after)).toBeLessThan(Math.abs(before.sfi!))
})

test('leaves out rows with a missing covariate', () => {
  const gap = withCovariate(households(), 'gap', (row) => (row === 0 ? Number.NaN : row % 2))
  expect(propensityMatching(gap, { scale: 'logit', caliper: Infinity }).matched).toBe(15)
})

test('refuses when fewer than two treated have a match', () => {
  const withControls = (...x: number[]) =>
    propensityMatching(
      {
        treated: Uint8Array.of(1, 1, 1, 0, 0, 0),
        outcome: Float64Array.of(1, 2, 3, 4, 5, 6),
        covariates: [covariate('x', [1, 2, 3, ...x])],
      },
      { scale: 'logit', caliper: 1e-6 },
    )
  expect(() => withControls(0, 0.5, 7)).toThrow('too-few {"found":0,"needed":2,"what":"deltagare med en like"}')
  expect(() => withControls(1, 0.5, 7)).toThrow('too-few {"found":1,"needed":2')
  expect(withControls(1, 2, 7)).toMatchObject({ matched: 2, unmatched: 1 })
})
