import { CannotCalculate } from '../refusal.ts'

/**
 * Sums that hold between cells, one after the other: of relation r the entries `starts[r]` up to `starts[r + 1]`,
 * each a cell and its sign. The signed values of a relation add up to nought: total − part − part = 0.
 */
export type Relations = { starts: Int32Array; cells: Int32Array; signs: Float64Array }

/** Counts of cells, and the sums that everyone knows to hold between them. */
export type LinearSystem = {
  /** NaN where the value is not known to whoever asks. */
  values: Float64Array
  /** 0 for a cell that is never shown to anyone, but that the shown ones are sums of. */
  published: Uint8Array
  relations: Relations
}

/** Relations gathered one by one. */
export function relationsBuilder(): { add: (total: number, parts: Iterable<number>) => void; done: () => Relations } {
  const starts = [0]
  const cells: number[] = []
  const signs: number[] = []
  return {
    add: (total, parts) => {
      cells.push(total)
      signs.push(1)
      for (const part of parts) {
        cells.push(part)
        signs.push(-1)
      }
      starts.push(cells.length)
    },
    done: () => ({
      starts: Int32Array.from(starts),
      cells: Int32Array.from(cells),
      signs: Float64Array.from(signs),
    }),
  }
}

/** For each cell the relations it stands in, packed in the same manner. */
export function relationsOfCells({ starts, cells }: Relations, length: number): Pick<Relations, 'starts' | 'cells'> {
  const first = new Int32Array(length + 1)
  for (const cell of cells) first[cell + 1]!++
  for (let cell = 0; cell < length; cell++) first[cell + 1]! += first[cell]!
  const next = first.slice(0, length)
  const relations = new Int32Array(cells.length)
  for (let relation = 0; relation + 1 < starts.length; relation++)
    for (let at = starts[relation]!; at < starts[relation + 1]!; at++) relations[next[cells[at]!]!++] = relation
  return { starts: first, cells: relations }
}

/** Refuses a relation whose values are all known and do not add up. */
export function mustAddUp(found: number): void {
  if (Math.abs(found) > tolerance) throw new CannotCalculate('inconsistent-table')
}

/** Counts are whole, so that anything this near a whole number is that number. */
export const tolerance = 1e-6

/** The whole number, and never minus nought. */
export const wholeOf = (value: number): number => Math.round(value) + 0
