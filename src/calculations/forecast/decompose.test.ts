import { expect, test } from 'vitest'
import { airPassengers } from '../../../test/support/air-passengers.ts'
import { centredMean, seasonallyAdjusted, seasonalFigure } from './decompose.ts'

const thirds = Float64Array.of(5, 8, 2, 6, 9, 3, 8, 10, 4, 9, 13, 5)

test('the moving average takes a whole year with half weight at both ends', () => {
  const trend = centredMean(airPassengers, 12)
  expect(trend[5]).toBeNaN()
  expect(trend[6]).toBeCloseTo((56 + 118 + 132 + 129 + 121 + 135 + 148 + 148 + 136 + 119 + 104 + 118 + 57.5) / 12, 12)
  expect(trend[137]).not.toBeNaN()
  expect(trend[138]).toBeNaN()
})

test('the moving average of an odd season has equal weights', () => {
  expect([...centredMean(thirds, 3)].slice(0, 4)).toEqual([Number.NaN, 5, 16 / 3, 17 / 3])
})

test('has the figures of R’s decompose', () => {
  const additive = seasonalFigure(airPassengers, 12, 'additive')
  expect(additive[0]).toBeCloseTo(-24.74873737374, 10)
  expect(additive[11]).toBeCloseTo(-28.61994949495, 10)
  const multiplicative = seasonalFigure(airPassengers, 12, 'multiplicative')
  expect(multiplicative[0]).toBeCloseTo(0.910230367372, 11)
  expect(multiplicative[6]).toBeCloseTo(1.226555542931, 11)
  expect(seasonalFigure(thirds, 3, 'additive')[1]).toBeCloseTo(3.111111111111, 11)
  expect(seasonalFigure(thirds, 3, 'multiplicative')[2]).toBeCloseTo(0.4480198935576, 12)
})

test('takes the season out again and again', () => {
  expect([...seasonallyAdjusted(Float64Array.of(5, 6, 7), Float64Array.of(1, 2), 'additive')]).toEqual([4, 4, 6])
  expect([...seasonallyAdjusted(Float64Array.of(6, 6, 8), Float64Array.of(2, 3), 'multiplicative')]).toEqual([3, 2, 4])
})
