import { zeros, type Matrix } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'

/**
 * The covariance of errors with mean zero, its correlations drawn towards none: λ·diag(Σ̂) + (1 − λ)·Σ̂.
 *
 * λ = Σ_{i≠j} V̂(r_ij)/Σ_{i≠j} r_ij², at most 1 (Schäfer & Strimmer 2005), with
 * V̂(r_ij) = (Σ_t x_ti²x_tj² − (Σ_t x_ti x_tj)²/n)/(n(n − 1)) on errors scaled to mean square 1, as R's `hts`.
 * A column of zeros has correlation zero with all. Refuses fewer than two rows.
 */
export function shrunkCovariance(errors: Matrix): Matrix {
  const { rows, columns } = errors
  if (rows < 2) throw new CannotCalculate('too-few', { what: 'månader med prognosfel', found: rows, needed: 2 })
  const scale = Float64Array.from({ length: columns }, (_, column) =>
    Math.sqrt(productSum(errors, column, column) / rows),
  )
  const correlation = zeros(columns, columns)
  let [uncertainty, size] = [0, 0]
  for (let left = 0; left < columns; left++)
    for (let right = 0; right < left; right++) {
      const scaling = scale[left]! * scale[right]!
      if (scaling === 0) continue
      const product = productSum(errors, left, right) / scaling
      const squares = productSum(errors, left, right, 2) / (scaling * scaling)
      correlation.values[left * columns + right] = product / rows
      uncertainty += (squares - (product * product) / rows) / (rows * (rows - 1))
      size += (product / rows) ** 2
    }
  const kept = size > 0 ? 1 - Math.min(1, uncertainty / size) : 0
  return covarianceOf(correlation, scale, kept)
}

/** Σ_t (x_ti x_tj)^power. */
function productSum({ rows, columns, values }: Matrix, left: number, right: number, power = 1): number {
  let total = 0
  for (let row = 0; row < rows; row++)
    total += (values[row * columns + left]! * values[row * columns + right]!) ** power
  return total
}

function covarianceOf(lower: Matrix, scale: Float64Array, kept: number): Matrix {
  const size = scale.length
  const covariance = zeros(size, size)
  for (let row = 0; row < size; row++) {
    covariance.values[row * size + row] = scale[row]! * scale[row]!
    for (let column = 0; column < row; column++) {
      const value = kept * lower.values[row * size + column]! * scale[row]! * scale[column]!
      covariance.values[row * size + column] = value
      covariance.values[column * size + row] = value
    }
  }
  return covariance
}
