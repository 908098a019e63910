import { normalQuantile } from '../distributions.ts'
import { CannotCalculate } from '../refusal.ts'

/** Two arms, and how sure to be: `level` two-sided that nothing is claimed wrongly, `power` that a true effect is seen. */
export type Arms = { treated: number; controls: number }
export type Certainty = { level?: number; power?: number }

/** The smallest true difference between two shares that is seen with the given power; `share` is that of the controls. */
export const detectableShare = (arms: Arms, share: number, certainty?: Certainty): number =>
  detectableMean(arms, Math.sqrt(share * (1 - share)), certainty)

/**
 * The smallest true difference between two means, in the outcome's unit: (z₁₋α/₂ + z₁₋β)·σ·√(1/n₁ + 1/n₀).
 * `standardDeviation` is that of the outcome in one arm. Refuses an arm without anyone.
 */
export const detectableMean = (arms: Arms, standardDeviation: number, certainty?: Certainty): number =>
  standardErrorsNeeded(certainty) * standardDeviation * spread(arms)

/**
 * The smallest true hazard ratio above 1, when the share `events` of both arms leave within the time that is followed:
 * exp((z₁₋α/₂ + z₁₋β)·√(1/d₁ + 1/d₀)) with d = n·events (Schoenfeld 1981).
 */
export const detectableHazardRatio = (arms: Arms, events: number, certainty?: Certainty): number =>
  Math.exp((standardErrorsNeeded(certainty) * spread(arms)) / Math.sqrt(events))

/**
 * Treated needed for a difference in means of `difference` to be seen, with `controlsPerTreated` controls to each:
 * (z₁₋α/₂ + z₁₋β)²·σ²·(1 + 1/r)/δ², rounded up. With r = 1 that is the usual 2σ²/δ² per arm.
 */
export function treatedNeeded(
  { difference, standardDeviation, controlsPerTreated = 1 }: TreatedNeeded,
  certainty?: Certainty,
): number {
  if (difference === 0) throw new CannotCalculate('bad-value', { column: 'difference', found: 0, expected: '≠ 0' })
  if (!(controlsPerTreated > 0)) throw new CannotCalculate('no-controls')
  const errors = (standardErrorsNeeded(certainty) * standardDeviation) / difference
  return Math.ceil(errors ** 2 * (1 + 1 / controlsPerTreated))
}

export type TreatedNeeded = { difference: number; standardDeviation: number; controlsPerTreated?: number }

export type Significance = {
  /** The chance that the study is significant. */
  power: number
  /** Mean half-width of the interval. */
  halfWidth: number
  /** How many times larger than the truth a significant estimate is on average: the type M error. Null if none is. */
  exaggeration: number | null
  /** Share of the significant estimates that have the wrong sign: the type S error. Null if none is. */
  wrongSign: number | null
}

/**
 * What a study that small would say if the shares were known (Gelman & Carlin 2014).
 *
 * The difference of two observed shares is called significant when it is more than z times its own standard error,
 * √(p̂₁(1 − p̂₁)/n₁ + p̂₀(1 − p̂₀)/n₀). Every pair of possible counts is weighed by its probability, so the answer is
 * the one a simulation nears as it goes on for ever. Counts less likely than 1e-15 are left out.
 * `shares` are the true ones, above 0, below 1 and different.
 */
export function significanceOf(arms: Arms, shares: Arms, level = 0.95): Significance {
  const effect = shares.treated - shares.controls
  if (effect === 0) throw new CannotCalculate('bad-value', { column: 'difference', found: 0, expected: '≠ 0' })
  spread(arms)
  const z = normalQuantile((1 + level) / 2)
  const controls = countChances(arms.controls, shares.controls)
  const sums = { significant: 0, halfWidth: 0, size: 0, wrong: 0 }
  for (const one of countChances(arms.treated, shares.treated))
    for (const other of controls) {
      const [chance, difference] = [one.chance * other.chance, one.share - other.share]
      const half = z * Math.sqrt(one.variance + other.variance)
      sums.halfWidth += chance * half
      if (Math.abs(difference) <= half) continue
      sums.significant += chance
      sums.size += chance * Math.abs(difference)
      if (difference * effect < 0) sums.wrong += chance
    }
  const { significant, halfWidth, size, wrong } = sums
  return {
    power: significant,
    halfWidth,
    exaggeration: significant ? size / significant / Math.abs(effect) : null,
    wrongSign: significant ? wrong / significant : null,
  }
}

type CountChance = { share: number; variance: number; chance: number }

/** The counts that a binomial draw may give, by the recursion from its most likely one. */
function countChances(of: number, share: number): CountChance[] {
  if (!(share > 0 && share < 1))
    throw new CannotCalculate('bad-value', { column: 'share', found: share, expected: '0–1' })
  const odds = share / (1 - share)
  const chances = new Float64Array(of + 1)
  const top = Math.min(of, Math.floor((of + 1) * share))
  chances[top] = 1
  for (let count = top; count < of; count++) chances[count + 1] = (chances[count]! * odds * (of - count)) / (count + 1)
  for (let count = top; count > 0; count--) chances[count - 1] = (chances[count]! * count) / (odds * (of - count + 1))
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return Array.from(chances, (chance, count) => {
    const observed = count / of
    return { share: observed, variance: (observed * (1 - observed)) / of, chance: chance / total }
  }).filter(({ chance }) => chance > 1e-15)
}

const standardErrorsNeeded = ({ level = 0.95, power = 0.8 }: Certainty = {}): number =>
  normalQuantile((1 + level) / 2) + normalQuantile(power)

function spread({ treated, controls }: Arms): number {
  if (!(treated > 0)) throw new CannotCalculate('no-treated')
  if (!(controls > 0)) throw new CannotCalculate('no-controls')
  return Math.sqrt(1 / treated + 1 / controls)
}
