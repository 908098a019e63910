import { householdsWithAssistance, householdMonthsWithAssistance, type Months } from './assistance.ts'
import { mainObstacle } from './main-obstacle.ts'
import { stretchOf } from './month-order.ts'
import type { PreparedPanel } from './prepared-panel.ts'

/** Which households are ranked. What is null, or an empty set, asks for nothing. */
export type CostFilter = {
  months: Months
  /** Months with assistance in the period. */
  monthsAtLeast: number | null
  /** Of the main applicant, in the household's last month with assistance in the period. */
  ageBelow: number | null
  /** Positions in `Panel.obstacles`, of the main applicant in that month. */
  obstacles: ReadonlySet<number>
  /** Position in `Panel.units`. */
  unit: number | null
  withChildren: boolean | null
  /** 1 for each household that fits what the panel does not hold, such as the housing. */
  fits: Uint8Array | null
}

/** Households in order of what they were paid, the costliest first. Columns of the same length, a place in each. */
export type CostRanking = {
  /** Positions in `Panel.householdIds`. */
  households: Int32Array
  /** Row of the household's last month with assistance in the period: tells its unit, age and children. */
  rows: Int32Array
  /** Payments less recoveries for the months of the period. */
  costOre: Float64Array
  /** Months with assistance in the period. */
  months: Int32Array
  base: CostBase
}

/** All households of the period, whatever was filtered: what a share of cost is a share of. */
export type CostBase = {
  /** Each counted once, however many months. */
  households: number
  costOre: number
  householdMonths: number
  /** How many months the period has. */
  months: number
}

/**
 * Ranks the households that had assistance in a period and fit the filter by what they were paid.
 * Between households with the same amount the one that comes first in the panel goes first.
 */
export function rankByCost(prepared: PreparedPanel, filter: CostFilter): CostRanking {
  const { months } = filter
  const { panel } = prepared
  const all = householdsWithAssistance(prepared, months).rows
  const { costOre, counts, totalOre, householdMonths } = sumsOf(prepared, months)
  const household = (row: number) => panel.householdMonths.household[row]!
  const rows = all
    .filter(fitting(prepared, filter, counts))
    .sort((one, other) => costOre[household(other)]! - costOre[household(one)]! || household(one) - household(other))
  const households = rows.map(household)
  return {
    households,
    rows,
    costOre: Float64Array.from(households, (each) => costOre[each]!),
    months: households.map((each) => counts[each]!),
    base: { households: all.length, costOre: totalOre, householdMonths, months: months.until - months.from },
  }
}

/** What each household was paid in the period, and for how many months it had assistance. */
function sumsOf(prepared: PreparedPanel, months: Months) {
  const { paid, panel } = prepared
  const { amountOre, household } = panel.householdMonths
  const costOre = new Float64Array(panel.householdIds.length)
  const counts = new Int32Array(panel.householdIds.length)
  const { start, end } = stretchOf(paid, months.from, months.until)
  let totalOre = 0
  for (let place = start; place < end; place++) {
    const amount = amountOre[paid.rows[place]!]!
    costOre[paid.subjects[place]!]! += amount
    totalOre += amount
  }
  const assisted = householdMonthsWithAssistance(prepared, months).rows
  for (let index = 0; index < assisted.length; index++) counts[household[assisted[index]!]!]!++
  return { costOre, counts, totalOre, householdMonths: assisted.length }
}

/** Whether a household fits, told by the row of its last month with assistance in the period. */
function fitting(prepared: PreparedPanel, filter: CostFilter, counts: Int32Array): (row: number) => boolean {
  const { monthsAtLeast, ageBelow, obstacles, unit, withChildren, fits, months } = filter
  const { household, age, children, unit: unitOf } = prepared.panel.householdMonths
  const obstacle = obstacles.size > 0 ? mainObstacle(prepared, months) : null
  return (row) =>
    (monthsAtLeast === null || counts[household[row]!]! >= monthsAtLeast) &&
    (ageBelow === null || (age[row]! >= 0 && age[row]! < ageBelow)) &&
    (obstacle === null || obstacles.has(obstacle[row]!)) &&
    (unit === null || unitOf[row] === unit) &&
    (withChildren === null || children[row]! > 0 === withChildren) &&
    (fits === null || fits[household[row]!] === 1)
}

export type Concentration = {
  households: number
  costOre: number
  /** Of all households of the period: 100 of the 2 000 of a year are 5 per cent (001-5). */
  shareOfHouseholds: number
  /** Of the households of an average month: the same 100 are 8.6 per cent of 1 160. Never to be set beside a year's cost. */
  shareOfMonth: number
  shareOfCost: number
  /** Cost a household against the average of all, and of all others; null where there are no others. */
  timesAverage: number
  timesOthers: number | null
}

/** What the first `count` of a ranking cost together, against all households of the period. Null without any cost. */
export function concentrationOf({ costOre, base }: CostRanking, count: number): Concentration | null {
  const households = Math.min(count, costOre.length)
  if (households === 0 || base.costOre <= 0) return null
  let sum = 0
  for (let place = 0; place < households; place++) sum += costOre[place]!
  const shareOfHouseholds = households / base.households
  const shareOfCost = sum / base.costOre
  const others = (1 - shareOfCost) / (1 - shareOfHouseholds)
  return {
    households,
    costOre: sum,
    shareOfHouseholds,
    shareOfMonth: households / (base.householdMonths / base.months),
    shareOfCost,
    timesAverage: shareOfCost / shareOfHouseholds,
    timesOthers: Number.isFinite(others) && others > 0 ? shareOfCost / shareOfHouseholds / others : null,
  }
}
