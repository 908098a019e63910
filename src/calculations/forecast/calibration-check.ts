import { seededRandom } from '../random.ts'
import { quantile } from '../sample-statistics.ts'

export type BlockBootstrap = {
  /** Neighbours that are drawn together, since they tell nearly the same story: as many as a forecast has months. */
  block: number
  replicates: number
  seed: number
}

/**
 * A 95 % interval of how often intervals held what came, by the circular block bootstrap (Politis & Romano 1992).
 * `within` is 1 or 0 in order of time. Null with less than two blocks: one story has no spread.
 */
export function coverageBounds(
  within: ArrayLike<number>,
  { block, replicates, seed }: BlockBootstrap,
): { lower: number; upper: number } | null {
  const length = within.length
  if (length < 2 * block) return null
  const random = seededRandom(seed)
  const shares = Float64Array.from({ length: replicates }, () => {
    let held = 0
    for (let drawn = 0, start = 0; drawn < length; drawn++) {
      if (drawn % block === 0) start = random.integer(length)
      held += within[(start + (drawn % block)) % length]!
    }
    return held / length
  })
  return { lower: quantile(shares, 0.025), upper: quantile(shares, 0.975) }
}
