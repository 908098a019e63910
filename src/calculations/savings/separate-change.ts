/** What is known of a change in cost between two periods, all in the same unit. */
export type ChangeCase = {
  before: number
  after: number
  /** Relative change of the same cost where the intervention is not, weighted as the municipality: the donors' trend. */
  othersChange: number
  /** Household-months of those who came in the period, beyond what the others' trend says. Negative when fewer came. */
  extraInflowMonths: number
  /** Mean cost of a household-month in the later period. */
  monthlyCost: number
  /** Credited to interventions: gross savings, each household-month counted once. */
  savedByInterventions: number
}

/** Parts that sum to `change`. A fall is negative. */
export type ChangeParts = {
  change: number
  economy: number
  inflow: number
  interventions: number
  /** What none of the three explains. It is shown, and belongs to nobody. */
  unexplained: number
}

/**
 * Splits a change in cost into what the economy did, what the inflow did, and what interventions did.
 *
 * The economy is what the cost would have changed had it followed the others. The inflow is only what deviates from
 * the others, since their trend holds their inflow. Whatever is left stands by itself: it is not the interventions'.
 */
export function separateChange(given: ChangeCase): ChangeParts {
  const change = given.after - given.before
  const economy = given.before * given.othersChange
  const inflow = given.extraInflowMonths * given.monthlyCost
  const interventions = 0 - given.savedByInterventions
  return { change, economy, inflow, interventions, unexplained: change - economy - inflow - interventions }
}
