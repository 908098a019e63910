import { expect, test } from 'vitest'
import { covariate } from '../../../test/support/effect-sample.ts'
import { mean, standardDeviation } from '../sample-statistics.ts'
import { designOf, drawnDesign } from './sample-design.ts'

const sample = {
  treated: Uint8Array.of(1, 0, 1, 0, 0),
  outcome: Float64Array.of(1, 2, 3, 4, 5),
  covariates: [
    covariate('same', [4, 4, 4, 4, 4]),
    covariate('age', [20, 30, 40, 50, 65]),
    covariate('kids', [0, 2, 1, 0, 3]),
    covariate('both', [20, 32, 41, 50, 68]),
  ],
}

test('covariates that are constant, or the sum of earlier ones, take no part', () => {
  const { x, used } = designOf(sample)
  expect(used.map(({ name }) => name)).toEqual(['age', 'kids'])
  expect([x.rows, x.columns]).toEqual([5, 3])
})

test('of three that are each the sum of the others, the last takes no part, whatever their order', () => {
  const [, age, kids, both] = sample.covariates
  const { used } = designOf({ ...sample, covariates: [both!, kids!, age!] })
  expect(used.map(({ name }) => name)).toEqual(['both', 'kids'])
})

test('the columns are ones, and covariates with mean 0 and standard deviation 1', () => {
  const { x } = designOf(sample)
  const column = (at: number) => Array.from({ length: x.rows }, (_, row) => x.values[row * x.columns + at]!)
  expect(column(0)).toEqual([1, 1, 1, 1, 1])
  for (const at of [1, 2]) {
    expect(mean(column(at))).toBeCloseTo(0, 12)
    expect(standardDeviation(column(at))).toBeCloseTo(1, 12)
  }
  expect(column(1)[3]! - column(1)[2]!).toBeCloseTo(column(1)[1]! - column(1)[0]!, 12)
})

test('a drawn design has the rows that count, and how often', () => {
  const whole = designOf(sample)
  const { treated, outcome, x, frequency, used } = drawnDesign(whole, Float64Array.of(0, 2, 0, 1, 3))
  expect([treated, outcome, frequency]).toEqual([
    Uint8Array.of(0, 0, 0),
    Float64Array.of(2, 4, 5),
    Float64Array.of(2, 1, 3),
  ])
  expect(x).toEqual({
    rows: 3,
    columns: 3,
    values: Float64Array.of(...[1, 3, 4].flatMap((row) => [...whole.x.values.subarray(3 * row, 3 * row + 3)])),
  })
  expect(used).toBe(whole.used)
})
