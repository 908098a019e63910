import { type Matrix, cholesky, crossProduct, gram, leastSquares, solveCholesky, zeros } from '../linear-algebra.ts'

export type WeightedFit = {
  /** One per column; 0 for a column that takes no part. */
  coefficients: Float64Array
  /** (X′WX)⁻¹, with zeros in the rows and columns of those that take no part. */
  inverse: Matrix
  /** How many columns take part. */
  rank: number
}

/**
 * Weighted least squares of y on the columns of a design, by normal equations, which are fast and, for columns of like
 * size, exact enough. Columns that the weighted rows cannot tell apart send it to reflections, which leave out the
 * later ones as R's `lm` does.
 */
export function weightedLeastSquares(x: Matrix, y: ArrayLike<number>, weights: Float64Array): WeightedFit {
  const factor = soundFactor(gram(x, weights))
  if (!factor) return byReflections(x, y, weights)
  return {
    coefficients: solveCholesky(factor, crossProduct(x, y, weights)),
    inverse: inverseOf(factor),
    rank: x.columns,
  }
}

/** The factor of a matrix where no column is nearly a combination of the earlier ones; else null. */
export function soundFactor(matrix: Matrix): Matrix | null {
  const factor = cholesky(matrix)
  const at = (column: number) => column * matrix.columns + column
  for (let column = 0; factor && column < matrix.columns; column++)
    if (factor.values[at(column)]! ** 2 < 1e-9 * matrix.values[at(column)]!) return null
  return factor
}

function inverseOf(factor: Matrix): Matrix {
  const inverse = zeros(factor.rows, factor.rows)
  for (let row = 0; row < factor.rows; row++) {
    const unit = new Float64Array(factor.rows)
    unit[row] = 1
    inverse.values.set(solveCholesky(factor, unit), row * factor.rows)
  }
  return inverse
}

function byReflections(x: Matrix, y: ArrayLike<number>, weights: Float64Array): WeightedFit {
  const { coefficients, used, inverseGram } = leastSquares(x, y, weights)
  const inverse = zeros(x.columns, x.columns)
  used.forEach((row, i) =>
    used.forEach((column, j) => (inverse.values[row * x.columns + column] = inverseGram.values[i * used.length + j]!)),
  )
  return { coefficients: coefficients.map((value) => (Number.isNaN(value) ? 0 : value)), inverse, rank: used.length }
}
