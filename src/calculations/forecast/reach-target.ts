import { belowOptions, type Course, estimateGroups, projectGroups, seasoned, totalOf } from './from-below.ts'
import type { HouseholdFlows } from './household-flows.ts'
import { horizon } from './row-paths.ts'

export type TargetQuestion = {
  /** Households a month, the mean of the year. */
  target: number
  /** The sum of the households of the months that are known, and how many they are; fewer than twelve. */
  knownSum: number
  knownMonths: number
}

/** What must hold for the rest of the year. */
export type Reach = {
  /** Households a month that the rest must come to; below zero cannot be reached. */
  required: number
  expected: number
  /** How many times the expected exits, or the expected inflow, alone would do it; null when neither a tenth nor ten times does. */
  exitRatio: number | null
  inflowRatio: number | null
  /** A month, expected and required, by each of them. */
  exits: { expected: number; required: number | null }
  inflow: { expected: number; required: number | null }
}

/**
 * What exits, or what inflow, from next month on make the mean of the year the target. Found by halving between a tenth
 * and ten times what is expected: the households fall with the exits and rise with the inflow.
 */
export function reachTarget(flows: HouseholdFlows, { target, knownSum, knownMonths }: TargetQuestion): Reach {
  const remaining = 12 - knownMonths
  const required = (12 * target - knownSum) / remaining
  const groups = estimateGroups(flows, flows.months, belowOptions(flows))
  const season = seasoned(flows, flows.months, new Float64Array(horizon).fill(1))
  const courseWith = (exitRatio: number, inflowRatio: number) =>
    projectGroups(groups, remaining, [{ group: null, after: 0, exitRatio, inflowRatio }])
  const meanOf = (courses: readonly Course[], of: (course: Course) => Float64Array, factors?: Float64Array) =>
    totalOf(courses.map(of)).reduce((sum, each, step) => sum + each * (factors?.[step] ?? 1), 0) / remaining
  const households = (exitRatio: number, inflowRatio: number) =>
    meanOf(courseWith(exitRatio, inflowRatio), (course) => course.households, season)
  const exits = (ratio: number) => meanOf(courseWith(ratio, 1), (course) => course.exits)
  const inflow = (ratio: number) => meanOf(courseWith(1, ratio), (course) => course.inflow)
  const exitRatio = ratioFor((ratio) => required - households(ratio, 1))
  const inflowRatio = ratioFor((ratio) => households(1, ratio) - required)
  return {
    required,
    expected: households(1, 1),
    exitRatio,
    inflowRatio,
    exits: { expected: exits(1), required: exitRatio === null ? null : exits(exitRatio) },
    inflow: { expected: inflow(1), required: inflowRatio === null ? null : inflow(inflowRatio) },
  }
}

/** Where a rising function is zero, between 0.1 and 10; null when it is not within. */
function ratioFor(rising: (ratio: number) => number): number | null {
  let [low, high] = [0.1, 10]
  if (rising(low) > 0 || rising(high) < 0) return null
  for (let round = 0; round < 30; round++) {
    const middle = Math.sqrt(low * high)
    if (rising(middle) < 0) low = middle
    else high = middle
  }
  return Math.sqrt(low * high)
}
