import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shapleyShares } from './shapley.ts'

const rounded = (shares: Float64Array) => Array.from(shares, (share) => Number(share.toFixed(10)))

test('the glove game: one left glove and two right ones', () => {
  const pairs = (coalition: number) => (coalition & 1 && coalition & 6 ? 1 : 0)
  expect(rounded(shapleyShares(3, pairs))).toEqual([0.6666666667, 0.1666666667, 0.1666666667])
})

test('four players, against every order counted by hand', () => {
  const value = (coalition: number) => [0, 3, 1, 7, 2, 2, 9, 11, 4, 5, 6, 8, 13, 10, 12, 20][coalition]!
  const orders = (left: number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((first) => orders(left.filter((each) => each !== first)).map((rest) => [first, ...rest]))
  const expected = [0, 0, 0, 0]
  for (const order of orders([0, 1, 2, 3]))
    order.reduce((before, player) => {
      expected[player]! += (value(before | (1 << player)) - value(before)) / 24
      return before | (1 << player)
    }, 0)
  expect(rounded(shapleyShares(4, value))).toEqual(rounded(Float64Array.from(expected)))
})

test('no player, and what there is without any of them', () => {
  expect(shapleyShares(0, () => 5)).toHaveLength(0)
  expect([...shapleyShares(1, (coalition) => (coalition ? 7 : 2))]).toEqual([5])
})

test('refuses more players than can be looked at', () => {
  expect(() => shapleyShares(17, () => 0)).toThrow('bad-value {"column":"players","found":17,"expected":"≤ 16"}')
  expect(shapleyShares(16, () => 0)).toHaveLength(16)
})

test('the shares sum to the whole, and swapping players swaps shares', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 }), (values) => {
      const shares = shapleyShares(3, (coalition) => values[coalition]!)
      expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(values[7]! - values[0]!, 9)
      const swapped = (coalition: number) => (coalition & 4) | ((coalition & 1) << 1) | ((coalition & 2) >> 1)
      const other = shapleyShares(3, (coalition) => values[swapped(coalition)]!)
      expect(rounded(other)).toEqual(rounded(Float64Array.of(shares[1]!, shares[0]!, shares[2]!)))
    }),
    { seed: 3, numRuns: 100 },
  )
})
