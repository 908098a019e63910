import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseIsTooSmall, isTooFew, protectLines, protectTable, withSums } from './disclosure.ts'

const limits = { smallestCount: 5, smallestDenominator: 20 }
const hide = (...line: number[]) => protectLines([line], limits)
const shown = (line: number[], hidden: boolean[]) => line.map((count, cell) => (hidden[cell] ? null : count))

test('too few is from one to one below the limit, and a base is too small below its own', () => {
  expect([0, 1, 4, 5].map((count) => isTooFew(count, limits))).toEqual([false, true, true, false])
  expect([19, 20].map((base) => baseIsTooSmall(base, limits))).toEqual([true, false])
})
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

test('a sum that leaves every small count possible is enough, one less is not', () => {
  expect(shown([2, 3, 9], hide(2, 3, 9).hidden)).toEqual([null, null, 9])
  expect(shown([2, 2, 9, 30], hide(2, 2, 9, 30).hidden)).toEqual([null, null, null, 30])
  expect(shown([1, 1, 3, 9], hide(1, 1, 3, 9).hidden)).toEqual([null, null, null, null])
})
test('what is hidden for other reasons is covered as well, but a zero alone gives nothing away', () => {
  expect(protectLines([[10, 20, 30]], limits, [false, true]).hidden).toEqual([true, true, false])
  expect(protectLines([[0, 20, 30]], limits, [true])).toEqual({ hidden: [true, false, false], hideTotal: false })
})
test('when nothing protects, all of the line is hidden', () =>
  expect(protectLines([[3], [40]], limits)).toEqual({ hidden: [true], hideTotal: true }))
test('no lines have nothing to hide', () => expect(protectLines([], limits)).toEqual({ hidden: [], hideTotal: false }))

const tableShown = (...counts: number[][]) => {
  const hidden = protectTable(counts, limits)
  return withSums(counts).map((row, at) => shown(row, hidden[at]!))
}

test('the sums of a table are those of its rows, of its columns and of all', () => {
  expect(
    withSums([
      [1, 2],
      [3, 4],
    ]),
  ).toEqual([
    [1, 2, 3],
    [3, 4, 7],
    [4, 6, 10],
  ])
  expect(withSums([])).toEqual([[0]])
})
test('a small cell of a table is hidden with three more, the smallest of its row and column', () =>
  expect(tableShown([3, 20, 30], [10, 40, 50], [60, 70, 80])).toEqual([
    [null, null, 30, 53],
    [null, null, 50, 100],
    [60, 70, 80, 210],
    [73, 130, 160, 363],
  ]))
test('a table without small cells is shown', () =>
  expect(tableShown([5, 0], [7, 8])).toEqual([
    [5, 0, 5],
    [7, 8, 15],
    [12, 8, 20],
  ]))

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
    { seed: 1, numRuns: 500 },
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
    { seed: 2, numRuns: 300 },
  )
})

test.each([
  ['in its column', [30, 25, 40], [30, null, 40]],
  ['in its row', [26, 28, 40], [null, 28, 40]],
  ['across', [30, 28, 21], [30, 28, null]],
  ['that is no zero', [30, 0, 40], [null, 0, 40]],
])('a small cell that alone joins two hidden blocks is protected by the smallest count %s', (_, given, expected) => {
  const table = ([row, column, across]: (number | null)[], small: number | null) => [
    [small, small, small, row],
    [small, small, column, 35],
    [across, 45, small, small],
    [60, 65, small, small],
  ]
  const found = tableShown(...(table(given, 3) as number[][]))
  expect(found.slice(0, 4).map((cells) => cells.slice(0, 4))).toEqual(table(expected, null))
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
    { seed: 3, numRuns: 200 },
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
