import { CannotCalculate } from '../refusal.ts'
import type { Savings } from './savings.ts'
import { savingsOf } from './savings.ts'

/** A group that leaves assistance with the same chance every month, for planning before there are data. */
export type HazardCase = {
  persons: number
  monthlyAmount: number
  /** The chance of leaving in a month, 0–1, without the intervention. */
  hazard: number
  /** Paid at the start. */
  ownCost: number
  /** Months that are followed. */
  horizon: number
}

/** The share still on assistance after 1, 2, … months with one monthly chance of leaving: (1 − h)ᵗ. */
export const remainingShare = (hazard: number, horizon: number): Float64Array =>
  Float64Array.from({ length: horizon }, (_, month) => (1 - hazard) ** (month + 1))

/** The savings when the intervention raises the monthly chance of leaving to `hazardWith`. Refuses chances outside 0–1. */
export function savingsOfHazards(
  { persons, monthlyAmount, ownCost, ...rest }: HazardCase,
  hazardWith: number,
): Savings {
  for (const hazard of [rest.hazard, hazardWith])
    if (!(hazard >= 0 && hazard <= 1))
      throw new CannotCalculate('bad-value', { column: 'hazard', found: hazard, expected: '0–1' })
  const same = (value: number) => new Float64Array(rest.horizon).fill(value)
  return savingsOf({
    persons,
    without: remainingShare(rest.hazard, rest.horizon),
    withIntervention: remainingShare(hazardWith, rest.horizon),
    monthlyAmount: same(monthlyAmount),
    ownCost: same(0).fill(ownCost, 0, 1),
  })
}

export type BreakEvenHazard = {
  hazard: number
  /** Persons more who have left by the horizon than would have without the intervention. */
  extraExits: number
}

/**
 * The monthly chance of leaving that the intervention must reach for its cost to be covered within the horizon.
 * By halving, to the last digit: the gross rises with the chance. Null when not even all leaving at once would cover it.
 */
export function breakEvenHazard(group: HazardCase): BreakEvenHazard | null {
  const net = (hazardWith: number) => savingsOfHazards(group, hazardWith).net
  if (net(1) < 0) return null
  let [below, enough] = [group.hazard, 1]
  for (let halving = 0; halving < 60; halving++) {
    const middle = (below + enough) / 2
    if (net(middle) < 0) below = middle
    else enough = middle
  }
  const left = (hazard: number) => 1 - (1 - hazard) ** group.horizon
  return { hazard: enough, extraExits: group.persons * (left(enough) - left(group.hazard)) }
}

/** How many whole months of assistance per person a claimed saving says that nobody needed. */
export const impliedMonths = (claim: number, persons: number, monthlyAmount: number): number =>
  claim / (persons * monthlyAmount)
