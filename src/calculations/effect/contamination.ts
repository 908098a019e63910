import type { Codes } from '../columns.ts'

/** Share of each arm that had another intervention within the window; null for an arm without anyone. */
export type Contamination = { treated: number | null; controls: number | null }

/**
 * How much of the comparison is mixed with other interventions. What such a comparison finds is the effect of the
 * whole mix. `other` is 1 for a row with another intervention within its window, else 0.
 */
export function contamination(treated: Uint8Array, other: ArrayLike<number>): Contamination {
  const [count, mixed] = [
    [0, 0],
    [0, 0],
  ]
  treated.forEach((arm, row) => {
    count[arm]!++
    if (other[row] !== 0) mixed[arm]!++
  })
  const share = (arm: number) => (count[arm] ? mixed[arm]! / count[arm]! : null)
  return { treated: share(1), controls: share(0) }
}

/** Enrolments in other interventions, one per row: whose, and the months from `start` until before `until`. */
export type OtherEnrolments = { household: Int32Array; start: Int32Array; until: Int32Array }

/**
 * 1 for each row whose household has another enrolment that overlaps its window of `months` from `index` on, else 0.
 * Months are counted numbers; households are codes of the same labels in both.
 */
export function overlapsWindow(
  { household, index }: { household: Codes; index: Int32Array },
  months: number,
  others: OtherEnrolments,
): Uint8Array {
  const ofHousehold: number[][] = household.labels.map(() => [])
  others.household.forEach((code, row) => ofHousehold[code]?.push(row))
  return Uint8Array.from(household.codes, (code, row) => {
    const from = index[row]!
    const overlaps = (other: number) => others.start[other]! < from + months && others.until[other]! > from
    return ofHousehold[code]?.some(overlaps) ? 1 : 0
  })
}
