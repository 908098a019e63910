/**
 * What each month added, from amounts accumulated since January, which is how deficits are reported through a year.
 * The first amount is taken as it stands: months before it are included in it.
 */
export const monthlyFromCumulative = (cumulative: number[]): number[] =>
  cumulative.map((amount, index) => amount - (cumulative[index - 1] ?? 0))
