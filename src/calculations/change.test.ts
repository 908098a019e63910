import { expect, test } from 'vitest'
import { baseOfChange, changeOf, monthsPerHousehold, neededAverage } from './change.ts'

test('421 households that became 377 are 10.5 per cent fewer', () => {
  const { difference, share } = changeOf(421, 377)
  expect(difference).toBe(-44)
  expect(share! * 100).toBeCloseTo(-10.5, 1)
})
test('203 long-term households that became 132 are 35.0 per cent fewer', () =>
  expect(changeOf(203, 132).share! * 100).toBeCloseTo(-34.98, 2))
test.each([
  [38.1, 26.7, -29.9],
  [44.7, 26.7, -40.3],
])('%d to %d is %d per cent', (before, after, percent) =>
  expect(changeOf(before, after).share! * 100).toBeCloseTo(percent, 1),
)
test('a change from nothing has no share', () => expect(changeOf(0, 4)).toEqual({ difference: 4, share: null }))
test.each([
  [-0.22, -72, 327],
  [0.78, 46, 59],
  [0.17, 24, 141],
  [0.57, 21, 37],
])('a change of %d that is %d in number started from %d', (share, difference, base) =>
  expect(Math.round(baseOfChange(share, difference))).toBe(base),
)
test('599 households a month among 1 395 in the year are 5.15 months each', () =>
  expect(monthsPerHousehold(599, 12, 1395)).toBeCloseTo(5.15, 2))
test('after four months at 602 the rest of the year must average 524 to end at 550', () =>
  expect(neededAverage(550, 12, 602, 4)).toBe(524))
