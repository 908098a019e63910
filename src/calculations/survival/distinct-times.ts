import { mean } from '../sample-statistics.ts'

type DistinctTimes = {
  /** Rising. */
  times: Float64Array
  /** The position of a value of the columns: that of the last time which is not above it. */
  positionOf: (value: number) => number
}

/**
 * The distinct values of the columns. A value closer than 1.5e-8 to the one before it, absolutely or relative to the
 * mean of the distinct values, is the same time, as R's `aeqSurv` has it.
 */
export function distinctTimes(columns: readonly Float64Array[]): DistinctTimes {
  const limit = 1000 + columns[0]!.length
  if (columns.every((column) => isWhole(column, limit))) return distinctWhole(columns, limit)
  const times = withoutTies(sortedDistinct(columns))
  return { times, positionOf: (value) => lastNotAbove(times, value) }
}

/** Months and days are whole and few: a table of them is many times faster than a sort. */
function isWhole(column: Float64Array, limit: number): boolean {
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!
    if (!(value >= 0 && value < limit && value === Math.floor(value))) return false
  }
  return true
}

function distinctWhole(columns: readonly Float64Array[], limit: number): DistinctTimes {
  const position = new Int32Array(limit)
  for (const column of columns) for (let row = 0; row < column.length; row++) position[column[row]!] = 1
  let length = 0
  const times = new Float64Array(limit)
  for (let value = 0; value < limit; value++) {
    if (!position[value]) continue
    times[length] = value
    position[value] = length++
  }
  return { times: times.slice(0, length), positionOf: (value) => position[value]! }
}

function sortedDistinct(columns: readonly Float64Array[]): Float64Array {
  const sorted = new Float64Array(columns.reduce((length, column) => length + column.length, 0))
  columns.reduce((start, column) => (sorted.set(column, start), start + column.length), 0)
  sorted.sort()
  return sorted.filter((value, at) => value !== sorted[at - 1])
}

/** The square root of the machine's precision, as in R. */
const tolerance = 2 ** -26

/** Each is compared with the one before it, so that a chain of close values is one time: its first. */
function withoutTies(distinct: Float64Array): Float64Array {
  const apart = tolerance * Math.max(1, mean(distinct))
  return distinct.filter((value, at) => at === 0 || value - distinct[at - 1]! > apart)
}

function lastNotAbove(times: Float64Array, value: number): number {
  let [low, high] = [0, times.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (times[middle]! <= value) low = middle
    else high = middle
  }
  return low
}
