import { isAdmissible } from './ets-admissible.ts'
import type { EtsModel } from './ets-model.ts'
import { etsRecursion, type EtsRun } from './ets-recursion.ts'
import { etsStart } from './ets-start.ts'
import { nelderMead } from './nelder-mead.ts'

export type EtsFit = {
  model: EtsModel
  /** Parameters and the states after the last value. */
  last: EtsRun
  /** Akaike's criterion, corrected for short series; less is better. -Infinity for a perfect fit. */
  aicc: number
  /** Variance of the errors, relative ones when the error is multiplicative. */
  variance: number
}

/** Maximum likelihood for one model; null when the series is too short for it, or its start is not possible. */
export function fitEts(model: EtsModel, values: Float64Array, period: number): EtsFit | null {
  const recursion = etsRecursion(model, values, period)
  const parameters = recursion.layout.length
  if (parameters >= values.length - 1) return null
  const objective = (point: Float64Array) => {
    if (!recursion.load(point) || !isAdmissible(model, recursion.run)) return Infinity
    const fit = recursion.minusTwoLogLikelihood()
    return fit < perfect ? perfect : fit
  }
  const best = nelderMead(etsStart(model, values, period), objective, search)
  if (!best) return null
  recursion.load(best)
  const criterion = recursion.minusTwoLogLikelihood()
  return {
    model,
    last: recursion.run,
    aicc: criterion + penalty(parameters + 1, values.length),
    variance: recursion.run.sumOfSquares / (values.length - parameters),
  }
}

const perfect = -1e10

/** R's limits; the second often ends the search for the parameters and states of a season of twelve. */
const search = { tolerance: Math.sqrt(Number.EPSILON), evaluations: 2000 }

const penalty = (parameters: number, length: number): number =>
  2 * parameters + (2 * parameters * (parameters + 1)) / (length - parameters - 1)
