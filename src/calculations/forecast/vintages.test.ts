import { describe, expect, test } from 'vitest'
import type { Day } from '../../values/day.ts'
import { knownOn, type Release } from './vintages.ts'

const release = (month: number, published: string, value: number): Release => ({
  month,
  published: published as Day,
  value,
})
const on = (releases: Release[], day: string) => {
  const vintage = knownOn(releases, day as Day)
  return vintage && { firstMonth: vintage.firstMonth, values: [...vintage.values] }
}

describe('what was known on a day', () => {
  // Official tables: January 2024 was 28 883 thousand kronor at first, and 28 892 in a later table.
  const january = 2024 * 12
  const releases = [
    release(january + 1, '2024-04-08', 28100),
    release(january, '2024-04-08', 28892),
    release(january, '2024-03-07', 28883),
    release(january - 2, '2024-01-11', 26000),
  ]

  test('a value enters on the day it was published', () => {
    expect(on(releases, '2024-01-10')).toBeNull()
    expect(on(releases, '2024-01-11')).toEqual({ firstMonth: january - 2, values: [26000] })
  })
  test('a month in between that was not published is missing', () =>
    expect(on(releases, '2024-03-07')).toEqual({ firstMonth: january - 2, values: [26000, Number.NaN, 28883] }))
  test('a revision counts from its own day, wherever its row stands', () =>
    expect(on(releases, '2024-12-31')).toEqual({ firstMonth: january - 2, values: [26000, Number.NaN, 28892, 28100] }))
  test('of two on the same day the later row counts', () =>
    expect(on([release(1, '2024-01-01', 5), release(1, '2024-01-01', 6)], '2024-01-01')!.values).toEqual([6]))
  test('nothing published is nothing known', () => expect(on([], '2024-01-01')).toBeNull())
})
