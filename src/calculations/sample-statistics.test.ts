import { expect, test } from 'vitest'
import { mean, median, quantile, standardDeviation, sum, variance, weightedMean } from './sample-statistics.ts'

const values = [3, 1, 4, 1, 5, 9, 2, 6]

test('sum and mean', () => expect([sum(values), mean(values), sum([])]).toEqual([31, 3.875, 0]))
test('the variance has one less than the number of values below', () =>
  expect(variance([1, 2, 4])).toBeCloseTo(7 / 3, 14))
test('the standard deviation is its root', () => expect(standardDeviation([1, 2, 4])).toBeCloseTo(Math.sqrt(7 / 3), 14))
test('a single value has no variance', () => expect(variance([5])).toBeNaN())
test('the weights of a mean need not sum to one', () => expect(weightedMean([1, 4], [2, 1])).toBe(2))
test.each([
  [0, 1],
  [0.1, 1],
  [0.25, 1.75],
  [0.5, 3.5],
  [0.9, 6.9],
  [1, 9],
])('the quantile at %d is that of R', (share, expected) => expect(quantile(values, share)).toBeCloseTo(expected, 13))
test('the median of an even number lies between', () => expect(median([4, 1])).toBe(2.5))
test('nothing has no quantile', () => expect(quantile([], 0.5)).toBeNaN())
test('the values stay in their order', () => {
  const given = [3, 1, 2]
  median(given)
  expect(given).toEqual([3, 1, 2])
})
