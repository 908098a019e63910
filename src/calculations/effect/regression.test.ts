import { describe, expect, test } from 'vitest'
import { covariate, households, onlyCovariates, withCovariate } from '../../../test/support/effect-sample.ts'
import { estimateEffect } from './estimate.ts'
import { outcomeRegression } from './outcome-regression.ts'
import { regression } from './regression.ts'
import { designOf } from './sample-design.ts'
import { type Sample, sampleOf } from './sample.ts'

const small = (x: number[]): Sample => ({
  treated: Uint8Array.of(1, 1, 0, 0),
  outcome: Float64Array.of(3, 5, 1, 2),
  covariates: [covariate('x', x)],
})

describe('regression', () => {
  test('with nothing to adjust for is the difference, error and all', () => {
    const plain = estimateEffect(onlyCovariates(households()), 'difference')
    const { estimate, standardError, effectiveControls } = estimateEffect(onlyCovariates(households()), 'regression')
    expect(estimate).toBeCloseTo(plain.estimate, 12)
    expect(standardError).toBeCloseTo(plain.standardError, 12)
    expect(effectiveControls).toBeCloseTo(12, 10)
  })

  test('gives the outcomes of the controls weights that sum to one and need not balance them to the treated', () => {
    const { balance, effectiveControls } = estimateEffect(households(), 'regression')
    expect(effectiveControls).toBeLessThan(12)
    expect(Math.abs(balance[0]!.after)).toBeGreaterThan(0.01)
    expect(Math.abs(balance[0]!.after)).toBeLessThan(Math.abs(balance[0]!.before))
  })

  test('refuses when no degree of freedom is left, but not with one', () => {
    const three = withCovariate(small([1, 2, 1.5, 3]), 'z', (row) => (row === 2 ? 1 : 0))
    expect(() => estimateEffect(three, 'regression')).toThrow('too-few {"found":4,"needed":5}')
    expect(estimateEffect(small([1, 2, 1.5, 3]), 'regression').estimate).toBeCloseTo(3.3076923076923, 10)
  })

  test('weighs the outcomes of the controls to a sum of one', () => {
    const { controlWeights } = regression(designOf(households()))
    expect(controlWeights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 12)
  })

  test('refuses when the covariates give the treatment exactly, or to five decimals', () => {
    expect(() => estimateEffect(small([7, 7, 2, 2]), 'regression')).toThrow('collinear {"columns":"insats, bakgrund"}')
    expect(() => estimateEffect(small([1 + 7e-6, 1 - 7e-6, 7e-6, -7e-6]), 'regression')).toThrow('collinear')
    expect(estimateEffect(small([1 + 2e-5, 1 - 2e-5, 2e-5, -2e-5]), 'regression').treated).toBe(2)
  })
})

describe('outcome regression', () => {
  test('weighs the outcomes of the controls to a sum of one', () => {
    const { controlWeights } = outcomeRegression(designOf(households()))
    expect(controlWeights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 12)
  })

  test('refuses fewer controls than coefficients, but not as many', () => {
    const rows = Int32Array.from(households().treated.keys())
    const treated = rows.filter((row) => households().treated[row] === 1)
    const controls = rows.filter((row) => households().treated[row] === 0)
    const withControls = (count: number) =>
      sampleOf(households(), Int32Array.from([...treated, ...controls.slice(0, count)]))
    expect(() => estimateEffect(withControls(3), 'outcome-regression')).toThrow(
      'too-few {"found":3,"needed":4,"what":"jämförda"}',
    )
    expect(() => estimateEffect(withControls(3), 'aipw')).toThrow('too-few')
    expect(Number.isFinite(estimateEffect(withControls(4), 'outcome-regression').estimate)).toBe(true)
  })

  test('predicts a covariate that no control has as if it did not matter, as R', () => {
    const only = withCovariate(households(), 'only', (row, treated) => Number(treated === 1 && row % 3 === 0))
    expect(estimateEffect(only, 'outcome-regression').estimate).toBeCloseTo(-1.22883064516129, 10)
  })

  test('counts a bound on columns that are almost the same as R’s 1e-7', () => {
    const age = households().covariates[0]!.values
    const nearly = withCovariate(households(), 'nearly', (row) => age[row]! + 1e-3 * ((row * 7) % 11))
    const same = withCovariate(households(), 'same', (row) => age[row]! + 1e-9 * ((row * 7) % 11))
    expect(estimateEffect(same, 'outcome-regression').estimate).toBeCloseTo(-1.22883064516129, 8)
    expect(estimateEffect(nearly, 'outcome-regression').estimate).not.toBeCloseTo(-1.22883064516129, 2)
  })
})
