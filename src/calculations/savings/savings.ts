import { sum } from '../sample-statistics.ts'
import { CannotCalculate } from '../refusal.ts'

/** What is known of an intervention: who, how long on assistance with and without it, and what a month costs. */
export type SavingsCase = {
  /** Households that got the intervention. */
  persons: number
  /** Share still on assistance in month 1, 2, … without the intervention: the weighted controls' curve. */
  without: ArrayLike<number>
  /** The same with it. Shares of benefit months, so that whoever comes back is counted. */
  withIntervention: ArrayLike<number>
  /** Expected net cost of a household-month on assistance, per month: only what the municipality itself pays. */
  monthlyAmount: ArrayLike<number>
  /** What the intervention costs the municipality, per month. A sum paid at the start stands in the first month. */
  ownCost: ArrayLike<number>
  /** Cost that the intervention moves to another budget, in all. Shown beside, never netted in silence. */
  movedCost?: number
}

/** In the unit of the amounts. The naive number is here only so that it is never shown without the others. */
export type Savings = {
  /** persons × amount × months: as if nobody would have left without the intervention, and all left at once with it. */
  naiveGross: number
  gross: number
  ownCost: number
  net: number
  movedCost: number
  /** Household-months of assistance that did not come. */
  savedMonths: number
  /** The gross saved until and with each month. */
  cumulativeGross: number[]
  /** The first month by which the gross has covered the cost; null when it does not within the horizon. */
  breakEvenMonth: number | null
}

/**
 * What an intervention has saved within a horizon, against what would have happened without it:
 *
 *     gross = n·Σ (S₀(t) − S₁(t))·c_t,  net = gross − own cost,  t = 1…H
 *
 * H is the length of the columns, which end where the data end. A negative gross is a cost and is given as such.
 * Refuses an empty horizon and columns of different lengths.
 */
export function savingsOf(given: SavingsCase): Savings {
  const { persons, without, withIntervention, monthlyAmount, movedCost = 0 } = given
  const saved = Float64Array.from(without, (share, month) => persons * (share - withIntervention[month]!))
  refuseRagged(given)
  const cumulativeGross = runningTotal(saved.map((months, month) => months * monthlyAmount[month]!))
  const cumulativeCost = runningTotal(given.ownCost)
  const [gross, ownCost] = [cumulativeGross.at(-1)!, cumulativeCost.at(-1)!]
  return {
    naiveGross: persons * sum(monthlyAmount),
    gross,
    ownCost,
    net: gross - ownCost,
    movedCost,
    savedMonths: sum(saved),
    cumulativeGross,
    breakEvenMonth: breakEven(cumulativeGross, cumulativeCost),
  }
}

/** The first month, from 1, with cumulative gross ≥ cumulative cost; null when there is none. */
export function breakEven(cumulativeGross: ArrayLike<number>, cumulativeCost: ArrayLike<number>): number | null {
  const at = Array.from(cumulativeGross).findIndex((gross, month) => gross >= cumulativeCost[month]!)
  return at < 0 ? null : at + 1
}

export function runningTotal(values: ArrayLike<number>): number[] {
  let total = 0
  return Array.from(values, (value) => (total += value))
}

function refuseRagged({ without, ...rest }: SavingsCase) {
  if (without.length === 0) throw new CannotCalculate('too-few', { found: 0, needed: 1, what: 'månader' })
  for (const column of [rest.withIntervention, rest.monthlyAmount, rest.ownCost])
    if (column.length !== without.length)
      throw new CannotCalculate('bad-value', { column: 'months', found: column.length, expected: without.length })
}
