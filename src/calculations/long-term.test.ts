import { expect, test } from 'vitest'
import { month, monthIndex } from '../values/month.ts'
import { assistedAtLeast, assistedMonthsOf, assistedWithoutLongGap, rollingLongTerm } from './long-term.ts'
import { panelOf } from './panel-of.ts'
import { preparePanel } from './prepared-panel.ts'

const at = (text: string) => monthIndex(month(text))
const year2019 = { from: at('2019-01'), until: at('2020-01') }
const threeYears = { from: at('2017-01'), until: at('2020-01') }
const veryLong = { assistedMonths: 27, allowedGap: 2 }
const rolling = { assistedMonths: 10, windowMonths: 12 }

const prepared = (months: string, children: number[] = []) =>
  preparePanel(
    panelOf({
      first: '2017-01',
      last: '2019-12',
      households: { A: { months, adults: [{ age: 40 }, { age: 41 }], children } },
    }),
    2,
  )

test.each([
  ['2019-01..2019-10', true],
  ['2019-01..2019-05 2019-08..2019-12', true],
  ['2019-01..2019-09', false],
  ['2018-08..2019-05', false],
])('calendar year: %s is long-term: %s', (months, expected) => {
  expect(assistedAtLeast(prepared(months), 'households', year2019, 10).rows.length).toBe(expected ? 1 : 0)
})

test.each([
  ['2017-01..2019-12', true],
  ['2017-03..2019-10', true],
  // 27 months, but the three without are in a row.
  ['2017-01..2018-06 2018-10..2019-12', false],
  // Three months without at the beginning are a gap too.
  ['2017-04..2019-12', false],
  // Gaps short enough, but only 26 months.
  ['2017-01..2017-03 2017-06..2017-08 2017-11..2018-01 2018-04..2018-06 2018-09..2019-10', false],
])('27 of 36 months: %s is very long-term: %s', (months, expected) => {
  const found = assistedWithoutLongGap(prepared(months), 'households', threeYears, veryLong)
  expect(found.rows.length).toBe(expected ? 1 : 0)
})

test('rolling: ten of the twelve months that end with a month with assistance', () => {
  const long = (months: string, last: string) =>
    rollingLongTerm(prepared(months), 'households', at(last), rolling).long.rows.length
  expect(long('2018-08..2019-05', '2019-05')).toBe(1)
  expect(long('2018-08..2019-05', '2019-06')).toBe(0)
  expect(long('2018-09..2019-05', '2019-05')).toBe(0)
  expect(long('2018-05 2018-07..2018-12 2019-03..2019-05', '2019-05')).toBe(0)
})

test('exactly nine months are with the rest, so that everyone in the month is in one of the two', () => {
  const { long, rest } = rollingLongTerm(prepared('2018-09..2019-05'), 'households', at('2019-05'), rolling)
  expect([long.table, long.rows.length, rest.rows.length]).toEqual(['householdMonths', 0, 1])
})

test('persons are the adults of the household; children are not counted', () => {
  const panel = prepared('2019-01..2019-12', [3, 17])
  expect(assistedAtLeast(panel, 'adults', year2019, 10).rows.length).toBe(2)
})

test('a person who moves between two households is counted over both, and a month in both is one', () => {
  const panel = panelOf({
    first: '2019-01',
    last: '2019-12',
    households: { A: { months: '2019-01..2019-06' }, B: { months: '2019-06..2019-09' } },
  })
  const { personMonths } = panel
  personMonths.person.fill(0)
  const persons = preparePanel({ ...panel, personCount: 1 }, 2)
  expect(assistedAtLeast(persons, 'adults', year2019, 9).rows.length).toBe(1)
  expect(assistedAtLeast(persons, 'adults', year2019, 10).rows.length).toBe(0)
})

test('of the rolling twelve months too, persons are the adults', () => {
  const { long, rest } = rollingLongTerm(prepared('2019-01..2019-10', [3]), 'adults', at('2019-10'), rolling)
  expect([long.table, long.rows.length, rest.rows.length]).toEqual(['personMonths', 2, 0])
})

test('a household-month knows the months with assistance of its household in a window', () => {
  const panel = panelOf({
    first: '2017-01',
    last: '2019-12',
    households: {
      A: { months: '2018-12..2019-03', adults: [{}, {}] },
      B: { months: '2019-05 2019-07', kronorIn: { '2019-06': 0 } },
    },
  })
  const known = preparePanel(panel, 2)
  const monthsIn = (window: typeof year2019) =>
    Array.from(panel.householdMonths.month.keys(), assistedMonthsOf(known, window))
  expect(monthsIn(year2019)).toEqual([3, 3, 3, 3, 2, 2, 2])
  expect(monthsIn(threeYears)).toEqual([4, 4, 4, 4, 2, 2, 2])
})

test('a gap of exactly the allowed length does not break, wherever it lies, one month more does', () => {
  const limit = { assistedMonths: 3, allowedGap: 3 }
  const found = (months: string) => assistedWithoutLongGap(prepared(months), 'households', year2019, limit).rows.length
  expect(found('2019-04 2019-08..2019-09')).toBe(1)
  expect(found('2019-05 2019-08..2019-09')).toBe(0)
  expect(found('2019-04 2019-09')).toBe(0)
  expect(found('2019-04 2019-08')).toBe(0)
})
