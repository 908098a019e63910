import { standardDeviation } from '../sample-statistics.ts'
import { detectableMean, treatedNeeded } from './power.ts'
import type { Sample } from './sample.ts'

/** What it would take to tell. */
export type Required = {
  /** The difference to be told, in the outcome's unit: the smallest of interest, else the one estimated. Null: neither. */
  difference: number | null
  /** The smallest true difference that the present groups show with 80 % power. */
  detectable: number
  /** Treated needed, and how many more that is; null when there is no difference to aim for. */
  treated: number | null
  moreTreated: number | null
  /** Months until there are so many, at the rate they come; null when the rate is not known. */
  months: number | null
}

export type Aim = {
  difference: number | null
  /** Controls that count, after weighting. As many to each treated are taken to be found again. */
  effectiveControls: number
  leastTreated: number
  treatedPerMonth: number | undefined
}

/**
 * How many treated are needed for a difference to be seen in four studies of five, with the present spread of the
 * outcome among the treated and the present number of effective controls to each. Never fewer than `leastTreated`.
 */
export function requiredFor({ treated, outcome }: Sample, aim: Aim): Required {
  const spread = standardDeviation(outcome.filter((_, row) => treated[row] === 1))
  const standardDeviationOfTreated = Number.isNaN(spread) ? 0 : spread
  const now = treated.reduce((count, arm) => count + arm, 0)
  const needed = aim.difference
    ? neededFor(aim.difference, standardDeviationOfTreated, aim.effectiveControls / now)
    : null
  const enough = needed === null ? null : Math.max(aim.leastTreated, needed)
  const more = enough === null ? null : Math.max(0, enough - now)
  return {
    difference: aim.difference,
    detectable: detectableMean({ treated: now, controls: aim.effectiveControls }, standardDeviationOfTreated),
    treated: enough,
    moreTreated: more,
    months: more === null || aim.treatedPerMonth === undefined ? null : Math.ceil(more / aim.treatedPerMonth),
  }
}

const neededFor = (difference: number, standardDeviation: number, controlsPerTreated: number): number =>
  treatedNeeded({ difference, standardDeviation, controlsPerTreated })
