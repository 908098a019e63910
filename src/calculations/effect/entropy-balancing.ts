import {
  type Matrix,
  crossProduct,
  dot,
  gram,
  leastSquares,
  solveCholesky,
  timesVector,
  zeros,
} from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { sum, weightedMean } from '../sample-statistics.ts'
import { type Design, type Fit, armFrequency } from './sample-design.ts'
import { soundFactor } from './sample-least-squares.ts'
import type { Covariate } from './sample.ts'

/** The multipliers λ of the weights, to start a like problem from. */
export type Balanced = Fit & { multipliers: Float64Array }

/**
 * The treated against controls weighted so that every covariate has the mean of the treated (Hainmueller 2012).
 *
 * Of all such weights those nearest to equal ones: wᵢ ∝ exp(λ′xᵢ), with λ at the least of log Σexp(λ′(xᵢ − x̄₁)), found
 * by Newton's method until the means agree to `precision` standard deviations or no digit is left. The standard error is
 * HC1 of weighted least squares on the treatment, the control weights summing to the number treated.
 * A mean at the very end of what the controls hold is reached in the limit, where the others weigh nothing.
 *
 * Refuses `infeasible-balance` when no weights reach the means (to 1e-8), and names the covariate whose range is too
 * small when there is one. `start` are multipliers near the answer.
 */
export function entropyBalancing(
  design: Design,
  start: Float64Array = new Float64Array(design.x.columns),
  precision = 1e-13,
): Balanced {
  const { weights, multipliers } = balanced(design, start, precision)
  const { outcome } = design
  const cases = armFrequency(design, 1)
  const [treatedMean, controlMean] = [weightedMean(outcome, cases), weightedMean(outcome, weights)]
  return {
    estimate: treatedMean - controlMean,
    standardError: () => weightedError(design, weights, [treatedMean, controlMean]),
    controlWeights: weights,
    multipliers,
  }
}

function balanced(design: Design, start: Float64Array, precision: number): State {
  const problem = balanceProblem(design)
  const found = leastDual(problem, start, precision)
  if (found.gap <= tolerance) return found
  const second = leastDual(tellable(problem), new Float64Array(start.length), precision)
  if (second.gap <= tolerance) return second
  const covariate = outOfRange(design, problem)
  throw new CannotCalculate('infeasible-balance', covariate && { covariate: covariate.name })
}

/** HC1 of weighted least squares on the treatment: √(n/(n−2)·(Σe₁²/n₁² + Σ(we₀)²)), the weights summing to 1. */
function weightedError(
  { treated, outcome, frequency }: Design,
  weights: Float64Array,
  means: [number, number],
): number {
  const [rows, size] = [sum(frequency), dot(frequency, treated)]
  let total = 0
  for (let row = 0; row < outcome.length; row++) {
    const count = frequency[row]!
    if (count === 0) continue
    // The weight of a row that counts many times is shared between them.
    const weight = treated[row] === 1 ? 1 / size : weights[row]! / count
    total += count * (weight * (outcome[row]! - means[treated[row] === 1 ? 0 : 1])) ** 2
  }
  return Math.sqrt((rows / (rows - 2)) * total)
}

type Problem = {
  x: Matrix
  /** How many times each control counts; 0 for the treated. */
  base: Float64Array
  /** The means of the treated. */
  target: Float64Array
  /** The columns whose multipliers are sought. */
  free: number[]
}

function balanceProblem(design: Design): Problem {
  const { x } = design
  const treated = armFrequency(design, 1)
  const count = sum(treated)
  const target = crossProduct(x, treated).map((total) => total / count)
  const free = Array.from({ length: x.columns - 1 }, (_, at) => at + 1)
  return { x, base: armFrequency(design, 0), target, free }
}

type State = {
  multipliers: Float64Array
  weights: Float64Array
  means: Float64Array
  /** log Σ exp(λ′(xᵢ − x̄₁)). */
  dual: number
  /** The largest distance between a mean and that of the treated. */
  gap: number
}

/** Standard deviations. */
const tolerance = 1e-8

function leastDual(problem: Problem, start: Float64Array, precision: number): State {
  let current = stateAt(problem, start)
  for (let step = 0; step < 200 && current.gap > precision; step++) {
    const next = improved(problem, current)
    if (!next) break
    current = next
  }
  return current
}

/** The columns that the controls can tell apart. The other means follow from theirs, or are out of reach. */
function tellable(problem: Problem): Problem {
  const { used } = leastSquares(problem.x, problem.base, problem.base)
  return { ...problem, free: used.filter((column) => column > 0) }
}

/** The covariate whose mean among the treated lies outside what the controls hold, if there is one. */
function outOfRange({ used }: Design, { x, base, target }: Problem): Covariate | undefined {
  return used.find((_, index) => {
    let [low, high] = [Infinity, -Infinity]
    for (let row = 0, at = index + 1; row < x.rows; row++, at += x.columns) {
      if (base[row] === 0) continue
      low = Math.min(low, x.values[at]!)
      high = Math.max(high, x.values[at]!)
    }
    return target[index + 1]! < low - tolerance || target[index + 1]! > high + tolerance
  })
}

function stateAt({ x, base, target }: Problem, multipliers: Float64Array): State {
  const weights = timesVector(x, multipliers)
  let top = -Infinity
  for (let row = 0; row < x.rows; row++) if (base[row]! > 0 && weights[row]! > top) top = weights[row]!
  let total = 0
  for (let row = 0; row < x.rows; row++) {
    weights[row] = base[row] === 0 ? 0 : base[row]! * Math.exp(weights[row]! - top)
    total += weights[row]!
  }
  for (let row = 0; row < x.rows; row++) weights[row]! /= total
  const means = crossProduct(x, weights)
  const gap = means.reduce((most, mean, column) => Math.max(most, Math.abs(mean - target[column]!)), 0)
  return { multipliers, weights, means, dual: top + Math.log(total) - dot(multipliers, target), gap }
}

/** One step of Newton's method, halved until the dual falls enough; null when it no longer can. */
function improved(problem: Problem, current: State): State | null {
  const { target, free } = problem
  const slope = Float64Array.from(free, (column) => target[column]! - current.means[column]!)
  const factor = soundFactor(covariance(problem, current))
  if (!factor) return null
  const direction = solveCholesky(factor, slope)
  const descent = dot(slope, direction)
  for (let share = 1; share > 1e-10; share /= 2) {
    const multipliers = Float64Array.from(current.multipliers)
    free.forEach((column, at) => (multipliers[column]! += share * direction[at]!))
    const next = stateAt(problem, multipliers)
    if (next.dual <= current.dual - 1e-4 * share * descent) return next
    // Near the answer the fall of the dual is less than its last digit, but the gap still tells.
    if (descent < 1e-9) return next.gap < current.gap ? next : null
  }
  return null
}

/** The weighted covariance of the free columns: the curvature of the dual. */
function covariance({ x, free }: Problem, { weights, means }: State): Matrix {
  const products = gram(x, weights)
  const result = zeros(free.length, free.length)
  free.forEach((row, i) =>
    free.forEach((column, j) => {
      result.values[i * free.length + j] = products.values[row * x.columns + column]! - means[row]! * means[column]!
    }),
  )
  return result
}
