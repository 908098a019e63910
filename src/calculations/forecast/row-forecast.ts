import { recentChanges } from './conformal-scale.ts'
import { widthsAt } from './rolling-intervals.ts'
import { type RowMethod, rowMethods } from './row-methods.ts'
import { type ForecastRow, horizon, rowPaths } from './row-paths.ts'
import { type RowPast, rowPast } from './row-past.ts'
import { intervalOptions, type MethodRecord, recordOf } from './row-record.ts'
import { type BudgetYear, budgetYearOf } from './year-total.ts'

/** An interval around a number or a path; both ends belong to it. */
export type Ends<Value> = { level: number; lower: Value; upper: Value }

export type MethodForecast = {
  method: RowMethod
  /** The twelve months after the last that is known. */
  months: number[]
  monthIntervals: Ends<number[]>[]
  /** The year that the first of them belongs to: what is known of it and the rest. */
  year: number
  yearIntervals: Ends<number>[]
  record: MethodRecord
}

export type RowForecast = {
  id: string
  known: BudgetYear
  methods: MethodForecast[]
}

/** With less than a year nothing says what a year holds. */
export const leastMonths = 12

/**
 * The forecast of a row by every method that it can have, with intervals from the method's own past errors and the
 * record of them. Null when the row has less than a year of months, or one of the current year is missing.
 */
export function forecastRow(row: ForecastRow): RowForecast | null {
  if (row.values.length < leastMonths) return null
  return forecastFrom(row, rowPaths(row, row.values.length), rowPast(row))
}

/** The same from paths and past forecasts that are already made, as those of a sum of rows are. */
export function forecastFrom(
  row: Pick<ForecastRow, 'id' | 'values' | 'firstMonth' | 'breaks'>,
  paths: Partial<Record<RowMethod, Float64Array>>,
  past: RowPast,
): RowForecast | null {
  const { id, values, firstMonth, breaks = [] } = row
  const changes = recentChanges(values, { horizon, season: 12, breaks })
  const known = budgetYearOf(values, firstMonth)
  if (changes === null || !known) return null
  const at = { origin: values.length, changes }
  return {
    id,
    known,
    methods: rowMethods.flatMap((method) => {
      const path = paths[method]
      if (!path) return []
      const own = past[method] ?? []
      const widths = widthsAt(own, at, intervalOptions)
      const year = known.knownSum + path.subarray(0, known.remainingMonths).reduce((sum, value) => sum + value, 0)
      const last = Math.min(horizon, known.remainingMonths) - 1
      return [
        {
          method,
          months: [...path],
          monthIntervals: widths.map(({ level, steps }) => ({
            level,
            lower: Array.from(path, (value, step) => value - steps[step]!),
            upper: Array.from(path, (value, step) => value + steps[step]!),
          })),
          year,
          yearIntervals: widths.map(({ level, sums }) => ({
            level,
            lower: year - sums[last]!,
            upper: year + sums[last]!,
          })),
          record: recordOf(row, own),
        },
      ]
    }),
  }
}
