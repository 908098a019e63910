import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covariate, households, withCovariate } from '../../../test/support/effect-sample.ts'
import { entropyBalancing } from './entropy-balancing.ts'
import { estimateEffect } from './estimate.ts'
import { designOf } from './sample-design.ts'
import type { Sample } from './sample.ts'

const sampleOfX = (treatedX: number[], controlX: number[], outcome?: number[]): Sample => ({
  treated: Uint8Array.from([...treatedX.map(() => 1), ...controlX.map(() => 0)]),
  outcome: Float64Array.from(outcome ?? [...treatedX, ...controlX]),
  covariates: [covariate('x', [...treatedX, ...controlX])],
})

describe('the weights', () => {
  test('are those nearest to equal that give the mean: two values, solved by hand', () => {
    // Controls at 0, 0, 1 must have the mean 0.6: the one at 1 weighs 0.6, the others 0.2 each.
    const { controlWeights } = entropyBalancing(designOf(sampleOfX([0, 1, 1, 1, 0], [0, 0, 1])))
    const total = controlWeights.reduce((sum, weight) => sum + weight, 0)
    ;[0, 0, 0, 0, 0, 0.2, 0.2, 0.6].forEach((weight, row) =>
      expect(controlWeights[row]! / total).toBeCloseTo(weight, 12),
    )
  })

  test('are exponential in the covariate', () => {
    const { controlWeights } = entropyBalancing(designOf(sampleOfX([3, 4, 4], [0, 1, 2, 3, 4, 5, 6])))
    const ratios = [4, 5, 6, 7, 8].map((row) => controlWeights[row]! / controlWeights[row - 1]!)
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 10)
    expect(ratios[0]).toBeGreaterThan(1)
  })

  test('reach a mean at the end of what the controls hold, where the others weigh nothing', () => {
    const { estimate, balance, effectiveControls } = estimateEffect(
      sampleOfX([1, 1, 1], [0, 0, 1, 1, 1], [5, 6, 7, 100, 100, 1, 2, 3]),
      'entropy-balancing',
    )
    expect(estimate).toBeCloseTo(4, 7)
    expect(effectiveControls).toBeCloseTo(3, 7)
    expect(Math.abs(balance[0]!.after)).toBeLessThan(1e-8)
  })

  test('need not balance what no control differs in when the treated are the same', () => {
    const sample = withCovariate(households(), 'both', (row, treated) => Number(treated === 1 && row % 2 === 0))
    expect(() => estimateEffect(sample, 'entropy-balancing')).toThrow('{"covariate":"both"}')
    const half = withCovariate(households(), 'half', (row) => row % 2)
    expect(Math.abs(estimateEffect(half, 'entropy-balancing').balance[3]!.after)).toBeLessThan(1e-10)
  })

  test('exist when controls cannot tell two covariates apart but the treated agree with them', () => {
    const treated = { a: [1, 2, 3, 4, 3, 5], b: [2, 1, 3, 4, 5, 3] }
    const controls = [0, 1, 2, 3, 4, 5]
    const sample: Sample = {
      treated: Uint8Array.from([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]),
      outcome: Float64Array.from({ length: 12 }, (_, row) => row),
      covariates: [covariate('a', [...treated.a, ...controls]), covariate('b', [...treated.b, ...controls])],
    }
    for (const { after } of estimateEffect(sample, 'entropy-balancing').balance)
      expect(Math.abs(after)).toBeLessThan(1e-10)
  })

  test('reach a mean far from that of the controls, though a full step overshoots', () => {
    // Of twenty-one controls only the last is above 0: it must weigh 9.25/10 of all.
    const controls = [...Array<number>(20).fill(0), 10]
    const { controlWeights } = entropyBalancing(designOf(sampleOfX([9, 9.5], controls)))
    const total = controlWeights.reduce((sum, weight) => sum + weight, 0)
    expect(controlWeights[22]! / total).toBeCloseTo(0.925, 10)
    expect(controlWeights[2]! / total).toBeCloseTo(0.075 / 20, 10)
  })

  test('start from given multipliers, with the same answer', () => {
    const design = designOf(households())
    const first = entropyBalancing(design)
    const again = entropyBalancing(design, Float64Array.of(0, 1, -1, 0.5))
    expect(again.estimate).toBeCloseTo(first.estimate, 9)
    first.multipliers.forEach((value, at) => at > 0 && expect(again.multipliers[at]).toBeCloseTo(value, 8))
  })

  test('give every covariate the mean of the treated whenever they exist', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { minLength: 5, maxLength: 40 }),
        (rows) => {
          const sample: Sample = {
            treated: Uint8Array.from([1, 1, 0, 0, ...rows.map(([, treated]) => Number(treated))]),
            outcome: Float64Array.from([1, 2, 3, 4, ...rows.map(([x]) => x)]),
            covariates: [covariate('x', [0, 9, 0, 9, ...rows.map(([x]) => x)])],
          }
          expect(Math.abs(estimateEffect(sample, 'entropy-balancing').balance[0]!.after)).toBeLessThan(1e-8)
        },
      ),
      { seed: 20251122, numRuns: 30 },
    ))
})

describe('refuses', () => {
  test('a mean above or below what the controls hold, and names the covariate', () => {
    expect(() => estimateEffect(sampleOfX([8, 9], [1, 2, 3]), 'entropy-balancing')).toThrow('{"covariate":"x"}')
    expect(() => estimateEffect(sampleOfX([0, 0.5], [1, 2, 3]), 'entropy-balancing')).toThrow('{"covariate":"x"}')
  })

  test('means that each are within reach but not together, without a name', () => {
    const sample: Sample = {
      treated: Uint8Array.from([1, 1, 0, 0, 0, 0]),
      outcome: Float64Array.from([1, 2, 3, 4, 5, 6]),
      covariates: [covariate('a', [0.9, 0.8, 0, 0, 1, 0.4]), covariate('b', [0.9, 0.8, 0, 1, 0, 0.4])],
    }
    expect(() => estimateEffect(sample, 'entropy-balancing')).toThrow(/^infeasible-balance \{\}$/)
  })

  test.each([0, 1])('a mean at the very end, %d, that the rest cannot follow, without a name either', (end) => {
    const sample: Sample = {
      treated: Uint8Array.from([1, 1, 0, 0, 0, 0]),
      outcome: Float64Array.from([1, 2, 3, 4, 5, 6]),
      covariates: [covariate('a', [end, end, end, end, 1 - end, 1 - end]), covariate('b', [0.4, 0.6, 0.9, 1, 0, 0.1])],
    }
    expect(() => estimateEffect(sample, 'entropy-balancing')).toThrow(/^infeasible-balance \{\}$/)
  })
})
