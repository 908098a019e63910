import { projectCohort } from './cohort-model.ts'
import { seasonalFigure } from './decompose.ts'
import { relativeCosts } from './group-costs.ts'
import { householdsOf, type HouseholdFlows, placeOf } from './household-flows.ts'
import { isSeasonal } from './theta.ts'

export type BelowOptions = {
  /** The latest months of which hazards and inflow are the means. */
  window: number
  /** The first duration of each band, from 1. */
  bands: readonly number[]
  /** How many months of risk the proportional hazard counts for, beside the risk of a group and duration itself. */
  weight: number
}

export const belowDefaults: BelowOptions = { window: 12, bands: [1, 2, 4, 7, 13, 25], weight: 25 }

/** One group of households as the cohort model sees it. */
export type GroupCohort = { group: string; start: Float64Array; hazard: Float64Array; inflow: number }

type Risk = { risk: Float64Array; exits: Float64Array }

/**
 * What is known of each group when the first `origin` months are: its households by duration, how they leave and how
 * many come a month.
 *
 * Hazard of a group at a duration: (exits + m·h)/(risk + m), where h is the hazard of the duration's band in all groups
 * times the ratio of the group's exits to those that the bands would give it. Few households in a cell then count for
 * little, and the exits of a group still add up to what they were.
 */
export function estimateGroups(flows: HouseholdFlows, origin: number, options: BelowOptions): GroupCohort[] {
  const { groups, durations } = flows
  const first = Math.max(0, origin - 1 - options.window)
  const own = groups.map((_, group) => riskOf(flows, group, first, origin - 1))
  const band = bandHazards(own, options.bands)
  const inflowFrom = Math.max(1, origin - options.window)
  return groups.map((group, at) => {
    const { risk, exits } = own[at]!
    const ratio = (sumOf(exits) + 1) / (sumOf(risk.map((months, duration) => months * band[duration]!)) + 1)
    const place = placeOf(flows, origin - 1, at)
    let arrived = 0
    for (let month = inflowFrom; month < origin; month++) arrived += flows.inflow[month * groups.length + at]!
    return {
      group,
      start: flows.stock.slice(place, place + durations),
      hazard: risk.map((months, duration) =>
        Math.min(1, (exits[duration]! + options.weight * ratio * band[duration]!) / (months + options.weight)),
      ),
      inflow: arrived / Math.max(1, origin - inflowFrom),
    }
  })
}

function riskOf(flows: HouseholdFlows, group: number, from: number, until: number): Risk {
  const sumAt = (values: Float64Array) =>
    Float64Array.from({ length: flows.durations }, (_, duration) => {
      let total = 0
      for (let month = from; month < until; month++) total += values[placeOf(flows, month, group) + duration]!
      return total
    })
  return { risk: sumAt(flows.risk), exits: sumAt(flows.exits) }
}

/** The hazard of each duration in all groups together, the same within a band. */
function bandHazards(own: readonly Risk[], bands: readonly number[]): Float64Array {
  const bandOf = (duration: number) => bands.findLastIndex((from) => from <= duration + 1)
  const total = (of: (each: Risk) => Float64Array, band: number) =>
    sumOf(own.map((each) => sumOf(of(each).filter((_, duration) => bandOf(duration) === band))))
  const hazards = bands.map(
    (_, band) => (total(({ exits }) => exits, band) + 0.5) / (total(({ risk }) => risk, band) + 1),
  )
  return Float64Array.from(own[0]?.risk ?? [], (_, duration) => hazards[bandOf(duration)]!)
}

const sumOf = (values: Iterable<number>): number => {
  let total = 0
  for (const value of values) total += value
  return total
}

/** What is changed in a projection: each group's hazard to the power of proportional hazards, and its inflow. */
export type Change = {
  /** The group it concerns; null for all. */
  group: string | null
  /** Steps ahead before it takes effect. */
  after: number
  /** How many times as likely, per unit of time, a household is to leave: 1 − (1 − h)^ratio. */
  exitRatio: number
  inflowRatio: number
}

/** Households by coming month, and how many come and leave, of one group or all. */
export type Course = { households: Float64Array; inflow: Float64Array; exits: Float64Array }

/** The course of each group over the coming months, with what is changed on the way. */
export const projectGroups = (
  groups: readonly GroupCohort[],
  horizon: number,
  changes: readonly Change[] = [],
): Course[] =>
  groups.map((cohort) => {
    const own = changes.filter(({ group }) => group === null || group === cohort.group)
    const course = {
      households: new Float64Array(horizon),
      inflow: new Float64Array(horizon),
      exits: new Float64Array(horizon),
    }
    let start = cohort.start
    for (let step = 0; step < horizon; step++) {
      const active = own.filter(({ after }) => after <= step)
      const exitRatio = active.reduce((ratio, each) => ratio * each.exitRatio, 1)
      const arriving = active.reduce((count, each) => count * each.inflowRatio, cohort.inflow)
      const hazard = exitRatio === 1 ? cohort.hazard : cohort.hazard.map((each) => 1 - (1 - each) ** exitRatio)
      const { stock, exits, end } = projectCohort({ start, hazard, inflow: Float64Array.of(arriving), activeShare: 1 })
      course.households[step] = stock[0]!
      course.exits[step] = exits[0]!
      course.inflow[step] = arriving
      start = end
    }
    return course
  })

/**
 * Households a month from below: the stock of every group by duration with its hazards, and those who come.
 *
 * The model has no seasons; where the households have, the path follows them.
 */
export function belowPath(flows: HouseholdFlows, origin: number, horizon: number): Float64Array {
  const groups = estimateGroups(flows, origin, belowOptions(flows))
  return seasoned(flows, origin, totalOf(projectGroups(groups, horizon).map(({ households }) => households)))
}

/**
 * The same where a household of each group counts for what that group has cost against the others, so that the path
 * times the cost of a mean household is the cost of the mix that is expected.
 */
export function belowCostPath(flows: HouseholdFlows, origin: number, horizon: number): Float64Array {
  const groups = estimateGroups(flows, origin, belowOptions(flows))
  return seasoned(flows, origin, weightedTotal(projectGroups(groups, horizon), relativeCosts(flows, origin)))
}

/** The households of all groups, each group by its weight. */
export const weightedTotal = (courses: readonly Course[], weights: readonly number[]): Float64Array =>
  totalOf(courses.map(({ households }, group) => households.map((count) => count * weights[group]!)))

/** With five years of data durations are told apart up to two years. */
export const belowOptions = ({ durations }: HouseholdFlows): BelowOptions => ({
  ...belowDefaults,
  bands: belowDefaults.bands.filter((from) => from <= durations),
})

/** How many places of duration a history can fill. */
export const durationsFor = (months: number): number => (months >= 60 ? 25 : 13)

/** The path with the seasons of the households so far, when they have any. */
export function seasoned(flows: HouseholdFlows, origin: number, path: Float64Array): Float64Array {
  const known = householdsOf(flows).subarray(0, origin)
  if (known.length < 36 || !isSeasonal(known, 12)) return path
  const figure = seasonalFigure(known, 12, 'multiplicative')
  const now = figure[(origin - 1) % 12]!
  return path.map((value, step) => (value / now) * figure[(origin + step) % 12]!)
}

/** Month by month. */
export const totalOf = (series: readonly Float64Array[]): Float64Array =>
  Float64Array.from(series[0] ?? [], (_, step) => sumOf(series.map((each) => each[step]!)))
