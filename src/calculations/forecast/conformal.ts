/**
 * Past errors of forecasts of one horizon, in order of size: what a conformal interval is read from.
 * `owner` is the series that an error comes from, or `nobody`.
 */
export type Scores = { size: Float64Array; weight: Float64Array; owner: Int32Array }

/** The owner of errors that come from none of the series at hand. */
export const nobody = -1

export type Score = { size: number; weight: number; owner: number }

export function scoresOf(scores: readonly Score[]): Scores {
  const sorted = [...scores].sort((left, right) => left.size - right.size)
  return {
    size: Float64Array.from(sorted, ({ size }) => size),
    weight: Float64Array.from(sorted, ({ weight }) => weight),
    owner: Int32Array.from(sorted, ({ owner }) => owner),
  }
}

/**
 * The quantile of split conformal prediction: the least score that covers `level` (between 0 and 1) of a new one.
 *
 * With n scores of weight 1 it is the ⌈(n + 1)·level⌉-th smallest, which covers at least `level` on average whenever the
 * new error is exchangeable with the old (Vovk, Gammerman & Shafer 2005; Lei et al. 2018). In general the weights up to
 * and including it reach level·(W + 1), where W is their sum (Barber et al. 2023).
 * Too few scores for the level give the greatest one, which is narrower than the level asks for; without scores: null.
 * Scores of the series `without` are left out. `unseen` stands for the + 1, the new error itself: less when a part of the
 * scores is a known distribution and not a sample, which needs no correction for being small.
 */
export function conformalQuantile(scores: Scores, level: number, without?: number, unseen = 1): number | null {
  const { size, weight, owner } = scores
  let total = 0
  for (let at = 0; at < size.length; at++) if (owner[at] !== without) total += weight[at]!
  // Rounding must not move an exact count past its score: 0.9 × 10 is 9, not the tenth.
  const needed = level * (total + unseen) * (1 - 1e-12)
  let [reached, found] = [0, null as number | null]
  for (let at = 0; at < size.length && reached < needed; at++) {
    if (owner[at] === without) continue
    reached += weight[at]!
    found = size[at]!
  }
  return found
}

/**
 * The closest non-decreasing sequence, by least squares (pool adjacent violators; Ayer et al. 1955).
 * What is farther ahead is not known better, so a quantile that falls with the horizon is noise:
 * neighbours are averaged until it no longer does. The order between two sequences is kept.
 */
export function nonDecreasing(values: Float64Array): Float64Array {
  const blocks: { total: number; count: number }[] = []
  for (const value of values) {
    let block = { total: value, count: 1 }
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      block = { total: last.total + block.total, count: last.count + block.count }
      blocks.pop()
    }
    blocks.push(block)
  }
  return Float64Array.from(blocks.flatMap((block) => new Array<number>(block.count).fill(mean(block))))
}

const mean = ({ total, count }: { total: number; count: number }) => total / count
