import { expect, test } from 'vitest'
import { airPassengers } from '../../../test/support/air-passengers.ts'
import { loess, loessAt } from './loess.ts'
import { stl } from './stl.ts'

const quarters = Float64Array.of(12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12, 26, 18, 20, 13, 27, 19, 23, 15, 30, 18)

const near = (found: Float64Array, places: number[], expected: number[]) =>
  places.forEach((place, at) => expect(found[place]).toBeCloseTo(expected[at]!, 9))

test('has the season and trend of R’s stl with a window of eleven', () => {
  const { seasonal, trend } = stl(airPassengers, 12)
  const places = [0, 1, 71, 142, 143]
  near(seasonal, places, [-16.9770740864, -17.1776333372, -29.2508573954, -75.5946342551, -44.196324979])
  near(trend, places, [123.145056928, 123.72506924, 258.491958353, 493.138373703, 496.683254025])
})

test('has the robust fit of R’s stl to an odd number of months', () => {
  const { seasonal, trend } = stl(airPassengers.slice(0, 143), 12, { robust: true })
  near(seasonal, [0, 71, 142], [-20.8596136617, -27.9296203229, -64.9868427601])
  near(trend, [0, 71, 142], [130.274311418, 258.875123715, 496.770690021])
})

test('has the robust fit of R’s stl to quarters', () => {
  const { seasonal, trend } = stl(quarters, 4, { robust: true })
  near(seasonal, [0, 9, 20], [-1.751121536588, 1.032626958625, -1.798577824432])
  near(trend, [0, 9, 20], [13.697717124211, 17.628033737535, 20.04765822092])
})

test('a robust fit lets one month that went wrong change less', () => {
  const odd = airPassengers.slice(0, 143)
  const wrong = Float64Array.from(odd, (value, at) => (at === 70 ? value + 300 : value))
  const moved = (robust: boolean) =>
    Math.abs(stl(wrong, 12, { robust }).trend[70]! - stl(odd, 12, { robust }).trend[70]!)
  expect(moved(true)).toBeLessThan(moved(false) / 10)
})

test('local regression gives back a straight line', () => {
  const line = Float64Array.from({ length: 9 }, (_, at) => 3 + 2 * at)
  loess(line, { window: 5, degree: 1, jump: 2 }).forEach((value, at) => expect(value).toBeCloseTo(line[at]!, 12))
  loess(line, { window: 21, degree: 1, jump: 4 }).forEach((value, at) => expect(value).toBeCloseTo(line[at]!, 12))
})

test('a level is drawn towards the mean of its neighbours, weighted by tricube', () => {
  const far = (1 - (1 / 2) ** 3) ** 3
  const [first, , third] = loess(Float64Array.of(0, 0, 8, 0, 0), { window: 3, degree: 0, jump: 1 })
  expect(third).toBe(8)
  expect(first).toBe(0)
  const wider = loessAt(Float64Array.of(0, 8, 0), 1, 0, { window: 5, degree: 0 })
  expect(wider).toBeCloseTo(8 / (1 + 2 * far), 12)
})

test('between the fitted places a straight line is drawn, and the last is always fitted', () => {
  const values = Float64Array.of(1, 5, 2, 8, 3, 9)
  const every = loess(values, { window: 3, degree: 1, jump: 1 })
  const some = loess(values, { window: 3, degree: 1, jump: 3 })
  expect(some[0]).toBe(every[0])
  expect(some[3]).toBe(every[3])
  expect(some[5]).toBe(every[5])
  expect(some[1]).toBeCloseTo((2 * some[0]! + some[3]!) / 3, 12)
  expect(some[4]).toBeCloseTo((some[3]! + some[5]!) / 2, 12)
})

test('a single value stands, and so does one whose neighbours have no weight', () => {
  expect([...loess(Float64Array.of(7), { window: 3, degree: 1, jump: 1 })]).toEqual([7])
  const values = Float64Array.of(1, 2, 3)
  expect([...loess(values, { window: 3, degree: 1, jump: 1 }, new Float64Array(3))]).toEqual([1, 2, 3])
  expect(loessAt(values, 3, 0, { window: 3, degree: 0 }, new Float64Array(3))).toBeNull()
})

test('with one neighbour of weight there is a level and no line', () => {
  const alone = Float64Array.of(0, 1, 0)
  expect(loessAt(Float64Array.of(1, 5, 9), 3, 0, { window: 3, degree: 1 }, alone)).toBe(5)
})
