import { exitsOf, type RiskTable } from './risk-table.ts'

/** One value per distinct time of a group, those at which rows were only censored included. */
type Incidence = {
  time: Float64Array
  /** The share that has left by this cause, F(t). */
  incidence: Float64Array
  variance: Float64Array
}

/**
 * The share that has left by each cause, by time (Aalen and Johansen 1978), from the table of one group; cause 1 first.
 *
 * F_k(t) = Σ S(tᵢ−) d_{ki}/nᵢ over the times tᵢ ≤ t, so that Σ F_k + S = 1. One minus a Kaplan–Meier curve per cause,
 * with the other causes as censored, is not this share: it is too high, and the causes sum to more than 1.
 *
 * The variance is that of `cmprsk::cuminc`: the hazards of the cause and of the others have hypergeometric variances
 * at each time, and reach F by the delta method. It changes only when the cause occurs.
 */
export function competingExits(table: RiskTable): Incidence[] {
  const all = exitsOf(table)
  return Array.from({ length: table.causes }, (_, index) => incidenceOf(table, exitsOf(table, index + 1), all))
}

function incidenceOf({ length, time, atRisk }: RiskTable, exits: Int32Array, all: Int32Array): Incidence {
  const incidence = new Float64Array(length)
  const variance = new Float64Array(length)
  const deltas: Deltas = { own: 0, cross: 0, survival: 0 }
  let [survival, share] = [1, 0]
  for (let at = 0; at < length; at++) {
    const [n, own, others] = [atRisk[at]!, exits[at]!, all[at]! - exits[at]!]
    const after = (survival * (n - own - others)) / n
    share += (survival * own) / n
    const inverse = after > 0 ? 1 / after : 0
    add(deltas, hazardVariance(survival, n, others), inverse * share, inverse)
    add(deltas, hazardVariance(survival, n, own), 1 + inverse * share, inverse)
    survival = after
    incidence[at] = share
    variance[at] = deltas.own - 2 * share * deltas.cross + share * share * deltas.survival
  }
  return { time, incidence, variance }
}

/** Sums that the variance of F(t) is a square of: of its own part, of what falls away with S, and of their product. */
type Deltas = { own: number; cross: number; survival: number }

function add(deltas: Deltas, variance: number, own: number, survival: number) {
  deltas.own += own * own * variance
  deltas.cross += own * survival * variance
  deltas.survival += survival * survival * variance
}

/** S² times the variance of d/n, where ties are drawn without replacement. */
function hazardVariance(survival: number, n: number, d: number): number {
  const ties = d > 1 ? (n - d) / (n - 1) : 1
  return (survival * survival * ties * d) / (n * n)
}
