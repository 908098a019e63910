import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chiSquareUpper,
  logGamma,
  normalCdf,
  normalQuantile,
  regularisedBeta,
  studentQuantile,
  studentTwoSided,
  upperGamma,
} from './distributions.ts'

/** Agrees to twelve digits of the value itself, also far out in a tail. The values are those of R 4.2.2. */
const agrees = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(2e-12 * Math.max(Math.abs(expected), 1e-300))

describe('the normal distribution', () => {
  test.each([
    [-10, 7.6198530241605269e-24],
    [-5, 2.8665157187919391e-7],
    [-2.5, 6.2096653257761349e-3],
    [-1, 1.5865525393145705e-1],
    [-0.3, 3.8208857781104733e-1],
    [0, 0.5],
    [0.3, 6.1791142218895267e-1],
    [1, 8.4134474606854293e-1],
    [2.5, 9.9379033467422384e-1],
    [5, 9.9999971334842808e-1],
  ])('P(Z ≤ %d) is as in R', (z, expected) => agrees(normalCdf(z), expected))

  test.each([
    [1e-300, -37.0470962993612],
    [1e-12, -7.03448382530113214],
    [1e-4, -3.71901648545567998],
    [0.025, -1.95996398454005383],
    [0.2, -0.84162123357291418],
    [0.4, -0.25334710313579978],
    [0.6, 0.25334710313579978],
    [0.975, 1.95996398454005361],
    [0.9999, 3.7190164854557084],
  ])('the quantile at %d is as in R', (p, expected) => agrees(normalQuantile(p), expected))

  test('the quantile of a half is zero', () => expect(Math.abs(normalQuantile(0.5))).toBeLessThan(1e-15))
  test('the quantiles of nothing and of all are without end', () =>
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]))
  test('a probability outside 0 to 1 has no quantile', () =>
    expect([normalQuantile(-0.1), normalQuantile(1.1)]).toEqual([Number.NaN, Number.NaN]))
  test('the quantile undoes the distribution function', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        (z) => Math.abs(normalQuantile(normalCdf(z)) - z) < 1e-6,
      ),
      { seed: 1 },
    ))
})

describe('the chi-square distribution', () => {
  test.each([
    [0.1, 1, 7.5182963404584935e-1],
    [3.84, 1, 5.0043521248705224e-2],
    [10, 1, 1.5654022580025519e-3],
    [40, 1, 2.5396285894708649e-10],
    [1, 3, 8.0125195690120077e-1],
    [6, 3, 1.1161022509471258e-1],
    [30, 3, 1.3800570312932547e-6],
    [200, 3, 4.2185411071920418e-43],
    [5, 5, 4.1588018699550794e-1],
    [50, 50, 4.7339846855634937e-1],
  ])('P(X > %d) with %d degrees of freedom is as in R', (x, df, expected) => agrees(chiSquareUpper(x, df), expected))

  test('everything lies above zero', () => expect([chiSquareUpper(0, 3), chiSquareUpper(-1, 3)]).toEqual([1, 1]))
  test('without degrees of freedom nothing can differ', () => expect(chiSquareUpper(4, 0)).toBe(1))
  test('the gamma function’s upper part is whole at zero', () => expect(upperGamma(2, 0)).toBe(1))
})

describe('Student’s t distribution', () => {
  test.each([
    [0.1, 1, 9.3654896513889285e-1],
    [1, 3, 3.9100221895577053e-1],
    [2, 10, 7.3388034770740393e-2],
    [5, 10, 5.3733360275645247e-4],
    [2, 100, 4.8212178731133669e-2],
    [2, 0.7, 3.6914815166652243e-1],
    [30, 4, 7.3528560976613233e-6],
  ])('P(|T| > %d) with %d degrees of freedom is as in R', (t, df, expected) => agrees(studentTwoSided(t, df), expected))

  test.each([
    [0.975, 1, 12.70620473617469415],
    [0.9, 4, 1.53320627405894294],
    [0.6, 7, 0.26316686135202277],
    [0.3, 30, -0.53001900390650458],
    [0.025, 300, -1.96790301126108647],
    [0.9995, 2.5, 18.27789352813151424],
  ])('the quantile at %d with %d degrees of freedom is as in R', (p, df, expected) =>
    agrees(studentQuantile(p, df), expected),
  )

  test('the median is zero', () => expect(studentQuantile(0.5, 9)).toBe(0))
})

describe('the gamma and beta functions', () => {
  test.each([
    [0.01, 4.59947987804202185],
    [0.3, 1.0957979948180756],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524518],
    [7.25, 7.05218545073853953],
    [171, 706.57306224578746878],
    [1000, 5905.22042320918080804],
  ])('ln Γ(%d) is as in R', (x, expected) => agrees(logGamma(x), expected))

  test('ln Γ of one and of two is zero', () => {
    expect(logGamma(1)).toBeCloseTo(0, 13)
    expect(logGamma(2)).toBeCloseTo(0, 13)
  })

  test.each([
    [0.01, 0.5, 0.5, 6.376856085851984e-2],
    [0.3, 2, 5, 5.7982500000000015e-1],
    [0.5, 5, 5, 0.5],
    [0.9, 3, 0.2, 1.9414127962989719e-1],
    [0.999, 10, 1, 9.9004488020974812e-1],
    [0.2, 40, 2, 3.6283883716608156e-27],
  ])('I(%d; %d, %d) is as in R', (x, a, b, expected) => agrees(regularisedBeta(x, a, b), expected))

  test('the beta function is nothing below 0 and all above 1', () =>
    expect([regularisedBeta(-0.1, 2, 3), regularisedBeta(0, 2, 3), regularisedBeta(1, 2, 3)]).toEqual([0, 0, 1]))
})
