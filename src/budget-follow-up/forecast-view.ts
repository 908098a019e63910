import type { Ends } from '../calculations/forecast/row-forecast.ts'
import type { RestOfRow } from '../calculations/forecast/rest-of-row.ts'
import type { RowMethod } from '../calculations/forecast/row-methods.ts'
import type { MethodRecord } from '../calculations/forecast/row-record.ts'
import type { Month } from '../values/month.ts'

/** What a method says of a row. Öre in the signs of the statement (costs negative), or households. */
export type MethodView = {
  method: RowMethod
  months: number[]
  monthIntervals: Ends<number[]>[]
  year: number
  yearIntervals: Ends<number>[]
  record: MethodRecord
}

/** Variances to the budget: so far, in the full-year forecast, and what that takes a month. Null where there is no month to share by. */
export type Rest = RestOfRow & { soFar: number; forecast: number }

export type RowView = {
  id: string
  label: string
  kind?: 'sum'
  /** Every known month; null where one is missing. */
  history: (number | null)[]
  soFar: number
  methods: MethodView[]
  /** Of the operating statement; null when there is no budget. */
  budgetSoFar: number | null
  budgetYear: number | null
  /** Against the budget, by method: what is issued goes before what the method gives. None without a budget. */
  rest: Partial<Record<RowMethod, Rest>>
  /** The latest forecast that somebody has issued for the row and year. */
  issued: IssuedView | null
}

/** A forecast as it was issued, and what came; `outcome` is null until the year is over. */
export type IssuedView = {
  key: string
  version: number
  savedAt: string
  savedBy: string | null
  year: number
  row: string
  knownTo: Month
  method: RowMethod
  computedOre: number
  lowerOre: number
  upperOre: number
  adjustmentOre: number
  reason: string
  outcomeOre: number | null
}

export type ForecastView = {
  /** Null when there is nothing to forecast. */
  dataFrom: Month | null
  knownTo: Month | null
  year: number
  knownMonths: number
  rows: RowView[]
  /** Households a month: the year is the sum of its months. */
  households: RowView | null
  /** Groups of households that a scenario can be about. */
  groups: string[]
  /** What the municipality itself says that the households a month will come to in the year; null where the volume file does not. */
  ownVolume: number | null
  archive: IssuedView[]
  withheld: 'too-few' | null
}

/** A course month by month, with and without what is assumed. */
export type CourseView = { households: number[]; ore: number[]; inflow: number[]; exits: number[] }

export type ScenarioView = {
  months: Month[]
  year: number
  knownMonths: number
  without: CourseView
  with: CourseView
  /** With − without until the end of the year: households a month in the mean of the rest, and öre (below zero is a saving). */
  householdsAMonth: number
  ore: number
  /** The full year of the row, from below, without and with. */
  yearWithout: number
  yearWith: number
  target: {
    target: number
    soFar: number
    required: number
    expected: number
    exits: { expected: number; required: number | null }
    inflow: { expected: number; required: number | null }
    /** The target × 12 × what a household has cost this year, and what that is per household and month. */
    costOre: number | null
    unitCostOre: number | null
  } | null
  /** Of the budget year, from below: an average, a stock at the end of the year, and two flows. */
  volumes: { average: number; stock: number; inflow: number; exits: number }
  /** Caseload this year and the least and most that has been seen, when the number of caseworkers is given. */
  caseload: { now: number; then: number; least: number; most: number; exitRatio: number } | null
}
