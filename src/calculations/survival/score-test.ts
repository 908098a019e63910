import { chiSquareUpper } from '../distributions.ts'
import { dot, leastSquares, type Matrix, zeros } from '../linear-algebra.ts'

export type ScoreTest = { chiSquare: number; degreesOfFreedom: number; p: number }

/**
 * U′V⁻U for scores that sum to zero over the groups, with a generalised inverse of their variance: the group with the
 * largest variance is left out, and so is every group that then says nothing of its own. The rank is the degrees of freedom.
 */
export function scoreTest(scores: Float64Array, variance: Matrix): ScoreTest {
  const size = scores.length
  const diagonal = (group: number) => variance.values[group * size + group]!
  const kept = [...scores.keys()].sort((left, right) => diagonal(left) - diagonal(right)).slice(0, -1)
  const inner = zeros(kept.length, kept.length)
  kept.forEach((row, i) =>
    kept.forEach((column, j) => (inner.values[i * kept.length + j] = variance.values[row * size + column]!)),
  )
  const score = Float64Array.from(kept, (group) => scores[group]!)
  const { coefficients, used } = leastSquares(inner, score)
  const chiSquare = dot(
    score,
    coefficients.map((each) => each || 0),
  )
  return { chiSquare, degreesOfFreedom: used.length, p: chiSquareUpper(chiSquare, used.length) }
}
