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
