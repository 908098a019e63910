import { expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { fallWithoutAction } from './regression-to-the-mean.ts'

const columns = (before: number[], after: number[]) => [Float64Array.from(before), Float64Array.from(after)] as const

test('follows the costliest of the earlier period', () => {
  const found = fallWithoutAction(...columns([10, 90, 50, 100], [20, 60, 55, 40]), 2)
  expect(found).toEqual({ selected: 2, before: 190, after: 100, fall: 90 / 190 })
})

test('of equal values the first rows are taken, and a rise is a negative fall', () => {
  expect(fallWithoutAction(...columns([5, 5, 5], [10, 0, 0]), 1)).toMatchObject({ after: 10, fall: -1 })
})

test('all of them may be selected', () => {
  expect(fallWithoutAction(...columns([1, 3], [2, 2]), 2).fall).toBe(0)
})

test('the costliest fall by themselves though nothing changes for anyone', () => {
  const random = seededRandom(7)
  const usual = Float64Array.from({ length: 2000 }, () => random.gamma(4) * 20_000)
  const year = () => usual.map((level) => level * random.gamma(20) * 0.05)
  const { fall } = fallWithoutAction(year(), year(), 100)
  expect(fall).toBeGreaterThan(0.1)
  expect(fall).toBeLessThan(0.25)
})

test('refuses none, more than there are, and a selection without cost', () => {
  expect(() => fallWithoutAction(...columns([1], [1]), 0)).toThrow('too-few {"found":1,"needed":1,"what":"hushåll"}')
  expect(() => fallWithoutAction(...columns([1], [1]), 2)).toThrow('too-few {"found":1,"needed":2')
  expect(() => fallWithoutAction(...columns([0, 0], [1, 1]), 1)).toThrow(
    'bad-value {"column":"before","found":0,"expected":"> 0"}',
  )
})
