import {
  fromColumns,
  quadraticForm,
  solveSymmetric,
  times,
  timesVector,
  transpose,
  type Matrix,
} from '../linear-algebra.ts'
import { sum } from '../sample-statistics.ts'

/**
 * The weights w ≥ 0 with Σw = 1 that bring Σ w_j · donor_j nearest to the target in squared distance.
 *
 * Wolfe's algorithm for the nearest point of a polytope (1976): an active set that ends at the optimum in finitely many
 * steps. It needs no ridge when there are more donors than periods; then many weights may fit equally well, and it gives
 * one with as few donors as it can. All series have the length of the target, at least one donor.
 */
export function simplexWeights(target: Float64Array, donors: readonly Float64Array[]): Float64Array {
  const products = innerProducts(target, donors)
  let weights: Float64Array = new Float64Array(donors.length)
  weights[nearestDonor(products)] = 1
  for (;;) {
    const entering = entrant(products, weights)
    if (entering === null) return weights
    const moved = nearestFrom(products, weights, [...supportOf(weights), entering])
    // By rounding a donor may bring nothing nearer, and would otherwise be tried for ever.
    if (!(quadraticForm(products, moved) < quadraticForm(products, weights))) return weights
    weights = moved
  }
}

const supportOf = (weights: Float64Array) => [...weights.keys()].filter((donor) => weights[donor]! > 0)

/** The inner products of all pairs of (donor − target). */
function innerProducts(target: Float64Array, donors: readonly Float64Array[]): Matrix {
  const distances = fromColumns(donors.map((donor) => donor.map((value, period) => value - target[period]!)))
  return times(transpose(distances), distances)
}

const productOf = ({ columns, values }: Matrix, left: number, right: number) => values[left * columns + right]!

function nearestDonor(products: Matrix): number {
  const distances = Array.from({ length: products.rows }, (_, donor) => productOf(products, donor, donor))
  return distances.indexOf(Math.min(...distances))
}

/** The donor outside the support that is farthest on the target's side of the reached point; null when none is. */
function entrant(products: Matrix, weights: Float64Array): number | null {
  const along = timesVector(products, weights).map((product, donor) => (weights[donor]! > 0 ? Infinity : product))
  const least = Math.min(...along)
  return least < quadraticForm(products, weights) ? along.indexOf(least) : null
}

/**
 * The weights moved to the nearest point of the support, dropping donors on the way.
 * They stand still when a donor of the support is to working precision a mix of the others.
 */
function nearestFrom(products: Matrix, weights: Float64Array, support: number[]): Float64Array {
  const goal = nearestOfPlane(products, support)
  if (!goal) return weights
  const share = support.reduce((least, donor, place) => {
    const [from, to] = [weights[donor]!, goal[place]!]
    return to > 0 ? least : Math.min(least, from / (from - to))
  }, 1)
  const moved = weights.slice()
  support.forEach((donor, place) => {
    const weight = weights[donor]! + share * (goal[place]! - weights[donor]!)
    moved[donor] = weight > 1e-14 ? weight : 0
  })
  const kept = supportOf(moved)
  return kept.length === support.length ? moved : nearestFrom(products, moved, kept)
}

/** The weights, of any sign, of the point nearest zero in the plane through the donors; null when these are dependent. */
function nearestOfPlane(products: Matrix, support: readonly number[]): Float64Array | null {
  const size = support.length
  // A constant on all products leaves the nearest point, since Σw = 1, and makes them positive definite.
  const constant = support.reduce((most, donor) => Math.max(most, productOf(products, donor, donor)), 0)
  const values = Float64Array.from({ length: size * size }, (_, at) => {
    const [left, right] = [support[Math.floor(at / size)]!, support[at % size]!]
    return productOf(products, left, right) + constant
  })
  const solution = solveSymmetric({ rows: size, columns: size, values }, new Float64Array(size).fill(1))
  if (!solution) return null
  const total = sum(solution)
  return solution.map((value) => value / total)
}
