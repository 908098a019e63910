import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestGap, monthBitsOf, monthsOf, monthsWithRow, monthsWithRowOfAll } from './month-bits.ts'
import { orderByMonth } from './month-order.ts'

const firstMonth = 24_000

/** Months of one subject among three, counted from the first; the others have a row in every month. */
const bitsOf = (own: readonly number[], monthCount: number) => {
  const month = Int32Array.from([...own, ...Array.from({ length: monthCount }, (_, at) => at)], (at) => at + firstMonth)
  const subject = month.map((_, row) => (row < own.length ? 1 : row % 2 === 0 ? 0 : 2))
  return monthBitsOf(orderByMonth({ month, subject, subjectCount: 3, firstMonth, untilMonth: firstMonth + monthCount }))
}

test('a month with two rows is one month, and months outside the window are none', () => {
  const bits = bitsOf([0, 3, 3, 31, 32, 63, 64], 70)
  expect(monthsWithRow(bits, 1, firstMonth, firstMonth + 70)).toBe(6)
  expect(monthsWithRow(bits, 1, firstMonth + 3, firstMonth + 32)).toBe(2)
  expect(monthsWithRow(bits, 1, firstMonth + 64, firstMonth + 200)).toBe(1)
})

test('a gap is counted at the beginning and the end as well', () => {
  const bits = bitsOf([2, 4], 12)
  expect(longestGap(bits, 1, firstMonth, firstMonth + 5)).toBe(2)
  expect(longestGap(bits, 1, firstMonth, firstMonth + 12)).toBe(7)
  expect(longestGap(bits, 1, firstMonth - 3, firstMonth + 3)).toBe(5)
})

test('any window of any months is counted as month by month', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 130 }),
      fc.array(fc.nat(129), { maxLength: 80 }),
      fc.integer({ min: -5, max: 130 }),
      fc.nat(140),
      (monthCount, all, start, length) => {
        const own = all.filter((at) => at < monthCount)
        const bits = bitsOf(own, monthCount)
        const window = Array.from({ length }, (_, at) => start + at)
        const [from, until] = [firstMonth + start, firstMonth + start + length]
        expect(monthsWithRow(bits, 1, from, until)).toBe(window.filter((at) => own.includes(at)).length)
        const gaps = window
          .map((at) => (own.includes(at) ? ' ' : '.'))
          .join('')
          .split(' ')
        expect(longestGap(bits, 1, from, until)).toBe(Math.max(...gaps.map((gap) => gap.length)))
      },
    ),
    { seed: 1, numRuns: 300 },
  ))

test('what is counted of all at once is what is counted of each, in any window of any months', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 130 }),
      fc.array(fc.nat(129), { maxLength: 80 }),
      fc.integer({ min: -5, max: 130 }),
      fc.nat(140),
      (monthCount, all, start, length) => {
        const bits = bitsOf(
          all.filter((at) => at < monthCount),
          monthCount,
        )
        const [from, until] = [firstMonth + start, firstMonth + start + length]
        const each = [0, 1, 2].map((subject) => monthsWithRow(bits, subject, from, until))
        expect(Array.from(monthsWithRowOfAll(bits, from, until))).toEqual(each)
      },
    ),
    { seed: 1 },
  ))

test('the months of a subject are listed in order, each once', () =>
  expect(monthsOf(bitsOf([64, 3, 31, 3], 70), 1)).toEqual([3, 31, 64].map((at) => firstMonth + at)))
