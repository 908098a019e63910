import { describe, expect, test } from 'vitest'
import { missingMark, parseDayCell, parseMonthCell, parseNumber } from './cell-values.ts'

describe('a number in Swedish spellings', () => {
  test.each([
    ['1 234,50', 1234.5],
    ['1\u00a0234', 1234],
    ['44\u202f164', 44164],
    ['−12', -12],
    ['12-', -12],
    ['(12,5)', -12.5],
    ['34,5 %', 34.5],
    ['0,00', 0],
    ['-0', 0],
  ])('%s', (text, value) => expect(parseNumber(text)).toBe(value))

  test.each(['', '12,3,4', '1.234,5', 'X', '--', '1e5', '0x10', '~100'])('%s is none', (text) =>
    expect(parseNumber(text)).toBeNull(),
  )
})

describe('a day', () => {
  test.each([
    '2019-04-30',
    '20190430',
    '2019/04/30',
    '30/4 2019',
    '30/4-2019',
    '30.4.2019',
    '30 april 2019',
    'den 30 apr 2019',
    '2019-04-30 14:05',
    '43585',
  ])('%s', (text) => expect(parseDayCell(text)).toBe('2019-04-30'))

  test.each(['2019-02-29', '190430', '4/30/2019', '201904', 'april 2019', '1,98505E+11', ''])('%s is none', (text) =>
    expect(parseDayCell(text)).toBeNull(),
  )
})

describe('a month', () => {
  test.each([
    '2019-04',
    '201904',
    '2019M04',
    '2019/4',
    '04-2019',
    'apr-19',
    'Apr 2019',
    'april 2019',
    '2019 april',
    '2019-04-30',
    '43585',
    'April -19',
    '2019-04-01 - 2019-04-30',
    '1/4 2019 – 30/4 2019',
    '201904 t.o.m. 201904',
  ])('%s', (text) => expect(parseMonthCell(text)).toBe('2019-04'))

  test.each(['2019', '201913', 'a-19', 'hej 2019', '2019-04 - 2019-05', '1904', ''])('%s is none', (text) =>
    expect(parseMonthCell(text)).toBeNull(),
  )

  test('two digits of year are 1970–2069', () => {
    expect(parseMonthCell('maj-69')).toBe('2069-05')
    expect(parseMonthCell('maj-70')).toBe('1970-05')
  })
})

test.each([
  ['X', 'suppressed'],
  ['--', 'notReported'],
  ['..', 'notReported'],
  ['#SAKNAS!', 'notReported'],
  [' ', 'empty'],
  ['0', null],
  ['12', null],
])('%s where a number should be is %s, never zero', (text, missing) => expect(missingMark(text)).toBe(missing))
