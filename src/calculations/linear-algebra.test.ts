import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cholesky,
  crossProduct,
  dot,
  fromColumns,
  gram,
  invertSymmetric,
  leastSquares,
  type Matrix,
  quadraticForm,
  solve,
  solveSymmetric,
  times,
  timesVector,
  transpose,
} from './linear-algebra.ts'

const square = (...values: number[]): Matrix => {
  const rows = Math.sqrt(values.length)
  return { rows, columns: rows, values: Float64Array.from(values) }
}
const agree = (found: ArrayLike<number> | null | undefined, expected: number[]) => {
  expect(found?.length).toBe(expected.length)
  expected.forEach((value, at) => expect(found![at]).toBeCloseTo(value, 12))
}

const x = fromColumns([
  Float64Array.of(1, 1, 1, 1, 1, 1),
  Float64Array.of(1, 2, 3, 4, 7, 9),
  Float64Array.of(2, 1, 0, 5, 5, 3),
])
const y = [1, 3, 2, 5, 4, 8]
const weights = [1, 2, 1, 1, 0.5, 0]
const positive = square(4, 2, 0.6, 2, 5, 1, 0.6, 1, 3)

describe('products', () => {
  test('columns lie row after row', () => agree(x.values.slice(0, 6), [1, 1, 2, 1, 2, 1]))
  test('no columns are a matrix without rows', () => expect(fromColumns([])).toMatchObject({ rows: 0, columns: 0 }))
  test('a matrix times a vector', () => agree(timesVector(x, [1, 2, -1]), [1, 4, 7, 4, 10, 16]))
  test('X′WX, symmetric', () => agree(gram(x, weights).values, [5.5, 15.5, 11.5, 15.5, 58.5, 43.5, 11.5, 43.5, 43.5]))
  test('X′X has the weight one everywhere', () =>
    expect(gram(x).values).toEqual(
      gram(
        x,
        y.map(() => 1),
      ).values,
    ))
  test('X′WX is X′ times WX, for any number of rows', () => {
    const row = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }), fc.nat(2))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 11 }), (rows) => {
        const [matrix, weighted] = [1, 2].map((kind) => ({
          rows: rows.length,
          columns: 2,
          values: Float64Array.from(rows.flatMap(([a, b, w]) => (kind === 1 ? [a, b] : [w * a, w * b]))),
        }))
        const weight = rows.map(([, , w]) => w)
        expect(gram(matrix!, weight).values).toEqual(times(transpose(matrix!), weighted!).values)
      }),
      { seed: 3, numRuns: 60 },
    )
  })
  test('X′Wy', () => agree(crossProduct(x, y, weights), [16, 53, 43]))
  test('X′y', () => agree(crossProduct(x, y), [23, 133, 74]))
  test('a row of zeros takes no part, whatever its weight', () =>
    agree(gram(fromColumns([Float64Array.of(0, 2)]), [7, 3]).values, [12]))
  test('a matrix times a matrix, and turned', () => {
    const left = { rows: 1, columns: 3, values: Float64Array.of(1, 2, 3) }
    agree(times(left, transpose(left)).values, [14])
    agree(times(transpose(left), left).values, [1, 2, 3, 2, 4, 6, 3, 6, 9])
    expect(transpose(left)).toMatchObject({ rows: 3, columns: 1 })
  })
  test('the quadratic form and the inner product', () => {
    expect(quadraticForm(positive, [1, 2, 3])).toBeCloseTo(74.6, 12)
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32)
  })
})

describe('equations', () => {
  test('the lower factor is as in R', () =>
    agree(cholesky(positive)?.values, [2, 0, 0, 1, 2, 0, 0.3, 0.35, 1.6695807857064]))
  test('a symmetric system is solved as in R', () =>
    agree(solveSymmetric(positive, [1, 2, 3]), [0.0044843049327354251, 0.2125560538116591791, 0.9282511210762333098]))
  test('the inverse is as in R', () =>
    agree(
      invertSymmetric(positive)?.values,
      [
        0.313901345291479839, -0.121076233183856505, -0.022421524663677129, -0.121076233183856505, 0.260986547085201803,
        -0.062780269058295965, -0.022421524663677132, -0.062780269058295951, 0.358744394618834062,
      ],
    ))
  test('a matrix that is not positive definite has no factor, solution or inverse', () => {
    const flat = square(1, 1, 1, 1)
    expect([cholesky(flat), solveSymmetric(flat, [1, 1]), invertSymmetric(flat)]).toEqual([null, null, null])
    expect(cholesky(square(0))).toBeNull()
    expect(cholesky(square(1, 2, 2, 1))).toBeNull()
  })
  test('how large the numbers are does not decide', () => {
    expect(cholesky(square(1e-30))?.values[0]).toBeCloseTo(1e-15, 28)
    expect(cholesky(square(1e30, 1e30, 1e30, 1e30))).toBeNull()
  })
  test('any square system is solved as in R, also with a zero where elimination begins', () =>
    agree(
      solve(square(0, 3, 5, 2, 1, 2, 1, 4, 0), [1, 2, 3]),
      [0.85365853658536595, 0.53658536585365846, -0.12195121951219512],
    ))
  test('a singular system has no solution', () => {
    expect(solve(square(1, 2, 2, 4), [1, 2])).toBeNull()
    expect(solve(square(0), [1])).toBeNull()
  })
  test('singular is relative to the largest number, of either sign', () => {
    agree(solve(square(1e-20, 0, 0, -4e-20), [1e-20, 2e-20]), [1, -0.5])
    expect(solve(square(-1e6, 0, 0, 5e-9), [1, 1])).toBeNull()
    agree(solve(square(-1e6, 0, 0, 1e-7), [1e6, 1e-7]), [-1, 1])
    expect(solve(square(1, 0, 0, 1e-14), [1, 1])).toBeNull()
  })
  test.each([1, -1])(
    'elimination begins with the row of the largest number, here %d, or digits would be lost',
    (sign) => agree(solve(square(1e-20, 1, sign, 1), [1, 2]), [sign, 1]),
  )
  test('a solution solves', () => {
    const numbers = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(numbers, (values) => {
        const matrix = square(...values)
        for (let at = 0; at < 4; at++) matrix.values[at * 5]! += 40
        const solution = solve(matrix, [1, 2, 3, 4])!
        agree(timesVector(matrix, solution), [1, 2, 3, 4])
      }),
      { seed: 2, numRuns: 50 },
    )
  })
})

describe('least squares', () => {
  const fit = leastSquares(x, y, weights)
  test('coefficients are as those of R’s lm', () =>
    agree(fit.coefficients, [1.41089108910891103, 0.29042904290429022, 0.3250825082508253]))
  test('a row of weight zero gets a fitted value', () =>
    agree(
      fit.fitted,
      [
        2.3514851485148514, 2.3168316831683167, 2.282178217821782, 4.1980198019801982, 5.0693069306930685,
        4.9999999999999991,
      ],
    ))
  test('residuals are what is left', () => agree(fit.residuals.slice(0, 2), [-1.3514851485148514, 0.6831683168316833]))
  test('the inverse of X′WX is as in R', () =>
    agree(
      fit.inverseGram.values,
      [
        0.7178217821782179042, -0.1914191419141915707, 0.0016501650165018009, -0.1914191419141915707,
        0.1177117711771177994, -0.067106710671067174, 0.0016501650165018009, -0.067106710671067174,
        0.0896589658965896985,
      ],
    ))
  test('without weights every row counts as one', () =>
    agree(leastSquares(x, y).coefficients, [
      ...leastSquares(
        x,
        y,
        y.map(() => 1),
      ).coefficients,
    ]))
  test('a column that earlier ones make up is left out, as in R', () => {
    const [one, two] = [Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 2, 3, 5)]
    const doubled = two.map((value) => 3 - 2 * value)
    const found = leastSquares(fromColumns([one, two, doubled, two.map((value) => value * value)]), [1, 3, 2, 5])
    expect(found.used).toEqual([0, 1, 3])
    expect(found.coefficients[2]).toBeNaN()
    expect(found.inverseGram).toMatchObject({ rows: 3, columns: 3 })
  })
  test('a column is left out when less than 1e-7 of it is its own', () => {
    const usedBeside = (own: number) =>
      leastSquares(fromColumns([Float64Array.of(3, 0), Float64Array.of(1, own)]), [1, 1]).used
    expect([1.1e-7, 0.9e-7, -1.1e-7].map((own) => usedBeside(own).length)).toEqual([2, 1, 2])
  })
  test.each([1, -1, 1e6])('as many rows as columns are fitted exactly, with %d on the diagonal', (each) =>
    agree(
      leastSquares(square(each, 0, 0, 0, each, 0, 0, 0, each), [1, 2, 3]).coefficients,
      [1, 2, 3].map((y) => y / each),
    ),
  )
  test('a column of zeros is left out', () =>
    expect(leastSquares(fromColumns([Float64Array.of(0, 0), Float64Array.of(1, 1)]), [1, 3]).used).toEqual([1]))
  test('no more columns are used than there are rows', () =>
    expect(leastSquares(fromColumns([1, 2, 3].map((each) => Float64Array.of(each, each * each))), [1, 3]).used).toEqual(
      [0, 1],
    ))
  test('columns of very different size keep their digits', () => {
    const money = Float64Array.from({ length: 50 }, (_, row) => 1e9 + row * 1e4)
    const one = money.map(() => 1)
    const found = leastSquares(
      fromColumns([one, money]),
      money.map((value) => 3 + value / 1e4),
    )
    expect(found.coefficients[1]! * 1e4).toBeCloseTo(1, 9)
  })
})
