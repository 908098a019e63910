import { normalQuantile } from '../distributions.ts'
import { dot } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { sum } from '../sample-statistics.ts'
import { augmented } from './aipw.ts'
import { type Balance, balanceOf } from './balance.ts'
import { completeRows } from './complete-rows.ts'
import { difference } from './difference.ts'
import { entropyBalancing } from './entropy-balancing.ts'
import { inverseProbability } from './ipw.ts'
import { nearestNeighbour } from './nearest-neighbour.ts'
import { outcomeRegression } from './outcome-regression.ts'
import { regression } from './regression.ts'
import { type Design, type Fit, designOf } from './sample-design.ts'
import type { Sample } from './sample.ts'

export const methods = [
  'difference',
  'regression',
  'outcome-regression',
  'ipw',
  'aipw',
  'entropy-balancing',
  'nearest-neighbour',
] as const
export type Method = (typeof methods)[number]

/** An effect on those who got the intervention (ATT), in the unit of the outcome. */
export type Estimate = {
  method: Method
  estimate: number
  standardError: number
  /** The 95 % interval, by the normal distribution. */
  lower: number
  upper: number
  /** The rows that took part. */
  treated: number
  controls: number
  /**
   * How many equally weighted controls would tell as much (Kish): (Σw)²/Σw².
   * Weights below zero make it smaller yet.
   */
  effectiveControls: number
  balance: Balance[]
}

/**
 * The effect of the intervention on those who got it, by the method named; each method's file tells what it takes.
 *
 * Rows with a missing covariate take no part, except in the difference, which uses none.
 * The standard errors take rows as independent: with several rows per household, use `bootstrapReplicates`.
 *
 * Refuses `no-treated`, `no-controls`, `too-few` when either arm has fewer than two rows, and what the method refuses.
 */
export function estimateEffect(sample: Sample, method: Method): Estimate {
  const used = method === 'difference' ? sample : completeRows(sample)
  const [treated, controls] = countArms(used)
  const { estimate, standardError, controlWeights } = fitOf(used, method)
  const error = standardError()
  const margin = normalQuantile(0.975) * error
  return {
    method,
    estimate,
    standardError: error,
    lower: estimate - margin,
    upper: estimate + margin,
    treated,
    controls,
    effectiveControls: sum(controlWeights) ** 2 / dot(controlWeights, controlWeights),
    balance: balanceOf(used.treated, used.covariates, controlWeights),
  }
}

function countArms({ treated }: Sample): [number, number] {
  const cases = sum(treated)
  const controls = treated.length - cases
  if (treated.length === 0) throw new CannotCalculate('no-rows')
  if (cases === 0) throw new CannotCalculate('no-treated')
  if (controls === 0) throw new CannotCalculate('no-controls')
  if (cases < 2) throw new CannotCalculate('too-few', { found: cases, needed: 2, what: 'deltagare' })
  if (controls < 2) throw new CannotCalculate('too-few', { found: controls, needed: 2, what: 'jämförda' })
  return [cases, controls]
}

function fitOf(sample: Sample, method: Method): Fit {
  const design = designOf(method === 'difference' ? { ...sample, covariates: [] } : sample)
  return method === 'nearest-neighbour' ? nearestNeighbour(design, sample.covariates) : estimators[method](design)
}

const estimators: Record<Exclude<Method, 'nearest-neighbour'>, (design: Design) => Fit> = {
  difference,
  regression,
  'outcome-regression': outcomeRegression,
  ipw: inverseProbability,
  aipw: augmented,
  'entropy-balancing': entropyBalancing,
}
