/** A cell whose count is known in two periods, `period` and the nearest known before it, and that changed but little. */
export type SmallChange = { cell: number; since: number; period: number; change: number }

/**
 * What a reader who follows a cell from period to period can tell: each change by 1 to `threshold` − 1 between two
 * counts that are known, with none known between them. `known` has the counts of each period in order of time, NaN
 * where a count is not known; the same cell has the same number in every period.
 */
export function smallChanges(known: readonly Float64Array[], threshold: number): SmallChange[] {
  return known.flatMap((counts, period) =>
    [...counts.keys()].flatMap((cell) => {
      const since = known.slice(0, period).findLastIndex(knows(cell))
      const change = counts[cell]! - (known[since]?.[cell] ?? Number.NaN)
      return isSmall(change, threshold) ? [{ cell, since, period, change }] : []
    }),
  )
}

/** Whether the reader can tell of a small change from the nearest period before, or to the nearest after. */
export function wouldTell(
  cell: number,
  count: number,
  { before, after }: { before: readonly Float64Array[]; after: readonly Float64Array[] },
  threshold: number,
): boolean {
  const nearest = [before.findLast(knows(cell)), after.find(knows(cell))]
  return nearest.some((counts) => counts !== undefined && isSmall(count - counts[cell]!, threshold))
}

const knows = (cell: number) => (counts: Float64Array) => !Number.isNaN(counts[cell]!)

/** False for NaN, which is a change that nobody knows. */
const isSmall = (change: number, threshold: number) => change !== 0 && Math.abs(change) < threshold
