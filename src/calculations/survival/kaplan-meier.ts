import { normalQuantile } from '../distributions.ts'
import { exitsOf, type RiskTable } from './risk-table.ts'

/** One value per distinct time of a group, those at which rows were only censored included. NaN: not defined. */
export type SurvivalCurve = {
  time: Float64Array
  atRisk: Int32Array
  /** Exits of any cause. */
  events: Int32Array
  censored: Int32Array
  /** The share that has not left after the time, S(t). */
  survival: Float64Array
  /** Of the share, by Greenwood's formula. NaN where the share is 0. */
  standardError: Float64Array
  /** 95 % by the log-log transformation, so that it stays within 0 and 1. NaN where the share is 1 or 0. */
  lower: Float64Array
  upper: Float64Array
}

const z = normalQuantile(0.975)

/**
 * The share that has not left, by time (Kaplan and Meier 1958), from the table of one group.
 *
 * S(t) = Π (1 − dᵢ/nᵢ) over the times tᵢ ≤ t, with dᵢ exits of nᵢ at risk; at a tie the exits come before the censored.
 * Var S(t) = S(t)² Σ dᵢ/(nᵢ(nᵢ − dᵢ)) (Greenwood 1926). The interval is S^exp(±1.96 σ) with σ the standard error of
 * log(−log S) (Kalbfleisch and Prentice 1980). With late entries S reaches 0 for good when all who are at risk leave.
 */
export function kaplanMeier(table: RiskTable): SurvivalCurve {
  const curve = curveFrom(table)
  let survival = 1
  let hazardVariance = 0
  for (let at = 0; at < table.length; at++) {
    const [n, d] = [curve.atRisk[at]!, curve.events[at]!]
    survival *= (n - d) / n
    hazardVariance += d / (n * (n - d))
    curve.survival[at] = survival
    addUncertainty(curve, at, Math.sqrt(hazardVariance))
  }
  return curve
}

/** At 0 the relative error has no end, and at 1 the logarithm is 0: what is not defined there comes out as NaN. */
function addUncertainty(curve: SurvivalCurve, at: number, relativeError: number) {
  const survival = curve.survival[at]!
  curve.standardError[at] = survival * relativeError
  const spread = (z * relativeError) / Math.abs(Math.log(survival))
  curve.lower[at] = survival ** Math.exp(spread)
  curve.upper[at] = survival ** Math.exp(-spread)
}

function curveFrom(table: RiskTable): SurvivalCurve {
  const column = () => new Float64Array(table.length)
  return {
    time: table.time,
    atRisk: table.atRisk,
    events: exitsOf(table),
    censored: exitsOf(table, 0),
    survival: column(),
    standardError: column(),
    lower: column(),
    upper: column(),
  }
}
