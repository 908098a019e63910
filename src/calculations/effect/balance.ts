import { standardDeviation, weightedMean } from '../sample-statistics.ts'
import { varies } from './sample-design.ts'
import type { Covariate } from './sample.ts'

/** How unlike treated and controls are in a covariate, in standard deviations; see `balanceOf`. */
export type Balance = { covariate: string; before: number; after: number }

/**
 * Standardised mean differences: (mean of the treated − mean of the controls) / standard deviation of the treated.
 * Within ±0.1 is commonly called balanced (Austin 2009).
 *
 * `before` takes the controls as they are, `after` with `controlWeights`, which may be below zero. Where the treated
 * are all alike the standard deviation of all rows is used; a covariate that is constant has 0. Missing values count in
 * neither mean.
 */
export function balanceOf(treated: Uint8Array, covariates: Covariate[], controlWeights: Float64Array): Balance[] {
  const plain = Float64Array.from(treated, (arm) => 1 - arm)
  return covariates.map(({ name, values }) => {
    const known = values.map((value) => (Number.isNaN(value) ? 0 : 1))
    const zeroed = values.map((value) => (Number.isNaN(value) ? 0 : value))
    const meanWith = (weights: ArrayLike<number>) =>
      weightedMean(
        zeroed,
        known.map((one, row) => one * weights[row]!),
      )
    const scale = scaleOf(values, treated)
    const target = meanWith(treated)
    const distance = (weights: Float64Array) => (scale > 0 ? (target - meanWith(weights)) / scale : 0)
    return { covariate: name, before: distance(plain), after: distance(controlWeights) }
  })
}

function scaleOf(values: Float64Array, treated: Uint8Array): number {
  const known = values.filter((value) => !Number.isNaN(value))
  const ofTreated = values.filter((value, row) => treated[row] === 1 && !Number.isNaN(value))
  if (varies(ofTreated)) return standardDeviation(ofTreated)
  return varies(known) ? standardDeviation(known) : 0
}
