import {
  dot,
  fromColumns,
  quadraticForm,
  solveSymmetric,
  times,
  timesVector,
  transpose,
  type Matrix,
} from '../linear-algebra.ts'

/**
 * The weights w ≥ 0 with Σw = 1 that bring Σ w_j · donor_j nearest to the target in squared distance.
 *
 * Wolfe's algorithm for the nearest point of a polytope (1976): an active set that ends at the optimum in finitely many
 * steps. It needs no ridge when there are more donors than periods; then many weights may fit equally well, and it gives
 * one with as few donors as it can. All series have the length of the target, at least one donor.
 */
export function simplexWeights(target: Float64Array, donors: readonly Float64Array[]): Float64Array {
  const products = innerProducts(target, donors)
  const weights = new Float64Array(donors.length)
  let support = [nearestDonor(products)]
  weights[support[0]!] = 1
  const idle = new Set<number>()
  let distance = quadraticForm(products, weights)
  for (;;) {
    const entering = entrant(products, weights, new Set([...support, ...idle]))
    if (entering === null) return weights
    support = moveToNearest(products, weights, [...support, entering]) ?? support
    // A donor that brings nothing nearer, by rounding, would otherwise be tried for ever.
    const reached = quadraticForm(products, weights)
    if (reached < distance) idle.clear()
    else idle.add(entering)
    distance = Math.min(distance, reached)
  }
}

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

/** The donor whose side of the reached point is nearest the target, or null when none would bring it nearer. */
function entrant(products: Matrix, weights: Float64Array, excluded: Set<number>): number | null {
  const along = timesVector(products, weights)
  const distance = dot(weights, along)
  let [best, most] = [-1, 0]
  along.forEach((product, donor) => {
    const gain = distance - product
    if (excluded.has(donor) || gain <= 1e-13 * productOf(products, donor, donor) || gain <= most) return
    best = donor
    most = gain
  })
  return best < 0 ? null : best
}

/**
 * Moves the weights to the nearest point of the support, dropping donors on the way; gives the support that is left.
 * Null, with nothing moved, when the last donor is to working precision a mix of the others and can add nothing.
 */
function moveToNearest(products: Matrix, weights: Float64Array, support: number[]): number[] | null {
  const goal = nearestOfPlane(products, support)
  if (!goal || support.some((donor, place) => weights[donor] === 0 && goal[place]! <= 0)) return null
  const share = support.reduce((least, donor, place) => {
    const [from, to] = [weights[donor]!, goal[place]!]
    return to > 0 ? least : Math.min(least, from / (from - to))
  }, 1)
  support.forEach((donor, place) => {
    const moved = weights[donor]! + share * (goal[place]! - weights[donor]!)
    weights[donor] = moved > 1e-14 ? moved : 0
  })
  const kept = support.filter((donor) => weights[donor]! > 0)
  return kept.length === support.length ? kept : (moveToNearest(products, weights, kept) ?? kept)
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
  const total = solution?.reduce((whole, value) => whole + value, 0)
  return solution && total ? solution.map((value) => value / total) : null
}
