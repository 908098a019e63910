import type { EffectLimits } from '../../parameters/effect-limits.ts'
import type { MethodResult } from './all-estimates.ts'
import { estimateOf } from './all-estimates.ts'
import type { Contamination } from './contamination.ts'
import type { Estimate } from './estimate.ts'
import type { Placebo } from './placebo.ts'

export type GateName =
  | 'treated'
  | 'controls'
  | 'missing-outcome'
  | 'effective-controls'
  | 'overlap'
  | 'balance'
  | 'agreement'
  | 'placebo-periods'
  | 'placebo'
  | 'placebo-margin'
  | 'rosenbaum'
  | 'contamination'
  | 'regression-to-the-mean'

/** A condition for telling an effect. `value` is null when it could not be computed, and the gate is then shut. */
export type Gate = { gate: GateName; value: number | null; limit: number; passed: boolean }

export const atLeast = (gate: GateName, value: number | null, limit: number): Gate => ({
  gate,
  value,
  limit,
  passed: value !== null && value >= limit,
})

export const atMost = (gate: GateName, value: number | null, limit: number): Gate => ({
  gate,
  value,
  limit,
  passed: value !== null && value <= limit,
})

/** Gates on how many there are and how many of them are known: below these only shares are shown. */
export function sizeGates(
  size: { treated: number; controls: number; missingOutcome: number },
  limits: EffectLimits,
): Gate[] {
  return [
    atLeast('treated', size.treated, limits.leastTreated),
    atLeast('controls', size.controls, limits.leastControls),
    atMost('missing-outcome', size.missingOutcome, limits.mostMissingOutcome),
  ]
}

/** Gates on whether the two groups can be made alike: overlap, balance, what the weights leave, and two methods alike. */
export function comparisonGates(
  methods: readonly MethodResult[],
  withoutOverlap: number | null,
  limits: EffectLimits,
): Gate[] {
  const [balancing, augmented] = [estimateOf(methods, 'entropy-balancing'), estimateOf(methods, 'aipw')]
  return [
    atLeast('effective-controls', balancing && balancing.effectiveControls, limits.leastEffectiveControls),
    atMost('overlap', withoutOverlap, limits.mostWithoutOverlap),
    atMost('balance', balancing && largestImbalance(balancing), limits.mostImbalance),
    atMost('agreement', balancing && augmented && disagreement(balancing, augmented), limits.mostDisagreement),
  ]
}

/** Gates on the pre-periods: that enough were tested, and that the effect in each is within its noise. */
export function placeboGates(placebos: readonly Placebo[], limits: EffectLimits): Gate[] {
  const tested = placebos.filter(({ methods }) => testedEstimates(methods) !== null)
  const distances = tested.flatMap(({ methods }) => testedEstimates(methods)!.map(standardErrorsFromZero))
  return [
    atLeast('placebo-periods', tested.length, limits.leastPlaceboPeriods),
    atMost('placebo', distances.length ? Math.max(...distances) : null, limits.mostPlaceboNoise),
  ]
}

/** The largest effect found where there is none, by either method, in the outcome's unit; null when none was tested. */
export function largestPlacebo(placebos: readonly Placebo[]): number | null {
  const found = placebos.flatMap(({ methods }) => testedEstimates(methods) ?? [])
  return found.length ? Math.max(...found.map(({ estimate }) => Math.abs(estimate))) : null
}

export const contaminationGate = ({ treated, controls }: Contamination, limits: EffectLimits): Gate =>
  atMost('contamination', Math.max(treated ?? 0, controls ?? 0), limits.mostContaminated)

/**
 * For treated chosen because a value was high, such as their cost: whatever is high by chance falls by itself, and as
 * much among controls only when they are as high. Shut when the column is not balanced at all.
 */
export function regressionToTheMeanGate(methods: readonly MethodResult[], column: string, limits: EffectLimits): Gate {
  const balanced = estimateOf(methods, 'entropy-balancing')?.balance.find(({ covariate }) => covariate === column)
  return atMost('regression-to-the-mean', balanced ? Math.abs(balanced.after) : null, limits.mostImbalance)
}

const largestImbalance = ({ balance }: Estimate): number =>
  balance.reduce((most, { after }) => Math.max(most, Math.abs(after)), 0)

/** In the smaller of the two standard errors; null when that is zero and they differ. */
function disagreement(one: Estimate, other: Estimate): number | null {
  const distance = Math.abs(one.estimate - other.estimate)
  const error = Math.min(one.standardError, other.standardError)
  if (distance === 0) return 0
  return error > 0 ? distance / error : null
}

const standardErrorsFromZero = ({ estimate, standardError }: Estimate): number => Math.abs(estimate) / standardError

/** Both methods' estimates, when both gave one with an error. An outcome that does not vary tests nothing. */
function testedEstimates(methods: readonly MethodResult[]): [Estimate, Estimate] | null {
  const [balancing, augmented] = [estimateOf(methods, 'entropy-balancing'), estimateOf(methods, 'aipw')]
  return balancing && augmented && balancing.standardError > 0 && augmented.standardError > 0
    ? [balancing, augmented]
    : null
}
