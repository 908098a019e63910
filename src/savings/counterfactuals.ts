import { compareTotals, placeboEffect } from '../calculations/savings/compare-totals.ts'
import type { counterfactualKinds } from '../catalogue/money-bodies.ts'
import type { Ore } from '../values/money.ts'

/** `own-before` and `baseline` are computed from the register alone; the others may also be stated by somebody. */
export type CounterfactualKind = keyof typeof counterfactualKinds | 'own-before' | 'baseline'

/** What a year would have cost without the action, seen in one of several ways, and what that makes the saving. */
export type Counterfactual = {
  kind: CounterfactualKind
  /** Null when it cannot be told. */
  ore: Ore | null
  /** counterfactual − paid; negative when more was paid. */
  savingOre: Ore | null
  lowerOre: Ore | null
  upperOre: Ore | null
  /** Who said it, and when; empty for what is computed from the register. */
  author: string
  on: string | null
  source: string
}

/** The same cost in other municipalities, in the same months of both years; each with data in all of them. */
export type OtherTotals = { region: string; before: number; after: number }

/**
 * The change of the municipality beyond that of the others together, with an interval from what the same comparison gives each of
 * the others against the rest, where nothing was done (methods.md 4; see `compareTotals`). Null with fewer than five others:
 * an interval of so few says nothing.
 */
export function againstSimilar(
  beforeOre: Ore,
  afterOre: Ore,
  others: readonly OtherTotals[],
): { ore: Ore; lowerOre: Ore; upperOre: Ore; change: number } | null {
  const usable = others.filter(({ before, after }) => before > 0 && after > 0)
  if (usable.length < leastOthers || beforeOre <= 0 || afterOre <= 0) return null
  const total = totalOf(usable)
  const placebos = usable.map(({ before, after }) =>
    placeboEffect({ before, after, othersBefore: total.before - before, othersAfter: total.after - after }),
  )
  const found = compareTotals(
    { before: beforeOre, after: afterOre, othersBefore: total.before, othersAfter: total.after },
    placebos,
  )
  return {
    ore: Math.round(found.counterfactual),
    // The effect on the cost is below zero where something is saved.
    lowerOre: Math.round(0 - found.upper),
    upperOre: Math.round(0 - found.lower),
    change: total.after / total.before - 1,
  }
}

const leastOthers = 5

const totalOf = (others: readonly OtherTotals[]) => ({
  before: others.reduce((sum, { before }) => sum + before, 0),
  after: others.reduce((sum, { after }) => sum + after, 0),
})

/** A claimed saving beside what the counterfactuals give. */
export type JudgedClaim = {
  ore: Ore
  on: string
  source: string
  /** The way of counting that comes nearest; null when none gives a number. */
  nearest: { kind: CounterfactualKind; savingOre: Ore } | null
  /** What the nearest is when it is written as roughly as the claim: 11.4 mnkr beside a claim of 12 is 11. */
  nearestRoundedOre: Ore | null
  isFound: boolean
}

/**
 * Whether any difference, written with as many digits as the claim, is the claim: 38.1 − 26.7 = 11.4 mnkr is 11 in whole
 * millions and never 12 (004-3).
 */
export function judgeClaim(
  claim: { ore: Ore; on: string; source: string },
  counterfactuals: readonly Counterfactual[],
): JudgedClaim {
  const { ore, on, source } = claim
  const unit = writtenIn(ore)
  const found = counterfactuals.flatMap(({ kind, savingOre }) => (savingOre === null ? [] : [{ kind, savingOre }]))
  const [nearest = null] = found.toSorted(
    (one, other) => Math.abs(one.savingOre - ore) - Math.abs(other.savingOre - ore),
  )
  const rounded = (value: Ore) => Math.round(value / unit) * unit
  return {
    ...{ ore, on, source, nearest },
    nearestRoundedOre: nearest && rounded(nearest.savingOre),
    isFound: found.some(({ savingOre }) => rounded(savingOre) === ore),
  }
}

/** The unit that a round amount is written in: millions, hundred thousands … down to kronor. */
const writtenIn = (ore: Ore): Ore =>
  [100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100].find((unit) => ore % unit === 0) ?? 1
