import { seededRandom } from '../random.ts'
import { CannotCalculate } from '../refusal.ts'
import { quantile, standardDeviation } from '../sample-statistics.ts'
import { augmented } from './aipw.ts'
import { answerOrRefusal } from './all-estimates.ts'
import { completeRows } from './complete-rows.ts'
import { difference } from './difference.ts'
import { entropyBalancing } from './entropy-balancing.ts'
import type { Method } from './estimate.ts'
import { inverseProbability } from './ipw.ts'
import { logit } from './logit.ts'
import { outcomeRegression } from './outcome-regression.ts'
import { regression } from './regression.ts'
import { type Design, designOf, drawnDesign } from './sample-design.ts'
import type { Sample } from './sample.ts'

/** A bootstrap of matching is not valid (Abadie & Imbens 2008). */
export type BootstrapMethod = Exclude<Method, 'nearest-neighbour'>

export type BootstrapOptions = {
  methods: BootstrapMethod[]
  seed: number
  /** The replicates from `from` up to, not including, `until`. */
  from: number
  until: number
}

/**
 * The estimates in samples drawn anew: for each method, in their order, one number per replicate; NaN where it refused.
 *
 * Households (`sample.cluster`; rows when there are none) are drawn with replacement, as many as there are, and all rows
 * of one come along. No row is copied: it counts as many times as its household was drawn. Rows with a missing
 * covariate take no part. Replicate r draws from a seed of its own, so threads can take a range of replicates each and
 * put the results end to end.
 */
export function bootstrapReplicates(sample: Sample, { methods, seed, from, until }: BootstrapOptions): Float64Array[] {
  const used = completeRows(sample)
  const design = designOf(used)
  const households = householdsOf(used)
  const start = startOf(design, methods)
  const replicates = methods.map(() => new Float64Array(until - from))
  for (let replicate = from; replicate < until; replicate++) {
    const frequency = drawFrequency(households, seededRandom(seedOf(seed, replicate)).integer)
    const drawn = drawnDesign(design, frequency)
    estimatesOf(drawn, methods, start).forEach((estimate, at) => (replicates[at]![replicate - from] = estimate))
  }
  return replicates
}

export type BootstrapSummary = {
  /** The standard deviation of the replicates. */
  standardError: number
  /** The 2.5th and 97.5th percentiles of the replicates. */
  lower: number
  upper: number
  replicates: number
  /** Replicates without an estimate; they take no part. */
  refused: number
}

/** What replicates say of an estimate. Refuses `too-few` when fewer than two have one. */
export function summariseReplicates(replicates: Float64Array): BootstrapSummary {
  const known = replicates.filter((value) => !Number.isNaN(value))
  if (known.length < 2) throw new CannotCalculate('too-few', { found: known.length, needed: 2, what: 'dragningar' })
  return {
    standardError: standardDeviation(known),
    lower: quantile(known, 0.025),
    upper: quantile(known, 0.975),
    replicates: replicates.length,
    refused: replicates.length - known.length,
  }
}

type Households = { ofRow: Int32Array; count: number }

function householdsOf({ treated, cluster }: Sample): Households {
  const codes = new Map<number, number>()
  const ofRow = Int32Array.from(treated, (_, row) => {
    const household = cluster ? cluster[row]! : row
    if (!codes.has(household)) codes.set(household, codes.size)
    return codes.get(household)!
  })
  return { ofRow, count: codes.size }
}

/** Far apart for neighbouring seeds, so that no replicate of one is a replicate of another. */
const seedOf = (seed: number, replicate: number): number => (Math.imul(seed, 0x85ebca6b) + replicate) | 0

function drawFrequency({ ofRow, count }: Households, integer: (below: number) => number): Float64Array {
  const drawn = new Float64Array(count)
  for (let draw = 0; draw < count; draw++) drawn[integer(count)]!++
  const frequency = new Float64Array(ofRow.length)
  for (let row = 0; row < frequency.length; row++) frequency[row] = drawn[ofRow[row]!]!
  return frequency
}

/** Of each replicate: far finer than what the draws differ by, and a step or two less. */
const precision = 1e-8

/** Answers of the whole sample, near which those of the replicates lie. */
type Start = { coefficients?: Float64Array; multipliers?: Float64Array }

const usesLogit = (method: BootstrapMethod): boolean => method === 'ipw' || method === 'aipw'

function startOf(design: Design, methods: BootstrapMethod[]): Start {
  const coefficients = methods.some(usesLogit) && orNull(() => logit(design).coefficients)
  const multipliers = methods.includes('entropy-balancing') && orNull(() => entropyBalancing(design).multipliers)
  return { ...(coefficients && { coefficients }), ...(multipliers && { multipliers }) }
}

function estimatesOf(design: Design, methods: BootstrapMethod[], { coefficients, multipliers }: Start): number[] {
  const propensity = methods.some(usesLogit) ? orNull(() => logit(design, coefficients, precision)) : null
  const estimators: Record<BootstrapMethod, (() => number) | null> = {
    difference: () => difference(design).estimate,
    regression: () => regression(design).estimate,
    'outcome-regression': () => outcomeRegression(design).estimate,
    ipw: propensity && (() => inverseProbability(design, propensity).estimate),
    aipw: propensity && (() => augmented(design, propensity).estimate),
    'entropy-balancing': () => entropyBalancing(design, multipliers, precision).estimate,
  }
  return methods.map((method) => {
    const estimator = estimators[method]
    return (estimator && orNull(estimator)) ?? Number.NaN
  })
}

function orNull<Result>(work: () => Result): Result | null {
  const found = answerOrRefusal(work)
  return found instanceof CannotCalculate ? null : found
}
