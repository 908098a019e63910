import { expect, test } from 'vitest'
import { breakEven, savingsOf } from './savings.ts'

const group = {
  persons: 10,
  without: [0.9, 0.8, 0.7],
  withIntervention: [0.9, 0.6, 0.4],
  monthlyAmount: [100, 100, 200],
  ownCost: [150, 0, 100],
}

test('what is saved is the area between the curves, priced month by month', () => {
  const found = savingsOf(group)
  expect(found.savedMonths).toBeCloseTo(5, 12)
  expect(found.gross).toBeCloseTo(800, 10)
  expect(found.ownCost).toBe(250)
  expect(found.net).toBeCloseTo(550, 10)
  expect(found.movedCost).toBe(0)
  found.cumulativeGross.forEach((gross, month) => expect(gross).toBeCloseTo([0, 200, 800][month]!, 10))
})

test('the naive number stands beside: all persons, all months, the full amount', () =>
  expect(savingsOf(group).naiveGross).toBe(4000))

test('the cost is covered the first month that the sums so far meet', () => {
  expect(savingsOf(group).breakEvenMonth).toBe(2)
  expect(savingsOf({ ...group, ownCost: [900, 0, 0] }).breakEvenMonth).toBe(null)
  expect(breakEven([1, 5, 4], [2, 5, 5])).toBe(2)
  expect(breakEven([0], [0])).toBe(1)
})

test('an intervention that keeps people on assistance costs', () => {
  const found = savingsOf({ ...group, without: group.withIntervention, withIntervention: group.without })
  expect(found.gross).toBeCloseTo(-800, 10)
  expect(found.net).toBeCloseTo(-1050, 10)
  expect(found.breakEvenMonth).toBe(null)
})

test('cost moved to another budget is shown and not netted', () => {
  const found = savingsOf({ ...group, movedCost: 70 })
  expect(found.movedCost).toBe(70)
  expect(found.net).toBeCloseTo(550, 10)
})

test('refuses an empty horizon and columns of different lengths', () => {
  const empty = { ...group, without: [], withIntervention: [], monthlyAmount: [], ownCost: [] }
  expect(() => savingsOf(empty)).toThrow('too-few {"found":0,"needed":1,"what":"månader"}')
  for (const column of ['withIntervention', 'monthlyAmount', 'ownCost'] as const)
    expect(() => savingsOf({ ...group, [column]: [1, 1] })).toThrow(
      'bad-value {"column":"months","found":2,"expected":3}',
    )
})
