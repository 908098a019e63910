import { expect, test } from 'vitest'
import type { LinearSystem } from './linear-system.ts'
import { type ListedCell, listedTables } from './listed-tables.ts'

/** A cell by its words, one per column, and `.` for a total; null is a hidden count. */
const cell = (words: string, count: number | null): ListedCell => ({
  place: words.split(' ').map((word) => (word === '.' ? 'total' : word)),
  count: count ?? Number.NaN,
})

/** Every sum as the cell that it makes and its parts. */
function sumsOf({ relations: { starts, cells, signs } }: LinearSystem): [total: number, parts: number[]][] {
  return [...starts.subarray(1)].map((end, relation) => {
    const [first, ...parts] = [...cells.subarray(starts[relation], end)]
    expect([...signs.subarray(starts[relation], end)]).toEqual([1, ...parts.map(() => -1)])
    return [first!, parts]
  })
}

const margins = [cell('a0 .', 3), cell('a1 .', null), cell('. b0', 4), cell('. b1', 1), cell('. .', 5)]

test('each printed sum of a table has the inner cells that it covers for parts', () => {
  const counts = { 'a0 b0': 1, 'a0 b1': 2, 'a1 b0': 3, 'a1 b1': 4, 'a0 .': 3, 'a1 .': 7, '. b0': 4, '. .': 10 }
  const listed = listedTables(Object.entries(counts).map(([words, count]) => cell(words, count)))
  expect(sumsOf(listed)).toEqual([
    [4, [0, 1]],
    [5, [2, 3]],
    [6, [0, 2]],
    [7, [0, 1, 2, 3]],
  ])
  expect([...listed.values]).toEqual([1, 2, 3, 4, 3, 7, 4, 10])
  expect([...listed.published]).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
})

test('a sum of which no part is printed says nothing', () =>
  expect(sumsOf(listedTables([cell('a0 b0', 1), cell('a0 .', 1), cell('a1 .', 6)]))).toEqual([[1, [0]]]))

test('lists by one column each are tied by the cells by both, which are not published', () => {
  const listed = listedTables(margins)
  expect(sumsOf(listed)).toEqual([
    [4, [0, 1]],
    [4, [2, 3]],
    [0, [5, 6]],
    [2, [5, 7]],
    [3, [6, 8]],
    [1, [7, 8]],
  ])
  expect([...listed.values]).toEqual([3, Number.NaN, 4, 1, 5, Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  expect([...listed.hidden]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0])
  expect([...listed.published]).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0])
  expect([...listed.cellOfRow]).toEqual([0, 1, 2, 3, 4])
})

test('a column in which nothing is divided makes no difference', () => {
  const wider = margins.map(({ place, count }) => ({ place: [...place, 'total'], count }))
  expect(sumsOf(listedTables(wider))).toEqual(sumsOf(listedTables(margins)))
})

test('tables that share a column are tied within each of its categories, but for cells that would be nought', () => {
  // Nobody is printed in a1 and b1 together.
  const rows = [cell('a0 b0 .', 2), cell('a0 b1 .', 3), cell('a1 b0 .', 4), cell('a0 . c0', 5), cell('a1 . c0', 4)]
  const listed = listedTables([...rows, cell('a0 . .', 5)])
  expect(sumsOf(listed)).toEqual([
    [5, [0, 1]],
    [5, [3]],
    [0, [6]],
    [3, [6, 7]],
    [1, [7]],
    [2, [8]],
    [4, [8]],
  ])
  expect([...listed.published]).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0])
})

test('with more than two thousand such cells only the printed sums are used', () => {
  const list = (rows: number, columns: number) => [
    ...Array.from({ length: rows }, (_, row) => cell(`a${row} .`, columns)),
    ...Array.from({ length: columns }, (_, column) => cell(`. b${column}`, rows)),
  ]
  expect(listedTables(list(40, 50)).values).toHaveLength(40 + 50 + 2000)
  const tooMany = listedTables(list(40, 51))
  expect(tooMany.values).toHaveLength(40 + 51)
  expect(sumsOf(tooMany)).toEqual([])
})

test('a cell that is printed twice is one, known when either shows it', () => {
  const listed = listedTables([cell('a0', 3), cell('a1', null), cell('a0', 3), cell('a1', 6), cell('a0', null)])
  expect([...listed.cellOfRow]).toEqual([0, 1, 0, 1, 0])
  expect([...listed.values]).toEqual([3, 6])
  expect([...listed.hidden]).toEqual([0, 0])
})

test('a cell that is printed with two different counts is refused', () =>
  expect(() => listedTables([cell('a0', 3), cell('a1', 4), cell('a0', 5)])).toThrow(
    expect.objectContaining({ kind: 'inconsistent-table' }),
  ))

test('words that would be the same run together are different places', () =>
  expect([...listedTables([cell('a,b c', 3), cell('a b,c', 4)]).values]).toEqual([3, 4]))
