/** A dense matrix, row after row: the value of (row, column) is `values[row * columns + column]`. */
export type Matrix = { rows: number; columns: number; values: Float64Array }

export const zeros = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: new Float64Array(rows * columns),
})

/** The columns side by side, all of the same length. */
export function fromColumns(columns: readonly Float64Array[]): Matrix {
  const matrix = zeros(columns[0]?.length ?? 0, columns.length)
  columns.forEach((column, at) => column.forEach((value, row) => (matrix.values[row * columns.length + at] = value)))
  return matrix
}

/** The product of a matrix and a vector: one number per row. */
export function timesVector({ rows, columns, values }: Matrix, vector: ArrayLike<number>): Float64Array {
  const product = new Float64Array(rows)
  for (let row = 0, at = 0; row < rows; row++) {
    let total = 0
    for (let column = 0; column < columns; column++) total += values[at++]! * vector[column]!
    product[row] = total
  }
  return product
}

/** X′WX, or X′X without weights; symmetric, both halves filled. All values are finite. */
export function gram(matrix: Matrix, weights?: ArrayLike<number>): Matrix {
  const { columns, values } = matrix
  const product = zeros(columns, columns)
  const { values: sums } = product
  const { count, starts, factors } = countedRows(matrix, weights)
  // Four rows at a time, so that each sum is read and written once for four: about twice as fast.
  for (let at = 0; at < count; at += 4) {
    const [a, b, c, d] = [starts[at]!, starts[at + 1]!, starts[at + 2]!, starts[at + 3]!]
    for (let left = 0; left < columns; left++) {
      const ofA = factors[at]! * values[a + left]!
      const ofB = factors[at + 1]! * values[b + left]!
      const ofC = factors[at + 2]! * values[c + left]!
      const ofD = factors[at + 3]! * values[d + left]!
      if (ofA === 0 && ofB === 0 && ofC === 0 && ofD === 0) continue
      for (let right = 0; right <= left; right++)
        sums[left * columns + right]! +=
          ofA * values[a + right]! + ofB * values[b + right]! + ofC * values[c + right]! + ofD * values[d + right]!
    }
  }
  return mirrorLower(product)
}

/** Where the rows with a weight begin, and the weights. Room for three more, which weigh nothing. */
function countedRows({ rows, columns }: Matrix, weights?: ArrayLike<number>) {
  const starts = new Int32Array(rows + 3)
  const factors = new Float64Array(rows + 3)
  let count = 0
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row]! : 1
    if (weight === 0) continue
    starts[count] = row * columns
    factors[count++] = weight
  }
  return { count, starts, factors }
}

function mirrorLower(matrix: Matrix): Matrix {
  const { columns, values } = matrix
  for (let row = 0; row < columns; row++)
    for (let column = 0; column < row; column++) values[column * columns + row] = values[row * columns + column]!
  return matrix
}

/** X′Wy, or X′y without weights: one number per column. */
export function crossProduct(
  { rows, columns, values }: Matrix,
  vector: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Float64Array {
  const product = new Float64Array(columns)
  for (let row = 0, at = 0; row < rows; row++) {
    const weighted = (weights ? weights[row]! : 1) * vector[row]!
    for (let column = 0; column < columns; column++) product[column]! += weighted * values[at++]!
  }
  return product
}

export function times(left: Matrix, right: Matrix): Matrix {
  const product = zeros(left.rows, right.columns)
  for (let row = 0; row < left.rows; row++)
    for (let inner = 0; inner < left.columns; inner++) {
      const factor = left.values[row * left.columns + inner]!
      for (let column = 0; column < right.columns; column++)
        product.values[row * right.columns + column]! += factor * right.values[inner * right.columns + column]!
    }
  return product
}

export function transpose({ rows, columns, values }: Matrix): Matrix {
  const turned = zeros(columns, rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turned.values[column * rows + row] = values[row * columns + column]!
  return turned
}

/** v′Av. */
export const quadraticForm = (matrix: Matrix, vector: ArrayLike<number>): number =>
  dot(vector, timesVector(matrix, vector))

export function dot(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let total = 0
  for (let index = 0; index < left.length; index++) total += left[index]! * right[index]!
  return total
}

/**
 * The lower factor L of a symmetric positive definite matrix, A = LL′.
 * Null when the matrix is not positive definite to working precision, relative to its own diagonal.
 */
export function cholesky({ rows, values }: Matrix): Matrix | null {
  const factor = zeros(rows, rows)
  const lower = factor.values
  for (let row = 0; row < rows; row++)
    for (let column = 0; column <= row; column++) {
      let rest = values[row * rows + column]!
      for (let inner = 0; inner < column; inner++) rest -= lower[row * rows + inner]! * lower[column * rows + inner]!
      if (row > column) lower[row * rows + column] = rest / lower[column * rows + column]!
      else if (rest > 1e-14 * values[row * rows + row]!) lower[row * rows + row] = Math.sqrt(rest)
      else return null
    }
  return factor
}

/** Solves LL′x = b. */
export function solveCholesky({ rows, values: lower }: Matrix, right: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(right)
  for (let row = 0; row < rows; row++) {
    for (let inner = 0; inner < row; inner++) solution[row]! -= lower[row * rows + inner]! * solution[inner]!
    solution[row]! /= lower[row * rows + row]!
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let inner = row + 1; inner < rows; inner++) solution[row]! -= lower[inner * rows + row]! * solution[inner]!
    solution[row]! /= lower[row * rows + row]!
  }
  return solution
}

/** The solution of Ax = b for a symmetric positive definite A, or null when A is not. */
export function solveSymmetric(matrix: Matrix, right: ArrayLike<number>): Float64Array | null {
  const factor = cholesky(matrix)
  return factor && solveCholesky(factor, right)
}

/** The inverse of a symmetric positive definite matrix, or null when it is not. */
export function invertSymmetric(matrix: Matrix): Matrix | null {
  const factor = cholesky(matrix)
  if (!factor) return null
  const inverse = zeros(matrix.rows, matrix.rows)
  for (let column = 0; column < matrix.rows; column++) {
    const unit = new Float64Array(matrix.rows)
    unit[column] = 1
    solveCholesky(factor, unit).forEach((value, row) => (inverse.values[row * matrix.rows + column] = value))
  }
  return inverse
}

/** The solution of Ax = b for any square A, by elimination with row pivoting; null when A is singular. */
export function solve(matrix: Matrix, right: ArrayLike<number>): Float64Array | null {
  const { rows } = matrix
  const work = Float64Array.from(matrix.values)
  const solution = Float64Array.from(right)
  const largest = work.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  for (let step = 0; step < rows; step++) {
    const pivot = pivotRow(work, rows, step)
    if (Math.abs(work[pivot * rows + step]!) <= 1e-14 * largest) return null
    swapRows(work, solution, rows, step, pivot)
    for (let row = step + 1; row < rows; row++) eliminate(work, solution, rows, step, row)
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let inner = row + 1; inner < rows; inner++) solution[row]! -= work[row * rows + inner]! * solution[inner]!
    solution[row]! /= work[row * rows + row]!
  }
  return solution
}

function pivotRow(work: Float64Array, rows: number, step: number): number {
  let pivot = step
  for (let row = step + 1; row < rows; row++)
    if (Math.abs(work[row * rows + step]!) > Math.abs(work[pivot * rows + step]!)) pivot = row
  return pivot
}

function swapRows(work: Float64Array, right: Float64Array, rows: number, one: number, other: number) {
  const row = work.slice(one * rows, one * rows + rows)
  work.copyWithin(one * rows, other * rows, other * rows + rows)
  work.set(row, other * rows)
  const kept = right[one]!
  right[one] = right[other]!
  right[other] = kept
}

function eliminate(work: Float64Array, right: Float64Array, rows: number, step: number, row: number) {
  const factor = work[row * rows + step]! / work[step * rows + step]!
  for (let column = step; column < rows; column++) work[row * rows + column]! -= factor * work[step * rows + column]!
  right[row]! -= factor * right[step]!
}

export type LeastSquares = {
  /** One per column of X; NaN for a column that is a combination of earlier ones, as R gives NA. */
  coefficients: Float64Array
  fitted: Float64Array
  residuals: Float64Array
  /** The columns that were used, in their order. */
  used: number[]
  /** (X′WX)⁻¹ over the used columns. */
  inverseGram: Matrix
}

/**
 * Weighted least squares by Householder reflections, which keep the digits that normal equations lose.
 *
 * A column whose rest after the earlier ones is below 1e-7 of its own length is left out, as R's `lm` does.
 * A row of weight zero takes no part in the fit but gets a fitted value. Rows: at least as many as used columns.
 */
export function leastSquares(x: Matrix, y: ArrayLike<number>, weights?: ArrayLike<number>): LeastSquares {
  const { columns, factor, target, used } = reduceToTriangle(x, y, weights)
  const size = used.length
  const solution = new Float64Array(size)
  const triangle = (row: number, column: number) => columns[used[column]!]![row]!
  for (let row = size - 1; row >= 0; row--) {
    let rest = target[row]!
    for (let inner = row + 1; inner < size; inner++) rest -= triangle(row, inner) * solution[inner]!
    solution[row] = rest / factor[row]!
  }
  const coefficients = new Float64Array(x.columns).fill(Number.NaN)
  used.forEach((column, at) => (coefficients[column] = solution[at]!))
  const fitted = timesVector(
    x,
    coefficients.map((value) => (Number.isNaN(value) ? 0 : value)),
  )
  const residuals = fitted.map((value, row) => y[row]! - value)
  return { coefficients, fitted, residuals, used, inverseGram: inverseOfTriangle(triangle, factor) }
}

type Triangle = { columns: Float64Array[]; factor: number[]; target: Float64Array; used: number[] }

/** After this, `columns[used[j]][i]` for i < j and `factor[j]` on the diagonal hold R of X = QR. */
function reduceToTriangle(x: Matrix, y: ArrayLike<number>, weights?: ArrayLike<number>): Triangle {
  const root = (row: number) => (weights ? Math.sqrt(weights[row]!) : 1)
  const columns = Array.from({ length: x.columns }, (_, column) =>
    Float64Array.from({ length: x.rows }, (_, row) => root(row) * x.values[row * x.columns + column]!),
  )
  const target = Float64Array.from({ length: x.rows }, (_, row) => root(row) * y[row]!)
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)))
  const factor: number[] = []
  const used: number[] = []
  columns.forEach((column, at) => {
    const step = used.length
    const rest = lengthFrom(column, step)
    if (step >= x.rows || rest <= 1e-7 * lengths[at]!) return
    factor.push(reflect(column, step, rest, [...columns.slice(at + 1), target]))
    used.push(at)
  })
  return { columns, factor, target, used }
}

function lengthFrom(column: Float64Array, start: number): number {
  let total = 0
  for (let row = start; row < column.length; row++) total += column[row]! * column[row]!
  return Math.sqrt(total)
}

/** Reflects `column` onto its first free axis, and the others with it. Gives what then stands on the diagonal. */
function reflect(column: Float64Array, step: number, length: number, others: Float64Array[]): number {
  const diagonal = column[step]! > 0 ? -length : length
  const mirror = column.slice(step)
  mirror[0]! -= diagonal
  const scale = -diagonal * mirror[0]!
  for (const other of others) {
    let projection = 0
    for (let row = 0; row < mirror.length; row++) projection += mirror[row]! * other[step + row]!
    projection /= scale
    for (let row = 0; row < mirror.length; row++) other[step + row]! -= projection * mirror[row]!
  }
  return diagonal
}

/** (R′R)⁻¹ = R⁻¹R⁻ᵀ. */
function inverseOfTriangle(triangle: (row: number, column: number) => number, diagonal: number[]): Matrix {
  const size = diagonal.length
  const inverse = zeros(size, size)
  for (let column = 0; column < size; column++)
    for (let row = column; row >= 0; row--) {
      let rest = row === column ? 1 : 0
      for (let inner = row + 1; inner <= column; inner++)
        rest -= triangle(row, inner) * inverse.values[inner * size + column]!
      inverse.values[row * size + column] = rest / diagonal[row]!
    }
  return times(inverse, transpose(inverse))
}
