/** A change in number and as a share of what was before; no share of nothing. */
export type Change = { difference: number; share: number | null }

export const changeOf = (before: number, after: number): Change => ({
  difference: after - before,
  share: before === 0 ? null : (after - before) / before,
})

/** What stood before, when a text gives only the change in per cent and in number: −22 % and −72 come from 327. */
export const baseOfChange = (share: number, difference: number): number => difference / share

/** Months of assistance per household: the average of a month, times the months, over the households of the period. */
export const monthsPerHousehold = (averagePerMonth: number, months: number, households: number): number =>
  (averagePerMonth * months) / households

/** What the rest of a period must average for the whole of it to reach a target. */
export const neededAverage = (target: number, months: number, average: number, monthsSoFar: number): number =>
  (target * months - average * monthsSoFar) / (months - monthsSoFar)
