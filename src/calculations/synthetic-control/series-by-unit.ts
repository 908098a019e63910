import { CannotCalculate } from '../refusal.ts'

/** One series per unit over the same periods, NaN where a unit has no row. */
export type SeriesByUnit = { times: Float64Array; series: Float64Array[] }

/**
 * Rows of unit (codes from 0), time and value as one series per unit, over all times that occur, ascending.
 * Refuses two rows for the same unit and time; `row` is counted as in a file with a row of names.
 */
export function seriesByUnit(unit: Int32Array, time: Float64Array, value: Float64Array): SeriesByUnit {
  const times = Float64Array.from(new Set(time)).sort()
  const periodOf = new Map(Array.from(times, (each, period) => [each, period]))
  const units = unit.reduce((most, each) => Math.max(most, each), -1) + 1
  const series = Array.from({ length: units }, () => new Float64Array(times.length).fill(Number.NaN))
  const seen = new Set<number>()
  unit.forEach((each, row) => {
    const place = each * times.length + periodOf.get(time[row]!)!
    if (seen.has(place)) throw new CannotCalculate('duplicate-row', { row: row + 2, key: 'samma enhet och period' })
    seen.add(place)
    series[each]![periodOf.get(time[row]!)!] = value[row]!
  })
  return { times, series }
}
