import { expect, test } from 'vitest'
import { combination } from './combination.ts'

test('takes the median step by step', () => {
  const forecasts = [Float64Array.of(1, 9), Float64Array.of(4, 1), Float64Array.of(2, 3)]
  expect([...combination(forecasts)]).toEqual([2, 3])
})

test('takes the mean of the two in the middle of four', () => {
  const forecasts = [Float64Array.of(1), Float64Array.of(100), Float64Array.of(2), Float64Array.of(4)]
  expect([...combination(forecasts)]).toEqual([3])
})
