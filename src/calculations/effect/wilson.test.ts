import { expect, test } from 'vitest'
import { sharedJson, testWithSharedData } from '../../../test/support/shared-data.ts'
import { wilsonInterval } from './wilson.ts'

test('agrees with R prop.test without correction', () => {
  const { share, lower, upper, count, of } = wilsonInterval(3, 10)
  expect([count, of, share]).toEqual([3, 10, 0.3])
  expect(lower).toBeCloseTo(0.107791267406301, 12)
  expect(upper).toBeCloseTo(0.603221852538855, 12)
})

test('takes another level', () => {
  const { lower, upper } = wilsonInterval(3, 10, 0.9)
  expect(lower).toBeCloseTo(0.126876583903198, 12)
  expect(upper).toBeCloseTo(0.558300204130165, 12)
})

test('none and all have an interval that ends at 0 and 1', () => {
  expect(wilsonInterval(0, 8).lower).toBe(0)
  expect(wilsonInterval(0, 8).upper).toBeCloseTo(0.32440756488388, 12)
  expect(wilsonInterval(8, 8).lower).toBeCloseTo(0.67559243511612, 12)
  expect(wilsonInterval(8, 8).upper).toBe(1)
  expect(wilsonInterval(1, 1).upper).toBe(1)
  expect(wilsonInterval(5, 5).upper).toBe(1)
})

test('refuses an empty group and a count outside it', () => {
  expect(() => wilsonInterval(0, 0)).toThrow('no-rows')
  expect(() => wilsonInterval(-1, 5)).toThrow('bad-value {"column":"count","found":-1,"expected":"0–5"}')
  expect(() => wilsonInterval(6, 5)).toThrow('bad-value {"column":"count","found":6,"expected":"0–5"}')
})

testWithSharedData('the intervals of the reference', () => {
  const { wilson } = sharedJson<{ wilson: Record<string, [number, number]> }>('expected/power.json')
  for (const [share, [lower, upper]] of Object.entries(wilson)) {
    const [count, of] = share.split('/').map(Number)
    const found = wilsonInterval(count!, of!)
    expect(Math.abs(found.lower - lower)).toBeLessThan(1e-9)
    expect(Math.abs(found.upper - upper)).toBeLessThan(1e-9)
  }
})
