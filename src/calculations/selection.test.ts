import { expect, test } from 'vitest'
import { panelOf } from './panel-of.ts'
import { householdRows, keep, personRows, sizeOf, subjectCount, tally } from './selection.ts'

/** Rows of households: A 0 to 2, B 3. Rows of persons: each of A's two adults 0 to 2 and 3 to 5, B's 6. */
const panel = panelOf({
  first: '2019-01',
  last: '2019-12',
  households: {
    A: { months: '2019-01..2019-03', adults: [{ gender: 'woman' }, { gender: 'man' }] },
    B: { months: '2019-02', kronor: 500 },
  },
  decisions: [
    { household: 'A', month: '2019-01', outcome: 'granted' },
    { household: 'B', month: '2019-01', outcome: 'granted' },
    { household: 'B', month: '2019-02', outcome: 'rejected' },
  ],
})
const { amountOre } = panel.householdMonths
const paid = { ...householdRows(Int32Array.of(0, 1, 3)), sumOf: amountOre }

test('the size is the number of rows, or the sum of a column over them', () => {
  expect(sizeOf(householdRows(Int32Array.of(0, 1, 3)))).toBe(3)
  expect(sizeOf(paid)).toBe((8000 + 8000 + 500) * 100)
})

test('behind the rows stand households, and behind those of persons stand persons', () => {
  expect(subjectCount(panel, householdRows(Int32Array.of(0, 1, 3)))).toBe(2)
  expect(subjectCount(panel, personRows(Int32Array.of(0, 3, 4, 6)))).toBe(3)
  expect(subjectCount(panel, { table: 'decisions', rows: Int32Array.of(1, 2) })).toBe(1)
})

test('kept rows stay with their table and what is summed', () => {
  expect(keep(paid, (row) => row !== 1)).toEqual({ ...paid, rows: Int32Array.of(0, 3) })
})

/** Row 0 counts in the first category, the other rows in both. */
const grouping = { codeOf: (row: number) => Math.min(row, 1), categoriesOf: [[0], [0, 1]], size: 3 }

test('rows and subjects are counted in each category they belong to', () => {
  expect(tally(panel, householdRows(Int32Array.of(0, 1, 2, 3)), grouping)).toEqual({
    sums: Float64Array.of(4, 3, 0),
    subjects: Int32Array.of(2, 2, 0),
  })
  expect(tally(panel, personRows(Int32Array.of(1, 2, 4, 6)), grouping).subjects).toEqual(Int32Array.of(3, 3, 0))
})

test('or a column is summed in each', () =>
  expect(tally(panel, paid, grouping).sums).toEqual(Float64Array.of(1_650_000, 850_000, 0)))
