import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followUpOf } from './follow-up.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { tablesByGroup } from './risk-table.ts'
import { sampleOf } from './sample-of.ts'
import { survivalQuantile } from './survival-quantile.ts'

const curveOf = (time: number[], exit: number[]) => kaplanMeier(tablesByGroup(followUpOf(sampleOf({ time, exit })))[0]!)

const quantileOf = (time: number[], exit: number[], share = 0.5) => {
  const { estimate, lower, upper } = survivalQuantile(curveOf(time, exit), share)
  return [estimate, lower, upper]
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test('the first time at which so many have left, and where the limits cross, as R has them', () => {
  expect(quantileOf(upTo(10), Array(10).fill(1), 0.25)).toEqual([3, 1, 6])
  expect(quantileOf(upTo(6), [1, 0, 1, 0, 1, 1])).toEqual([5, 1, null])
  expect(quantileOf(upTo(12), [1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0])).toEqual([8, 2, null])
})

test('where the curve lies at the level itself, the middle of the flat piece', () => {
  expect(quantileOf(upTo(4), [1, 1, 1, 1])).toEqual([2.5, 1, null])
  expect(quantileOf(upTo(10), Array(10).fill(1), 0.3)).toEqual([3.5, 1, 6])
})

test('a last flat piece ends with the last time', () => {
  expect(quantileOf(upTo(4), [1, 1, 0, 0])).toEqual([3, 1, null])
})

test('none where the curve does not come down so far', () => {
  expect(quantileOf(upTo(4), [1, 0, 0, 0])).toEqual([null, 1, null])
  expect(quantileOf([3, 5], [0, 0])).toEqual([null, null, null])
})

/** The upper limit rises at the last exit, from 0.5931 to 0.6035: 48 of the last 50 are censored just before it. */
const rising = {
  time: [...upTo(50), ...Array<number>(48).fill(50.5), 51, 52],
  exit: [...Array<number>(50).fill(1), ...Array<number>(48).fill(0), 1, 0],
}

test.each([
  [0.39, [39.5, 30, 51]],
  [0.4, [40.5, 30, 50]],
  [0.401, [41, 31, 50]],
  [0.41, [41.5, 31, null]],
])('where a limit rises again, the share %d is crossed where it is closest below the level', (share, expected) => {
  expect(quantileOf(rising.time, rising.exit, share)).toEqual(expected)
})

test('the tolerance is 1.5e-8: closer counts as flat, farther does not', () => {
  const curve = curveOf(upTo(4), [1, 1, 1, 1])
  const shifted = (by: number) => {
    const survival = curve.survival.map((each) => each + by)
    return survivalQuantile({ ...curve, survival }, 0.5).estimate
  }
  expect([-1.6e-8, -1.4e-8, 1.4e-8, 1.6e-8].map(shifted)).toEqual([2, 2.5, 2.5, 3])
})

test('a last value farther from the level than the tolerance is not flat at it', () => {
  const curve = curveOf(upTo(4), [1, 1, 0, 0])
  const shifted = (by: number) => {
    const survival = curve.survival.map((each) => each + by)
    return survivalQuantile({ ...curve, survival }, 0.5).estimate
  }
  expect([-1.6e-8, -1.4e-8, 1.4e-8, 1.6e-8].map(shifted)).toEqual([2, 3, 3, null])
})

test('a limit that touches the level and rises again does not come down so far', () => {
  const curve = curveOf(upTo(3), [1, 1, 1])
  expect(survivalQuantile({ ...curve, upper: Float64Array.of(0.7, 0.5, 0.6) }, 0.5).upper).toBeNull()
})

test('time in another unit gives the same quantile in that unit', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(1))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.constantFrom(2, 0.5, 12), (rows, scale) => {
      const [time, exit] = [rows.map(([each]) => each), rows.map(([, each]) => each)]
      const scaled = quantileOf(
        time.map((each) => each * scale),
        exit,
      )
      expect(scaled).toEqual(quantileOf(time, exit).map((each) => (each === null ? null : each * scale)))
    }),
    { seed: 12, numRuns: 100 },
  )
})
