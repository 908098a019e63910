import { bounds, type EtsModel } from './ets-model.ts'
import type { EtsRun } from './ets-recursion.ts'

const [leastSmoothing, mostSmoothing] = bounds.smoothing
const [leastPhi, mostPhi] = bounds.phi

/**
 * Whether the parameters keep the usual bounds, 0 < β < α, 0 < γ < 1 − α, and those of forecastability:
 * that the weight of old values dies away (Hyndman, Akram & Archibald 2008).
 */
export function isAdmissible({ trend, season }: EtsModel, run: EtsRun): boolean {
  const { alpha, beta, gamma, phi } = run
  if (!(alpha >= leastSmoothing && alpha <= mostSmoothing)) return false
  if (trend !== 'none' && !(beta >= leastSmoothing && beta <= Math.min(alpha, mostSmoothing))) return false
  if (trend === 'damped' && !(phi >= leastPhi && phi <= mostPhi)) return false
  if (season === 'none') return true
  if (!(gamma >= leastSmoothing && gamma <= Math.min(1 - alpha, mostSmoothing))) return false
  // Without a trend 0 < α, γ and α + γ ≤ 1 already keep every root but z = 1 within the circle.
  return trend === 'none' || forgets(run)
}

/**
 * Whether all roots of the characteristic polynomial lie within the unit circle:
 * z^(m+1) + (α+β−φ) z^m + (α+β−αφ)(z^(m−1) + … + z²) + (α+β−αφ+γ−1) z + φ(1−α−γ).
 */
function forgets({ alpha, beta, gamma, phi, seasons }: EtsRun): boolean {
  const period = seasons.length
  const coefficients = scratch
  coefficients[0] = 1
  coefficients[1] = alpha + beta - phi
  for (let at = 2; at < period; at++) coefficients[at] = alpha + beta - alpha * phi
  coefficients[period] = alpha + beta - alpha * phi + gamma - 1
  coefficients[period + 1] = phi * (1 - alpha - gamma)
  return rootsWithinUnitCircle(coefficients, period + 1)
}

/** Room for the polynomial of a season of up to 24 values; it is filled anew in each call. */
const scratch = new Float64Array(26)

/** The test of Schur and Cohn: lowers the degree one by one. `coefficients` from the highest power; overwritten. */
function rootsWithinUnitCircle(coefficients: Float64Array, degree: number): boolean {
  for (let order = degree; order > 0; order--) {
    const reflection = coefficients[order]! / coefficients[0]!
    if (!(Math.abs(reflection) < 1)) return false
    for (let low = 0, high = order; low <= high; low++, high--) {
      const left = coefficients[low]!
      const right = coefficients[high]!
      coefficients[low] = left - reflection * right
      coefficients[high] = right - reflection * left
    }
  }
  return true
}
