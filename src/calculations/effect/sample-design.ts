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

export const varies = (values: Float64Array): boolean => values.some((value) => value !== values[0])

const matrixOf = (rows: number, covariates: Covariate[]): Matrix =>
  withOnes(
    rows,
    covariates.map(({ values }) => standardised(values)),
  )

export function standardised(values: Float64Array): Float64Array {
  const [middle, spread] = [mean(values), standardDeviation(values)]
  return values.map((value) => (value - middle) / spread)
}

function withOnes(rows: number, columns: Float64Array[]): Matrix {
  const matrix = zeros(rows, columns.length + 1)
  const { values, columns: width } = matrix
  for (let row = 0; row < rows; row++) {
    values[row * width] = 1
    for (let column = 1; column < width; column++) values[row * width + column] = columns[column - 1]![row]!
  }
  return matrix
}

/** The frequencies of one arm; 0 for the rows of the other. */
export const armFrequency = ({ treated, frequency }: Design, arm: 0 | 1): Float64Array =>
  frequency.map((count, row) => (treated[row] === arm ? count : 0))
