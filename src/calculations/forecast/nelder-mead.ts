/** What stands in for a value that is not finite: worse than any real one, and still comparable. */
const forbidden = 1e35

const [reflection, expansion, contraction] = [1, 2, 0.5]

type Simplex = {
  /** One more than there are parameters. */
  points: Float64Array[]
  values: Float64Array
  best: number
  worst: number
  evaluations: number
}

/**
 * The least value of a function, by the simplex search of Nelder & Mead (1965).
 *
 * Reflection 1, expansion 2, contraction ½. The first simplex has its corners a tenth of the largest start value away,
 * along one axis each. These conventions, and the order of the steps, are those of R's `optim`, so that a search that
 * is cut short by `evaluations` stops near the point where R's does.
 * The search ends when the best and the worst corner differ by less than `tolerance` relative to the first value.
 * A point where the function is not finite is outside the bounds. Null when that holds for the start itself.
 */
export function nelderMead(
  start: Float64Array,
  objective: (point: Float64Array) => number,
  { tolerance, evaluations }: { tolerance: number; evaluations: number },
): Float64Array | null {
  const first = objective(start)
  if (!Number.isFinite(first)) return null
  const enough = tolerance * (Math.abs(first) + tolerance)
  const simplex = around(start, first)
  const value = (point: Float64Array) => {
    simplex.evaluations++
    const found = objective(point)
    return Number.isFinite(found) ? found : forbidden
  }
  valueAllButBest(simplex, value)
  const centre = new Float64Array(start.length)
  const trial = new Float64Array(start.length)
  do {
    rank(simplex)
    if (simplex.values[simplex.worst]! <= simplex.values[simplex.best]! + enough) break
    if (!step(simplex, value, centre, trial)) {
      shrink(simplex)
      valueAllButBest(simplex, value)
    }
  } while (simplex.evaluations <= evaluations)
  return simplex.points[simplex.best]!
}

function around(start: Float64Array, value: number): Simplex {
  const largest = start.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
  const reach = largest === 0 ? 0.1 : 0.1 * largest
  const points = [start.slice(), ...Array.from(start, (_, axis) => moved(start, axis, reach))]
  return { points, values: new Float64Array(points.length).fill(value), best: 0, worst: 0, evaluations: 1 }
}

function moved(start: Float64Array, axis: number, reach: number): Float64Array {
  const point = start.slice()
  point[axis]! += reach
  return point
}

function valueAllButBest(simplex: Simplex, value: (point: Float64Array) => number) {
  simplex.points.forEach((point, at) => {
    if (at !== simplex.best) simplex.values[at] = value(point)
  })
}

function rank(simplex: Simplex) {
  const { values } = simplex
  let best = simplex.best
  let worst = best
  for (let at = 0; at < values.length; at++) {
    if (values[at]! < values[best]!) best = at
    if (values[at]! > values[worst]!) worst = at
  }
  simplex.best = best
  simplex.worst = worst
}

/** Replaces the worst corner by a better one; false when there was none on the line through the centre. */
function step(
  simplex: Simplex,
  value: (point: Float64Array) => number,
  centre: Float64Array,
  trial: Float64Array,
): boolean {
  const { points, values, best, worst } = simplex
  const corner = points[worst]!
  const worstValue = values[worst]!
  centreOfOthers(points, worst, centre)
  placeOnLine(trial, corner, centre, -reflection)
  const reflected = value(trial)
  if (reflected < values[best]!) {
    corner.set(trial)
    values[worst] = reflected
    placeOnLine(trial, corner, centre, expansion)
    acceptIfLess(simplex, trial, value(trial))
    return true
  }
  if (reflected < worstValue) {
    corner.set(trial)
    values[worst] = reflected
  }
  placeOnLine(trial, corner, centre, contraction)
  return acceptIfLess(simplex, trial, value(trial)) || reflected < worstValue
}

/** On the line through the centre and the corner: 0 is the centre, 1 the corner, below zero the other side. */
function placeOnLine(trial: Float64Array, corner: Float64Array, centre: Float64Array, share: number) {
  for (let axis = 0; axis < trial.length; axis++) trial[axis] = share * corner[axis]! + (1 - share) * centre[axis]!
}

function acceptIfLess({ points, values, worst }: Simplex, trial: Float64Array, value: number): boolean {
  if (value >= values[worst]!) return false
  points[worst]!.set(trial)
  values[worst] = value
  return true
}

function centreOfOthers(points: Float64Array[], worst: number, centre: Float64Array) {
  const size = centre.length
  const left = points[worst]!
  for (let axis = 0; axis < size; axis++) centre[axis] = -left[axis]!
  for (const point of points) for (let axis = 0; axis < size; axis++) centre[axis]! += point[axis]!
  for (let axis = 0; axis < size; axis++) centre[axis]! /= size
}

/** Moves every corner half the way to the best. */
function shrink({ points, best }: Simplex) {
  const target = points[best]!
  for (const point of points)
    for (let axis = 0; axis < point.length; axis++)
      point[axis] = contraction * (point[axis]! - target[axis]!) + target[axis]!
}
