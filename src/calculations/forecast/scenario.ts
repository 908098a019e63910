import { CannotCalculate } from '../refusal.ts'
import {
  belowOptions,
  type Change,
  type Course,
  estimateGroups,
  projectGroups,
  seasoned,
  totalOf,
  weightedTotal,
} from './from-below.ts'
import { relativeCosts } from './group-costs.ts'
import type { HouseholdFlows } from './household-flows.ts'
import { horizon } from './row-paths.ts'

/** What is assumed to differ from the forecast. */
export type Scenario = {
  changes: readonly Change[]
  /** The norm is so much higher (0.03 is three per cent) from a step ahead on. */
  norm: { share: number; after: number } | null
}

/** Both courses over the twelve months ahead, in households and öre. */
export type ScenarioCourse = { households: Float64Array; ore: Float64Array; inflow: Float64Array; exits: Float64Array }
export type ScenarioResult = {
  without: ScenarioCourse
  with: ScenarioCourse
  /** With − without, of the months until the end of the year: households × months, and öre. */
  householdMonths: number
  ore: number
}

type Priced = {
  flows: HouseholdFlows
  /** Öre per household in each coming month. */
  cost: Float64Array
  /** Steps until the year ends. */
  remaining: number
}

/**
 * The forecast from below with and without what is assumed.
 *
 * A household of a group counts by what that group has cost against the others the last year, so that an action for an
 * expensive group saves what that group costs. What is assumed is not foreseen: nothing here says that it will happen.
 */
export function scenarioOf({ flows, cost, remaining }: Priced, { changes, norm }: Scenario): ScenarioResult {
  const origin = flows.months
  const groups = estimateGroups(flows, origin, belowOptions(flows))
  const relative = relativeCosts(flows, origin)
  const priced = cost.map((each, step) => each * (norm && step >= norm.after ? 1 + norm.share : 1))
  const courseOf = (of: readonly Course[], prices: Float64Array): ScenarioCourse => {
    const sum = (series: (course: Course) => Float64Array) => seasoned(flows, origin, totalOf(of.map(series)))
    const weighted = seasoned(flows, origin, weightedTotal(of, relative))
    return {
      households: sum(({ households }) => households),
      ore: weighted.map((count, step) => count * prices[step]!),
      inflow: totalOf(of.map(({ inflow }) => inflow)),
      exits: totalOf(of.map(({ exits }) => exits)),
    }
  }
  const without = courseOf(projectGroups(groups, horizon), cost)
  const changed = courseOf(projectGroups(groups, horizon, changes), priced)
  const difference = (of: (course: ScenarioCourse) => Float64Array) =>
    sumOf(of(changed).subarray(0, remaining)) - sumOf(of(without).subarray(0, remaining))
  return {
    without,
    with: changed,
    householdMonths: difference(({ households }) => households),
    ore: difference(({ ore }) => ore),
  }
}

/** What is assumed of more caseworkers: a caseload a tenth lower makes so many per cent more leave a month. */
export type Staffing = {
  /** Households per caseworker now and then. */
  now: number
  then: number
  /** ln(exit ratio) per ln(caseload ratio), positive: 0.5 means that half the caseload gives 1.41 times the exits. */
  elasticity: number
  /** The least and greatest caseload that has been seen here. */
  observed: { least: number; most: number }
}

/**
 * The exit ratio of another caseload: (now ÷ then)^elasticity.
 * Refuses a caseload that has not been seen here: nothing is known of what it would do.
 */
export function exitRatioOfStaffing({ now, then, elasticity, observed }: Staffing): number {
  if (then < observed.least || then > observed.most)
    throw new CannotCalculate('bad-value', {
      column: 'caseload',
      found: then,
      expected: `${observed.least}–${observed.most}`,
    })
  return (now / then) ** elasticity
}

const sumOf = (values: Iterable<number>): number => {
  let total = 0
  for (const value of values) total += value
  return total
}
