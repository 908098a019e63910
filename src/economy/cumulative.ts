/**
 * What each month added, from amounts accumulated since January, which is how deficits are reported through a year.
 * The first amount is taken as it stands: months before it are included in it.
 */
export const monthlyFromCumulative = (cumulative: number[]): number[] =>
  cumulative.map((amount, index) => amount - (cumulative[index - 1] ?? 0))

/** The months added up one by one. Null from the first month that is not known on: what it added is in all that follow. */
export function cumulativeFromMonthly(monthly: (number | null)[]): (number | null)[] {
  let sum: number | null = 0
  return monthly.map((amount) => (sum = sum === null || amount === null ? null : sum + amount))
}
