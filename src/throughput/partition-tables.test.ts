import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesOf, notReferredReasons } from '../parameters/code-lists/casework.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { month } from '../values/month.ts'
import { type Funnel, funnelBuckets } from './funnel.ts'
import { partitionTables } from './partition-tables.ts'

const limits = valueAt(disclosureLimits, month('2019-01'))
const openLimits = { smallestCount: 1, smallestDenominator: 1 }

type Size = { women: number; men: number; unknown: number }

/** A funnel with so many in each bucket; those never referred by reason. */
function funnelWith(sizes: Size[], reasons: Size[]): Funnel {
  const count = ({ women, men, unknown }: Size) => ({ persons: women + men + unknown, women, men })
  const all = reasons.reduce(
    (sum, each) => ({ women: sum.women + each.women, men: sum.men + each.men, unknown: sum.unknown + each.unknown }),
    { women: 0, men: 0, unknown: 0 },
  )
  const buckets = funnelBuckets.map((bucket, at) => ({
    bucket,
    ...count(bucket === 'not-referred' ? all : (sizes[at] ?? { women: 0, men: 0, unknown: 0 })),
  }))
  return {
    persons: buckets.reduce((sum, { persons }) => sum + persons, 0),
    buckets,
    notReferred: reasons.map((size, at) => ({ reason: codesOf(notReferredReasons)[at]!, ...count(size) })),
    steps: { referred: 0, started: 0, ended: 0, outcome: buckets[0]!.persons },
  }
}

const counts = fc.integer({ min: 0, max: 12 })
const size = fc.record({ women: counts, men: counts, unknown: fc.constantFrom(0, 0, 1, 6) })
const aFunnel = fc
  .tuple(fc.array(size, { minLength: 10, maxLength: 10 }), fc.array(size, { maxLength: 5 }))
  .map(([sizes, reasons]) => funnelWith(sizes, reasons))

const column = (table: { rows: { cells: { value: number | null }[] }[] }, at: number) =>
  table.rows.map(({ cells }) => cells[at]!.value)

describe('where every adult is', () => {
  test('each is in exactly one row, the unknown in a row of their own, and the reasons sum to those never referred', () =>
    fc.assert(
      fc.property(aFunnel, (funnel) => {
        const [partition, never] = partitionTables(funnel, openLimits)
        if (!partition) return expect(funnel.persons).toBe(0)
        const persons = column(partition, 0)
        expect(partition.rows.map(({ id }) => id)).toEqual([...funnelBuckets, 'all'])
        expect(persons.slice(0, -1).reduce((sum, each) => sum! + each!, 0)).toBe(funnel.persons)
        expect(persons.at(-1)).toBe(funnel.persons)
        if (never) expect(column(never, 0).at(-1)).toBe(persons[funnelBuckets.indexOf('not-referred')])
      }),
      { seed: 1, numRuns: 200 },
    ))

  test('no small count is shown, and none is alone in what is withheld of its column', () =>
    fc.assert(
      fc.property(aFunnel, (funnel) => {
        for (const table of partitionTables(funnel, limits))
          for (const at of [0, 2, 3]) {
            const shown = column(table, at)
            for (const value of shown) expect(value !== null && value > 0 && value < limits.smallestCount).toBe(false)
            const isWholeShown = shown.at(-1) !== null
            const withheld = shown.slice(0, -1).filter((value) => value === null).length
            if (isWholeShown) expect(withheld).not.toBe(1)
          }
      }),
      { seed: 2, numRuns: 150 },
    ))

  test('the reasons are withheld where their sum is, so that they cannot tell it', () =>
    fc.assert(
      fc.property(aFunnel, (funnel) => {
        const [partition, never] = partitionTables(funnel, limits)
        const whole = partition?.rows[funnelBuckets.indexOf('not-referred')]
        if (!never || !whole) return
        for (const at of [0, 2, 3])
          if (whole.cells[at]!.value === null) for (const value of column(never, at)) expect(value).toBeNull()
      }),
      { seed: 3, numRuns: 150 },
    ))

  test('of 79 referred 29 got somewhere, and the 50 that nobody can tell of stand for themselves (003-6)', () => {
    const none = { women: 0, men: 0, unknown: 0 }
    const sizes = funnelBuckets.map((bucket) =>
      bucket === 'outcome'
        ? { ...none, women: 15, men: 14 }
        : bucket === 'ended-unknown'
          ? { ...none, women: 25, men: 25 }
          : none,
    )
    const [partition] = partitionTables(funnelWith(sizes, []), limits)
    const rowOf = (id: string) => partition!.rows.find((row) => row.id === id)!.cells.map(({ value }) => value)
    expect(rowOf('outcome')).toEqual([29, 29 / 79, 15, 14])
    expect(rowOf('ended-unknown')).toEqual([50, 50 / 79, 25, 25])
  })
})

test('there is no table where nobody had assistance', () =>
  expect(partitionTables(funnelWith([], []), limits)).toEqual([]))
