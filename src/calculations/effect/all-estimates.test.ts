import { expect, test } from 'vitest'
import { covariate } from '../../../test/support/effect-sample.ts'
import { CannotCalculate } from '../refusal.ts'
import { allEstimates, answerOrRefusal, estimateOf } from './all-estimates.ts'
import { methods } from './estimate.ts'

/** The treated are older than any control. */
const apart = {
  treated: Uint8Array.of(1, 1, 0, 0),
  outcome: Float64Array.of(5, 7, 1, 2),
  covariates: [covariate('age', [51, 62, 20, 31])],
}

test('a method that refuses does not stop the others', () => {
  const found = allEstimates(apart)
  expect(found.map(({ method }) => method)).toEqual(methods)
  expect(estimateOf(found, 'difference')).toMatchObject({ method: 'difference', estimate: 4.5 })
  expect(estimateOf(found, 'entropy-balancing')).toBe(null)
  expect(found.find(({ method }) => method === 'entropy-balancing')).toMatchObject({
    refusal: { kind: 'infeasible-balance', detail: { covariate: 'age' } },
  })
})

test('a refusal is an answer, a fault in the program is not', () => {
  expect(answerOrRefusal(() => 7)).toBe(7)
  const refusal = new CannotCalculate('separation')
  expect(
    answerOrRefusal(() => {
      throw refusal
    }),
  ).toBe(refusal)
  expect(() =>
    answerOrRefusal(() => {
      throw new TypeError('fault')
    }),
  ).toThrow(TypeError)
})
