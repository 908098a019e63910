import { type Matrix, gram, leastSquares, zeros } from '../linear-algebra.ts'
import { mean, standardDeviation } from '../sample-statistics.ts'
import { soundFactor } from './sample-least-squares.ts'
import type { Covariate, Sample } from './sample.ts'

/** A sample as the estimators take it: columns that can be told apart, of like size. */
export type Design = {
  treated: Uint8Array
  outcome: Float64Array
  /**
   * First a column of ones, then each covariate that takes part, with mean 0 and standard deviation 1.
   * No estimate here changes when a covariate is moved or scaled; like sizes keep the digits.
   */
  x: Matrix
  /** The covariates of the columns of `x` after the first. */
  used: Covariate[]
  /** How many times each row counts: every result is the one for a sample with the row repeated. */
  frequency: Float64Array
}

/** What an estimator finds. */
export type Fit = {
  estimate: number
  /** Computed when asked for: a bootstrap does not. */
  standardError: () => number
  /** What each row's outcome weighs in the mean that the treated are set against, on any scale; 0 for the treated. */
  controlWeights: Float64Array
}

/**
 * Leaves out covariates that are constant, or a combination of earlier ones, by the rule of R's `lm`.
 * Every covariate must be known in every row.
 */
export function designOf({ treated, outcome, covariates }: Sample): Design {
  const rows = treated.length
  const varying = covariates.filter(({ values }) => varies(values))
  const x = matrixOf(rows, varying)
  const frequency = new Float64Array(rows).fill(1)
  if (soundFactor(gram(x))) return { treated, outcome, x, used: varying, frequency }
  const used = leastSquares(x, outcome)
    .used.filter((column) => column > 0)
    .map((column) => varying[column - 1]!)
  return { treated, outcome, x: matrixOf(rows, used), used, frequency }
}

export function varies(values: ArrayLike<number>): boolean {
  for (let row = 1; row < values.length; row++) if (values[row] !== values[0]) return true
  return false
}

function matrixOf(rows: number, covariates: Covariate[]): Matrix {
  const matrix = zeros(rows, covariates.length + 1)
  const columns = [new Float64Array(rows).fill(1), ...covariates.map(({ values }) => standardised(values))]
  columns.forEach((column, at) => setColumn(matrix, at, column))
  return matrix
}

export function standardised(values: Float64Array): Float64Array {
  const [middle, spread] = [mean(values), standardDeviation(values)]
  const result = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) result[row] = (values[row]! - middle) / spread
  return result
}

function setColumn({ rows, columns, values }: Matrix, column: number, from: Float64Array) {
  for (let row = 0; row < rows; row++) values[row * columns + column] = from[row]!
}

/** The frequencies of one arm; 0 for the rows of the other. */
export function armFrequency({ treated, frequency }: Design, arm: 0 | 1): Float64Array {
  const ofArm = new Float64Array(frequency.length)
  for (let row = 0; row < ofArm.length; row++) if (treated[row] === arm) ofArm[row] = frequency[row]!
  return ofArm
}

/** The design of the rows that count, each as often as `frequency` says: what is 0 there is left out. */
export function drawnDesign({ treated, outcome, x, used }: Design, frequency: Float64Array): Design {
  const rows = frequency.reduce((count, times) => count + Number(times > 0), 0)
  const drawn: Design = {
    treated: new Uint8Array(rows),
    outcome: new Float64Array(rows),
    x: zeros(rows, x.columns),
    used,
    frequency: new Float64Array(rows),
  }
  for (let row = 0, to = 0; row < frequency.length; row++) {
    if (frequency[row] === 0) continue
    drawn.treated[to] = treated[row]!
    drawn.outcome[to] = outcome[row]!
    drawn.frequency[to] = frequency[row]!
    for (let column = 0; column < x.columns; column++)
      drawn.x.values[to * x.columns + column] = x.values[row * x.columns + column]!
    to++
  }
  return drawn
}
