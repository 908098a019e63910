import { fromColumns } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { type Balance, balanceOf } from './balance.ts'
import { completeRows } from './complete-rows.ts'
import { logit } from './logit.ts'
import { matchedEffect } from './nearest-neighbour-error.ts'
import { nearestMatches } from './nearest-neighbour-matches.ts'
import { designOf, standardised } from './sample-design.ts'
import type { Sample } from './sample.ts'

export type PropensityMatchingOptions = {
  /** Near in the chance of treatment e, or in log(e/(1 − e)), which tells apart chances near 0 and 1. */
  scale: 'probability' | 'logit'
  /** The furthest a match may be, in standard deviations of the score over all rows; 0.2 is usual (Austin 2011). */
  caliper: number
}

export type PropensityMatching = {
  estimate: number
  standardError: number
  matched: number
  /** Treated rows with no control within the caliper: the estimate says nothing of them. */
  unmatched: number
  balance: Balance[]
}

/**
 * Each treated against the control with the nearest propensity score, with replacement, ties averaged.
 *
 * To show who is set against whom, not to judge by: the error takes the score as known, and the choice of one match
 * throws away what the other controls tell. Abadie–Imbens error over the treated that were matched.
 *
 * Refuses what the logit refuses, and `too-few` when fewer than two treated have a match.
 */
export function propensityMatching(sample: Sample, { scale, caliper }: PropensityMatchingOptions): PropensityMatching {
  const { treated, outcome, covariates } = completeRows(sample)
  const { probability, odds } = logit(designOf({ treated, outcome, covariates }))
  const score = standardised(scale === 'logit' ? odds.map(Math.log) : probability)
  // The caliper counts in the standard deviation with n below, as in Matching; the scores have the one with n − 1.
  const furthest = caliper * Math.sqrt((score.length - 1) / score.length)
  const matches = nearestMatches(fromColumns([score]), treated, { neighbours: 1, caliper: furthest })
  const matched = matches.treated.filter((_, index) => matches.from[index + 1]! > matches.from[index]!).length
  if (matched < 2) throw new CannotCalculate('too-few', { found: matched, needed: 2, what: 'deltagare med en like' })
  const { estimate, standardError, uses } = matchedEffect(matches, outcome)
  return {
    estimate,
    standardError: standardError(),
    matched,
    unmatched: matches.treated.length - matched,
    balance: balanceOf(treated, covariates, uses),
  }
}
