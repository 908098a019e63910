import { standardDeviation } from '../sample-statistics.ts'
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
  return covariates.map(({ name, values }) => {
    const scale = scaleOf(values, treated)
    const { cases, controls, weighted } = meansOf(values, treated, controlWeights)
    const distance = (mean: number) => (scale > 0 ? (cases - mean) / scale : 0)
    return { covariate: name, before: distance(controls), after: distance(weighted) }
  })
}

function scaleOf(values: Float64Array, treated: Uint8Array): number {
  const ofTreated: number[] = []
  for (let row = 0; row < values.length; row++)
    if (treated[row] === 1 && !Number.isNaN(values[row]!)) ofTreated.push(values[row]!)
  if (varies(ofTreated)) return standardDeviation(ofTreated)
  const ofAll = values.filter((value) => !Number.isNaN(value))
  return varies(ofAll) ? standardDeviation(ofAll) : 0
}

/** Of the known values, in one pass: the means of both arms, and with the weights. */
function meansOf(values: Float64Array, treated: Uint8Array, weights: Float64Array) {
  let [caseSum, cases, controlSum, controls, weightedSum, weight] = [0, 0, 0, 0, 0, 0]
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (Number.isNaN(value)) continue
    if (treated[row] === 1) {
      caseSum += value
      cases++
    } else {
      controlSum += value
      controls++
    }
    weightedSum += weights[row]! * value
    weight += weights[row]!
  }
  return { cases: caseSum / cases, controls: controlSum / controls, weighted: weightedSum / weight }
}
