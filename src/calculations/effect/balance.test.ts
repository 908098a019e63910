import { describe, expect, test } from 'vitest'
import { covariate } from '../../../test/support/effect-sample.ts'
import { balanceOf } from './balance.ts'

const treated = Uint8Array.of(1, 1, 1, 0, 0, 0)
const weights = Float64Array.of(0, 0, 0, 1, 1, 2)

describe('the standardised difference', () => {
  test('is in standard deviations of the treated, before and after weighting', () =>
    expect(balanceOf(treated, [covariate('x', [2, 4, 6, 0, 2, 10])], weights)).toEqual([
      { covariate: 'x', before: 0, after: -0.75 },
    ]))

  test('is in those of all rows where the treated are alike', () => {
    const [found] = balanceOf(treated, [covariate('x', [1, 1, 1, 0, 0, 1])], weights)
    const spread = Math.sqrt((6 * (4 / 6) * (2 / 6)) / 5)
    expect(found!.before).toBeCloseTo(2 / 3 / spread, 12)
    expect(found!.after).toBeCloseTo(0.5 / spread, 12)
  })

  test('takes alike for alike though their mean has a rounding error', () => {
    const [found] = balanceOf(treated, [covariate('x', [0.1, 0.1, 0.1, 0, 0, 0.3])], weights)
    expect(Math.abs(found!.before)).toBeLessThan(1e-9)
    expect(Math.abs(found!.after)).toBeLessThan(1)
  })

  test('is 0 for what is the same in every row', () =>
    expect(balanceOf(treated, [covariate('x', [3, 3, 3, 3, 3, 3])], weights)).toEqual([
      { covariate: 'x', before: 0, after: 0 },
    ]))

  test('is of the known values', () => {
    const gaps = covariate('x', [2, 6, NaN, NaN, 1, 4])
    const [found] = balanceOf(treated, [gaps], weights)
    expect(found!.before).toBeCloseTo((4 - 2.5) / Math.sqrt(8), 12)
    expect(found!.after).toBeCloseTo((4 - 3) / Math.sqrt(8), 12)
  })

  test('knows a spread of its own when the treated are alike but for the missing', () => {
    const [found] = balanceOf(treated, [covariate('x', [5, 5, NaN, 3, NaN, 4])], weights)
    const spread = Math.sqrt(((5 - 4.25) ** 2 * 2 + 1.25 ** 2 + 0.25 ** 2) / 3)
    expect(found!.before).toBeCloseTo(1.5 / spread, 12)
  })
})
