/** The rest of the year against the year so far, a month: what a full-year figure takes for granted. */
export type RestOfRow = {
  /** The straight line of the full year: so far ÷ months × 12. */
  straightLine: number | null
  soFarAMonth: number | null
  neededAMonth: number | null
}

/**
 * −14 891 in four months is −44 673 by the straight line; −30 000 for the year then needs −1 889 a month against −3 723.
 * Null where there are no months to share by. Amounts and signs are the caller's.
 */
export const restOfRow = (soFar: number, months: number, year: number): RestOfRow => ({
  straightLine: months > 0 ? (soFar / months) * 12 : null,
  soFarAMonth: months > 0 ? soFar / months : null,
  neededAMonth: months < 12 ? (year - soFar) / (12 - months) : null,
})

/** Volume × unit cost of a year: 550 households × 12 months × 8.68 tkr is 57 288; with 20 903 ÷ (4 × 602) it is 57 292. */
export const volumeTimesCost = (households: number, months: number, costAMonth: number): number =>
  households * months * costAMonth
