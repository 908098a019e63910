import { expect, test } from 'vitest'
import { latestIn, orderByMonth, rowsIn } from './month-order.ts'

const ordering = {
  month: Int32Array.of(12, 9, 10, 12, 13, 10),
  subject: Int32Array.of(0, 0, 1, 1, 1, 2),
  subjectCount: 3,
  firstMonth: 10,
  untilMonth: 13,
}
const ordered = () => orderByMonth(ordering)
const rows = (from: number, until: number) => [...rowsIn(ordered(), from, until)]

test('rows lie in order of month, within a month as they came, and those outside the window are left out', () => {
  expect(rows(10, 13)).toEqual([2, 5, 0, 3])
  expect([...ordered().subjects]).toEqual([1, 2, 0, 1])
})

test('a period has its own rows, and none outside the window', () => {
  expect([rows(10, 11), rows(11, 12), rows(12, 13)]).toEqual([[2, 5], [], [0, 3]])
  expect([rows(0, 11), rows(12, 99), rows(0, 10), rows(13, 20)]).toEqual([[2, 5], [0, 3], [], []])
})

test('a period that ends before it begins has no rows', () => expect(rows(12, 10)).toEqual([]))

test('rows that are not marked are left out', () => {
  const marked = orderByMonth({ ...ordering, marked: Uint8Array.of(1, 1, 0, 1, 1, 1) })
  expect([...rowsIn(marked, 10, 13)]).toEqual([5, 0, 3])
})

test('a window without months has no rows', () =>
  expect([...rowsIn(orderByMonth({ ...ordering, untilMonth: 9 }), 0, 99)]).toEqual([]))

test('the last row of each subject of a period, in order of month', () => {
  expect([...latestIn(ordered(), 10, 13)]).toEqual([5, 0, 3])
  expect([...latestIn(ordered(), 10, 12)]).toEqual([2, 5])
  expect([...latestIn(ordered(), 10, 13, (subject) => subject > 0)]).toEqual([5, 3])
})
