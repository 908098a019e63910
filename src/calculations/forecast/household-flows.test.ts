import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { householdFlows, type HouseholdFlows, householdsOf, paidOf, placeOf } from './household-flows.ts'

type Row = [household: number, month: number, ore: number, group?: number]

const flowsOf = (rows: Row[], months: number, durations = 3): HouseholdFlows =>
  householdFlows(
    {
      length: rows.length,
      household: Int32Array.from(rows, ([household]) => household),
      month: Int32Array.from(rows, ([, month]) => month),
      amountOre: Float64Array.from(rows, ([, , ore]) => ore),
      group: Int16Array.from(rows, ([, , , group]) => group ?? 0),
      groups: ['a', 'b'],
    },
    { firstMonth: 0, untilMonth: months, durations },
  )

const cell = (flows: HouseholdFlows, of: 'stock' | 'risk' | 'exits', month: number, group = 0) => {
  const place = placeOf(flows, month, group)
  return [...flows[of].subarray(place, place + flows.durations)]
}

describe('one household with three months, a month without, and one month more', () => {
  const flows = flowsOf(
    [
      [1, 1, 500],
      [1, 2, 500],
      [1, 3, 500],
      [1, 5, 500],
    ],
    7,
  )
  test('comes twice and leaves twice', () => {
    expect([...flows.inflow].filter((_, at) => at % 2 === 0)).toEqual([0, 1, 0, 0, 0, 1, 0])
    expect([1, 2, 3, 4, 5].map((month) => cell(flows, 'exits', month))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 1],
      [0, 0, 0],
      [1, 0, 0],
    ])
  })
  test('is counted by how long it has had assistance', () =>
    expect([1, 2, 3].map((month) => cell(flows, 'stock', month))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]))
})

test('a month that recoveries took to zero is no month with assistance, and its amount is still counted', () => {
  const flows = flowsOf(
    [
      [1, 1, 500],
      [1, 2, -500],
      [1, 3, 500],
    ],
    5,
  )
  expect([...householdsOf(flows)]).toEqual([0, 1, 0, 1, 0])
  expect([...paidOf(flows)]).toEqual([0, 500, -500, 500, 0])
})

test('a household that was there when the data begin is at risk only when its duration is known', () => {
  const rows: Row[] = [0, 1, 2, 3].map((month) => [1, month, 500])
  const flows = flowsOf(rows, 6)
  expect([0, 1, 2, 3].map((month) => cell(flows, 'risk', month))).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 1],
  ])
})

test('nobody is at risk in the last month: the next is not known', () =>
  expect(cell(flowsOf([[1, 1, 500]], 2), 'risk', 1)).toEqual([0, 0, 0]))

test('a household stays in the group that it came with', () => {
  const flows = flowsOf(
    [
      [1, 1, 500, 1],
      [1, 2, 700, 0],
    ],
    4,
  )
  expect(cell(flows, 'stock', 2, 1)).toEqual([0, 1, 0])
  expect([...flows.amountOre]).toEqual([0, 0, 0, 500, 0, 700, 0, 0])
})

test('for any data the households of a month, less those who leave, and those who come, are those of the next', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 9 }), fc.integer({ min: -1, max: 3 }), fc.nat(1)), {
        selector: ([household, month]) => `${household} ${month}`,
        maxLength: 40,
      }),
      (rows) => {
        const flows = flowsOf(
          rows.toSorted(([a, m], [b, n]) => a - b || m - n),
          10,
        )
        const counts = householdsOf(flows)
        const at = (of: Float64Array, month: number, size: number) =>
          of.subarray(month * size, (month + 1) * size).reduce((sum, value) => sum + value, 0)
        for (let month = 1; month < 9; month++)
          expect(counts[month + 1]).toBe(counts[month]! - at(flows.exits, month, 6) + at(flows.inflow, month + 1, 2))
        expect(paidOf(flows).reduce((sum, value) => sum + value, 0)).toBe(rows.reduce((sum, [, , ore]) => sum + ore, 0))
      },
    ),
    { seed: 1 },
  ))
