/** As `did`: a standard error below this is the rounding of a zero. */
const leastStandardError = 10 * Math.sqrt(Number.EPSILON)

/**
 * √(Σ_c (Σ_{i∈c} ψ_i)²)/n from the influence ψ of each of n units, with the cluster of each.
 * Null when it is zero to working precision (below 1.49e-7): the data then say nothing about the uncertainty.
 */
export function clusteredStandardError(influence: Float64Array, cluster: Int32Array): number | null {
  const sums = new Map<number, number>()
  influence.forEach((value, unit) => sums.set(cluster[unit]!, (sums.get(cluster[unit]!) ?? 0) + value))
  let squares = 0
  for (const each of sums.values()) squares += each * each
  const standardError = Math.sqrt(squares) / influence.length
  return standardError > leastStandardError ? standardError : null
}
