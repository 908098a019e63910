import { expect, test } from 'vitest'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'
import { protect, type ProtectOptions, unsafeCells, usualProtection } from './protect.ts'
import { loadSolver } from './solver.ts'

const solver = await loadSolver()

/** A line of counts and last their sum. */
function line(...counts: number[]): LinearSystem {
  const relations = relationsBuilder()
  relations.add(counts.length, counts.keys())
  const sum = counts.reduce((total, count) => total + count, 0)
  return {
    values: Float64Array.of(...counts, sum),
    published: new Uint8Array(counts.length + 1).fill(1),
    relations: relations.done(),
  }
}

const flags = (length: number, cells: number[]) =>
  Uint8Array.from({ length }, (_, cell) => (cells.includes(cell) ? 1 : 0))

/** The numbers of the hidden cells when the first must be. */
function hiddenCells(system: LinearSystem, options: Partial<ProtectOptions> = {}, primary = [0]) {
  const hidden = protect(solver, system, flags(system.values.length, primary), { ...usualProtection, ...options })
  return [...hidden.keys()].filter((cell) => hidden[cell])
}

test('one large cell is hidden rather than two small ones', () => {
  // The two of five together would do: twelve values. So would the sixty alone.
  expect(hiddenCells(line(2, 5, 5, 60), { width: 11 })).toEqual([0, 3])
  expect(hiddenCells(line(2, 5, 5, 60), { width: 11, shownBefore: flags(5, [3, 4]) })).toEqual([0, 1, 2])
})

test('the smallest that is enough is hidden, and the sum when it is all that is left', () => {
  expect(hiddenCells(line(2, 8, 9, 60), { width: 11 })).toEqual([0, 2])
  expect(hiddenCells(line(2, 8, 9, 60), { width: 11, shownBefore: flags(5, [2]) })).toEqual([0, 3])
  expect(hiddenCells(line(2, 8, 9, 60), { width: 11, shownBefore: flags(5, [1, 2, 3]) })).toEqual([0, 4])
})

test('a nought can be hidden to readers who take it for possible, and not to others', () => {
  const allElse = { shownBefore: flags(4, [2, 3]) }
  expect(hiddenCells(line(7, 0, 30), allElse)).toEqual([0, 1])
  expect(() => hiddenCells(line(7, 0, 30), { ...allElse, leastHidden: 1 })).toThrow(
    expect.objectContaining({ kind: 'no-safe-table' }),
  )
})

test('a cell that must be hidden is so even if it was shown before', () =>
  expect(hiddenCells(line(2, 6, 30), { shownBefore: flags(4, [0, 2]) })).toEqual([0, 1]))

test('cells that are never published are neither hidden nor paid for', () => {
  const system = { ...line(2, 1, 30, 40), published: Uint8Array.of(1, 0, 1, 1, 1) }
  expect(hiddenCells(system)).toEqual([0])
  expect(hiddenCells(system, { width: 4 })).toEqual([0, 2])
})

test('a cell that can be just as many values as are wanted is safe', () => {
  const unsafe = (width: number) => unsafeCells(solver, line(2, 6, 30), flags(4, [0, 1]), { width, leastHidden: 0 })
  expect(unsafe(8)).toEqual([])
  expect(unsafe(9)).toEqual([0, 1])
})

test('without options the usual protection is asked for', () => {
  const hidden = (...counts: number[]) => [...protect(solver, line(...counts), Uint8Array.of(1, 0, 0, 0))]
  expect(hidden(1, 2, 30)).toEqual([1, 1, 0, 0])
  expect(hidden(1, 1, 30)).toEqual([1, 0, 1, 0])
})
