import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cumulativeFromMonthly, monthlyFromCumulative } from './cumulative.ts'

test('a deficit of 8 000, 12 048 and 14 891 grew by 4 048 in March and by 2 843 in April', () =>
  expect(monthlyFromCumulative([8_000, 12_048, 14_891])).toEqual([8_000, 4_048, 2_843]))

test('the months add up to the last cumulative amount, and back to every one of them', () =>
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (cumulative) => {
      const monthly = monthlyFromCumulative(cumulative)
      expect(monthly.reduce((sum, amount) => sum + amount, 0)).toBe(cumulative.at(-1))
      expect(cumulativeFromMonthly(monthly)).toEqual(cumulative)
    }),
    { seed: 1 },
  ))

test('after a month that is not known nothing is known of the sum', () =>
  expect(cumulativeFromMonthly([1, null, 2])).toEqual([1, null, null]))
