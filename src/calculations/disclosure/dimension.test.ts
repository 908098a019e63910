import { expect, test } from 'vitest'
import { type Dimension, treeOf } from './dimension.ts'

/** Five municipalities in three counties in two parts of the country, and beside those of two types. */
const region: Dimension = {
  name: 'region',
  categories: ['m0', 'm1', 'm2', 'm3', 'm4'],
  levels: [
    { name: 'county', below: 'region', groups: { codes: Int32Array.of(0, 0, 1, 1, 2), labels: ['c0', 'c1', 'c2'] } },
    { name: 'part', below: 'county', groups: { codes: Int32Array.of(0, 1, 1), labels: ['p0', 'p1'] } },
    { name: 'type', below: 'region', groups: { codes: Int32Array.of(1, 0, 0, 1, 0), labels: ['t0', 't1'] } },
  ],
}
const tree = treeOf(region)

test('the nodes are the categories, the groups of each level, and the total last', () => {
  expect(tree.size).toBe(5 + 3 + 2 + 2 + 1)
  expect(tree.total).toBe(12)
  expect(tree.categories).toBe(5)
})

test('each group is the sum of those below it, and the total of each level that has none above', () =>
  expect(tree.splits).toEqual([
    { whole: 5, parts: [0, 1] },
    { whole: 6, parts: [2, 3] },
    { whole: 7, parts: [4] },
    { whole: 8, parts: [5] },
    { whole: 9, parts: [6, 7] },
    { whole: 10, parts: [1, 2, 4] },
    { whole: 11, parts: [0, 3] },
    { whole: 12, parts: [8, 9] },
    { whole: 12, parts: [10, 11] },
  ]))

test('a category is part of itself, of one group of each level, and of the total', () =>
  expect(tree.above).toEqual([
    [0, 5, 8, 11, 12],
    [1, 5, 8, 10, 12],
    [2, 6, 9, 10, 12],
    [3, 6, 9, 11, 12],
    [4, 7, 9, 10, 12],
  ]))

test('a node is named in its own column and in those above it, and is a total in the others', () => {
  expect(tree.names(3)).toEqual({ region: 'm3', county: 'c1', part: 'p1', type: 't1' })
  expect(tree.names(5)).toEqual({ region: 'total', county: 'c0', part: 'p0', type: 'total' })
  expect(tree.names(7)).toEqual({ region: 'total', county: 'c2', part: 'p1', type: 'total' })
  expect(tree.names(8)).toEqual({ region: 'total', county: 'total', part: 'p0', type: 'total' })
  expect(tree.names(11)).toEqual({ region: 'total', county: 'total', part: 'total', type: 't1' })
  expect(tree.names(12)).toEqual({ region: 'total', county: 'total', part: 'total', type: 'total' })
})

test('without levels there are the categories and their sum', () => {
  const flat = treeOf({ name: 'sex', categories: ['f', 'm'], levels: [] })
  expect(flat.size).toBe(3)
  expect(flat.splits).toEqual([{ whole: 2, parts: [0, 1] }])
  expect(flat.above).toEqual([
    [0, 2],
    [1, 2],
  ])
  expect([0, 1, 2].map(flat.names)).toEqual([{ sex: 'f' }, { sex: 'm' }, { sex: 'total' }])
})
