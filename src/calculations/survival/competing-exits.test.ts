import fc from 'fast-check'
import { expect, test } from 'vitest'
import { competingExits } from './competing-exits.ts'
import { followUpOf } from './follow-up.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { tablesByGroup } from './risk-table.ts'
import { type FollowedRows, sampleOf } from './sample-of.ts'

const tableOf = (rows: FollowedRows) => tablesByGroup(followUpOf(sampleOf(rows)))[0]!

const expectAll = (found: Float64Array, expected: number[]) => {
  expect(found.length).toBe(expected.length)
  expected.forEach((each, at) => expect(found[at]).toBeCloseTo(each, 13))
}

const rows = {
  time: [3, 1, 4, 4, 6, 2, 5, 8, 2, 9, 6, 7, 4, 10],
  exit: [1, 2, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 2, 1],
}

test('shares and variances of two causes are those of cmprsk, with ties between and within them', () => {
  const [first, second] = competingExits(tableOf(rows))
  const [a, b, c, d] = [0.2142857142857143, 0.285714285714286, 0.380952380952381, 0.507936507936508]
  expectAll(first!.incidence, [0, 0.1428571428571428, a, b, b, c, c, d, d, 0.634920634920635])
  const [va, vb, vc] = [0.01597932287492727, 0.0211564310740135, 0.0298177936792099]
  expectAll(first!.variance, [0, 0.00947449985911524, 0.01310411200521091, va, va, vb, vb, vc, vc, 0.0485514138780316])
  const [e, f, g, h] = [0.0714285714285714, 0.142857142857143, 0.238095238095238, 0.365079365079365]
  expectAll(second!.incidence, [e, e, e, f, f, g, g, g, h, h])
  const [ve, vf, vg, vh] = [0.00510204081632653, 0.00957766592381977, 0.0168886597732752, 0.0324264453721109]
  expectAll(second!.variance, [ve, ve, ve, vf, vf, vg, vg, vg, vh, vh])
})

test('with one cause the share that has left is one minus the curve', () => {
  const table = tableOf({ time: [1, 2, 2, 5], exit: [1, 1, 0, 1] })
  expectAll(
    competingExits(table)[0]!.incidence,
    [...kaplanMeier(table).survival].map((each) => 1 - each),
  )
})

test('a cause that never occurs has the share 0 all along', () => {
  const [never] = competingExits(tableOf({ time: [1, 2], exit: [2, 2] }))
  expect([...never!.incidence, ...never!.variance]).toEqual([0, 0, 0, 0])
})

test('one row that leaves has the whole share, without variance of its own', () => {
  const [only] = competingExits(tableOf({ time: [3], exit: [1] }))
  expect([...only!.incidence, ...only!.variance]).toEqual([1, 1])
})

const anyRow = fc.record({ time: fc.nat(12), exit: fc.nat(3), stay: fc.integer({ min: 1, max: 6 }) })

test('shares of all causes and of those who remain sum to 1 at every time, late entries or not', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 40 }), fc.boolean(), (each, late) => {
      const [time, exit] = [each.map((row) => row.time), each.map((row) => row.exit)]
      const table = tableOf({ time, exit, ...(late && { entry: each.map((row) => row.time - row.stay) }) })
      const causes = competingExits(table)
      kaplanMeier(table).survival.forEach((survival, at) => {
        const total = causes.reduce((sum, { incidence }) => sum + incidence[at]!, survival)
        expect(Math.abs(total - 1)).toBeLessThan(1e-12)
        causes.forEach(({ variance }) => expect(variance[at]).toBeGreaterThanOrEqual(-1e-15))
      })
    }),
    { seed: 14, numRuns: 200 },
  )
})

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 40 }), (each) => {
      const columns = (from: typeof each) => ({ time: from.map((row) => row.time), exit: from.map((row) => row.exit) })
      expect(competingExits(tableOf(columns(each.toReversed())))).toEqual(competingExits(tableOf(columns(each))))
    }),
    { seed: 15, numRuns: 50 },
  )
})
