import { expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { allowedGapMonths, longTermLimit, topHouseholds, veryLongTermLimit } from './assistance-limits.ts'
import { valueAt } from './dated.ts'
import { disclosureLimits } from './disclosure-limits.ts'

const rows = [
  { from: month('2018-01'), value: 1, source: 'a' },
  { from: month('2020-07'), value: 2, source: 'b' },
]

test('the value that began last applies', () => {
  expect(valueAt(rows, month('2018-01'))).toBe(1)
  expect(valueAt(rows, month('2020-06'))).toBe(1)
  expect(valueAt(rows, month('2020-07'))).toBe(2)
})
test('a month before the first value is not guessed', () => {
  expect(() => valueAt(rows, month('2017-12'))).toThrow('2017-12')
})
test('every value says where it is written, and the rows stand in order of time', () => {
  for (const each of [allowedGapMonths, longTermLimit, veryLongTermLimit, topHouseholds, disclosureLimits]) {
    expect(each.every(({ source }) => source.length > 10)).toBe(true)
    expect(each.map(({ from }) => from)).toEqual(each.map(({ from }) => from).toSorted())
  }
})
