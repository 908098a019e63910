import { expect, test } from 'vitest'
import { lineThrough } from './line.ts'

test('the line of least squares begins at the first value', () => {
  expect(lineThrough(Float64Array.of(1, 3, 5))).toEqual({ start: 1, slope: 2 })
  const { start, slope } = lineThrough(Float64Array.of(0, 0, 3, 1))
  expect([start, slope]).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.6, 12)])
})

test('the line through one value is level', () =>
  expect(lineThrough(Float64Array.of(5))).toEqual({ start: 5, slope: 0 }))
