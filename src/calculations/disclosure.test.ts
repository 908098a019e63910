import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protectLines, protectTable, withSums } from './disclosure.ts'

const limits = { smallestCount: 5, smallestDenominator: 20 }
const hide = (...line: number[]) => protectLines([line], limits)
const shown = (line: number[], hidden: boolean[]) => line.map((count, cell) => (hidden[cell] ? null : count))

test('counts from five on, and zero, are shown', () => expect(hide(5, 0, 120).hidden).toEqual([false, false, false]))
test('a count of one to four is hidden with the next smallest, which would give it away', () =>
  expect(shown([3, 40, 12, 0], hide(3, 40, 12, 0).hidden)).toEqual([null, 40, null, 0]))
test('two single persons do not hide each other: their sum of two tells both', () =>
  expect(shown([1, 1, 9, 30], hide(1, 1, 9, 30).hidden)).toEqual([null, null, null, 30]))
test('a zero is hidden when the only other cell is hidden for the sake of another line', () => {
  const { hidden } = protectLines(
    [
      [2, 3, 40],
      [30, 0, 0],
    ],
    limits,
  )
  expect(hidden).toEqual([true, true, false])
})
test('two small counts whose sum leaves room hide each other', () =>
  expect(shown([4, 4, 9], hide(4, 4, 9).hidden)).toEqual([null, null, 9]))
test('the total goes too when no cell is left to hide behind', () => expect(hide(3, 0).hideTotal).toBe(true))
test('a cell hidden in one line is hidden in the line beside it, and that line is covered as well', () => {
  const { hidden } = protectLines(
    [
      [2, 30, 40],
      [20, 8, 9],
    ],
    limits,
  )
  expect(hidden).toEqual([true, true, false])
})

const line = fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: 2, maxLength: 8 })

test('no hidden count of a split can be worked out from the total and the counts shown', () => {
  fc.assert(
    fc.property(line, (counts) => {
      const { hidden, hideTotal } = hide(...counts)
      counts.forEach((count, cell) => expect(count > 0 && count < 5 && !hidden[cell]).toBe(false))
      if (hideTotal) return
      const rest = counts.filter((_, cell) => hidden[cell])
      const sum = rest.reduce((total, each) => total + each, 0)
      // Every hidden cell may be 1, 2, 3 or 4, and then the others still have something each.
      if (sum > 0) for (const possible of [1, 2, 3, 4]) expect(sum - possible).toBeGreaterThanOrEqual(rest.length - 1)
      if (sum > 0) expect(rest.length).toBeGreaterThan(1)
    }),
    { seed: 1, numRuns: 3000 },
  )
})

test('the smallest others are hidden, so that as much as possible can be read', () => {
  fc.assert(
    fc.property(line, (counts) => {
      const { hidden, hideTotal } = hide(...counts)
      if (hideTotal) return
      const extra = counts.filter((count, cell) => hidden[cell] && count >= 5)
      const left = counts.filter((count, cell) => !hidden[cell] && count > 0)
      expect(Math.max(0, ...extra)).toBeLessThanOrEqual(Math.min(Infinity, ...left))
    }),
    { seed: 2, numRuns: 1000 },
  )
})

const table = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
)

test('no hidden count of a table can be worked out from the sums and the counts shown', () => {
  fc.assert(
    fc.property(table, (counts) => {
      const hidden = protectTable(counts, limits)
      withSums(counts).forEach((row, r) =>
        row.forEach((count, c) => expect(count > 0 && count < 5 && !hidden[r]![c]).toBe(false)),
      )
      expect(settledCells(hidden)).toEqual([])
    }),
    { seed: 3, numRuns: 1000 },
  )
})

/** The attack: every row and column is an equation in the hidden cells; which of them do the equations settle? */
function settledCells(hidden: boolean[][]): string[] {
  const names = hidden.flatMap((row, r) => row.flatMap((isHidden, c) => (isHidden ? [`${r},${c}`] : [])))
  const sign = (r: number, c: number) => (r === hidden.length - 1 ? -1 : 1) * (c === hidden[0]!.length - 1 ? -1 : 1)
  const equation = (within: (r: number, c: number) => boolean) =>
    names.map((name) => {
      const [r, c] = name.split(',').map(Number) as [number, number]
      return within(r, c) ? sign(r, c) : 0
    })
  const equations = [
    ...hidden.map((_, row) => equation((r) => r === row)),
    ...hidden[0]!.map((_, column) => equation((_, c) => c === column)),
  ]
  const reduced = reduce(equations)
  return reduced
    .filter((row) => row.filter((value) => Math.abs(value) > 1e-9).length === 1)
    .map((row) => names[row.findIndex((value) => Math.abs(value) > 1e-9)]!)
}

function reduce(rows: number[][]): number[][] {
  const width = rows[0]?.length ?? 0
  let done = 0
  for (let column = 0; column < width; column++) {
    const pivot = rows.findIndex((row, index) => index >= done && Math.abs(row[column]!) > 1e-9)
    if (pivot < 0) continue
    ;[rows[done], rows[pivot]] = [rows[pivot]!, rows[done]!]
    const lead = rows[done]!.map((value) => value / rows[done]![column]!)
    rows = rows.map((row, index) => (index === done ? lead : row.map((value, at) => value - row[column]! * lead[at]!)))
    done++
  }
  return rows
}
