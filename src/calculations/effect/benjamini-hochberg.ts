import { CannotCalculate } from '../refusal.ts'

/**
 * P-values adjusted for having asked several questions (Benjamini & Hochberg 1995), as R's `p.adjust(p, 'BH')`.
 *
 * Of the interventions with an adjusted p below q, at most the share q is expected to lack effect.
 * The value of rank i of m, from below, is the least of p₍ⱼ₎·m/j over j ≥ i, at most 1.
 * `tested` counts every question asked, also the ones not in the list: leaving those out would be picking.
 * Same order as given; empty gives empty. Refuses what is not a probability, and `tested` below the list's length.
 */
export function adjustedPValues(pValues: ArrayLike<number>, { tested = pValues.length } = {}): Float64Array {
  for (const p of Array.from(pValues))
    if (!(p >= 0 && p <= 1)) throw new CannotCalculate('bad-value', { column: 'p', found: p, expected: '0–1' })
  if (tested < pValues.length)
    throw new CannotCalculate('bad-value', { column: 'tested', found: tested, expected: `≥ ${pValues.length}` })
  const fromLargest = Array.from(pValues, (_, at) => at).sort((left, right) => pValues[right]! - pValues[left]!)
  const adjusted = new Float64Array(pValues.length)
  let least = 1
  fromLargest.forEach((at, place) => {
    least = Math.min(least, (pValues[at]! * tested) / (pValues.length - place))
    adjusted[at] = least
  })
  return adjusted
}
