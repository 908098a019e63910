import { expect, test } from 'vitest'
import { households, onlyCovariates, valuesOf, withCovariate } from '../../../test/support/effect-sample.ts'
import { estimateEffect } from './estimate.ts'
import { sampleOf } from './sample.ts'

test('an outcome that is a line of the covariates has no effect left when the unlikeness is taken away', () => {
  const sample = onlyCovariates(households(), 'age', 'kids')
  const [age, kids] = [valuesOf(sample, 'age'), valuesOf(sample, 'kids')]
  const outcome = age.map((value, row) => 3 + 0.2 * value - kids[row]! + 4 * sample.treated[row]!)
  const { estimate, standardError } = estimateEffect({ ...sample, outcome }, 'nearest-neighbour')
  expect(estimate).toBeCloseTo(4, 10)
  expect(standardError).toBeCloseTo(0, 9)
})

test('the unit of a covariate has no influence', () => {
  const sample = onlyCovariates(households(), 'age', 'kids')
  const cents = withCovariate(onlyCovariates(sample, 'kids'), 'age', (row) => 100 * valuesOf(sample, 'age')[row]!)
  expect(estimateEffect(cents, 'nearest-neighbour').estimate).toBeCloseTo(
    estimateEffect(sample, 'nearest-neighbour').estimate,
    10,
  )
})

test('without any covariate that varies, every control is a match: the plain difference', () => {
  const sample = withCovariate(onlyCovariates(households()), 'same', () => 4)
  const { estimate, effectiveControls } = estimateEffect(sample, 'nearest-neighbour')
  expect(estimate).toBeCloseTo(-2.0625, 12)
  expect(effectiveControls).toBeCloseTo(12, 10)
})

test('refuses fewer treated, or fewer matched controls, than coefficients', () => {
  const arms = (treated: number, controls: number) => {
    const rows = Array.from(households().treated.keys())
    const ofArm = (arm: number) => rows.filter((row) => households().treated[row] === arm)
    return sampleOf(households(), Int32Array.from([...ofArm(1).slice(0, treated), ...ofArm(0).slice(0, controls)]))
  }
  expect(() => estimateEffect(arms(3, 12), 'nearest-neighbour')).toThrow('too-few {"found":3,"needed":4}')
  expect(() => estimateEffect(arms(16, 3), 'nearest-neighbour')).toThrow('too-few {"found":3,"needed":4}')
  expect(estimateEffect(arms(4, 4), 'nearest-neighbour')).toMatchObject({ treated: 4, controls: 4 })
})
