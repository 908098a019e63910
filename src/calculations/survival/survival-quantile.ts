import type { SurvivalCurve } from './kaplan-meier.ts'

/** Null where the curve, or its limit, does not come down so far. */
type SurvivalQuantile = { estimate: number | null; lower: number | null; upper: number | null }

const tolerance = 2 ** -26

/**
 * When a share has left: the first time with S(t) ≤ 1 − share, and the interval from where the limits of S cross the
 * same level (Brookmeyer and Crowley 1982). 0.5 gives the median. 0 < share < 1.
 *
 * Where S lies at the level itself, within 1.5e-8, the answer is the middle of that flat piece, as in R's
 * `quantile.survfit`; when the flat piece is the last, it ends with the last time.
 */
export const survivalQuantile = ({ time, survival, lower, upper }: SurvivalCurve, share: number): SurvivalQuantile => ({
  estimate: crossing(time, survival, share),
  lower: crossing(time, lower, share),
  upper: crossing(time, upper, share),
})

function crossing(time: Float64Array, curve: Float64Array, share: number): number | null {
  const reached = leastDropFrom(curve, share - tolerance)
  const passed = leastDropFrom(curve, share + tolerance)
  if (passed >= 0) return (time[reached]! + time[passed]!) / 2
  return Math.abs(1 - lastDefined(curve) - share) < tolerance ? (time[reached]! + time.at(-1)!) / 2 : null
}

/**
 * Where the curve has dropped least but at least so far; -1 when nowhere.
 * On a curve that only falls that is the first such time. A limit can rise again when few are left.
 */
function leastDropFrom(curve: Float64Array, drop: number): number {
  let found = -1
  for (let at = 0; at < curve.length; at++)
    if (1 - curve[at]! >= drop && (found < 0 || curve[at]! > curve[found]!)) found = at
  return found
}

const lastDefined = (curve: Float64Array) => curve.findLast((each) => !Number.isNaN(each)) ?? Number.NaN
