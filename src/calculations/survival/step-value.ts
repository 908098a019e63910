/** The value of a step curve at a time: that of the last step which is not after it, and `before` ahead of the first. */
export function stepValue(time: Float64Array, values: Float64Array, when: number, before: number): number {
  const step = time.findLastIndex((each) => each <= when)
  return step < 0 ? before : values[step]!
}
