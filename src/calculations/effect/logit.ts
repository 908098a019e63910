import { type Matrix, crossProduct, dot, gram, solveCholesky, timesVector } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { sum } from '../sample-statistics.ts'
import type { Design } from './sample-design.ts'
import { soundFactor, weightedLeastSquares } from './sample-least-squares.ts'

export type Logit = {
  coefficients: Float64Array
  /** P(D = 1 | x) of each row; 0 where the row does not count. */
  probability: Float64Array
  /** e/(1 − e) of each row that counts. */
  odds: Float64Array
}

/**
 * The chance of getting the intervention given the covariates, by logistic regression.
 *
 * Newton's method, that is iteratively reweighted least squares, until the deviance changes by less than `precision` of
 * itself, as R's `glm(epsilon = 1e-12)`. A covariate that decides the treatment of some rows sends their chance towards
 * 0 or 1, and the others' chances to a limit, which is the answer. When all rows are decided there is no
 * answer: refused as `separation`. `start` are coefficients near the answer.
 */
export function logit(design: Design, start: Float64Array = withoutCovariates(design), precision = 1e-12): Logit {
  let current = stateAt(design, start)
  for (let step = 0; step < maximumSteps; step++) {
    const next = improved(design, current)
    const change = Math.abs(current.deviance - next.deviance) / (next.deviance + 0.1)
    current = next
    if (current.deviance < 1e-6) throw new CannotCalculate('separation')
    if (change < precision) return current
  }
  throw new CannotCalculate('not-converged', { steps: maximumSteps })
}

const maximumSteps = 100

/** The log odds of treatment alone, about: Newton's method has less far to go than from even odds. */
function withoutCovariates({ x, treated, frequency }: Design): Float64Array {
  const cases = dot(frequency, treated)
  const coefficients = new Float64Array(x.columns)
  coefficients[0] = Math.log((cases + 0.5) / (sum(frequency) - cases + 0.5))
  return coefficients
}

type State = Logit & { deviance: number }

function stateAt({ x, treated, frequency }: Design, coefficients: Float64Array): State {
  const odds = timesVector(x, coefficients)
  const probability = new Float64Array(x.rows)
  let deviance = 0
  for (let row = 0; row < x.rows; row++) {
    if (frequency[row] === 0) continue
    // As far out as R goes: beyond this e cannot be told from 0 or 1.
    const score = Math.max(-30, Math.min(30, odds[row]!))
    odds[row] = Math.exp(score)
    probability[row] = odds[row]! / (1 + odds[row]!)
    deviance += 2 * frequency[row]! * Math.log1p(treated[row] === 1 ? 1 / odds[row]! : odds[row]!)
  }
  return { coefficients, probability, odds, deviance }
}

/** One step of Newton's method, halved until the deviance does not rise. */
function improved(design: Design, current: State): State {
  const direction = newtonStep(design, current)
  for (let share = 1; share > 1e-6; share /= 2) {
    const moved = current.coefficients.map((value, column) => value + share * direction[column]!)
    const next = stateAt(design, moved)
    if (next.deviance <= current.deviance * (1 + 1e-12)) return next
  }
  return current
}

function newtonStep(design: Design, { probability }: State): Float64Array {
  const { x, treated, frequency } = design
  const weights = informationWeights(design, probability)
  const factor = soundFactor(gram(x, weights))
  const scores = new Float64Array(x.rows)
  for (let row = 0; row < x.rows; row++) scores[row] = frequency[row]! * (treated[row]! - probability[row]!)
  if (factor) return solveCholesky(factor, crossProduct(x, scores))
  const working = scores.map((score, row) => (weights[row] === 0 ? 0 : score / weights[row]!))
  return weightedLeastSquares(x, working, weights).coefficients
}

function informationWeights({ frequency }: Design, probability: Float64Array): Float64Array {
  const weights = new Float64Array(frequency.length)
  for (let row = 0; row < weights.length; row++)
    weights[row] = frequency[row]! * probability[row]! * (1 - probability[row]!)
  return weights
}

/** The inverse of the information of the coefficients. */
export const inverseInformation = (design: Design, { probability }: Logit): Matrix =>
  weightedLeastSquares(design.x, probability, informationWeights(design, probability)).inverse
