import { expect, test } from 'vitest'
import { airPassengers } from '../../../test/support/air-passengers.ts'
import { fillGaps } from './fill-gaps.ts'

const missing = Number.NaN
const filled = (values: number[], season: number) => [...fillGaps(Float64Array.from(values), season)]

test('a series without gaps is left as it is', () => {
  expect(fillGaps(airPassengers, 12)).toBe(airPassengers)
})

test('fills along the season of the neighbours, as R’s na.interp', () => {
  const gaps = airPassengers.slice(0, 143)
  for (const at of [4, 59, 60, 99]) gaps[at] = missing
  const whole = fillGaps(gaps, 12)
  const expected = [120.02557937, 200.782067624, 200.950179006, 348.048139986]
  ;[4, 59, 60, 99].forEach((at, index) => expect(whole[at]).toBeCloseTo(expected[index]!, 8))
  expect(whole[5]).toBe(135)
})

test('fills quarters as R', () => {
  const whole = filled([12, 15, 9, 20, 14, 17, 11, 23, 15, missing, 12, 26, 18, 20, missing, 27, 19, 23, 15], 4)
  expect(whole[9]).toBeCloseTo(18.2731011228, 8)
  expect(whole[14]).toBeCloseTo(13.7049784461, 8)
})

test('draws a straight line with two seasons of values or fewer, and without season', () => {
  expect(filled([12, missing, 9, 20, missing, missing, 11], 4)).toEqual([12, 10.5, 9, 20, 17, 14, 11])
  expect(filled([1, 9, 2, missing, 1, 9, 2, 8, missing, 9], 4)[3]).toBe(1.5)
  expect(filled([1, 9, 2, missing, 1, 9, 2, 8, 1, 9], 4)[3]).toBeGreaterThan(4)
  expect(filled([1, 9, 2, missing, 1, 9, 2, 8, 1, 9], 1)[3]).toBe(1.5)
})

test('a value far outside the others makes the line be used, as in R', () => {
  const raised = (level: number) => [0, 0, 0, 100, 0, 0, 0, 100, ...[level, level, level, missing, level, level, level]]
  const near = filled([...raised(40), missing, 40], 4)
  expect(near[11]).toBeCloseTo(128.2893021003, 8)
  expect(near[15]).toBeCloseTo(128.1233444527, 8)
  const steep = [...raised(100), missing, 100]
  for (const turn of [1, -1]) {
    const whole = filled(
      steep.map((value) => turn * value + 1000),
      4,
    )
    expect(whole[11]).toBeCloseTo(1000 + turn * 100, 10)
    expect(whole[15]).toBeCloseTo(1000 + turn * 100, 10)
  }
})

test('a series without season is drawn straight however long it is, and stays as it was', () => {
  const values = Float64Array.of(3, 1, 4, missing, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9)
  expect(fillGaps(values, 1)[3]).toBe(4.5)
  expect(values[3]).toBeNaN()
})
