import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followUpOf } from './follow-up.ts'
import { logRank } from './log-rank.ts'
import { type FollowedRows, sampleOf } from './sample-of.ts'

const testOf = (rows: FollowedRows, rho = 0) => logRank(followUpOf(sampleOf(rows)), { rho })

const rows = {
  time: [3, 1, 4, 4, 6, 2, 5, 8, 2, 9, 6, 7, 4, 10],
  exit: [1, 2, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 2, 1],
  group: [...'abcabcabcabcab'],
}
const strata = [...'xxxxxxxyyyyyyy']

function expectTest(found: ReturnType<typeof logRank>, chiSquare: number, p: number, degreesOfFreedom: number) {
  expect(found!.chiSquare).toBeCloseTo(chiSquare, 12)
  expect(found!.p).toBeCloseTo(p, 12)
  expect(found!.degreesOfFreedom).toBe(degreesOfFreedom)
}

const expectAll = (found: Float64Array, expected: number[]) =>
  expected.forEach((each, at) => expect(found[at]).toBeCloseTo(each, 12))

test.each<[number, number, number, number[], number[]]>([
  [0, 0.192419770406078, 0.908273362922577, [4, 5, 2], [3.54758574758575, 5.63616383616384, 1.81625041625042]],
  [
    1,
    0.223245270141609,
    0.894381702114163,
    [2.46825396825397, 2.65079365079365, 1.85714285714286],
    [2.44444444444444, 3.05555555555556, 1.47619047619048],
  ],
  [
    0.5,
    0.185757460439672,
    0.911304007232049,
    [3.08066640056392, 3.48541961443518, 1.92724822331886],
    [2.88711749022789, 3.97630039901094, 1.62991634907913],
  ],
])('three groups with rho %d as in R', (rho, chiSquare, p, observed, expected) => {
  const found = testOf(rows, rho)
  expectTest(found, chiSquare, p, 2)
  expectAll(found!.observed, observed)
  expectAll(found!.expected, expected)
})

test('within strata as in R', () => {
  const found = testOf({ ...rows, strata })
  expectTest(found, 0.197322321424452, 0.906049661238609, 2)
  expectAll(found!.observed, [4, 5, 2])
  expectAll(found!.expected, [3.68095238095238, 5.59761904761905, 1.72142857142857])
})

test('a row without a stratum takes no part in the comparison', () => {
  const more = {
    time: [...rows.time, 3],
    exit: [...rows.exit, 1],
    group: [...rows.group, 'c'],
    strata: [...strata, ''],
  }
  expectTest(testOf(more), 0.197322321424452, 0.906049661238609, 2)
})

test('one group has nothing to be compared with', () => expect(testOf({ time: [1, 2], exit: [1, 1] })).toBeNull())

test('where nobody left nothing speaks for a difference', () => {
  expect(testOf({ time: [1, 2, 3], exit: [0, 0, 0], group: ['a', 'b', 'c'] })).toMatchObject({
    chiSquare: 0,
    degreesOfFreedom: 0,
    p: 1,
  })
})

test('groups that were never at risk together are not compared', () => {
  const never = { time: [1, 2, 1, 2], exit: [1, 1, 1, 1], group: ['a', 'a', 'b', 'b'], strata: ['x', 'x', 'y', 'y'] }
  expect(testOf(never)).toMatchObject({ chiSquare: 0, degreesOfFreedom: 0, p: 1 })
})

test('a group that was gone before the first exit costs no degree of freedom', () => {
  const { time, exit, group } = rows
  const pair = {
    time: time.filter((_, at) => group[at] !== 'c'),
    exit: exit.filter((_, at) => group[at] !== 'c'),
    group: group.filter((each) => each !== 'c'),
  }
  const alone = testOf(pair)!
  const withGone = testOf({ time: [...pair.time, 0.5], exit: [...pair.exit, 0], group: [...pair.group, 'gone'] })!
  expectTest(withGone, alone.chiSquare, alone.p, 1)
  expectAll(withGone.expected, [alone.expected[0]!, alone.expected[1]!, 0])
})

test('a single row last at risk leaves without variance', () => {
  const found = testOf({ time: [1, 2], exit: [1, 1], group: ['a', 'b'] })!
  // O − E = 1 − ½ with variance ¼; the second exit, alone at risk, was bound to be b's.
  expectTest(found, 1, 0.31731050786291415, 1)
})

test('with late entries the risk sets hold those who had entered', () => {
  // At time 2 only the rows of 1 and 2 have entered, at 4 only those of 3 and 4.
  const found = testOf({ time: [2, 3, 4, 5], exit: [1, 0, 1, 0], entry: [0, 0, 3, 3], group: ['a', 'b', 'a', 'b'] })!
  expectAll(found.expected, [1, 1])
  expectTest(found, 2, 0.15729920705028516, 1)
})

test('the order of the rows and the names of the groups change nothing', () => {
  const row = fc.record({
    time: fc.nat(9),
    exit: fc.nat(1),
    group: fc.constantFrom('a', 'b', 'c'),
    strata: fc.constantFrom('x', 'y'),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 30 }), fc.constantFrom(0, 1), (each, rho) => {
      const columns = (from: typeof each, name: (group: string) => string) => ({
        time: from.map(({ time }) => time),
        exit: from.map(({ exit }) => exit),
        group: from.map(({ group }) => name(group)),
        strata: from.map(({ strata }) => strata),
      })
      const one = testOf(
        columns(each, (group) => group),
        rho,
      )
      const other = testOf(
        columns(each.toReversed(), (group) => ({ a: 'z', b: 'm', c: 'q' })[group]!),
        rho,
      )
      expect(other === null).toBe(one === null)
      if (one) expectTest(other, one.chiSquare, one.p, one.degreesOfFreedom)
    }),
    { seed: 13, numRuns: 100 },
  )
})
