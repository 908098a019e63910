import { expect, test } from 'vitest'
import { smallChanges, wouldTell } from './changes.ts'

const known = (...counts: (number | null)[]) => Float64Array.from(counts, (count) => count ?? Number.NaN)

test('a change of one to one below the limit is told, up or down', () =>
  expect(smallChanges([known(20, 20, 20, 20, 20), known(21, 16, 25, 15, 20)], 5)).toEqual([
    { cell: 0, since: 0, period: 1, change: 1 },
    { cell: 1, since: 0, period: 1, change: -4 },
  ]))

test('a change is counted from the last period that is known, and nothing is known before the first', () =>
  expect(smallChanges([known(null, 8), known(20, 9), known(null, 40), known(22, 41)], 5)).toEqual([
    { cell: 1, since: 0, period: 1, change: 1 },
    { cell: 0, since: 1, period: 3, change: 2 },
    { cell: 1, since: 2, period: 3, change: 1 },
  ]))

test('a count tells by the nearest period on either side, and not by one farther off', () => {
  const tells = (count: number, before: Float64Array[], after: Float64Array[]) =>
    wouldTell(0, count, { before, after }, 5)
  expect(tells(20, [known(18), known(null)], [])).toBe(true)
  expect(tells(20, [], [known(null), known(24)])).toBe(true)
  expect(tells(20, [known(18), known(40)], [known(30), known(21)])).toBe(false)
  expect(tells(20, [known(20)], [known(25)])).toBe(false)
  expect(tells(20, [], [])).toBe(false)
})
