import { leastTraining } from './backtest.ts'
import { recentChanges } from './conformal-scale.ts'
import type { RolledForecast } from './rolling-intervals.ts'
import { type RowMethod, rowMethods } from './row-methods.ts'
import { type ForecastRow, horizon, rowPaths } from './row-paths.ts'

/** What each method would have said, month after month; in order of time. */
export type RowPast = Partial<Record<RowMethod, RolledForecast[]>>

const season = 12
/** The longest record that is kept: five years of months. */
const mostOrigins = 60

/** Two years before the record, for its first intervals to be learnt from. */
const learning = 24

/**
 * Forecasts by every method from each of the last sixty months, and from two years before them for their intervals to
 * be learnt from, each with only the months before it. The first has two whole years behind it.
 */
export function rowPast(row: ForecastRow): RowPast {
  const past: RowPast = {}
  const first = Math.max(leastTraining(season), row.values.length - mostOrigins - learning)
  for (let origin = first; origin < row.values.length; origin++) {
    const changes = recentChanges(row.values.subarray(0, origin), {
      horizon,
      season,
      breaks: breaksBefore(row, origin),
    })
    if (changes === null) continue
    const actual = actualAfter(row, origin)
    const paths = rowPaths(row, origin)
    for (const method of rowMethods)
      if (paths[method]) (past[method] ??= []).push({ origin, changes, forecast: paths[method], actual })
  }
  return past
}

/** The origins of the record: the last five years of those there are. */
export const recorded = (past: readonly RolledForecast[]): RolledForecast[] => past.slice(-mostOrigins)

const breaksBefore = ({ breaks = [] }: ForecastRow, origin: number) => breaks.filter((first) => first < origin)

/** A declared break is known of today, so errors over it say nothing of the errors to come. */
function actualAfter({ values, breaks = [] }: ForecastRow, origin: number): Float64Array {
  const until = Math.min(values.length, ...breaks.filter((first) => first >= origin))
  return Float64Array.from({ length: horizon }, (_, step) =>
    origin + step < until ? values[origin + step]! : Number.NaN,
  )
}
