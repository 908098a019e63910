import { describe, expect, test } from 'vitest'
import { type Random, seededRandom } from './random.ts'
import { mean, variance } from './sample-statistics.ts'

const draws = 10_000

/** Mean and variance of many draws, within five standard errors of what they should be. */
function expectMoments(draw: (random: Random) => number, middle: number, spread: number) {
  const random = seededRandom(7)
  const values = Float64Array.from({ length: draws }, () => draw(random))
  expect(Math.abs(mean(values) - middle)).toBeLessThan(5 * Math.sqrt(spread / draws))
  expect(Math.abs(variance(values) / spread - 1)).toBeLessThan(0.1)
}

describe('draws', () => {
  test('are the same for the same seed, and others for another', () => {
    const three = (seed: number) => {
      const { next } = seededRandom(seed)
      return [next(), next(), next()]
    }
    expect(three(1)).toEqual(three(1))
    expect(three(1)).not.toEqual(three(2))
    expect(three(1)).toEqual([0.09156953175513294, 0.8881928137485323, 0.43427017709149285])
  })
  test('even draws lie from 0 up to 1', () => {
    const { next } = seededRandom(3)
    const values = Array.from({ length: 2000 }, next)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
    expectMoments((random) => random.next(), 1 / 2, 1 / 12)
  })
  test('whole numbers are all below the bound, and each is drawn', () => {
    const random = seededRandom(3)
    expect([...new Set(Array.from({ length: 200 }, () => random.integer(4)))].sort()).toEqual([0, 1, 2, 3])
  })
  test.each<[string, (random: Random) => number, number, number]>([
    ['normal', (random) => random.normal(), 0, 1],
    ['gamma, shape below one', (random) => random.gamma(0.5), 0.5, 0.5],
    ['gamma, shape one', (random) => random.gamma(1), 1, 1],
    ['gamma', (random) => random.gamma(4), 4, 4],
    ['beta', (random) => random.beta(2, 3), 0.4, 0.04],
    ['few Poisson', (random) => random.poisson(3), 3, 3],
    ['many Poisson', (random) => random.poisson(100), 100, 100],
    ['few binomial', (random) => random.binomial(10, 0.3), 3, 2.1],
    ['many binomial', (random) => random.binomial(500, 0.3), 150, 105],
    ['negative binomial', (random) => random.negativeBinomial(20, 5), 20, 100],
    ['negative binomial without end is Poisson', (random) => random.negativeBinomial(20, Infinity), 20, 20],
  ])('%s: mean and variance', (_, draw, middle, spread) => expectMoments(draw, middle, spread))

  test.each<[string, (random: Random) => number, number[]]>([
    ['normal', (random) => random.normal(), [0.33449312836341266, -0.02159485168090197, 0.49054386106019454]],
    ['gamma below one', (random) => random.gamma(0.5), [0.10044723357265929, 0.21891542220350838, 0.07903201788001821]],
    ['gamma', (random) => random.gamma(4), [4.345191333786603, 6.292997271017553, 1.5353826462083233]],
    ['beta', (random) => random.beta(2, 3), [0.3003199419785493, 0.1632989420869728, 0.24247047811376907]],
    ['few Poisson', (random) => random.poisson(16), [21, 16, 14, 18, 15, 12]],
    ['many Poisson', (random) => random.poisson(1000), [980, 991, 946, 970, 988, 995]],
    ['few binomial', (random) => random.binomial(30, 0.3), [7, 10, 10, 9, 11, 12]],
    ['binomial just above few', (random) => random.binomial(31, 0.3), [10, 7, 8, 12, 9, 5]],
    ['many binomial', (random) => random.binomial(5000, 0.3), [1537, 1510, 1490, 1525, 1484, 1473]],
    ['negative binomial', (random) => random.negativeBinomial(20, 5), [16, 25, 26, 21, 30, 9]],
  ])('%s: those that earlier simulations had, so that they can be repeated', (_, draw, expected) => {
    const random = seededRandom(1)
    expected.forEach((each) => expect(draw(random)).toBeCloseTo(each, 12))
  })

  test('what cannot happen does not, and what must does', () => {
    const random = seededRandom(9)
    expect([random.binomial(200, 0), random.binomial(200, 1), random.binomial(0, 0.5), random.poisson(0)]).toEqual([
      0, 200, 0, 0,
    ])
  })
})
