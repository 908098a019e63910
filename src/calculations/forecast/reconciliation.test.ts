import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Matrix } from '../linear-algebra.ts'
import { shrunkCovariance } from './reconciliation-covariance.ts'
import { bottomUp, minimumTrace, proportional } from './reconciliation.ts'

const matrix = (rows: number[][]): Matrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
})
const base = { total: 100, groups: Float64Array.of(30, 45, 20) }

/** Errors of the total and three groups; the numbers beside are from R, with the shrinkage of its package hts. */
const together = matrix([
  [-2.1, -1.2, -1.5, 1.6],
  [4.7, 3.2, 3.4, -0.8],
  [-6.1, -1.8, -1.2, -0.1],
  [0.1, 0.5, 0.9, 1.9],
  [5.8, 3.8, 4.3, -0.5],
  [-2.6, -1.4, -0.6, 0.6],
  [-2.5, -0.2, -1.6, -0.9],
  [-4.7, -0.5, -2.5, -0.5],
  [-0.9, -0.9, -1.6, -0.7],
  [0.3, -0.2, 0.2, -0.1],
])
const apart = matrix([
  [-2.5, -0.5, -2.2, 0.2],
  [4.2, -0.6, -0.3, -0.3],
  [-3.8, -0.3, -2.1, 0.9],
  [0.2, 0.1, -0.3, 0.9],
  [5.1, 1.2, -1.2, 1.5],
  [-1.8, -0.8, -4.4, 0.7],
])

function expectClose(found: ArrayLike<number>, expected: number[]) {
  expect(found.length).toBe(expected.length)
  expected.forEach((value, at) => expect(found[at]).toBeCloseTo(value, 11))
}

describe('the covariance of errors', () => {
  test('agrees with R when the errors go together', () =>
    expectClose(
      shrunkCovariance(together).values,
      [
        [13.336, 4.4037062040870421, 5.3488251094743076, -0.4246186386522499],
        [4.4037062040870421, 3.271, 2.6968610311533565, -0.3812436164243319],
        [5.3488251094743076, 2.6968610311533565, 4.632, -0.1529540257510793],
        [-0.4246186386522499, -0.3812436164243319, -0.1529540257510793, 0.899],
      ].flat(),
    ))

  test('has no correlations left when they are too uncertain', () => {
    const variances = [11.27, 0.465, 5.038333333333334, 0.7483333333333334]
    expectClose(
      shrunkCovariance(apart).values,
      variances.flatMap((value, row) => variances.map((_, column) => (row === column ? value : 0))),
    )
  })

  test('a series without errors is in step with none', () => {
    const silent = matrix([
      [1, 0, 2],
      [-2, 0, -5],
      [3, 0, 6],
    ])
    const { values } = shrunkCovariance(silent)
    expect([values[1], values[3], values[4], values[5]]).toEqual([0, 0, 0, 0])
    expect(values[2]).toBeGreaterThan(0)
  })

  test('refuses a single month', () => {
    expect(() => shrunkCovariance(matrix([[1, 2]]))).toThrow('too-few {"what":"månader med prognosfel","found":1')
    expectClose(
      shrunkCovariance(
        matrix([
          [1, 0],
          [0, 2],
        ]),
      ).values,
      [0.5, 0, 0, 2],
    )
  })
})

describe('reconciled forecasts', () => {
  test('from below: the total is the sum', () =>
    expect(bottomUp(base.groups)).toEqual({ total: 95, groups: base.groups }))

  test('in proportion: the groups sum to the total', () => {
    const { total, groups } = proportional(base)
    expect(total).toBeCloseTo(100, 12)
    expectClose(groups, [3000 / 95, 4500 / 95, 2000 / 95])
    expect(proportional({ total: 0, groups: Float64Array.of(0, 0) })).toEqual({
      total: 0,
      groups: Float64Array.of(0, 0),
    })
    expect(() => proportional({ total: 1, groups: Float64Array.of(0, 0) })).toThrow(
      'bad-value {"column":"groups","found":0,"expected":"en summa skild från 0"}',
    )
  })

  test('by minimum trace they agree with the matrices in R', () => {
    const one = minimumTrace(base, together)
    expectClose([one.total, ...one.groups], [97.4331818175236, 30.7575478669647, 46.1700810513741, 20.5055528991848])
    const other = minimumTrace(base, apart)
    expectClose(
      [other.total, ...other.groups],
      [96.7839817368972, 30.1326928564634, 46.4377437458385, 20.2135451345953],
    )
  })

  test('the one that never errs is kept', () => {
    const sureTotal = matrix([
      [0, 1, 2],
      [0, -1, 1],
      [0, 2, -2],
    ])
    expect(minimumTrace({ total: 10, groups: Float64Array.of(4, 4) }, sureTotal).total).toBeCloseTo(10, 12)
  })

  test('what already adds up is left alone', () =>
    expectClose(minimumTrace({ total: 95, groups: base.groups }, together).groups, [30, 45, 20]))

  test('refuses errors of another width, and none at all', () => {
    expect(() =>
      minimumTrace(
        base,
        matrix([
          [1, 2, 3],
          [1, 2, 3],
        ]),
      ),
    ).toThrow('bad-value {"column":"errors","found":3,"expected":"4 kolumner"}')
    expect(() =>
      minimumTrace(
        base,
        matrix([
          [0, 0, 0, 0],
          [0, 0, 0, 0],
        ]),
      ),
    ).toThrow('too-few {"what":"prognosfel som inte är noll","found":0,"needed":1}')
  })

  test('refuse a missing forecast', () => {
    const refusal = 'bad-value {"column":"groups","found":null,"expected":"ett tal"}'
    expect(() => bottomUp(Float64Array.of(1, NaN))).toThrow(refusal)
    expect(() => proportional({ total: NaN, groups: base.groups })).toThrow(refusal)
    expect(() => minimumTrace({ total: NaN, groups: base.groups }, together)).toThrow(refusal)
  })

  test('add up to the last digit', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e4, noNaN: true }),
        fc.array(fc.double({ min: 1, max: 1e3, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (total, values) => {
          const hierarchy = { total, groups: Float64Array.from(values) }
          for (const each of [bottomUp(hierarchy.groups), proportional(hierarchy), minimumTrace(hierarchy, together)])
            expect(each.groups.reduce((sum, group) => sum + group, 0)).toBe(each.total)
        },
      ),
      { seed: 2, numRuns: 100 },
    ))
})
