import { standardDeviation } from '../sample-statistics.ts'
import { logit } from './logit.ts'
import { designOf } from './sample-design.ts'
import type { Sample } from './sample.ts'

/** Standard deviations of the score between the two of a pair (Austin 2011). */
const caliper = 0.2

/**
 * Outcome differences, treated minus control, of pairs with like propensity: for Rosenbaum's bounds, not for an effect.
 *
 * Each treated, those with the highest propensity first, gets the nearest control that is left, on the logit's linear
 * score and within 0.2 standard deviations of it. Of two equally near the lower score is taken, of equal scores the
 * first row. Treated without such a control are left out. Refuses what the logit refuses.
 */
export function pairDifferences(sample: Sample): Float64Array {
  const score = logit(designOf(sample)).odds.map(Math.log)
  const widest = caliper * standardDeviation(score)
  const rows = Array.from(score.keys())
  const treated = rows.filter((row) => sample.treated[row] === 1).sort((left, right) => score[right]! - score[left]!)
  const takeNearest = nearestLeft(
    rows.filter((row) => sample.treated[row] === 0),
    score,
  )
  const differences: number[] = []
  for (const row of treated) {
    const control = takeNearest(score[row]!, widest)
    if (control !== null) differences.push(sample.outcome[row]! - sample.outcome[control]!)
  }
  return Float64Array.from(differences)
}

/** Takes the row with the nearest score of those not yet taken; null when there is none within `widest`. */
function nearestLeft(rows: number[], score: Float64Array) {
  const sorted = rows.sort((left, right) => score[left]! - score[right]!)
  const firsts = sorted.flatMap((row, at) => (at > 0 && score[row] === score[sorted[at - 1]!] ? [] : [at]))
  const distinct = firsts.map((at) => score[sorted[at]!]!)
  const next = [...firsts]
  // The nearest place with rows left at or before, and at or after: place + 1, so that both ends mean that none is.
  const before = Int32Array.from({ length: distinct.length + 2 }, (_, at) => at)
  const after = before.slice()
  return (value: number, widest: number): number | null => {
    const split = firstFrom(distinct, value)
    const [low, high] = [rootOf(before, split) - 1, rootOf(after, split + 1) - 1]
    const distance = (place: number) => Math.abs((distinct[place] ?? Infinity) - value)
    const nearest = distance(high) < distance(low) ? high : low
    if (!(distance(nearest) <= widest)) return null
    const taken = next[nearest]!++
    if (next[nearest] === (firsts[nearest + 1] ?? sorted.length)) {
      before[nearest + 1] = nearest
      after[nearest + 1] = nearest + 2
    }
    return sorted[taken]!
  }
}

/** The first place whose value is not below the given one. */
function firstFrom(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Follows the links to a place that links to itself, and shortens the way for the next. */
function rootOf(links: Int32Array, from: number): number {
  let root = from
  while (links[root] !== root) root = links[root]!
  for (let at = from; at !== root;) {
    const next = links[at]!
    links[at] = root
    at = next
  }
  return root
}
