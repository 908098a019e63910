import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallChanges } from './changes.ts'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'
import { type AlreadyOut, protectPeriods } from './periods.ts'
import { unsafeCells, usualProtection } from './protect.ts'
import { loadSolver } from './solver.ts'

const solver = await loadSolver()
const rule = { threshold: 5, hideZeros: false }

/** A line of counts, and last their sum. */
function line(...counts: number[]): LinearSystem {
  const relations = relationsBuilder()
  relations.add(counts.length, counts.keys())
  return {
    values: Float64Array.of(
      ...counts,
      counts.reduce((sum, count) => sum + count, 0),
    ),
    published: new Uint8Array(counts.length + 1).fill(1),
    relations: relations.done(),
  }
}

/** Null is a cell that is not out, and 'hidden' one that is out as hidden. */
const outOf = (...cells: (number | 'hidden' | null)[]): AlreadyOut => ({
  shown: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
  hidden: Uint8Array.from(cells, (cell) => (cell === 'hidden' ? 1 : 0)),
})
const nothing = (length: number) => outOf(...new Array<null>(length).fill(null))

/** What is shown of each period, null for what is hidden. */
function shownOf(...periods: { tables: LinearSystem | null; out: AlreadyOut }[]) {
  const found = protectPeriods(solver, periods, rule, usualProtection)
  return found.map(
    (each, at) => each && Array.from(periods[at]!.tables!.values, (count, cell) => (each.hidden[cell] ? null : count)),
  )
}
const fresh = (...counts: number[]) => ({ tables: line(...counts), out: nothing(counts.length + 1) })

test('a cell that has changed by less than the limit is hidden in the later period, and another with it', () =>
  expect(shownOf(fresh(20, 30, 40), fresh(22, 30, 50))).toEqual([
    [20, 30, 40, 90],
    [null, null, 50, 102],
  ]))

test('it comes back when it is as it was last shown, or has changed by the limit', () => {
  const [, second, third] = shownOf(fresh(20, 30, 40), fresh(23, 30, 49), fresh(20, 30, 40))
  expect([second![0], third]).toEqual([null, [20, 30, 40, 90]])
  expect(shownOf(fresh(20, 30, 40), fresh(24, 30, 48), fresh(25, 30, 53))[2]![0]).toBe(25)
})

test('but not when it has crept on by less, hidden in between', () =>
  expect(shownOf(fresh(20, 30, 40), fresh(22, 30, 50), fresh(24, 30, 60))[2]![0]).toBeNull())

test('a sum that has changed by less than the limit is hidden as any other cell', () =>
  expect(shownOf(fresh(20, 30), fresh(29, 24))[1]![2]).toBeNull())

test('a new period changes nothing in those before it', () => {
  const periods = [fresh(20, 30, 40), fresh(22, 30, 50), fresh(24, 31, 44)]
  expect(shownOf(...periods).slice(0, 2)).toEqual(shownOf(...periods.slice(0, 2)))
})

test('a period of which nothing is new counts by what is out of it, before and after', () => {
  const out = { tables: null, out: outOf(20, 'hidden', null, 90) }
  expect(shownOf(out, fresh(22, 30, 50))).toEqual([null, [null, null, 50, 102]])
  expect(shownOf(fresh(22, 30, 50), out)).toEqual([[null, null, 50, 102], null])
})

test('the nearest period on each side counts, and not one farther off that is out too', () => {
  const out = (count: number) => ({ tables: null, out: outOf(count, null, null, null) })
  const first = (...periods: { tables: LinearSystem | null; out: AlreadyOut }[]) => shownOf(...periods)[1]![0]
  expect(first(fresh(20, 30, 40), fresh(22, 30, 50), out(60))).toBeNull()
  expect(first(out(60), fresh(22, 30, 50), out(20))).toBeNull()
  expect(first(out(60), fresh(22, 30, 50), out(40))).toBe(22)
})

test('what is out stays as it is', () => {
  const found = (...cells: (number | 'hidden' | null)[]) =>
    shownOf({ tables: line(3, 30, 40), out: outOf(...cells) })[0]
  expect(found(null, null, null, null)).toEqual([null, null, 40, 73])
  expect(found(null, 30, null, null)).toEqual([null, 30, null, 73])
  expect(found(null, null, null, 'hidden')).toEqual([null, 30, 40, null])
  expect(() => found(null, 30, 40, 73)).toThrow(expect.objectContaining({ kind: 'no-safe-table' }))
})

test('what should have been hidden and is out is counted, and not hidden again', () => {
  const [first] = protectPeriods(
    solver,
    [{ tables: line(3, 2, 40), out: outOf(3, null, null, null) }],
    rule,
    usualProtection,
  )
  expect(first!.exposed).toBe(1)
  expect([...first!.primary]).toEqual([0, 1, 0, 0])
  expect([...first!.hidden]).toEqual([0, 1, 1, 0])
})

test('a cell that is not published is neither small nor changed', () => {
  const tables = (...counts: number[]) => ({ ...line(...counts), published: Uint8Array.of(1, 0, 0, 1) })
  const periods = [tables(20, 30, 2), tables(20, 31, 6)].map((each) => ({ tables: each, out: nothing(4) }))
  const found = protectPeriods(solver, periods, rule, usualProtection)
  expect(found.map((each) => [...each!.primary])).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ])
})

test('no period can be worked out, and no small change is shown, whatever the counts', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(counts, counts, counts, (...months) => {
      const periods = months.map((each) => fresh(...each))
      const found = protectPeriods(solver, periods, rule, usualProtection)
      const shown = found.map((each, at) =>
        periods[at]!.tables.values.map((count, cell) => (each!.hidden[cell] ? Number.NaN : count)),
      )
      expect(smallChanges(shown, 5)).toEqual([])
      found.forEach((each, at) =>
        expect(unsafeCells(solver, periods[at]!.tables, each!.hidden, usualProtection)).toEqual([]),
      )
    }),
    { seed: 7, numRuns: 8 },
  )
})
