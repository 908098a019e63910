import { describe, expect, test } from 'vitest'
import { twoByTwo, type TwoByTwoRows } from './two-by-two.ts'

/** [treated, after, outcome, cluster] */
const rowsOf = (rows: number[][]): TwoByTwoRows => ({
  treated: Uint8Array.from(rows, ([treated]) => treated!),
  after: Uint8Array.from(rows, ([, after]) => after!),
  outcome: Float64Array.from(rows, ([, , outcome]) => outcome!),
  cluster: Int32Array.from(rows, ([, , , cluster]) => cluster!),
})

/** Two households with the intervention and three without, one of these seen only before. */
const few = [
  [1, 0, 6, 0],
  [1, 1, 3, 0],
  [1, 0, 8, 1],
  [1, 1, 4, 1],
  [0, 0, 5, 2],
  [0, 1, 4.5, 2],
  [0, 0, 7, 3],
  [0, 1, 7.5, 3],
  [0, 0, 9, 4],
]

describe('difference-in-differences of four means', () => {
  test('is the regression of R, clustered by household', () => {
    const { estimate, standardError } = twoByTwo(rowsOf(few))
    expect(estimate).toBeCloseTo(-2.5, 12)
    expect(standardError).toBeCloseTo(1.509230856356236, 12)
  })

  test('has no standard error when the outcome does not vary within the four', () =>
    expect(twoByTwo(rowsOf(few.map(([treated, after, , cluster]) => [treated!, after!, 2, cluster!])))).toEqual({
      estimate: 0,
      standardError: null,
    }))

  test('refuses when one of the four is empty', () => {
    const without = (treated: number, after: number) =>
      rowsOf(few.filter((row) => row[0] !== treated || row[1] !== after))
    expect(() => twoByTwo(without(1, 0))).toThrow('no-treated')
    expect(() => twoByTwo(without(1, 1))).toThrow('no-treated')
    expect(() => twoByTwo(without(0, 0))).toThrow('no-controls')
    expect(() => twoByTwo(without(0, 1))).toThrow('no-controls')
  })

  test('has no standard error with one row in each of the four', () => {
    expect(twoByTwo(rowsOf([few[0]!, few[1]!, few[4]!, few[5]!]))).toEqual({ estimate: -2.5, standardError: null })
    expect(twoByTwo(rowsOf([...few.slice(0, 2), ...few.slice(4, 7)])).standardError).toBeGreaterThan(0)
  })

  test('refuses a single cluster', () =>
    expect(() => twoByTwo(rowsOf(few.map((row) => [...row.slice(0, 3), 1])))).toThrow(
      'too-few {"what":"kluster","found":1,"needed":2}',
    ))
})
