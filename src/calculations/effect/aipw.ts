import { dot, timesVector } from '../linear-algebra.ts'
import { sum } from '../sample-statistics.ts'
import { logit } from './logit.ts'
import { controlRegression } from './outcome-regression.ts'
import { type Design, type Fit, armFrequency } from './sample-design.ts'

/**
 * Weighting and regression together (Robins, Rotnitzky & Zhao 1994): right when either of the two models is.
 *
 * ψ = (D − (1 − D)·e/(1 − e))·(Y − μ̂₀)/p̂, τ = mean of ψ, SE = √(mean of (ψ − Dτ/p̂)² / n); the odds weights are not
 * divided by their sum. The weights for balance are those of the logit, so divided.
 */
export function augmented(design: Design, propensity = logit(design)): Fit {
  const { x, treated, outcome, frequency } = design
  const controls = armFrequency(design, 0)
  const expected = timesVector(x, controlRegression(design, controls).coefficients)
  const rows = sum(frequency)
  const share = 1 - sum(controls) / rows
  const parts = new Float64Array(x.rows)
  for (let row = 0; row < x.rows; row++) {
    const weight = treated[row] === 1 ? 1 : -propensity.odds[row]!
    parts[row] = (weight * (outcome[row]! - expected[row]!)) / share
  }
  const estimate = dot(frequency, parts) / rows
  return {
    estimate,
    standardError: () => {
      const squares = parts.map((part, row) => frequency[row]! * (part - (treated[row]! * estimate) / share) ** 2)
      return Math.sqrt(sum(squares)) / rows
    },
    controlWeights: controls.map((count, row) => count * propensity.odds[row]!),
  }
}
