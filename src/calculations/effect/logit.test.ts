import { describe, expect, test } from 'vitest'
import { covariate, households, onlyCovariates, withCovariate } from '../../../test/support/effect-sample.ts'
import { fromColumns } from '../linear-algebra.ts'
import { logit } from './logit.ts'
import { designOf } from './sample-design.ts'
import type { Sample } from './sample.ts'

describe('the chance of treatment', () => {
  test('is that of R’s glm', () => {
    const { probability, odds } = logit(designOf(households()))
    const coefficients = [1.94866392278726, -0.0359454762802183, -0.386604712846484, 0.713264733575753]
    households().treated.forEach((_, row) => {
      const score = households().covariates.reduce(
        (total, { values }, at) => total + coefficients[at + 1]! * values[row]!,
        coefficients[0]!,
      )
      expect(odds[row]).toBeCloseTo(Math.exp(score), 9)
      expect(probability[row]).toBeCloseTo(1 / (1 + Math.exp(-score)), 9)
    })
  })

  test('without covariates is the share treated', () =>
    expect(logit(designOf(onlyCovariates(households()))).probability[5]).toBeCloseTo(16 / 28, 12))

  test('is the same from another start', () => {
    const design = designOf(households())
    const again = logit(design, Float64Array.of(3, -4, 2, 5))
    logit(design).probability.forEach((e, row) => expect(again.probability[row]).toBeCloseTo(e, 10))
  })

  test('is near 0 where a covariate rules the intervention out, and R’s limit for the others', () => {
    const sample = withCovariate(households(), 'only', (row, treated) => Number(treated === 0 && (row + 1) % 3 === 0))
    const { probability } = logit(designOf(sample))
    const only = sample.covariates[3]!.values
    const score = 3.98263336422293 - 0.0580423558367879 * 38 - 0.731108686428022
    expect(probability[0]).toBeCloseTo(1 / (1 + Math.exp(-score)), 8)
    probability.forEach((e, row) => (only[row] === 1 ? expect(e).toBeLessThan(1e-9) : expect(e).toBeGreaterThan(0.01)))
  })

  test('leaves out the later of two columns that cannot be told apart', () => {
    const design = designOf(onlyCovariates(households(), 'age'))
    const age = Float64Array.from(design.treated, (_, row) => design.x.values[2 * row + 1]!)
    const twice = { ...design, x: fromColumns([age.map(() => 1), age, age]) }
    const { probability, coefficients } = logit(twice)
    logit(design).probability.forEach((e, row) => expect(probability[row]).toBeCloseTo(e, 10))
    expect(coefficients[2]).toBe(0)
  })

  test('counts a row as many times as its frequency says', () => {
    const design = designOf(onlyCovariates(households()))
    const frequency = design.frequency.map((_, row) => (row === 0 ? 3 : row === 1 ? 0 : 1))
    expect(logit({ ...design, frequency }).probability[0]).toBeCloseTo(18 / 29, 12)
  })
})

describe('refuses', () => {
  const line = (treated: number[], x: number[]): Sample => ({
    treated: Uint8Array.from(treated),
    outcome: Float64Array.from(x),
    covariates: [covariate('x', x)],
  })

  test('separation when a covariate decides every treatment', () =>
    expect(() => logit(designOf(line([0, 0, 0, 1, 1, 1], [1, 2, 3, 11, 12, 13])))).toThrow('separation'))

  test('a precision that cannot be reached', () =>
    expect(() => logit(designOf(households()), undefined, 0)).toThrow('not-converged {"steps":100}'))

  test('not when two rows of either arm share the boundary', () => {
    const { probability } = logit(designOf(line([0, 0, 0, 1, 1, 1, 1, 0], [1, 2, 3, 11, 12, 13, 5, 5])))
    expect(probability[6]).toBeCloseTo(0.5, 6)
    expect(probability[0]).toBeLessThan(1e-6)
    expect(probability[5]).toBeGreaterThan(1 - 1e-6)
  })
})
