import type { Sample } from '../../calculations/effect/sample.ts'
import { seededRandom } from '../../calculations/random.ts'

export type Population = {
  rows: number
  seed: number
  /** Backgrounds, each with mean 0 and standard deviation 1. */
  backgrounds: string[]
  /** The log odds of getting the intervention. */
  logOdds: (background: number[]) => number
  /** Months of assistance that would have come without it. */
  months: (background: number[]) => number
  /** What the intervention truly does. */
  effect: number
}

/** A sample of households whose true effect is known, since they are drawn. */
export function drawnSample({ rows, seed, backgrounds, logOdds, months, effect }: Population): Sample {
  const random = seededRandom(seed)
  const drawn = Array.from({ length: rows }, () => {
    const background = backgrounds.map(() => random.normal())
    const treated = random.next() < 1 / (1 + Math.exp(-logOdds(background))) ? 1 : 0
    return { background, treated, outcome: months(background) + effect * treated + random.normal() }
  })
  return {
    treated: Uint8Array.from(drawn, (row) => row.treated),
    outcome: Float64Array.from(drawn, (row) => row.outcome),
    covariates: backgrounds.map((name, at) => ({
      name,
      values: Float64Array.from(drawn, (row) => row.background[at]!),
    })),
  }
}
