import { type HouseholdFlows, placeOf } from './household-flows.ts'

/**
 * What a household of each group cost a month against the mean of all, in the twelve months before `origin`;
 * 1 of a group that had no households.
 */
export function relativeCosts(flows: HouseholdFlows, origin: number): number[] {
  const { groups, durations } = flows
  const from = Math.max(0, origin - 12)
  const cost = groups.map((_, group) => {
    let [ore, households] = [0, 0]
    for (let month = from; month < origin; month++) {
      ore += flows.amountOre[month * groups.length + group]!
      const place = placeOf(flows, month, group)
      for (let duration = 0; duration < durations; duration++) households += flows.stock[place + duration]!
    }
    return { ore, households }
  })
  const ore = cost.reduce((sum, each) => sum + each.ore, 0)
  const households = cost.reduce((sum, each) => sum + each.households, 0)
  return cost.map((each) => (each.households > 0 && ore > 0 ? (each.ore / each.households) * (households / ore) : 1))
}
