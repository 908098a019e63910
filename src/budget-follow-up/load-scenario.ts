import { householdsOf } from '../calculations/forecast/household-flows.ts'
import { costAhead, type ForecastRow, horizon } from '../calculations/forecast/row-paths.ts'
import { leastMonths } from '../calculations/forecast/row-forecast.ts'
import { type Reach, reachTarget } from '../calculations/forecast/reach-target.ts'
import { volumeTimesCost } from '../calculations/forecast/rest-of-row.ts'
import { exitRatioOfStaffing, type ScenarioCourse, scenarioOf } from '../calculations/forecast/scenario.ts'
import { assistanceRow } from '../economy/statement-rows.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import type { ForecastRows } from './forecast-rows.ts'
import type { CourseView, ScenarioView } from './forecast-view.ts'

export type ScenarioQuestion = {
  /** The group that an action is for; all when left out. */
  group?: string
  /** How many times as likely its households are to leave a month, from a month on. */
  exitRatio?: number
  /** How many per cent more (or fewer) come. */
  inflowPercent?: number
  from?: Month
  /** Per cent that the norm is raised by, from a month on. */
  normPercent?: number
  normFrom?: Month
  /** Caseworkers now and with the change, and what is assumed of it. */
  caseworkers?: number
  caseworkersThen?: number
  elasticity?: number
  /** Households a month, the mean of the year. */
  target?: number
}

/**
 * The forecast from below with and without what is asked. Quick, since it only projects the flows that are known already.
 * Null when the register has no households to project, or less than a year of them. Throws `CannotCalculate` for a caseload that has not been seen.
 */
export function scenarioView(rows: ForecastRows, question: ScenarioQuestion): ScenarioView | null {
  const flows = rows.households?.flows
  const paid = rows.rows.find(({ row }) => row.id === assistanceRow)?.row
  if (!flows || !paid || flows.months < leastMonths) return null
  const households = householdsOf(flows)
  const knownMonths = rows.untilMonth % 12
  const remaining = 12 - knownMonths
  const after = (month: Month | undefined) => (month ? Math.max(0, monthIndex(month) - rows.untilMonth) : 0)
  const caseload = caseloadOf(households, question)
  const inflowRatio = 1 + (question.inflowPercent ?? 0) / 100
  const cost = costAhead(paid.values, households, rows.firstMonth)
  const result = scenarioOf(
    { flows, cost, remaining },
    {
      changes: [
        { group: question.group ?? null, after: after(question.from), exitRatio: question.exitRatio ?? 1, inflowRatio },
        { group: null, after: after(question.from), exitRatio: caseload?.exitRatio ?? 1, inflowRatio: 1 },
      ],
      norm: question.normPercent ? { share: question.normPercent / 100, after: after(question.normFrom) } : null,
    },
  )
  const soFar = sumOf(paid.values.subarray(paid.values.length - knownMonths))
  const known = households.subarray(households.length - knownMonths)
  const rest = (series: Float64Array) => sumOf(series.subarray(0, remaining))
  const { without } = result
  return {
    months: Array.from({ length: horizon }, (_, step) => monthFromIndex(rows.untilMonth + step)),
    year: Math.floor(rows.untilMonth / 12),
    knownMonths,
    without: courseView(without),
    with: courseView(result.with),
    householdsAMonth: result.householdMonths / remaining,
    ore: result.ore,
    yearWithout: soFar + rest(without.ore),
    yearWith: soFar + rest(result.with.ore),
    target: question.target ? targetView(paid, flowsReach(rows, question.target), known, question.target) : null,
    volumes: {
      average: (sumOf(known) + rest(without.households)) / 12,
      stock: without.households[remaining - 1]!,
      inflow: inflowSoFar(rows, knownMonths) + rest(without.inflow),
      exits: exitsSoFar(rows, knownMonths) + rest(without.exits),
    },
    caseload,
  }

  function flowsReach({ untilMonth }: ForecastRows, target: number): Reach {
    return reachTarget(flows!, { target, knownSum: sumOf(known), knownMonths: untilMonth % 12 })
  }
}

function targetView(paid: ForecastRow, reach: Reach, known: Float64Array, target: number): ScenarioView['target'] {
  const unitCost =
    known.length > 0 ? sumOf(paid.values.subarray(paid.values.length - known.length)) / sumOf(known) : null
  return {
    target,
    soFar: known.length > 0 ? sumOf(known) / known.length : 0,
    required: reach.required,
    expected: reach.expected,
    exits: reach.exits,
    inflow: reach.inflow,
    unitCostOre: unitCost,
    costOre: unitCost === null ? null : volumeTimesCost(target, 12, unitCost),
  }
}

/** The months that a caseload is taken to have been seen in: three years. */
const seenMonths = 36

/** The number of caseworkers is taken to have been the same, so that the households of the past tell the caseloads seen. */
function caseloadOf(households: Float64Array, question: ScenarioQuestion): ScenarioView['caseload'] {
  const { caseworkers, caseworkersThen, elasticity } = question
  if (!caseworkers || !caseworkersThen || elasticity === undefined) return null
  const seen = households.subarray(-seenMonths)
  const now = households.at(-1)! / caseworkers
  const then = households.at(-1)! / caseworkersThen
  const observed = { least: Math.min(...seen) / caseworkers, most: Math.max(...seen) / caseworkers }
  return { now, then, ...observed, exitRatio: exitRatioOfStaffing({ now, then, elasticity, observed }) }
}

const courseView = ({ households, ore, inflow, exits }: ScenarioCourse): CourseView => ({
  households: [...households],
  ore: [...ore],
  inflow: [...inflow],
  exits: [...exits],
})

/** Who came in the known months of the year. */
const inflowSoFar = ({ households }: ForecastRows, months: number): number => {
  const { inflow, groups } = households!.flows!
  return months === 0 ? 0 : sumOf(inflow.subarray(inflow.length - months * groups.length))
}

/** Who left in them: those of the month before and those who came, less those who remain. */
function exitsSoFar(rows: ForecastRows, months: number): number {
  const counts = rows.households!.values
  if (months === 0) return 0
  return (counts.at(-1 - months) ?? counts[0]!) + inflowSoFar(rows, months) - counts.at(-1)!
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
