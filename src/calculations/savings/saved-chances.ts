/** A household in the month it starts, which is month 0, and in the months after. */
export type Hazards = {
  /** The hazard of leaving after month 0, 1, … without the intervention. */
  hazard: Float64Array
  /** What the intervention multiplies it by in the months since the start; 1 after the last. */
  ratio: Float64Array
}

/** The share that is back after exactly 1, 2, … months without assistance, from the hazards of coming back. */
export function backShares(back: Float64Array): Float64Array {
  let away = 1
  return back.map((hazard) => {
    const share = away * hazard
    away -= share
    return share
  })
}

/**
 * How much less likely assistance is in month 0, 1, … because of the intervention: the difference of two chances that
 * both start at 1, with returns. Below zero where the intervention holds people back.
 */
export function savedChances({ hazard, ratio }: Hazards, back: Float64Array): Float64Array {
  const months = hazard.length
  const saved = new Float64Array(months)
  /** With the intervention; after its effect has ended only the difference is needed, and that goes on by itself. */
  const withIt = new Float64Array(ratio.length + 1)
  withIt[0] = 1
  for (let month = 0; month + 1 < months; month++) {
    const stays = Math.exp(-hazard[month]!)
    let fewerLeave = saved[month]! * (1 - stays)
    saved[month + 1]! += saved[month]! * stays
    if (month < ratio.length) {
      const staysWith = Math.exp(-hazard[month]! * ratio[month]!)
      const own = withIt[month]!
      saved[month + 1]! += own * (stays - staysWith)
      fewerLeave -= own * (stays - staysWith)
      withIt[month + 1]! += own * staysWith
      for (let absent = 1; absent <= back.length && month + 1 + absent < withIt.length; absent++)
        withIt[month + 1 + absent]! += own * (1 - staysWith) * back[absent - 1]!
    }
    for (let absent = 1; absent <= back.length && month + 1 + absent < months; absent++)
      saved[month + 1 + absent]! += fewerLeave * back[absent - 1]!
  }
  return saved
}
