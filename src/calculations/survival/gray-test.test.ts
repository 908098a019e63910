import { expect, test } from 'vitest'
import { followUpOf } from './follow-up.ts'
import { grayTest } from './gray-test.ts'
import { type FollowedRows, sampleOf } from './sample-of.ts'

const testOf = (rows: FollowedRows, cause: number, rho = 0) => grayTest(followUpOf(sampleOf(rows)), cause, { rho })

const rows = {
  time: [3, 1, 4, 4, 6, 2, 5, 8, 2, 9, 6, 7, 4, 10],
  exit: [1, 2, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 2, 1],
  group: [...'abcabcabcabcab'],
}
const strata = [...'xxxxxxxyyyyyyy']

test.each<[string, FollowedRows, number, number, number, number]>([
  ['', rows, 0, 1, 1.20873000768688, 0.546421291919226],
  ['', rows, 0, 2, 1.22631175238857, 0.541638823923844],
  [', early exits weighed more', rows, 1, 1, 1.89782402515295, 0.387162021803106],
  [', early exits weighed more', rows, 1, 2, 1.17344470036793, 0.55614715627892],
  [' within strata', { ...rows, strata }, 0, 1, 0.822035902382957, 0.662975030302192],
  [' within strata', { ...rows, strata }, 0, 2, 1.655459971195796, 0.437040248805534],
  [' within strata, weighed', { ...rows, strata }, 1, 1, 1.29798016819707, 0.522573265407011],
  [' within strata, weighed', { ...rows, strata }, 1, 2, 1.5085470383678, 0.470352192485324],
])('three groups%s as in cmprsk', (_, given, rho, cause, chiSquare, p) => {
  const found = testOf(given, cause, rho)!
  expect(found.chiSquare).toBeCloseTo(chiSquare, 11)
  expect(found.p).toBeCloseTo(p, 12)
  expect(found.degreesOfFreedom).toBe(2)
})

test('a row without a stratum takes no part', () => {
  const more = {
    time: [...rows.time, 3],
    exit: [...rows.exit, 1],
    group: [...rows.group, 'c'],
    strata: [...strata, ''],
  }
  expect(testOf(more, 1)!.chiSquare).toBeCloseTo(0.822035902382957, 11)
})

test('one group has nothing to be compared with', () => expect(testOf({ time: [1, 2], exit: [1, 2] }, 1)).toBeNull())

test('a group that was gone before the first exit costs no degree of freedom', () => {
  const all = testOf(rows, 1)!
  const withGone = testOf({ time: [...rows.time, 0.5], exit: [...rows.exit, 0], group: [...rows.group, 'gone'] }, 1)!
  expect(withGone.chiSquare).toBeCloseTo(all.chiSquare, 11)
  expect(withGone.degreesOfFreedom).toBe(2)
})

test('where the cause never occurs nothing speaks for a difference', () =>
  expect(testOf({ time: [1, 2, 3], exit: [2, 2, 2], group: ['a', 'b', 'a'] }, 1)).toEqual({
    chiSquare: 0,
    degreesOfFreedom: 0,
    p: 1,
  }))

test('entries before the first exit change nothing, a later one takes its row out of the risk sets before it', () => {
  const all = testOf(rows, 1)!
  expect(testOf({ ...rows, entry: rows.time.map(() => 0.5) }, 1)).toEqual(all)
  const late = testOf({ ...rows, entry: rows.time.map((time) => Math.max(0, time - 4)) }, 1)!
  expect(Math.abs(late.chiSquare - all.chiSquare)).toBeGreaterThan(0.01)
})

test('a group that enters after the others have left is not compared with them', () => {
  const apart = { time: [1, 2, 4, 5], exit: [1, 1, 1, 1], entry: [0, 0, 3, 3], group: ['a', 'a', 'b', 'b'] }
  expect(testOf(apart, 1)).toEqual({ chiSquare: 0, degreesOfFreedom: 0, p: 1 })
})

test('a group that nobody had entered at the first exit is compared from when somebody has', () => {
  const late = { time: [1, 4, 5, 6, 7], exit: [1, 1, 1, 1, 1], entry: [0, 0, 2, 2, 0], group: [...'aabba'] }
  const found = testOf(late, 1)!
  expect(found.degreesOfFreedom).toBe(1)
  expect(found.chiSquare).toBeGreaterThan(0)
})

test('one who enters a group after all of it had left takes no part', () => {
  // Without the last row, in cmprsk: 2 and 1.636….
  const all = { time: [1, 2, 3, 4, 5, 6], exit: [1, 2, 1, 1, 0, 1], group: [...'aabbbb'] }
  const late = { time: [...all.time, 5.5], exit: [...all.exit, 1], group: [...all.group, 'a'] }
  const entry = [...all.time.map(() => 0), 4.5]
  expect(testOf({ ...late, entry }, 1)!.chiSquare).toBeCloseTo(2, 11)
  expect(testOf({ ...late, entry }, 2)!.chiSquare).toBeCloseTo(1.63636363636364, 11)
})

test('the last of a group may leave by another cause, as in cmprsk', () => {
  const found = testOf({ time: [1, 2, 3, 4, 5], exit: [1, 2, 1, 0, 1], group: [...'aabbb'] }, 1)!
  expect(found.chiSquare).toBeCloseTo(1.5, 11)
})

/** Without censoring and with one row in most groups, F of all rows passes 1 at the sixth exit. */
const few = { time: [1, 2, 3, 4, 5, 6, 7, 8], exit: Array(8).fill(1), group: [...'abcdefef'] }

test('no test where the share of all rows passes 1 while groups are compared, and the weight is a root', () => {
  expect(testOf(few, 1, 0.5)).toBeNull()
  expect(testOf(few, 1, 0)).not.toBeNull()
})

test('when it passes 1 with one group left, the test is that of cmprsk', () => {
  const time = [3.5, 7.6, 6.7, 4.4, 10.7]
  const found = testOf({ time, exit: [1, 1, 1, 1, 1], group: ['b', 'c', 'a', 'b', 'c'] }, 1, 0.5)!
  expect(found.chiSquare).toBeCloseTo(4.57570446668463, 11)
})

test('the order of the rows and the names of the groups change nothing', () => {
  const reversed = {
    time: rows.time.toReversed(),
    exit: rows.exit.toReversed(),
    group: rows.group.toReversed().map((group) => ({ a: 'z', b: 'm', c: 'q' })[group]!),
  }
  expect(testOf(reversed, 1)!.chiSquare).toBeCloseTo(testOf(rows, 1)!.chiSquare, 11)
})
