import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { readColumns } from '../../calculate/read-columns.ts'
import { roundSmallCounts } from './controlled-rounding.ts'

/** A table of rows and columns with all its sums: the inner cells, the rows, the columns, and the sum of all. */
function crossTable(rows: number, columns: number): number[][] {
  const cell = (row: number, column: number) => row * columns + column
  const across = Array.from({ length: rows }, (_, row) => row)
  const down = Array.from({ length: columns }, (_, column) => column)
  return [
    ...across.flatMap((row) => down.map((column) => [cell(row, column)])),
    ...across.map((row) => down.map((column) => cell(row, column))),
    ...down.map((column) => across.map((row) => cell(row, column))),
    across.flatMap((row) => down.map((column) => cell(row, column))),
  ]
}

describe('small counts', () => {
  test('become zero or the base, and the sums are those of the rounded parts', () => {
    // The three small ones sum to 7, nearest to one base; the cell of four is nearest to it.
    const { inner, published } = roundSmallCounts({ counts: [1, 4, 2, 20], published: crossTable(2, 2) })
    expect([...inner]).toEqual([0, 5, 0, 20])
    expect([...published]).toEqual([0, 5, 0, 20, 5, 20, 0, 25, 25])
  })

  test('are spread so that rows and columns keep their sums', () => {
    const diagonal = roundSmallCounts({ counts: [3, 2, 2, 3], published: crossTable(2, 2) })
    expect([...diagonal.inner]).toEqual([5, 0, 0, 5])
    expect([...diagonal.published].slice(4)).toEqual([5, 5, 5, 5, 10])
  })

  test('are exchanged when the first choice was not the best', () => {
    // Only sums are published. The middle cell lowers all the most by itself, but the outer two fit exactly.
    const { published } = roundSmallCounts({ counts: [4, 2, 4], published: [[0, 1], [1, 2], [0], [2]] })
    expect([...published]).toEqual([5, 5, 5, 5])
  })

  test('of one cell alone are rounded to the nearest', () => {
    const rounded = (count: number, base?: number) =>
      roundSmallCounts({ counts: [count], published: [[0]] }, base).inner[0]
    expect([0, 1, 2, 3, 4, 5, 6, 103].map((count) => rounded(count))).toEqual([0, 0, 0, 5, 5, 5, 6, 103])
    expect([1, 2, 3].map((count) => rounded(count, 3))).toEqual([0, 3, 3])
    expect(rounded(2, 2)).toBe(2)
  })

  test('of equally good cells become the base in the order that they stand', () => {
    const inner = (counts: number[]) => [...roundSmallCounts({ counts, published: [counts.map((_, at) => at)] }).inner]
    expect(inner([3, 3])).toEqual([5, 0])
    expect(inner([2, 3, 3])).toEqual([5, 5, 0])
  })

  test('do not have zeros among them, however well they would fit', () =>
    expect([...roundSmallCounts({ counts: [0, 3], published: [[0, 1]] }).inner]).toEqual([0, 5]))

  test('of a table without cells are none', () => {
    const { inner, published } = roundSmallCounts({ counts: [], published: [[]] })
    expect([[...inner], [...published]]).toEqual([[], [0]])
  })
})

test('whatever the table, nothing small is published, large cells are kept, and the sum of all is near', () => {
  const table = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(table, fc.integer({ min: 2, max: 7 }), (counts, base) => {
      const { inner, published } = roundSmallCounts({ counts, published: crossTable(3, 4) }, base)
      inner.forEach((count, cell) =>
        expect(counts[cell]! < base && counts[cell]! > 0 ? [0, base] : [counts[cell]]).toContain(count),
      )
      expect(published.filter((count) => count > 0 && count < base)).toHaveLength(0)
      const sum = counts.reduce((total, count) => total + count, 0)
      expect(Math.abs(published.at(-1)! - sum)).toBeLessThanOrEqual(base / 2)
      expect(published.at(-1)).toBe(inner.reduce((total, count) => total + count, 0))
    }),
    { seed: 3, numRuns: 100 },
  )
})

test('no exchange of two cells would bring the published cells nearer, whatever is published', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 })
  const sums = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { maxLength: 12 }), { maxLength: 20 })
  fc.assert(
    fc.property(counts, sums, (counts, published) => {
      const distance = (inner: ArrayLike<number>) =>
        published
          .map((parts) => parts.reduce((change, part) => change + inner[part]! - counts[part]!, 0))
          .reduce((sum, change) => sum + change * change, 0)
      const { inner } = roundSmallCounts({ counts, published })
      const least = distance(inner)
      const small = [...counts.keys()].filter((cell) => counts[cell]! > 0 && counts[cell]! < 5)
      for (const raised of small.filter((cell) => inner[cell] === 5))
        for (const other of small.filter((cell) => inner[cell] === 0))
          expect(distance(inner.with(raised, 0).with(other, 5))).toBeGreaterThanOrEqual(least)
    }),
    { seed: 5, numRuns: 300 },
  )
})

testWithSharedData(
  'the reference tables are changed no more than by small count rounding in R: 3 to 6, utility 0.89 to 0.99',
  async () => {
    const file = await readColumns(sharedPath('sdc/synthetic_households_month1.csv'))
    for (const dimensions of ['hinder,hushallstyp', 'hinder,bistandstid,fodelse']) {
      const columns = dimensions.split(',').map((column) => file.texts(column))
      const counts: Record<string, number> = {}
      for (let row = 0; row < file.length; row++) {
        const cell = columns.map((column) => column[row]!).join()
        counts[cell] = (counts[cell] ?? 0) + 1
      }
      const published = withSums(Object.keys(counts).map((cell) => cell.split(',')))
      const truth = published.map((parts) => parts.reduce((sum, part) => sum + Object.values(counts)[part]!, 0))
      const shown = roundSmallCounts({ counts: Object.values(counts), published }).published
      expect(Math.max(...truth.map((count, cell) => Math.abs(shown[cell]! - count)))).toBeLessThanOrEqual(6)
      expect(hellingerUtility(truth, shown)).toBeGreaterThan(0.89)
    }
  },
)

/** Every cell with any of its words replaced by the total, as the inner cells that it sums. */
function withSums(cells: string[][]): number[][] {
  const sums = new Map<string, number[]>()
  cells.forEach((words, cell) => {
    for (let mask = 0; mask < 2 ** words.length; mask++) {
      const sum = words.map((word, at) => (mask & (1 << at) ? '*' : word)).join()
      sums.set(sum, [...(sums.get(sum) ?? []), cell])
    }
  })
  return [...sums.values()]
}

/** 1 − the Hellinger distance between the tables, as part of the greatest there can be. */
function hellingerUtility(truth: number[], shown: ArrayLike<number>): number {
  const squares = truth.reduce((sum, count, cell) => sum + (Math.sqrt(count) - Math.sqrt(shown[cell]!)) ** 2, 0)
  return 1 - Math.sqrt(squares / 2 / truth.reduce((sum, count) => sum + count, 0))
}

describe('what cannot be rounded is refused', () => {
  test.each([1, 0, 2.5])('the base %d', (base) =>
    expect(() => roundSmallCounts({ counts: [1], published: [[0]] }, base)).toThrow(
      expect.objectContaining({
        kind: 'bad-option',
        detail: { option: 'base', found: base, expected: 'ett heltal från 2' },
      }) as Error,
    ),
  )
  test.each([-1, 1.5, Number.NaN])('the count %d, in any row', (count) => {
    const refusal = (row: number) =>
      expect.objectContaining({
        kind: 'bad-value',
        detail: { column: 'count', row, found: count, expected: 'ett heltal från 0' },
      }) as Error
    expect(() => roundSmallCounts({ counts: [count, 7], published: [[0]] })).toThrow(refusal(1))
    expect(() => roundSmallCounts({ counts: [7, count], published: [[0]] })).toThrow(refusal(2))
  })
})
