import { crossProduct, timesVector } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { sum, weightedMean } from '../sample-statistics.ts'
import { type Design, type Fit, armFrequency } from './sample-design.ts'
import { type WeightedFit, weightedLeastSquares } from './sample-least-squares.ts'
import { twoSampleError } from './sandwich.ts'

/**
 * What the controls' regression says that the treated would have had, against what they had.
 *
 * τ = mean of (Y − μ̂₀(X)) over the treated, μ̂₀ by least squares on the controls. The standard error takes the treated
 * outcomes and their predictions as two samples (HC1). The outcome of control i weighs xᵢ′(X₀′X₀)⁻¹x̄₁, which gives
 * the controls the means of the treated exactly, but may be below zero (Kline 2011).
 *
 * Refuses `too-few` when there are fewer controls than coefficients.
 */
export function outcomeRegression(design: Design): Fit {
  const { x, outcome } = design
  const [treated, controls] = [armFrequency(design, 1), armFrequency(design, 0)]
  const fit = controlRegression(design, controls)
  const predicted = timesVector(x, fit.coefficients)
  const count = sum(treated)
  const treatedMeans = crossProduct(x, treated).map((total) => total / count)
  const pull = timesVector(x, timesVector(fit.inverse, treatedMeans))
  return {
    estimate: weightedMean(outcome, treated) - weightedMean(predicted, treated),
    standardError: () => twoSampleError({ values: outcome, counts: treated }, { values: predicted, counts: treated }),
    controlWeights: pull.map((value, row) => value * controls[row]!),
  }
}

/** Least squares of the outcome on the covariates among the controls. */
export function controlRegression({ x, outcome }: Design, controls: Float64Array): WeightedFit {
  const found = sum(controls)
  if (found < x.columns) throw new CannotCalculate('too-few', { found, needed: x.columns, what: 'jämförda' })
  return weightedLeastSquares(x, outcome, controls)
}
