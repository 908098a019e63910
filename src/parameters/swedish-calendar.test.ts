import { expect, test } from 'vitest'
import { addDays, type Day, weekdayOf } from '../values/day.ts'
import {
  easterSunday,
  holidayName,
  isSqueezeDay,
  isWorkingDay,
  weekNumber,
  workingDaysAfter,
} from './swedish-calendar.ts'

const day = (text: string) => text as Day

/** Days of a year that are not Saturday or Sunday and yet no working days. */
const redWeekdays = (year: number): string[] =>
  daysOf(year).filter((each) => weekdayOf(each) < 5 && !isWorkingDay(each))

const daysOf = (year: number): Day[] =>
  Array.from({ length: 366 }, (_, at) => addDays(day(`${year}-01-01`), at)).filter((each) => each.startsWith(`${year}`))

test.each([
  [2016, '2016-03-27'],
  [2017, '2017-04-16'],
  [2018, '2018-04-01'],
  [2019, '2019-04-21'],
  [2020, '2020-04-12'],
  [2021, '2021-04-04'],
  [2022, '2022-04-17'],
  [2023, '2023-04-09'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2029, '2029-04-01'],
  [2030, '2030-04-21'],
  [2035, '2035-03-25'],
])('Easter of %i is on %s', (year, expected) => expect(easterSunday(year)).toBe(expected))

test('the free weekdays of 2019 are those of the almanac', () => {
  expect(redWeekdays(2019)).toEqual([
    '2019-01-01',
    '2019-04-19',
    '2019-04-22',
    '2019-05-01',
    '2019-05-30',
    '2019-06-06',
    '2019-06-21',
    '2019-12-24',
    '2019-12-25',
    '2019-12-26',
    '2019-12-31',
  ])
})

test('the free weekdays of 2026 are those of the almanac', () => {
  expect(redWeekdays(2026)).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-06-19',
    '2026-12-24',
    '2026-12-25',
    '2026-12-31',
  ])
})

test.each([
  ['2016-06-25', 'Midsommardagen'],
  ['2020-06-20', 'Midsommardagen'],
  ['2026-06-20', 'Midsommardagen'],
  ['2019-11-02', 'Alla helgons dag'],
  ['2020-10-31', 'Alla helgons dag'],
  ['2021-11-06', 'Alla helgons dag'],
  ['2024-05-09', 'Kristi himmelsfärdsdag'],
])('%s is %s', (date, name) => expect(holidayName(day(date))).toBe(name))

test('a day alone between two days off is a squeeze day, and nothing else is', () => {
  expect(daysOf(2019).filter(isSqueezeDay)).toEqual([
    '2019-05-31',
    '2019-06-07',
    '2019-12-23',
    '2019-12-27',
    '2019-12-30',
  ])
  expect(daysOf(2018).filter(isSqueezeDay)).toEqual(['2018-04-30', '2018-05-11'])
})

test('every year from 2016 to 2035 has between 247 and 254 working days and at least 13 named days', () => {
  for (let year = 2016; year <= 2035; year += 1) {
    const working = daysOf(year).filter(isWorkingDay).length
    expect(working, String(year)).toBeGreaterThanOrEqual(247)
    expect(working, String(year)).toBeLessThanOrEqual(254)
    expect(daysOf(year).filter((each) => holidayName(each) !== null).length, String(year)).toBeGreaterThanOrEqual(13)
  }
})

test('working days are counted to and including the last', () => {
  expect(workingDaysAfter(day('2019-04-17'), day('2019-04-24'))).toEqual(['2019-04-18', '2019-04-23', '2019-04-24'])
  expect(workingDaysAfter(day('2019-04-24'), day('2019-04-24'))).toEqual([])
})

test('a year before the present law is refused rather than guessed', () => {
  expect(() => isWorkingDay(day('2004-05-31'))).toThrow('2004')
})

test.each([
  ['2019-05-14', 20],
  ['2018-12-31', 1],
  ['2021-01-03', 53],
  ['2026-12-28', 53],
])('%s lies in week %i', (date, week) => expect(weekNumber(day(date))).toBe(week))
