import type { Matrix } from '../linear-algebra.ts'

/** The matches of the row `treated[i]` are `controls[from[i]]` up to, not including, `controls[from[i + 1]]`. */
export type Matches = { treated: Int32Array; from: Int32Array; controls: Int32Array }

export type MatchOptions = {
  neighbours: number
  /** No match is further away than this; none is too far when infinite. */
  caliper: number
}

/**
 * The nearest controls of each treated row by Euclidean distance, with replacement, and all that are as near as the
 * last of them (squared distance to 1e-5, as in Sekhon's `Matching`). All controls when there are too few.
 * A treated row with none within the caliper has no match.
 *
 * Every control is looked at for every treated, but left as soon as the distance has passed that of the last match.
 */
export function nearestMatches(space: Matrix, isTreated: Uint8Array, { neighbours, caliper }: MatchOptions): Matches {
  const treated = rowsOfArm(isTreated, 1)
  const controls = rowsOfArm(isTreated, 0)
  const search = searcher(pointsOf(space, controls), space.columns, Math.min(neighbours, controls.length), caliper ** 2)
  const from = new Int32Array(treated.length + 1)
  const found: number[] = []
  treated.forEach((row, index) => {
    search(space.values.subarray(row * space.columns), (control) => found.push(controls[control]!))
    from[index + 1] = found.length
  })
  return { treated, from, controls: Int32Array.from(found) }
}

const rowsOfArm = (isTreated: Uint8Array, arm: 0 | 1): Int32Array =>
  Int32Array.from(isTreated.keys()).filter((row) => isTreated[row] === arm)

function pointsOf({ columns, values }: Matrix, rows: Int32Array): Float64Array {
  const points = new Float64Array(rows.length * columns)
  rows.forEach((row, at) => points.set(values.subarray(row * columns, (row + 1) * columns), at * columns))
  return points
}

/** Squared distance. */
const tieTolerance = 1e-5

function searcher(points: Float64Array, width: number, neighbours: number, furthest: number) {
  const count = points.length / width
  const candidates = new Int32Array(count)
  const distances = new Float64Array(count)
  const nearest = new Float64Array(neighbours)
  return (point: Float64Array, take: (control: number) => void) => {
    nearest.fill(Infinity)
    let [bound, length] = [furthest, 0]
    for (let control = 0, at = 0; control < count; control++, at += width) {
      let distance = 0
      for (let column = 0; column < width && distance <= bound; column++)
        distance += (points[at + column]! - point[column]!) ** 2
      if (distance > bound) continue
      candidates[length] = control
      distances[length++] = distance
      insert(nearest, distance)
      bound = Math.min(furthest, nearest[neighbours - 1]! + tieTolerance)
    }
    for (let index = 0; index < length; index++) if (distances[index]! <= bound) take(candidates[index]!)
  }
}

/** Keeps the smallest numbers, in order. */
function insert(smallest: Float64Array, value: number) {
  let at = smallest.length - 1
  if (value >= smallest[at]!) return
  for (; at > 0 && smallest[at - 1]! > value; at--) smallest[at] = smallest[at - 1]!
  smallest[at] = value
}
