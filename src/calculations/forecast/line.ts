/** The straight line through the values at 0, 1, 2, … by least squares; level when there is only one value. */
export function lineThrough(values: Float64Array): { start: number; slope: number } {
  const middle = (values.length - 1) / 2
  let [sum, moment, spread] = [0, 0, 0]
  values.forEach((value, at) => {
    sum += value
    moment += (at - middle) * value
    spread += (at - middle) ** 2
  })
  const slope = spread > 0 ? moment / spread : 0
  return { start: sum / values.length - slope * middle, slope }
}
