import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSample } from '../../calculate/read-sample.ts'
import { sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { mean, standardDeviation } from '../sample-statistics.ts'
import { logit } from './logit.ts'
import { pairDifferences } from './matched-pairs.ts'
import { designOf } from './sample-design.ts'
import type { Sample } from './sample.ts'

/** Treated and controls along one covariate; the outcome tells the row. */
function sampleOf(treated: number[], controls: number[]) {
  const x = Float64Array.from([...treated, ...controls])
  return {
    treated: Uint8Array.from(x, (_, row) => (row < treated.length ? 1 : 0)),
    outcome: Float64Array.from(x, (_, row) => (row < treated.length ? 0 : -(2 ** (row - treated.length)))),
    covariates: [{ name: 'x', values: x }],
  }
}

/** Which control each pair took, as 1, 2, 4, … in the order that the pairs were made. */
const taken = (treated: number[], controls: number[]) => [...pairDifferences(sampleOf(treated, controls))]

test('each treated gets the nearest control, those most likely to be treated first', () => {
  expect(taken([1, 9, 5], [0.9, 5.1, 8.9, 3, 7, 2])).toEqual([4, 2, 1])
})

test('a control is used once: the next nearest is taken on either side', () => {
  expect(taken([5, 5, 5, 5.5, 9], [5, 4.9, 5.2, 0, 9])).toEqual([16, 4, 1, 2])
})

test('of equal scores the first row is taken, and of equally likely treated the first', () => {
  expect(taken([5, 5, 5, 9], [0, 5, 5, 5, 9])).toEqual([16, 2, 4, 8])
})

test('treated without a control near enough are left out', () => {
  expect(taken([0, 10, 5], [0.1, 5.1, 0.2, 5, 0])).not.toHaveLength(3)
})

test('where all are equally likely, pairs are made in the order of the rows', () => {
  expect([...pairDifferences({ ...sampleOf([1, 2], [3, 4]), covariates: [] })]).toEqual([1, 2])
})

test('the pairs are those of a plain search through every control that is left', () => {
  const x = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 8, maxLength: 24 })
  fc.assert(
    fc.property(x, x, (treated, controls) => {
      const sample = sampleOf([0, 40, ...treated], [0, 40, ...controls])
      expect([...pairDifferences(sample)]).toEqual(plainSearch(sample))
    }),
    { seed: 20251122, numRuns: 40 },
  )
})

function plainSearch(sample: Sample): number[] {
  const score = logit(designOf(sample)).odds.map(Math.log)
  const rows = [...score.keys()].sort((left, right) => score[left]! - score[right]!)
  const left = new Set(rows.filter((row) => sample.treated[row] === 0))
  const treated = rows.filter((row) => sample.treated[row] === 1)
  treated.sort((one, other) => score[other]! - score[one]! || one - other)
  return treated.flatMap((row) => {
    const distance = (control: number) => Math.abs(score[control]! - score[row]!)
    const nearest = [...left].reduce((best, each) => (distance(each) < distance(best) ? each : best), [...left][0]!)
    if (!(distance(nearest) <= 0.2 * standardDeviation(score))) return []
    left.delete(nearest)
    return [sample.outcome[row]! - sample.outcome[nearest]!]
  })
}

test('refuses what the propensity refuses', () => {
  expect(() => taken([8, 9], [1, 2])).toThrow('separation')
})

testWithSharedData('as a greedy search in R, for all 185 treated', async () => {
  const { sample } = await readSample({
    file: sharedPath('effect/ldw_experiment.csv'),
    controls: sharedPath('effect/cps1_controls.csv'),
    treated: 'treat',
    outcome: 're78',
    covariates: 'age,education,black,hispanic,married,nodegree,re74,re75,u74,u75'.split(','),
  })
  const differences = pairDifferences(sample)
  expect(differences).toHaveLength(185)
  expect(mean(differences)).toBeCloseTo(1902.576463524, 6)
})
