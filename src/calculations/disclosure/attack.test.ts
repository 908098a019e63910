import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attack } from './attack.ts'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'
import { listedTables } from './listed-tables.ts'
import { loadSolver } from './solver.ts'

const solver = await loadSolver()

type Row = (number | null)[]

/** A printed table, the sums in the last row and column; null is a hidden cell. */
function printed(rows: Row[]) {
  const name = (at: number, length: number) => (at === length - 1 ? 'total' : String(at))
  return listedTables(
    rows.flatMap((row, r) =>
      row.map((count, c) => ({ place: [name(r, rows.length), name(c, row.length)], count: count ?? Number.NaN })),
    ),
  )
}

/** The intervals of the hidden cells, row by row. */
function intervals(rows: Row[], leastHidden: 0 | 1 = 0) {
  const system = printed(rows)
  const { least, greatest } = attack(solver, system, system.hidden, { leastHidden })
  return [...system.hidden.keys()].flatMap((cell) => (system.hidden[cell] ? [[least[cell], greatest[cell]]] : []))
}

const ring: Row[] = [
  [null, null, 5, 15],
  [null, null, 1, 15],
  [9, 15, 6, 30],
]

test('a cell hidden alone in a row is what is left of the sum', () =>
  expect(
    intervals([
      [null, 4, 7],
      [5, 6, 11],
      [8, 10, 18],
    ]),
  ).toEqual([[3, 3]]))

test('a shown cell is known', () => {
  const system = printed(ring)
  const { least, greatest } = attack(solver, system, system.hidden)
  expect([least[2], greatest[2]]).toEqual([5, 5])
})

test('four hidden cells in a ring move together until one of them is nought', () =>
  expect(intervals(ring)).toEqual([
    [0, 9],
    [1, 10],
    [0, 9],
    [5, 14],
  ]))

test('whoever knows that no hidden cell is nought knows more', () =>
  expect(intervals(ring, 1)).toEqual([
    [1, 8],
    [2, 9],
    [1, 8],
    [6, 13],
  ]))

test('hidden cells that share nought are nought', () =>
  expect(intervals([[null, null, 4, 4]])).toEqual([
    [0, 0],
    [0, 0],
  ]))

test('hidden cells that share no more than one each are one, to whoever knows that none is nought', () =>
  expect(intervals([[null, null, 4, 6]], 1)).toEqual([
    [1, 1],
    [1, 1],
  ]))

test('where the sum is hidden too there is no upper limit', () =>
  expect(intervals([[null, 4, null]])).toEqual([
    [0, Infinity],
    [4, Infinity],
  ]))

test('a hidden cell that no sum covers can be anything', () => expect(intervals([[null]])).toEqual([[0, Infinity]]))

test('one settled cell settles the next, however far', () =>
  expect(
    intervals([
      [null, 4, 5, 10],
      [null, null, 5, 14],
      [2, null, null, 20],
      [7, 18, 19, 44],
    ]),
  ).toEqual([
    [1, 1],
    [4, 4],
    [5, 5],
    [9, 9],
    [9, 9],
  ]))

const refused = (rows: Row[]) => () => intervals(rows)

test('shown cells that do not add up are refused', () =>
  expect(refused([[3, 4, 8]])).toThrow(expect.objectContaining({ kind: 'inconsistent-table' })))
test('a remainder below nought is refused', () =>
  expect(refused([[null, 9, 8]])).toThrow(expect.objectContaining({ kind: 'inconsistent-table' })))
test('sums that no counts could give are refused', () =>
  expect(
    refused([
      [null, null, 5, 6],
      [null, null, 5, 6],
      [9, 3, 10, 22],
    ]),
  ).toThrow(expect.objectContaining({ kind: 'inconsistent-table' })))

/** Each sum as its total and its parts; `values` NaN for what is hidden. */
function systemOf(values: (number | null)[], sums: [number, number[]][]): LinearSystem & { hidden: Uint8Array } {
  const relations = relationsBuilder()
  for (const [total, parts] of sums) relations.add(total, parts)
  return {
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
    published: new Uint8Array(values.length).fill(1),
    hidden: Uint8Array.from(values, (value) => (value === null ? 1 : 0)),
    relations: relations.done(),
  }
}

test('where halves would do for the linear program, whole numbers tell more', () => {
  // a + b ≤ 1, b + c ≤ 1, a + c ≤ 1: halves make a + b + c = 1.5. What is left of 3 is then 1.5, or 2.
  const [a, b, c, sum, rest, one, three] = [0, 1, 2, 6, 7, 8, 9]
  const system = systemOf(
    [null, null, null, null, null, null, null, null, 1, 3],
    [
      [one, [a, b, 3]],
      [one, [b, c, 4]],
      [one, [a, c, 5]],
      [sum, [a, b, c]],
      [three, [sum, rest]],
    ],
  )
  const { least, greatest } = attack(solver, system, system.hidden)
  expect([least[sum], greatest[sum]]).toEqual([0, 1])
  expect([least[rest], greatest[rest]]).toEqual([2, 3])
})

test('a cell that is never published is not asked about, but counts', () => {
  const system = { ...systemOf([5, null, null], [[0, [1, 2]]]), published: Uint8Array.of(1, 1, 0) }
  system.hidden[2] = 0
  const { least, greatest } = attack(solver, system, system.hidden, { leastHidden: 1 })
  expect([least[1], greatest[1]]).toEqual([1, 5])
  expect(least[2]).toBeNaN()
})

test('agrees with trying every table of whole numbers', () => {
  const cell = fc.tuple(fc.nat(3), fc.boolean())
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 })
  const sums = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(rows, sums, (inner, hideSums) => {
      const counts = inner.map((row) => row.map(([count]) => count))
      const hide = (row: number, column: number) =>
        row < 2 && column < 3 ? inner[row]![column]![1] : row + column < 5 && hideSums[row === 2 ? column : 3 + row]!
      const shown = withSums(counts).map((row, r) => row.map((count, c) => (hide(r, c) ? null : count)))
      expect(intervals(shown)).toEqual(everyTable(shown))
    }),
    { seed: 4, numRuns: 60 },
  )
})

function withSums(counts: number[][]): number[][] {
  const rows = counts.map((row) => [...row, row.reduce((sum, each) => sum + each, 0)])
  return [...rows, rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0))]
}

/** The least and greatest of each hidden cell over all tables of two by three that show the same. */
function everyTable(shown: Row[]): number[][] {
  const total = shown.at(-1)!.at(-1)!
  const hidden = shown.flatMap((row, r) => row.flatMap((count, c) => (count === null ? [[r, c] as const] : [])))
  const found = hidden.map(() => [Infinity, -Infinity])
  const inner = [0, 0, 0, 0, 0, 0]
  const fill = (at: number, left: number): void => {
    if (at === 5) {
      inner[5] = left
      const table = withSums([inner.slice(0, 3), inner.slice(3)])
      if (!shown.every((row, r) => row.every((count, c) => count === null || count === table[r]![c]))) return
      hidden.forEach(([r, c], index) => {
        found[index] = [Math.min(found[index]![0]!, table[r]![c]!), Math.max(found[index]![1]!, table[r]![c]!)]
      })
      return
    }
    const known = shown[at < 3 ? 0 : 1]![at % 3]
    const [from, to] = known === null || known === undefined ? [0, left] : [known, Math.min(known, left)]
    for (let value = from; value <= to; value++) {
      inner[at] = value
      fill(at + 1, left - value)
    }
  }
  fill(0, total)
  return found
}
