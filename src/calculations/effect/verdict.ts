import type { EffectLimits } from '../../parameters/effect-limits.ts'
import { CannotCalculate } from '../refusal.ts'
import { type MethodResult, allEstimates, answerOrRefusal, estimateOf } from './all-estimates.ts'
import { completeRows } from './complete-rows.ts'
import { contamination } from './contamination.ts'
import { type EffectInterval, type Room, effectInterval, roomOf } from './effect-interval.ts'
import { methods } from './estimate.ts'
import { type Gate, type GateName, atLeast, atMost, comparisonGates, contaminationGate } from './gates.ts'
import { largestPlacebo, placeboGates, regressionToTheMeanGate, sizeGates } from './gates.ts'
import { logit } from './logit.ts'
import { pairDifferences } from './matched-pairs.ts'
import { type Placebo, placeboDate, placeboOutcomes } from './placebo.ts'
import { type Required, requiredFor } from './required.ts'
import { largestGamma } from './rosenbaum.ts'
import { designOf } from './sample-design.ts'
import type { Covariate, Sample } from './sample.ts'
import { type Share, wilsonInterval } from './wilson.ts'

export type VerdictQuestion = {
  /** Every row with a known outcome; covariates may be missing (NaN). */
  sample: Sample
  /** Rows of either arm whose outcome is not known, and that therefore are not in the sample. */
  missingOutcome: { treated: number; controls: number }
  /** The outcome in earlier periods, in the same unit, the latest first; NaN where missing. */
  placebos: readonly Covariate[]
  /** An effect smaller than this, in the outcome's unit, has no interest. Set before the data are seen. */
  smallestOfInterest?: number
  /** 1 for a row with another intervention in the same window; omitted when that is not known. */
  otherIntervention?: ArrayLike<number>
  /** The covariate that the treated were chosen for being high in, such as an earlier cost. */
  selectedOn?: string
  /** New treated per month, to turn participants still needed into months. */
  treatedPerMonth?: number
}

/**
 * The only three things that are said of an effect: that there is one, that it is smaller than what matters, or that
 * it cannot be told.
 */
export type VerdictKind = 'shown' | 'excluded' | 'cannot-tell'

/** Why it cannot be told: a gate that is shut, or an interval that allows for too much. */
export type Reason = GateName | 'interval-holds-zero' | 'interval-beyond-interest'

export type Verdict = {
  verdict: VerdictKind
  /** Empty when it is told. */
  reasons: Reason[]
  gates: Gate[]
  /** Null below the floor, and when entropy balancing or AIPW refused. */
  effect: EffectInterval | null
  methods: MethodResult[]
  placebos: Placebo[]
  /** As if the intervention had begun between the two latest earlier periods. For the reader; not a gate. */
  placeboDate: Placebo | null
  /** The share of each arm with an outcome above zero: what is shown when no effect is. */
  shares: Shares
  /** Null when it is told. */
  required: Required | null
}

export type Shares = { treated: Share; controls: Share }

/**
 * Decides what may be said of an effect. Strict by construction: every gate is open, or nothing is claimed.
 *
 * The interval is the whole of what entropy balancing and AIPW allow for. It must bear being moved, either way, by the
 * largest effect found in an earlier period, where the truth is none (the relative bound 1 of Rambachan & Roth 2023).
 * If it then still excludes zero, an effect is shown. If it then is within ±`smallestOfInterest`, a larger effect is
 * excluded; Rosenbaum's bound, which is about an effect that is claimed, is not asked for there.
 *
 * With too few treated or controls no effect is computed: every method refuses as `too-few`.
 * Refuses a sample without treated or without controls.
 */
export function verdictOn(question: VerdictQuestion, limits: EffectLimits): Verdict {
  const shares = sharesAboveZero(question.sample)
  const size = sizeGates(sizeOf(question), limits)
  const tooFew = size.find(({ gate, passed }) => !passed && gate !== 'missing-outcome')
  return tooFew ? belowFloor(question, shares, size, tooFew, limits) : compared(question, shares, size, limits)
}

function belowFloor(
  question: VerdictQuestion,
  shares: Shares,
  gates: Gate[],
  few: Gate,
  limits: EffectLimits,
): Verdict {
  const what = few.gate === 'treated' ? 'deltagare' : 'jämförda'
  const refusal = new CannotCalculate('too-few', { found: few.value!, needed: few.limit, what })
  return {
    verdict: 'cannot-tell',
    reasons: shut(gates),
    gates,
    effect: null,
    methods: methods.map((method) => ({ method, refusal })),
    placebos: [],
    placeboDate: null,
    shares,
    required: requiredOf(question, null, shares.controls.of, limits),
  }
}

function compared(question: VerdictQuestion, shares: Shares, size: Gate[], limits: EffectLimits): Verdict {
  const complete = completeRows(question.sample)
  const estimates = allEstimates(question.sample)
  const placebos = placeboOutcomes(question.sample, question.placebos)
  const effect = effectInterval(estimates)
  const room = roomOf(effect, question.smallestOfInterest)
  const bias = largestPlacebo(placebos)
  const gates = [
    ...size,
    ...comparisonGates(estimates, shareWithoutOverlap(complete, limits), limits),
    ...placeboGates(placebos, limits),
    atMost('placebo-margin', bias, Math.max(0, room.shown, room.excluded)),
    atLeast('rosenbaum', effect && gammaBorne(complete, effect), limits.leastGamma),
    ...gatesAskedFor(question, estimates, limits),
  ]
  // Where no earlier period could be tested, the bias may be of any size.
  const verdict = decide(gates, room, bias ?? Infinity)
  const told = verdict !== 'cannot-tell'
  const effectiveControls = estimateOf(estimates, 'entropy-balancing')?.effectiveControls ?? shares.controls.of
  return {
    verdict,
    reasons: told ? [] : [...doubts(room, question), ...shut(gates)],
    gates,
    effect,
    methods: estimates,
    placebos,
    placeboDate: placeboDate(question.sample, question.placebos),
    shares,
    required: told ? null : requiredOf(question, effect, effectiveControls, limits),
  }
}

function decide(gates: readonly Gate[], room: Room, bias: number): VerdictKind {
  const closed = shut(gates)
  if (closed.length === 0 && bias < room.shown) return 'shown'
  if (closed.every((gate) => gate === 'rosenbaum') && bias < room.excluded) return 'excluded'
  return 'cannot-tell'
}

const shut = (gates: readonly Gate[]): GateName[] => gates.filter(({ passed }) => !passed).map(({ gate }) => gate)

function doubts(room: Room, { smallestOfInterest }: VerdictQuestion): Reason[] {
  if (room.shown > 0) return []
  return smallestOfInterest !== undefined && room.excluded <= 0
    ? ['interval-holds-zero', 'interval-beyond-interest']
    : ['interval-holds-zero']
}

function gatesAskedFor(question: VerdictQuestion, estimates: readonly MethodResult[], limits: EffectLimits): Gate[] {
  const { sample, otherIntervention, selectedOn } = question
  return [
    ...(otherIntervention ? [contaminationGate(contamination(sample.treated, otherIntervention), limits)] : []),
    ...(selectedOn === undefined ? [] : [regressionToTheMeanGate(estimates, selectedOn, limits)]),
  ]
}

/** The share of the treated that have next to nobody like them; null when the propensity is not defined. */
function shareWithoutOverlap(sample: Sample, { highestPropensity }: EffectLimits): number | null {
  const propensity = answerOrRefusal(() => logit(designOf(sample)))
  if (propensity instanceof CannotCalculate) return null
  const ofTreated = propensity.probability.filter((_, row) => sample.treated[row] === 1)
  return ofTreated.filter((chance) => chance > highestPropensity).length / ofTreated.length
}

/** The Γ that the estimated sign of the effect bears on matched pairs; null when there are none to test. */
function gammaBorne(sample: Sample, { estimate }: EffectInterval): number | null {
  const sign = Math.sign(estimate)
  const gamma = answerOrRefusal(() => largestGamma(pairDifferences(sample).map((difference) => sign * difference)))
  return gamma instanceof CannotCalculate ? null : gamma
}

function sharesAboveZero({ treated, outcome }: Sample): Shares {
  const shareOf = (arm: number) => {
    const values = outcome.filter((_, row) => treated[row] === arm)
    if (values.length === 0) throw new CannotCalculate(arm === 1 ? 'no-treated' : 'no-controls')
    return wilsonInterval(values.filter((value) => value > 0).length, values.length)
  }
  return { treated: shareOf(1), controls: shareOf(0) }
}

/** How many can be compared, and the larger of the arms' shares without a known outcome. */
function sizeOf({ sample, missingOutcome }: VerdictQuestion) {
  const countOf = ({ treated }: Sample, arm: number) => treated.filter((each) => each === arm).length
  const complete = completeRows(sample)
  const share = (lost: number, known: number) => lost / (lost + known)
  return {
    treated: countOf(complete, 1),
    controls: countOf(complete, 0),
    missingOutcome: Math.max(
      share(missingOutcome.treated, countOf(sample, 1)),
      share(missingOutcome.controls, countOf(sample, 0)),
    ),
  }
}

function requiredOf(
  { sample, smallestOfInterest, treatedPerMonth }: VerdictQuestion,
  effect: EffectInterval | null,
  effectiveControls: number,
  { leastTreated }: EffectLimits,
): Required {
  const difference = smallestOfInterest ?? (effect && Math.abs(effect.estimate))
  return requiredFor(sample, { difference, effectiveControls, leastTreated, treatedPerMonth })
}
