import { sum, weightedMean } from '../sample-statistics.ts'

/** Values, and how many times each counts. */
export type Counted = { values: Float64Array; counts: Float64Array }

/**
 * The HC1 standard error of a difference between two means (MacKinnon & White 1985):
 * √(n/(n−2) · (Σe₁²/n₁² + Σe₀²/n₀²)), n = n₁ + n₀, with e the distance to the mean of the sample.
 */
export function twoSampleError(one: Counted, other: Counted): number {
  const n = sum(one.counts) + sum(other.counts)
  return Math.sqrt((n / (n - 2)) * (squaredErrorOfMean(one) + squaredErrorOfMean(other)))
}

function squaredErrorOfMean({ values, counts }: Counted): number {
  const middle = weightedMean(values, counts)
  let total = 0
  for (let row = 0; row < values.length; row++) total += counts[row]! * (values[row]! - middle) ** 2
  return total / sum(counts) ** 2
}
