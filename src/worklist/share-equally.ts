/**
 * Shares households among caseworkers so that no two get numbers that differ by more than one.
 * In turn and in the order given, so that neighbours in an ordered list (the oldest, the longest) are spread as well.
 */
export const shareEqually = (
  householdIds: readonly number[],
  caseworkers: readonly (string | null)[],
): { householdId: number; caseworker: string | null }[] =>
  caseworkers.length === 0
    ? []
    : householdIds.map((householdId, at) => ({ householdId, caseworker: caseworkers[at % caseworkers.length]! }))
