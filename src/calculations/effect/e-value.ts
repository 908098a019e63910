import { normalQuantile } from '../distributions.ts'
import { CannotCalculate } from '../refusal.ts'

export type RiskRatio = { ratio: number; lower: number; upper: number }
export type EValue = { estimate: number; limit: number }
export type Outcomes = { count: number; of: number }

/**
 * The ratio of two shares with an interval that is normal on the log scale (Katz and others 1978).
 * Refuses groups where nobody has the outcome: the ratio is then 0 or not defined, and has no interval.
 */
export function riskRatio(treated: Outcomes, controls: Outcomes, level = 0.95): RiskRatio {
  for (const { count, of } of [treated, controls])
    if (count < 1 || count > of)
      throw new CannotCalculate('bad-value', { column: 'count', found: count, expected: `1–${of}` })
  const ratio = treated.count / treated.of / (controls.count / controls.of)
  const standardError = Math.sqrt(1 / treated.count - 1 / treated.of + 1 / controls.count - 1 / controls.of)
  const factor = Math.exp(normalQuantile((1 + level) / 2) * standardError)
  return { ratio, lower: ratio / factor, upper: ratio * factor }
}

/**
 * How strong an unmeasured confounder must be to explain the whole association (VanderWeele & Ding 2017):
 *
 *     E = RR + √(RR·(RR − 1)),  RR < 1 turned upside down
 *
 * It must have at least the risk ratio E with both the intervention and the outcome.
 * `limit` is the same for the interval's end nearest 1, and is 1 when the interval holds 1.
 */
export function eValue({ ratio, lower, upper }: RiskRatio): EValue {
  const nearestToOne = Math.max(lower, Math.min(1, upper))
  return { estimate: strengthFor(ratio), limit: strengthFor(nearestToOne) }
}

function strengthFor(ratio: number): number {
  const above = Math.max(ratio, 1 / ratio)
  return above + Math.sqrt(above * (above - 1))
}
