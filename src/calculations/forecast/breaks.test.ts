import { expect, test } from 'vitest'
import { sinceBreaks } from './breaks.ts'

/** Three years of quarters, and two of them after a reform. */
const reform = Float64Array.of(100, 120, 90, 110, 104, 125, 95, 114, 109, 129, 99, 119, 170, 200)

test('only what follows the last break is kept when it is more than two seasons and ten values', () => {
  const values = Float64Array.from({ length: 40 }, (_, at) => at)
  expect(sinceBreaks(values, [5, 30], 4)).toHaveLength(40)
  expect(sinceBreaks(values, [5, 29], 4)).toEqual(values.slice(29))
  expect(sinceBreaks(values, [29, 5, 29], 4)).toEqual(values.slice(29))
  expect(sinceBreaks(values, [15], 12)).toEqual(values.slice(15))
  expect(sinceBreaks(values, [16], 12)).toHaveLength(40)
})

test('what stands before is raised by the step of a regression, in R 1.4919855265283 times', () => {
  const whole = sinceBreaks(reform, [12], 4)
  expect(whole[0]).toBeCloseTo(149.19855265283, 8)
  expect(whole[11]).toBeCloseTo(119 * 1.4919855265283, 8)
  expect([...whole.slice(12)]).toEqual([170, 200])
})

test('with a value that is not above zero it is raised by a term, in R 61.5', () => {
  const whole = sinceBreaks(
    reform.map((value) => value - 150),
    [12],
    4,
  )
  expect(whole[0]).toBeCloseTo(100 - 150 + 61.5, 8)
  expect(whole[13]).toBe(50)
})

test('every break is evened out', () => {
  const stairs = Float64Array.from({ length: 18 }, (_, at) => (at < 6 ? 10 : at < 12 ? 20 : 40))
  for (const value of sinceBreaks(stairs, [6, 12], 4)) expect(value).toBeCloseTo(40, 8)
})

test('a missing month tells nothing of the step, and a value of zero has no logarithm', () => {
  const [first, gap] = sinceBreaks(Float64Array.of(10, Number.NaN, 10, 30), [3], 4)
  expect(first).toBeCloseTo(30, 8)
  expect(gap).toBeNaN()
  expect(sinceBreaks(Float64Array.of(0, 10, 30), [2], 4)[0]).toBeCloseTo(25, 8)
})

test('with a whole year before the break the months are known, and count', () => {
  const doubled = sinceBreaks(Float64Array.of(10, 20, 30, 40, 20, 40), [4], 4)
  ;[20, 40, 60, 80, 20, 40].forEach((value, at) => expect(doubled[at]).toBeCloseTo(value, 8))
})

test('a break outside the series is not the last one', () => {
  const values = Float64Array.from({ length: 40 }, (_, at) => at)
  expect([...sinceBreaks(values, [-3], 4)]).toEqual([...values])
  expect(sinceBreaks(values, [5, 40], 4)).toEqual(values.slice(5))
})

test('a break at the edge has no effect, and neither has one with nothing known on one side', () => {
  expect([...sinceBreaks(reform, [0], 4)]).toEqual([...reform])
  expect([...sinceBreaks(reform, [14, 99], 4)]).toEqual([...reform])
  const unknown = reform.map((value, at) => (at >= 12 ? Number.NaN : value))
  expect([...sinceBreaks(unknown, [12], 4)]).toEqual([...unknown])
  const hole = Float64Array.of(1, ...new Array<number>(8).fill(Number.NaN), 2)
  expect([...sinceBreaks(hole, [5], 2)]).toEqual([...hole])
})

test('a break before a whole year is evened out without months', () => {
  expect(sinceBreaks(Float64Array.of(10, 10, 30), [2], 4)[0]).toBeCloseTo(30, 8)
  expect(sinceBreaks(Float64Array.of(-10, -12, 30), [2], 4)[0]).toBeCloseTo(31, 8)
})
