import { expect, test } from 'vitest'
import { isDominated, isTooClose, primaryCounts, tellsOfAll } from './primary-rules.ts'

const counts = {
  values: Float64Array.of(0, 1, 4, 5, 3),
  published: Uint8Array.of(1, 1, 1, 1, 0),
  relations: { starts: Int32Array.of(0), cells: new Int32Array(0), signs: new Float64Array(0) },
}
const limits = { dominating: 1, dominatingShare: 0.85, closeness: 0.1 }
const amounts = (...values: number[]) => Float64Array.from(values)

test('counts from one to one below the limit are small; what is never published is not asked about', () =>
  expect([...primaryCounts(counts, { threshold: 5, hideZeros: false })]).toEqual([0, 1, 1, 0, 0]))
test('zeros are small when they are to be', () =>
  expect([...primaryCounts(counts, { threshold: 5, hideZeros: true })]).toEqual([1, 1, 1, 0, 0]))

test('a group with everyone in one category tells of all of them', () => {
  expect(tellsOfAll([0, 40, 0])).toBe(true)
  expect(tellsOfAll([1, 40, 0])).toBe(false)
  expect(tellsOfAll([0, 0])).toBe(false)
})

test('a contribution above 85 per cent of the sum dominates, one of just that does not', () => {
  expect(isDominated(amounts(5, 10, 86), limits)).toBe(true)
  expect(isDominated(amounts(5, 10, 85), limits)).toBe(false)
  expect(isDominated(amounts(85, 5, 10), limits)).toBe(false)
  expect(isDominated(amounts(30, 60, 10), { ...limits, dominating: 2 })).toBe(true)
  expect(isDominated(amounts(), limits)).toBe(false)
})

test('the second largest must not know the largest to within ten per cent', () => {
  expect(isTooClose(amounts(9, 50, 100), limits)).toBe(true)
  expect(isTooClose(amounts(10, 50, 100), limits)).toBe(false)
  expect(isTooClose(amounts(100, 4, 50, 6), limits)).toBe(false)
  expect(isTooClose(amounts(100), limits)).toBe(true)
  expect(isTooClose(amounts(0, 0, 0), limits)).toBe(false)
  expect(isTooClose(amounts(), limits)).toBe(false)
})
