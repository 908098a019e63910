import { recentChanges } from './conformal-scale.ts'
import type { RolledForecast } from './rolling-intervals.ts'
import { forecastFrom, leastMonths, type RowForecast } from './row-forecast.ts'
import { type RowMethod, rowMethods } from './row-methods.ts'
import { type ForecastRow, horizon, rowPaths } from './row-paths.ts'
import { type RowPast, rowPast } from './row-past.ts'

/** A row and whether it adds to the total (revenue, in the signs of the statement) or is taken from it. */
export type SignedRow = { row: ForecastRow; sign: 1 | -1 }

/**
 * Every row, and their sum: the result of the statement.
 *
 * The sum's errors are those of the sums that were forecast, so errors that cancel between rows are not counted twice
 * (`conformalised as a sum`). A row without a method takes part by its combination.
 * The rows have the same months.
 */
export function forecastStatement(rows: readonly SignedRow[]): {
  rows: (RowForecast | null)[]
  total: RowForecast | null
} {
  if (rows.some(({ row }) => row.values.length < leastMonths)) return { rows: rows.map(() => null), total: null }
  const parts = rows.map(({ row, sign }) => ({
    row,
    sign,
    paths: rowPaths(row, row.values.length),
    past: rowPast(row),
  }))
  const forecasts = parts.map(({ row, paths, past }) => forecastFrom(row, paths, past))
  const [first] = parts
  if (!first) return { rows: [], total: null }
  const values = addUp(parts.map(({ row, sign }) => ({ series: row.values, sign })))
  const methods = rowMethods.filter((method) => parts.some(({ paths }) => paths[method]))
  const paths: Partial<Record<RowMethod, Float64Array>> = {}
  const past: RowPast = {}
  for (const method of methods) {
    const chosen = parts.map((part) => ({ ...part, by: part.paths[method] ? method : ('combination' as const) }))
    paths[method] = addUp(chosen.map(({ paths: own, by, sign }) => ({ series: own[by]!, sign })))
    past[method] = pastOfSum(
      values,
      chosen.map(({ past: own, by, sign }) => ({ past: own[by] ?? [], sign })),
    )
  }
  return {
    rows: forecasts,
    total: forecastFrom({ id: 'result', values, firstMonth: first.row.firstMonth }, paths, past),
  }
}

/** Where every row has a past forecast. */
function pastOfSum(values: Float64Array, parts: { past: readonly RolledForecast[]; sign: 1 | -1 }[]): RolledForecast[] {
  const byOrigin = parts.map(({ past }) => new Map(past.map((each) => [each.origin, each])))
  return parts[0]!.past.flatMap(({ origin }) => {
    const each = byOrigin.map((origins) => origins.get(origin))
    const changes = recentChanges(values.subarray(0, origin), { horizon, season: 12 })
    if (changes === null || each.some((part) => !part)) return []
    const sumOf = (series: (part: RolledForecast) => Float64Array) =>
      addUp(each.map((part, at) => ({ series: series(part!), sign: parts[at]!.sign })))
    return [{ origin, changes, forecast: sumOf((part) => part.forecast), actual: sumOf((part) => part.actual) }]
  })
}

const addUp = (parts: { series: Float64Array; sign: 1 | -1 }[]): Float64Array =>
  parts[0]!.series.map((_, at) => parts.reduce((sum, { series, sign }) => sum + sign * series[at]!, 0))
