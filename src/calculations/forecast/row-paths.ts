import type { MonthIndex } from '../../values/month.ts'
import { combination } from './combination.ts'
import { belowCostPath, belowPath } from './from-below.ts'
import { forecastMean } from './forecast-mean.ts'
import { type HouseholdFlows, householdsOf } from './household-flows.ts'
import type { RowMethod } from './row-methods.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import type { PointMethod } from './series.ts'
import { straightLine } from './straight-line.ts'
import { unitCostAhead } from './unit-cost.ts'

/**
 * One row by month, so that more is a higher number: öre of a cost, or households.
 * NaN where a month is missing. With `flows`, of the same months, the row follows the households.
 */
export type ForecastRow = {
  id: string
  values: Float64Array
  firstMonth: MonthIndex
  flows: HouseholdFlows | null
  /** Where the households are known by their number alone, and cannot be followed; NaN where a month is missing. */
  households?: Float64Array
  /** The row counts the households themselves. */
  isHouseholds?: boolean
  /** Indices of the first value after each declared change of level. */
  breaks?: number[]
}

/** A year ahead always reaches the end of the budget year. */
export const horizon = 12
const season = 12

/**
 * What each method expects of the twelve months after the first `origin`, from these alone.
 *
 * Straight line: the mean of the year so far. Seasonal: the same month of the year before. Volume × unit cost: the
 * households by Theta and a damped trend, times what one costs. From below: see `belowCostPath`.
 * Combination: the mean of the two that follow the households. The other two know of no trend, and drew it after them:
 * 2 % too low on the demo, whose cost rises, and a tenth worse in MASE there, on M3 and on the Danish municipalities.
 * A row that does not follow the households has neither of the two that do, and its combination is the median of the other
 * two and Theta; where only the number of households is known there is none from below, and the combination is the volume.
 */
export function rowPaths(row: ForecastRow, origin: number): Partial<Record<RowMethod, Float64Array>> {
  const known = row.values.subarray(0, origin)
  const breaks = row.breaks?.filter((first) => first < origin) ?? []
  const byModel = (values: Float64Array, method: PointMethod) =>
    forecastMean(values, { method, horizon, season, breaks })
  const simple = {
    'straight-line': straightLine(known, row.firstMonth, { horizon, breaks }),
    seasonal: breaks.length > 0 ? byModel(known, 'seasonal-naive') : seasonalNaive(known, { horizon, season }),
  }
  const households = (row.flows ? householdsOf(row.flows) : row.households)?.subarray(0, origin)
  if (!households) return { ...simple, combination: combination([...Object.values(simple), byModel(known, 'theta')]) }
  const cost = row.isHouseholds ? new Float64Array(horizon).fill(1) : costAhead(known, households, row.firstMonth)
  const model = () => combination([byModel(households, 'theta'), byModel(households, 'damped')])
  const volume = row.flows ? volumePath(row.flows, origin, model) : model()
  const below = row.isHouseholds ? belowPath : belowCostPath
  const priced = (path: Float64Array) => path.map((count, step) => count * cost[step]!)
  const following = {
    'volume-times-cost': priced(volume),
    ...(row.flows && { 'from-below': priced(below(row.flows, origin, horizon)) }),
  }
  return { ...simple, ...following, combination: combination(Object.values(following)) }
}

/** Two rows that follow the same households share what is slow to work out. */
const volumes = new WeakMap<HouseholdFlows, Map<number, Float64Array>>()

function volumePath(flows: HouseholdFlows, origin: number, make: () => Float64Array): Float64Array {
  const known = volumes.get(flows) ?? new Map<number, Float64Array>()
  volumes.set(flows, known)
  const path = known.get(origin) ?? make()
  known.set(origin, path)
  return path
}

/** Öre per household in each coming month. */
export const costAhead = (values: Float64Array, households: Float64Array, firstMonth: MonthIndex): Float64Array =>
  unitCostAhead(
    values.map((value, month) => (households[month]! > 0 ? value / households[month]! : Number.NaN)),
    firstMonth,
    horizon,
  )
