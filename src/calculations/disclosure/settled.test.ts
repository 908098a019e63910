import { expect, test } from 'vitest'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'
import { settledValues } from './settled.ts'

type Sum = [total: number, parts: number[]]

/** Cells in order, null where hidden, and the sums between them; `never` are cells that are not published. */
function settled(values: (number | null)[], sums: Sum[], { least = 0, never = [] as number[] } = {}) {
  const relations = relationsBuilder()
  for (const [total, parts] of sums) relations.add(total, parts)
  const system: LinearSystem = {
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
    published: Uint8Array.from(values, (_, cell) => (never.includes(cell) ? 0 : 1)),
    relations: relations.done(),
  }
  const hidden = Uint8Array.from(values, (value) => (value === null ? 1 : 0))
  return Array.from(settledValues(system, hidden, least), (value) => (Number.isNaN(value) ? null : value))
}
const refusal = expect.objectContaining({ kind: 'inconsistent-table' }) as Error

test('the last unknown of a sum is what is left, and a hidden sum what its parts make', () => {
  expect(settled([9, 4, null], [[0, [1, 2]]])).toEqual([9, 4, 5])
  expect(settled([null, 4, 3], [[0, [1, 2]]])).toEqual([7, 4, 3])
  expect(settled([null, 0, 0], [[0, [1, 2]]])).toEqual([0, 0, 0])
})

test('what one sum settles is used in the others, whichever of them comes first', () => {
  const sums: Sum[] = [
    [0, [1, 2]],
    [3, [2, 4]],
    [5, [4, 6]],
  ]
  const values = [9, 4, null, 8, null, 7, null]
  expect(settled(values, sums)).toEqual([9, 4, 5, 8, 3, 7, 4])
  expect(settled(values, sums.toReversed())).toEqual([9, 4, 5, 8, 3, 7, 4])
})

test('two unknowns are left open, whether they are parts or one is the sum', () => {
  expect(settled([9, null, null], [[0, [1, 2]]])).toEqual([9, null, null])
  expect(settled([null, null, 0], [[0, [1, 2]]])).toEqual([null, null, 0])
  expect(settled([null, null, 2], [[0, [1, 2]]])).toEqual([null, null, 2])
})

test('parts that share as little as they can have are all settled', () => {
  expect(settled([4, null, null, 4], [[0, [1, 2, 3]]])).toEqual([4, 0, 0, 4])
  expect(settled([6, null, null, 4], [[0, [1, 2, 3]]])).toEqual([6, null, null, 4])
  expect(settled([6, null, null, 4], [[0, [1, 2, 3]]], { least: 1 })).toEqual([6, 1, 1, 4])
  expect(settled([7, null, null, 4], [[0, [1, 2, 3]]], { least: 1 })).toEqual([7, null, null, 4])
})

test('settling the parts of one sum says nothing of the next', () =>
  expect(
    settled(
      [4, null, null, 4, null, null],
      [
        [0, [1, 2, 3]],
        [4, [5]],
      ],
    ),
  ).toEqual([4, 0, 0, 4, null, null]))

test('a cell that is never published can be nought, also when hidden ones cannot', () => {
  expect(settled([5, 4, null, 9], [[0, [1, 2, 3]]], { least: 1, never: [2, 3] })).toEqual([5, 4, null, null])
  expect(settled([5, null, 9], [[0, [1, 2]]], { least: 1, never: [2] })).toEqual([5, null, null])
  expect(settled([1, null, 9], [[0, [1, 2]]], { least: 1, never: [2] })).toEqual([1, 1, 0])
  expect(settled([5, 5, 9], [[0, [1, 2]]], { least: 1, never: [2] })).toEqual([5, 5, 0])
})

test('shown values that do not add up are refused', () => {
  expect(() => settled([9, 4, 6], [[0, [1, 2]]])).toThrow(refusal)
  expect(() => settled([9, 4, 4], [[0, [1, 2]]])).toThrow(refusal)
})

test('so is a remainder below the least that a hidden cell can have', () => {
  expect(() => settled([9, 10, null], [[0, [1, 2]]])).toThrow(refusal)
  expect(() => settled([9, 9, null], [[0, [1, 2]]], { least: 1 })).toThrow(refusal)
  expect(settled([9, 9, null], [[0, [1, 2]]])).toEqual([9, 9, 0])
  expect(settled([9, 8, null], [[0, [1, 2]]], { least: 1 })).toEqual([9, 8, 1])
})

test('two sums that settle the same cell must agree', () =>
  expect(() =>
    settled(
      [9, 4, null, 8, 4],
      [
        [0, [1, 2]],
        [3, [2, 4]],
      ],
    ),
  ).toThrow(refusal))
