import { expect, test } from 'vitest'
import { followUpOf } from './follow-up.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { restrictedMean } from './restricted-mean.ts'
import { tablesByGroup } from './risk-table.ts'
import { type FollowedRows, sampleOf } from './sample-of.ts'

function expectMean(rows: FollowedRows, horizon: number, [mean, standardError]: [number, number]) {
  const found = restrictedMean(kaplanMeier(tablesByGroup(followUpOf(sampleOf(rows)))[0]!), horizon)
  expect(found.mean).toBeCloseTo(mean, 12)
  expect(found.standardError).toBeCloseTo(standardError, 12)
}

const rows = { time: [2, 4, 5, 6, 6, 7], exit: [1, 1, 0, 1, 1, 0] }

test.each<[string, number, [number, number]]>([
  ['at a time of the curve', 6, [5, 0.623609564462324]],
  ['between two times', 6.5, [5.111111111111112, 0.659685671502107]],
  ['at the first exit', 2, [2, 0]],
  ['before the first exit', 0.5, [0.5, 0]],
  ['after the last time, where the curve is held', 30, [10.33333333333333, 4.84767985741633]],
])('the area under the curve %s, as R has it', (_, horizon, expected) => expectMean(rows, horizon, expected))

test('a curve that has come down to zero adds nothing more', () => {
  expectMean({ time: [2, 4], exit: [1, 1] }, 4, [3, 0.707106781186548])
  expectMean({ time: [2, 4], exit: [1, 1] }, 10, [3, 0.707106781186548])
})

test('with late entries, as R has it', () => {
  const time = [3, 1, 4, 4, 6, 2, 5, 8, 2, 9, 6, 7, 4, 10]
  const exit = [1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1]
  const entry = [0, 0, 1, 2, 3, 0, 4, 0, 1, 5, 2, 0, 3, 6]
  expectMean({ time, exit, entry }, 8, [3.793650793650794, 0.933193463432125])
})

test('a group without rows has no mean', () => {
  const group = { codes: Int32Array.of(1, 1), labels: ['nobody', 'a'] }
  const [nobody] = tablesByGroup(followUpOf({ ...sampleOf({ time: [1, 2], exit: [1, 0] }), group }))
  expect(() => restrictedMean(kaplanMeier(nobody!), 1)).toThrow(expect.objectContaining({ kind: 'no-rows' }))
})
