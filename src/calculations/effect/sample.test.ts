import { expect, test } from 'vitest'
import { households, withCovariate } from '../../../test/support/effect-sample.ts'
import { completeRows } from './complete-rows.ts'
import { sampleOf } from './sample.ts'

const sample = {
  treated: Uint8Array.of(1, 0, 0),
  outcome: Float64Array.of(5, 6, 7),
  covariates: [{ name: 'age', values: Float64Array.of(30, 40, 50) }],
}

test('chosen rows come in the order asked for, with everything that is known of them', () => {
  const found = sampleOf({ ...sample, cluster: Int32Array.of(8, 9, 8) }, Int32Array.of(2, 0))
  expect(found).toEqual({
    treated: Uint8Array.of(0, 1),
    outcome: Float64Array.of(7, 5),
    covariates: [{ name: 'age', values: Float64Array.of(50, 30) }],
    cluster: Int32Array.of(8, 8),
  })
})

test('rows that share no household say nothing of one', () =>
  expect(sampleOf(sample, Int32Array.of(1))).not.toHaveProperty('cluster'))

test('a sample where all is known is used as it is', () => expect(completeRows(sample)).toBe(sample))

test('a row with a missing outcome or covariate is left out', () => {
  const gap = withCovariate(households(), 'gap', (row) => (row === 3 ? Number.NaN : 1))
  gap.outcome[5] = Number.NaN
  const found = completeRows(gap)
  expect(found.outcome).toHaveLength(26)
  expect(found.outcome[3]).toBe(gap.outcome[4])
  expect(found.covariates[0]!.values[4]).toBe(gap.covariates[0]!.values[6])
})
