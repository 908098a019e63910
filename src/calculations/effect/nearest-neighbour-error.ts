import type { Matches } from './nearest-neighbour-matches.ts'

export type MatchedEffect = {
  estimate: number
  standardError: () => number
  /** How many treated each control stands for: the sum over them of 1 / their number of matches. */
  uses: Float64Array
}

/**
 * The mean over the treated of their outcome against the mean of their matches', and its error by Abadie & Imbens (2006)
 * for the effect in the population, the outcome's variance taken as one and the same (`Var.calc = 0` in `Matching`):
 *
 * V = σ̂²·Σ_c(K² − K′)/n₁² + Σ_t(τᵢ − τ)²/n₁², with K = Σ1/Jᵢ and K′ = Σ1/Jᵢ² over the treated i that a control is a
 * match of, Jᵢ their number of matches, and 2σ̂² the mean squared distance of the pairs' differences to τ.
 *
 * `outcome` may be adjusted for bias before. A treated row without match takes no part; there must be one with.
 */
export function matchedEffect({ treated, from, controls }: Matches, outcome: Float64Array): MatchedEffect {
  const uses = new Float64Array(outcome.length)
  const squaredUses = new Float64Array(outcome.length)
  const effects: number[] = []
  for (let index = 0; index < treated.length; index++) {
    const matches = controls.subarray(from[index]!, from[index + 1]!)
    if (matches.length === 0) continue
    let total = 0
    for (const control of matches) {
      total += outcome[control]!
      uses[control]! += 1 / matches.length
      squaredUses[control]! += 1 / matches.length ** 2
    }
    effects.push(outcome[treated[index]!]! - total / matches.length)
  }
  const size = effects.length
  const estimate = effects.reduce((total, effect) => total + effect, 0) / size
  return {
    estimate,
    standardError: () => {
      const pairVariance = pairSpread({ treated, from, controls }, outcome, estimate) / size / 2
      const reuse = uses.reduce((total, use, row) => total + use ** 2 - squaredUses[row]!, 0)
      const spread = effects.reduce((total, effect) => total + (effect - estimate) ** 2, 0)
      return Math.sqrt(pairVariance * reuse + spread) / size
    },
    uses,
  }
}

/** The squared distances of the pairs' differences to the estimate, those of each treated counting as one. */
function pairSpread({ treated, from, controls }: Matches, outcome: Float64Array, estimate: number): number {
  let total = 0
  for (let index = 0; index < treated.length; index++) {
    const matches = controls.subarray(from[index]!, from[index + 1]!)
    const own = outcome[treated[index]!]!
    for (const control of matches) total += (own - outcome[control]! - estimate) ** 2 / matches.length
  }
  return total
}
