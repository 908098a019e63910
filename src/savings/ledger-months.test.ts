import { describe, expect, test } from 'vitest'
import { dueBy } from './due.ts'
import { breakEvenMonth, goOn, ledgerMonths } from './ledger-months.ts'

const start = 2019 * 12
const months = (
  realised: { ore: number; households: number }[] | null,
  { length = 4, cost = 0, promise = null as { ore: number; months: number } | null } = {},
) =>
  ledgerMonths({
    ...{ start, until: start + length, smallestCount: 5 },
    promise: promise && { start, ...promise },
    ownCosts: cost ? [{ label: 'Lön', ore: cost, from: '2019-01', until: '2019-05', source: 'Budget' }] : [],
    realised: realised && realised.map(({ ore }, at) => ({ month: start + at, ore })),
    reachedBy: (month) => realised?.[month - start]?.households ?? 0,
  })
const many = (...amounts: number[]) => amounts.map((ore) => ({ ore, households: 20 }))

test('a promise falls evenly over its months and comes out whole, also when the last month is a part of one', () => {
  const promise = { ore: 600_000_00, start, months: 600_000 / 100_800 }
  const due = Array.from({ length: 8 }, (_, at) => dueBy(promise, start - 1 + at))
  expect(due).toEqual([0, 100_800_00, 201_600_00, 302_400_00, 403_200_00, 504_000_00, 600_000_00, 600_000_00])
})

describe('the months of an action', () => {
  test('add up what was realised, less what it cost, and cover the cost when they do', () => {
    const found = months(many(10, 30, 60, 20), { cost: 100, promise: { ore: 200, months: 4 } })
    expect(found.map(({ cumulativeOre }) => cumulativeOre)).toEqual([10, 40, 100, 120])
    expect(found.map(({ netOre }) => netOre)).toEqual([-15, -10, 25, 20])
    expect(found.map(({ promisedOre }) => promisedOre)).toEqual([50, 100, 150, 200])
    expect(breakEvenMonth(found)).toBe(start + 2)
  })

  test('have no break-even when they cost nothing, or never cover it', () => {
    expect(breakEvenMonth(months(many(10, 30)))).toBeNull()
    expect(breakEvenMonth(months(many(1, 1, 1, 1), { cost: 100 }))).toBeNull()
  })

  test('that build on fewer than five households come with the first that do not: no difference tells them', () => {
    const found = months([
      { ore: 0, households: 0 },
      { ore: 7, households: 4 },
      { ore: 20, households: 8 },
      { ore: 5, households: 9 },
    ])
    expect(found.map(({ realisedOre }) => realisedOre)).toEqual([0, null, 27, 5])
    expect(found.map(({ cumulativeOre }) => cumulativeOre)).toEqual([0, null, 27, 32])
  })

  test('say nothing of what cannot be told', () => {
    const found = months(null, { promise: { ore: 100, months: 2 } })
    expect(found.map(({ cumulativeOre, netOre }) => [cumulativeOre, netOre])).toEqual(Array(4).fill([null, null]))
    expect(goOn(found, start + 8)).toEqual([])
  })

  test('go on at the pace of the latest six, from where they stand', () => {
    const found = months(many(500, 10, 10, 10, 10, 10, 10), { length: 7 })
    expect(goOn(found, start + 8)).toEqual([
      { month: start + 7, cumulativeOre: 570 },
      { month: start + 8, cumulativeOre: 580 },
    ])
  })
})
