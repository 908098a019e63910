import { apportion } from './apportion.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import { reasons } from './reasons.ts'
import { createHousehold, type Household } from './spells.ts'

/** Share of all decisions. */
const rejectionShare = 0.12

/**
 * Gives households months that were applied for and rejected, and adds those that never were granted anything.
 * Rejections meet households on their way in or out first; the added ones make each month's share come true.
 */
export function addRejections(households: readonly Household[], plan: Plan, random: Random): Household[] {
  const assisted = new Array<number>(plan.until - plan.first).fill(0)
  for (const { months } of households) for (const at of months) assisted[at - plan.first]! += 1
  const left = assisted.map((count) => Math.round((count * rejectionShare) / (1 - rejectionShare)))
  for (const household of households) {
    for (const at of monthsBeside(household, plan)) {
      if (left[at - plan.first]! === 0 || !random.chance(0.4)) continue
      left[at - plan.first]! -= 1
      household.rejected.push(at)
    }
  }
  return [...households, ...left.flatMap((count, offset) => neverGranted(count, plan.first + offset, random))]
}

/** The unassisted month before each run of assisted ones, and the one after it, within the plan. */
function monthsBeside({ months, since }: Household, plan: Plan): number[] {
  const assisted = new Set(months)
  const beside = new Set(months.flatMap((at) => [at - 1, at + 1]))
  return [...beside]
    .filter((at) => !assisted.has(at) && at >= Math.max(plan.first, since) && at < plan.until)
    .sort((a, b) => a - b)
}

function neverGranted(count: number, at: number, random: Random): Household[] {
  const parts = apportion(
    count,
    reasons.map(({ weight, group }) => (group === 'other' ? weight : 40 * weight)),
  )
  return parts.flatMap((part, reason) =>
    Array.from({ length: part }, () => ({ ...createHousehold(reason, false, at, random), rejected: [at] })),
  )
}
