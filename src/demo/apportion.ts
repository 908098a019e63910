/** Shares out a whole number in proportion to the weights, by largest remainder: the parts sum to the total. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum))
  const parts = exact.map(Math.floor)
  const left = sum === 0 ? 0 : total - parts.reduce((all, part) => all + part, 0)
  const byRemainder = exact
    .map((share, position) => ({ position, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.position - b.position)
  for (const { position } of byRemainder.slice(0, left)) parts[position]! += 1
  return parts
}
