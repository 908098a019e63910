import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attack } from './attack.ts'
import type { Dimension } from './dimension.ts'
import { primaryCounts } from './primary-rules.ts'
import { protect, unsafeCells, usualProtection } from './protect.ts'
import { type PublishedTables, publishedTables } from './published-tables.ts'
import { loadSolver } from './solver.ts'

const solver = await loadSolver()

const dimension = (name: string, size: number): Dimension => ({
  name,
  categories: Array.from({ length: size }, (_, at) => `${name}${at}`),
  levels: [],
})

/** A table with all sums from its inner counts, the last dimension fastest. */
function tableOf(sizes: readonly number[], counts: number[], tables = [sizes.map((_, at) => at)]): PublishedTables {
  const stride = (at: number) => sizes.slice(at + 1).reduce((product, size) => product * size, 1)
  return publishedTables(
    sizes.map((size, at) => dimension('abc'[at]!, size)),
    tables,
    {
      categories: sizes.map((size, at) => Int32Array.from(counts, (_, cell) => Math.floor(cell / stride(at)) % size)),
      counts: Float64Array.from(counts),
    },
  )
}

const fewerThanFive = { threshold: 5, hideZeros: false }

/** The counts of the hidden cells, in the order of the table. */
function hiddenCounts(table: PublishedTables, options = usualProtection) {
  const hidden = protect(solver, table, primaryCounts(table, fewerThanFive), options)
  return Array.from(table.values).filter((_, cell) => hidden[cell])
}

test('a table without small counts is shown as it is', () =>
  expect(hiddenCounts(tableOf([2, 2], [5, 6, 0, 9]))).toEqual([]))

test('a small count takes three cells with it in a ring, the smallest that there are', () =>
  expect(hiddenCounts(tableOf([3, 3], [3, 20, 6, 40, 50, 60, 8, 30, 9]))).toEqual([3, 6, 8, 9]))

test('two small counts whose sum is too low to hide them take more', () =>
  expect(hiddenCounts(tableOf([2, 3], [1, 1, 50, 40, 40, 60])).length).toBe(6))

test('a zero is hidden last of all', () =>
  expect(hiddenCounts(tableOf([3, 3], [3, 0, 90, 0, 0, 70, 80, 60, 50]))).toEqual([3, 90, 80, 50]))

test('with nothing but small counts everything is hidden but the zeros', () =>
  expect(hiddenCounts(tableOf([2, 2], [1, 0, 0, 2]))).toEqual([1, 1, 2, 2, 1, 2, 3]))

test('one row, one column and one unit: all that there is, hidden', () =>
  expect(hiddenCounts(tableOf([1, 1], [1]))).toEqual([1, 1, 1, 1]))

test('nobody at all can be shown', () => expect(hiddenCounts(tableOf([2, 2], [0, 0, 0, 0]))).toEqual([]))

test('a line of one small count hides its sum when it has nothing else to hide behind but zeros', () => {
  const table = tableOf([3], [2, 0, 30])
  expect(hiddenCounts(table)).toEqual([2, 30])
})

test('to readers who know that hidden cells are not nought, one and four are as far from three values as it takes', () => {
  const table = tableOf([3, 3], [1, 20, 6, 40, 50, 60, 8, 30, 9])
  const options = { ...usualProtection, leastHidden: 1 as const }
  const hidden = protect(solver, table, primaryCounts(table, fewerThanFive), options)
  expect(unsafeCells(solver, table, hidden, options)).toEqual([])
})

test('cells that have been shown before stay shown, or the table is refused', () => {
  const table = tableOf([3], [2, 9, 30])
  const primary = primaryCounts(table, fewerThanFive)
  const shown = (...cells: number[]) => Uint8Array.from(table.values, (_, cell) => (cells.includes(cell) ? 1 : 0))
  const hidden = (shownBefore: Uint8Array) =>
    Array.from(protect(solver, table, primary, { ...usualProtection, shownBefore }))
  expect(hidden(shown())).toEqual([1, 1, 0, 0])
  expect(hidden(shown(1))).toEqual([1, 0, 1, 0])
  expect(() => hidden(shown(1, 2, 3))).toThrow(expect.objectContaining({ kind: 'no-safe-table' }))
})

test('a wider interval hides more', () => {
  const table = tableOf([4], [2, 6, 30, 90])
  expect(hiddenCounts(table, { ...usualProtection, width: 8 })).toEqual([2, 6])
  expect(hiddenCounts(table, { ...usualProtection, width: 9 })).toEqual([2, 30])
})

test('sums over groups protect as sums over all do', () => {
  const region: Dimension = {
    name: 'region',
    categories: ['r0', 'r1', 'r2', 'r3'],
    levels: [{ name: 'county', below: 'region', groups: { codes: Int32Array.of(0, 0, 1, 1), labels: ['c0', 'c1'] } }],
  }
  const table = publishedTables([region], [[0]], {
    categories: [Int32Array.of(0, 1, 2, 3)],
    counts: Float64Array.of(3, 20, 30, 40),
  })
  expect(Array.from(table.values)).toEqual([3, 20, 30, 40, 23, 70, 93])
  expect(hiddenCounts(table)).toEqual([3, 20])
})

test('tables that share a margin are protected together', () => {
  const table = tableOf(
    [2, 2, 2],
    [2, 9, 9, 9, 9, 9, 9, 9],
    [
      [0, 1],
      [0, 2],
    ],
  )
  expect(table.published.reduce((sum, each) => sum + each, 0)).toBe(15)
  expect(hiddenCounts(table)).toEqual([])
})

test('settling for the first choice hides more than looking for the cheapest, and is as safe', () => {
  const table = tableOf([3, 3], [0, 1, 2, 8, 25, 6, 0, 19, 10])
  const first = { ...usualProtection, mostRounds: 0 }
  const hidden = protect(solver, table, primaryCounts(table, fewerThanFive), first)
  expect(unsafeCells(solver, table, hidden, first)).toEqual([])
  expect(hiddenCounts(table, first)).toEqual([1, 2, 3, 8, 6, 19, 10, 29, 8, 18])
  expect(hiddenCounts(table)).toEqual([1, 2, 3, 19, 10, 29])
})

const small = fc.oneof(fc.nat(6), fc.nat(40), fc.constant(0))
const twoWay = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  fc.record({
    sizes: fc.constant([rows, columns]),
    counts: fc.array(small, { minLength: rows * columns, maxLength: rows * columns }),
  }),
)
const threeWay = fc.record({
  sizes: fc.constant([2, 2, 2]),
  counts: fc.array(small, { minLength: 8, maxLength: 8 }),
})

test('no hidden cell of a table can be told to within three', () => {
  fc.assert(
    fc.property(fc.oneof(twoWay, threeWay), ({ sizes, counts }) => {
      const table = tableOf(sizes, counts)
      const primary = primaryCounts(table, fewerThanFive)
      const hidden = protect(solver, table, primary)
      expect(primary.every((isPrimary, cell) => !isPrimary || hidden[cell])).toBe(true)
      const { least, greatest } = attack(solver, table, hidden)
      hidden.forEach((isHidden, cell) => {
        expect(least[cell]!).toBeLessThanOrEqual(table.values[cell]!)
        expect(greatest[cell]!).toBeGreaterThanOrEqual(table.values[cell]!)
        if (isHidden) expect(greatest[cell]! - least[cell]!).toBeGreaterThanOrEqual(3)
      })
    }),
    { seed: 5, numRuns: 8 },
  )
})

test('nor can one of several tables taken together', () => {
  fc.assert(
    fc.property(threeWay, ({ sizes, counts }) => {
      const table = tableOf(sizes, counts, [
        [0, 1],
        [0, 2],
        [1, 2],
      ])
      const hidden = protect(solver, table, primaryCounts(table, fewerThanFive))
      expect(unsafeCells(solver, table, hidden, usualProtection)).toEqual([])
    }),
    { seed: 6, numRuns: 4 },
  )
})

test('the order of the rows has no influence', () => {
  const counts = [3, 20, 6, 40, 2, 60, 8, 30, 9]
  const order = [4, 0, 8, 2, 6, 1, 7, 3, 5]
  const codes = (stride: number) => Int32Array.from(order, (cell) => Math.floor(cell / stride) % 3)
  const turned = publishedTables([dimension('a', 3), dimension('b', 3)], [[0, 1]], {
    categories: [codes(3), codes(1)],
    counts: Float64Array.from(order, (cell) => counts[cell]!),
  })
  expect(hiddenCounts(turned)).toEqual(hiddenCounts(tableOf([3, 3], counts)))
})
