import { dot, timesVector } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { sum } from '../sample-statistics.ts'
import type { Design, Fit } from './sample-design.ts'
import { weightedLeastSquares } from './sample-least-squares.ts'

/**
 * The coefficient of the treatment in a regression of the outcome on treatment and covariates, with HC1 error.
 *
 * By Frisch, Waugh and Lovell: τ = Σd̃y / Σd̃², with d̃ what is left of the treatment after the covariates,
 * and Var τ = n/(n−k) · Σd̃²e² / (Σd̃²)². So the outcome of a control weighs −d̃/Σd̃² (Chattopadhyay & Zubizarreta
 * 2023), which may be below zero; these weights aim at those whose treatment was least certain, not at the treated.
 *
 * Refuses `too-few` without a degree of freedom left, and `collinear` when the covariates give the treatment exactly.
 */
export function regression({ x, treated, outcome, frequency }: Design): Fit {
  const rows = sum(frequency)
  const fit = weightedLeastSquares(x, treated, frequency)
  const degreesOfFreedom = rows - fit.rank - 1
  if (degreesOfFreedom < 1) throw new CannotCalculate('too-few', { found: rows, needed: fit.rank + 2 })
  const rest = residuals(treated, timesVector(x, fit.coefficients))
  const counted = rest.map((value, row) => value * frequency[row]!)
  const spread = dot(rest, counted)
  if (spread < 1e-10 * rows) throw new CannotCalculate('collinear', { columns: 'insats, bakgrund' })
  const estimate = dot(counted, outcome) / spread
  return {
    estimate,
    standardError: () => {
      const without = weightedLeastSquares(x, outcome, frequency)
      const errors = residuals(outcome, timesVector(x, without.coefficients))
      const squares = rest.map((value, row) => (value * (errors[row]! - estimate * value)) ** 2)
      return Math.sqrt(((rows / degreesOfFreedom) * dot(squares, frequency)) / spread ** 2)
    },
    controlWeights: counted.map((value, row) => (treated[row] === 1 ? 0 : -value / spread)),
  }
}

const residuals = (values: ArrayLike<number>, fitted: Float64Array): Float64Array =>
  fitted.map((value, row) => values[row]! - value)
