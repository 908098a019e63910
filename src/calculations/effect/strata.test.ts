import { describe, expect, test } from 'vitest'
import { households } from '../../../test/support/effect-sample.ts'
import { codesOf } from '../columns.ts'
import { estimateEffect } from './estimate.ts'
import { type Sample, sampleOf } from './sample.ts'
import { estimateWithinStrata } from './strata.ts'

const bySfi = codesOf(Array.from(households().covariates[2]!.values, String))
const rowsWith = (sfi: number): Sample => {
  const { values } = households().covariates[2]!
  return sampleOf(
    households(),
    Int32Array.from(values.keys()).filter((row) => values[row] === sfi),
  )
}

describe('the effect within strata', () => {
  const results = () => ({
    found: estimateWithinStrata(households(), bySfi, 'difference'),
    without: estimateEffect(rowsWith(0), 'difference'),
    with_: estimateEffect(rowsWith(1), 'difference'),
  })

  test('weighs the strata by their treated', () => {
    const { found, without, with_ } = results()
    const share = without.treated / 16
    expect(found.estimate).toBeCloseTo(share * without.estimate + (1 - share) * with_.estimate, 12)
    expect(found.standardError).toBeCloseTo(
      Math.hypot(share * without.standardError, (1 - share) * with_.standardError),
      12,
    )
    expect((found.estimate - found.lower) / found.standardError).toBeCloseTo(1.959963984540054, 12)
    expect((found.upper - found.estimate) / found.standardError).toBeCloseTo(1.959963984540054, 12)
  })

  test('tells of each stratum', () => {
    const { found, without, with_ } = results()
    expect(found.strata).toEqual([
      { stratum: '0', treated: without.treated, estimate: without, refusal: null },
      { stratum: '1', treated: with_.treated, estimate: with_, refusal: null },
    ])
    expect(found.treatedLeftOut).toBe(0)
  })
})

test('a stratum without controls takes no part, nor does a row without stratum, and their treated are counted', () => {
  const { treated } = households()
  const strata = codesOf(Array.from(treated, (arm, row) => (row === 0 ? '' : arm === 1 && row < 9 ? 'a' : 'b')))
  const found = estimateWithinStrata(households(), strata, 'difference')
  const b = sampleOf(
    households(),
    Int32Array.from(strata.codes.keys()).filter((row) => strata.codes[row] === 1),
  )
  expect(found.estimate).toBeCloseTo(estimateEffect(b, 'difference').estimate, 12)
  expect(found.strata[0]).toEqual({ stratum: 'a', treated: 4, estimate: null, refusal: 'no-controls' })
  expect(found.treatedLeftOut).toBe(5)
})

test('when every stratum is refused, so is the whole, for the reason of the first', () => {
  const strata = codesOf(Array.from(households().treated, (arm) => (arm === 1 ? 'a' : 'b')))
  expect(() => estimateWithinStrata(households(), strata, 'difference')).toThrow('no-controls')
})

test('without any stratum there are no rows', () =>
  expect(() => estimateWithinStrata(households(), codesOf(Array<string>(28).fill('')), 'difference')).toThrow(
    'no-rows',
  ))
