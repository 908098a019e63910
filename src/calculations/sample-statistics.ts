/** The sum of the values; 0 of none. */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let index = 0; index < values.length; index++) total += values[index]!
  return total
}

/** The mean; NaN of none, so a caller asks for the number of values first. */
export const mean = (values: ArrayLike<number>): number => sum(values) / values.length

/** Variance with n − 1 below; NaN of fewer than two. */
export function variance(values: ArrayLike<number>): number {
  const middle = mean(values)
  let total = 0
  for (let index = 0; index < values.length; index++) total += (values[index]! - middle) ** 2
  return total / (values.length - 1)
}

export const standardDeviation = (values: ArrayLike<number>): number => Math.sqrt(variance(values))

/** The weighted mean; the weights need not sum to one. NaN when they sum to zero. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let [total, weight] = [0, 0]
  for (let index = 0; index < values.length; index++) {
    total += values[index]! * weights[index]!
    weight += weights[index]!
  }
  return total / weight
}

/** The quantile of R's default, type 7 (Hyndman & Fan 1996): linear between order statistics. NaN of none. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const value = sorted[below] ?? Number.NaN
  return value + (place - below) * ((sorted[below + 1] ?? value) - value)
}

export const median = (values: ArrayLike<number>): number => quantile(values, 0.5)
