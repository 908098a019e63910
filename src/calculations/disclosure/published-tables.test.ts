import { expect, test } from 'vitest'
import type { Dimension } from './dimension.ts'
import { listedTables } from './listed-tables.ts'
import { publishedTables } from './published-tables.ts'

const dimension = (name: string, size: number): Dimension => ({
  name,
  categories: Array.from({ length: size }, (_, at) => `${name}${at}`),
  levels: [],
})

const units = {
  categories: [Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 1), Int32Array.of(1, 0, 1)],
  counts: Float64Array.of(2, 3, 4),
}
const three = [dimension('a', 2), dimension('b', 2), dimension('c', 2)]

/** Every relation as the sum of its signed values. */
function remainders({ values, relations: { starts, cells, signs } }: ReturnType<typeof publishedTables>): number[] {
  return [...starts.subarray(1)].map((end, relation) => {
    let sum = 0
    for (let at = starts[relation]!; at < end; at++) sum += signs[at]! * values[cells[at]!]!
    return sum
  })
}

test('a table has its inner cells and all margins, the last dimension fastest', () => {
  const table = publishedTables([dimension('a', 2), dimension('b', 2)], [[0, 1]], units)
  expect([...table.values]).toEqual([2, 3, 5, 0, 4, 4, 2, 7, 9])
  expect([...table.published]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1])
  expect(table.relations.starts.length - 1).toBe(6)
  expect(remainders(table)).toEqual([0, 0, 0, 0, 0, 0])
})

test('tables that share margins are tied by cells that are not published', () => {
  const tables = publishedTables(
    three,
    [
      [0, 1],
      [0, 2],
    ],
    units,
  )
  expect(tables.tables.map(({ cells }) => cells.length)).toEqual([9, 9])
  expect(tables.published.length).toBe(15 + 8)
  expect(tables.published.reduce((sum, each) => sum + each, 0)).toBe(15)
  expect(remainders(tables).every((remainder) => remainder === 0)).toBe(true)
  expect(tables.values.reduce((sum, value, cell) => sum + (tables.published[cell] ? 0 : value), 0)).toBe(9)
})

/** Every sum as the cell that it makes and its parts. */
function sumsOf({ relations: { starts, cells } }: ReturnType<typeof publishedTables>): [number, number[]][] {
  return [...starts.subarray(1)].map((end, relation) => {
    const [total, ...parts] = [...cells.subarray(starts[relation], end)]
    return [total!, parts]
  })
}

test('lists by one dimension each share their sum, and are the sums of the cells by both', () => {
  const lists = publishedTables([dimension('a', 2), dimension('b', 2)], [[0], [1]], units)
  expect(lists.tables).toEqual([
    { dimensions: [0], cells: Int32Array.of(0, 1, 2) },
    { dimensions: [1], cells: Int32Array.of(3, 4, 2) },
  ])
  expect([...lists.values]).toEqual([5, 4, 9, 2, 7, 2, 3, 0, 4])
  expect([...lists.published]).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0])
  expect([...lists.nodes]).toEqual([0, 2, 1, 2, 2, 2, 2, 0, 2, 1, 0, 0, 0, 1, 1, 0, 1, 1])
  expect(sumsOf(lists)).toEqual([
    [2, [0, 1]],
    [2, [3, 4]],
    [0, [5, 6]],
    [1, [7, 8]],
    [3, [5, 7]],
    [4, [6, 8]],
  ])
})

test('groups of categories are counted and summed in every row of the other dimension', () => {
  const county = { name: 'county', below: 'a', groups: { codes: Int32Array.of(0, 0, 1), labels: ['c0', 'c1'] } }
  const table = publishedTables([{ ...dimension('a', 3), levels: [county] }, dimension('b', 2)], [[0, 1]], {
    categories: [Int32Array.of(0, 1, 2, 2), Int32Array.of(0, 1, 1, 1)],
    counts: Float64Array.of(2, 3, 4, 5),
  })
  // By rows: a0, a1, a2, c0, c1, all; each by b0, b1 and all.
  expect([...table.values]).toEqual([2, 0, 2, 0, 3, 3, 0, 9, 9, 2, 3, 5, 0, 9, 9, 2, 12, 14])
  expect(sumsOf(table)).toEqual([
    [2, [0, 1]],
    [5, [3, 4]],
    [8, [6, 7]],
    [9, [0, 3]],
    [10, [1, 4]],
    [11, [2, 5]],
    [11, [9, 10]],
    [12, [6]],
    [13, [7]],
    [14, [8]],
    [14, [12, 13]],
    [15, [9, 12]],
    [16, [10, 13]],
    [17, [11, 14]],
    [17, [15, 16]],
  ])
  expect(table.trees[0]!.names(3)).toEqual({ a: 'total', county: 'c0' })
})

test('a table by all dimensions needs no such cells', () =>
  expect(
    publishedTables(
      three,
      [
        [0, 1, 2],
        [0, 1],
      ],
      units,
    ).published.length,
  ).toBe(27))

test('nor sums of the cells by all dimensions, which are its own', () => {
  const table = publishedTables([dimension('a', 2), dimension('b', 2)], [[0, 1], [0]], units)
  expect(table.values).toHaveLength(9)
  // Three rows and three columns, and the sum of the list by rows once more.
  expect(sumsOf(table)).toHaveLength(7)
  expect(sumsOf(table)[6]).toEqual([8, [2, 5]])
})

test('and with too many of them only what is published counts', () => {
  const wide = [dimension('a', 2), dimension('b', 40), dimension('c', 26)]
  expect(
    publishedTables(
      wide,
      [
        [0, 1],
        [0, 2],
      ],
      units,
    ).published.length,
  ).toBe(3 * 41 + 3 * 26)
  const narrow = [dimension('a', 2), dimension('b', 40), dimension('c', 25)]
  expect(
    publishedTables(
      narrow,
      [
        [0, 1],
        [0, 2],
      ],
      units,
    ).published.length,
  ).toBe(3 * 41 + 3 * 25 + 2000)
})

test('printed tables have the same sums as those that they were made from', () => {
  const rows = [
    { place: ['a0', 'b0'], count: 2 },
    { place: ['a0', 'b1'], count: Number.NaN },
    { place: ['a0', 'total'], count: 5 },
    { place: ['a0', 'b1'], count: 3 },
  ]
  const listed = listedTables(rows)
  expect([...listed.values]).toEqual([2, 3, 5])
  expect([...listed.cellOfRow]).toEqual([0, 1, 2, 1])
  expect([...listed.hidden]).toEqual([0, 0, 0])
  expect([...listed.relations.cells]).toEqual([2, 0, 1])
  expect([...listed.relations.signs]).toEqual([1, -1, -1])
})
