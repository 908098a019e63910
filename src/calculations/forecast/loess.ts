/** How a local regression smooths: an odd number of neighbours, and a line or a level through them. */
export type LoessOptions = { window: number; degree: 0 | 1; jump: number }

/**
 * The local regression (Cleveland 1979) of values at 0, 1, 2, … with tricube weights, at every place.
 *
 * Fitted at every `jump`-th place and at the last, and drawn straight in between, as in the STL of Cleveland et al.
 * `weights` lessen the influence of outliers. Where all neighbours have weight zero, the value itself stands.
 */
export function loess(values: Float64Array, options: LoessOptions, weights?: Float64Array): Float64Array {
  const { length } = values
  const smooth = new Float64Array(length)
  let last = 0
  const fit = (at: number) => {
    const first = firstNeighbour(at, options.window, length)
    smooth[at] = loessAt(values, at, first, options, weights) ?? values[at]!
    drawBetween(smooth, last, at)
    last = at
  }
  for (let at = 0; at < length; at += options.jump) fit(at)
  if (last < length - 1) fit(length - 1)
  return smooth
}

/** The window is centred where there is room, and stands still near the ends. */
function firstNeighbour(at: number, window: number, length: number): number {
  const centred = at - (window - 1) / 2
  return Math.max(0, Math.min(centred, length - window))
}

function drawBetween(smooth: Float64Array, from: number, to: number) {
  const rise = (smooth[to]! - smooth[from]!) / (to - from)
  for (let at = from + 1; at < to; at++) smooth[at] = smooth[from]! + rise * (at - from)
}

/**
 * The local regression at any place, from the window that begins at `first`; also one step outside the series.
 * Null when all neighbours have weight zero.
 */
export function loessAt(
  values: Float64Array,
  at: number,
  first: number,
  { window, degree }: Omit<LoessOptions, 'jump'>,
  weights?: Float64Array,
): number | null {
  const { length } = values
  const end = Math.min(first + window, length)
  const reach = Math.max(at - first, end - 1 - at) + Math.max(0, Math.floor((window - length) / 2))
  let [total, moment, square, sum, product] = [0, 0, 0, 0, 0]
  for (let near = first; near < end; near++) {
    const distance = near - at
    const weight = tricube(Math.abs(distance), reach) * (weights ? weights[near]! : 1)
    total += weight
    moment += weight * distance
    square += weight * distance * distance
    sum += weight * values[near]!
    product += weight * distance * values[near]!
  }
  if (total <= 0) return null
  const [middle, level] = [moment / total, sum / total]
  const spread = square / total - middle * middle
  // A line needs neighbours that do not all stand in one place.
  if (degree === 0 || !(Math.sqrt(spread) > 0.001 * (length - 1))) return level
  return level - (middle / spread) * (product / total - middle * level)
}

const tricube = (distance: number, reach: number): number => (1 - (distance / reach) ** 3) ** 3
