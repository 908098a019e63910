import { expect, test } from 'vitest'
import { stepValue } from './step-value.ts'

test('a step holds from its time until the next, and before the first the value is told', () => {
  const valueAt = (when: number) => stepValue(Float64Array.of(2, 5), Float64Array.of(0.7, 0.4), when, 1)
  expect([0, 1.9, 2, 4.9, 5, 60].map(valueAt)).toEqual([1, 1, 0.7, 0.7, 0.4, 0.4])
})
