import { sum } from '../sample-statistics.ts'

/** An effect of a cohort, or of several with the group of no use. */
export type PartEffect = { group: number; estimate: number; influence: Float64Array }
export type AverageEffect = { estimate: number; influence: Float64Array }

/**
 * The mean of effects weighted by the size of their cohorts, p_g/Σp.
 *
 * The sizes are themselves estimated, which adds Σ_k (ATT_k − mean)·1{G_i = g_k}/Σp to the influence of unit i
 * (Callaway & Sant'Anna 2021, section 4.2). It is zero when all effects are of one cohort.
 */
export function averageByCohortSize(parts: readonly PartEffect[], cohort: Float64Array): AverageEffect {
  const shares = parts.map(({ group }) => cohort.filter((each) => each === group).length / cohort.length)
  const total = sum(shares)
  const average = combine(
    parts,
    shares.map((share) => share / total),
  )
  for (const { group, estimate } of parts)
    cohort.forEach((own, unit) => {
      if (own === group) average.influence[unit]! += (estimate - average.estimate) / total
    })
  return average
}

/** The plain mean of effects. */
export const averageEvenly = (parts: readonly AverageEffect[]): AverageEffect =>
  combine(
    parts,
    parts.map(() => 1 / parts.length),
  )

function combine(parts: readonly AverageEffect[], weights: readonly number[]): AverageEffect {
  let estimate = 0
  const influence = new Float64Array(parts[0]!.influence.length)
  parts.forEach((part, at) => {
    estimate += weights[at]! * part.estimate
    part.influence.forEach((value, unit) => (influence[unit]! += weights[at]! * value))
  })
  return { estimate, influence }
}
