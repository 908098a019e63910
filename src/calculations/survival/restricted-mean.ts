import { CannotCalculate } from '../refusal.ts'
import type { SurvivalCurve } from './kaplan-meier.ts'

type RestrictedMean = { mean: number; standardError: number }

/**
 * The mean time until leaving within a horizon τ: the area under S from 0 to τ (Irwin 1949; Royston and Parmar 2013).
 * Publish it when S does not reach one half and there is no median.
 *
 * Its variance is Σ Aᵢ² dᵢ/(nᵢ(nᵢ − dᵢ)) over the times tᵢ ≤ τ, with Aᵢ the area from tᵢ to τ, as R's `survmean` has it.
 * Beyond the last time S is held at its last value. τ > 0. Refuses a group without rows (`no-rows`).
 */
export function restrictedMean({ time, atRisk, events, survival }: SurvivalCurve, horizon: number): RestrictedMean {
  if (time.length === 0) throw new CannotCalculate('no-rows')
  let [area, variance, until] = [0, 0, horizon]
  for (let at = time.length - 1; at >= 0; at--) {
    if (time[at]! > horizon) continue
    area += survival[at]! * (until - time[at]!)
    until = time[at]!
    const [n, d] = [atRisk[at]!, events[at]!]
    if (n > d) variance += (area * area * d) / (n * (n - d))
  }
  return { mean: until + area, standardError: Math.sqrt(variance) }
}
