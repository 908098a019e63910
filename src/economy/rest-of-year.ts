/**
 * What a monthly average must be for the rest of the year, for the year's average to come to a target:
 * 550 after 602 in four months needs (12 × 550 − 4 × 602) ÷ 8 = 524. Null when the year is over.
 */
export const requiredAverage = (target: number, average: number, months: number): number | null =>
  months >= 12 ? null : (12 * target - months * average) / (12 - months)

/** A flow of some months at the same pace for twelve. Only a flow may be summed over time. */
export const projectedFlow = (flow: number, months: number): number => (flow * 12) / months
