import { dot } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { projectCohort, type CohortModel } from './cohort-model.ts'

/** A model with what an active household costs in each projected month. */
export type PricedCohort = CohortModel & { costPerHousehold: Float64Array }

/** The change of the cost from one course to another, by cause; the parts add up to the whole. */
export type CohortAttribution = { inflow: number; exit: number; price: number; total: number }

/**
 * Splits the difference in cost between two courses from the same start into inflow, exit and price.
 *
 * Each cause gets the mean of what it adds over all orders in which the three can be changed (Shapley 1953), so that no
 * order is chosen and nothing is counted twice. What-if is the same: `to` holds the changed inflow or hazards.
 * The start and active share are those of `from`. Refuses courses of different length, and as `projectCohort`.
 */
export function attributeChange(from: PricedCohort, to: PricedCohort): CohortAttribution {
  if (from.inflow.length !== to.inflow.length)
    throw new CannotCalculate('bad-value', {
      column: 'inflow',
      found: to.inflow.length,
      expected: `${from.inflow.length} tal`,
    })
  const cost = (inflow: boolean, exit: boolean, price: boolean) =>
    costOf({
      ...from,
      inflow: (inflow ? to : from).inflow,
      hazard: (exit ? to : from).hazard,
      costPerHousehold: (price ? to : from).costPerHousehold,
    })
  const nothing = cost(false, false, false)
  const all = cost(true, true, true)
  const [inflow, exit, price] = [cost(true, false, false), cost(false, true, false), cost(false, false, true)]
  const [notInflow, notExit, notPrice] = [cost(false, true, true), cost(true, false, true), cost(true, true, false)]
  const shareOf = (alone: number, others: number, mixed: number) =>
    (2 * (alone - nothing) + mixed + 2 * (all - others)) / 6
  return {
    inflow: shareOf(inflow, notInflow, notPrice - exit + (notExit - price)),
    exit: shareOf(exit, notExit, notPrice - inflow + (notInflow - price)),
    price: shareOf(price, notPrice, notExit - inflow + (notInflow - exit)),
    total: all - nothing,
  }
}

const costOf = (cohort: PricedCohort) => dot(projectCohort(cohort).active, cohort.costPerHousehold)
