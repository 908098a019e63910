/** How many a share must be of: 100 at 5 per cent is of 2 000, and −72 at −22 per cent of 327. Null for a share of zero. */
export const impliedBase = (count: number, share: number): number | null =>
  share === 0 ? null : Math.round(count / share)

/** How many times the average a group costs, from its share of the cost and of the households: 16 and 5 per cent give 3.2. */
export const costRatio = (shareOfCost: number, shareOfHouseholds: number): number | null =>
  shareOfHouseholds === 0 ? null : shareOfCost / shareOfHouseholds
