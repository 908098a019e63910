import type { MonthIndex } from '../../values/month.ts'
import { mean } from '../sample-statistics.ts'

/** How many months of its own a year needs for its cost to count as much as what last year leads one to expect. */
const yearWeight = 3
/** How many years the rises of January are the mean of. */
const risesKept = 3

/**
 * What an active household is expected to cost in each coming month.
 *
 * The norm is raised in January, so the cost is taken to be level within a year and to rise between years:
 * by the mean of the last three rises. The level of a year is the mean of its known months, drawn towards the year
 * before with its rise as if that were three months. Months that are missing (NaN) are left out.
 * `values` are öre per household and month from `firstMonth`; at least one is known.
 */
export function unitCostAhead(values: Float64Array, firstMonth: MonthIndex, horizon: number): Float64Array {
  const years = yearlyLevels(values, firstMonth)
  const rise = meanRise(years)
  const next = firstMonth + values.length
  const lastYear = years.at(-1)!
  const before = years.at(-2)
  const expected = before ? before.level * rise : lastYear.level
  const level = (expected * yearWeight + lastYear.level * lastYear.months) / (yearWeight + lastYear.months)
  return Float64Array.from({ length: horizon }, (_, step) => {
    const ahead = Math.floor((next + step) / 12) - lastYear.year
    return level * rise ** ahead
  })
}

type Year = { year: number; level: number; months: number }

function yearlyLevels(values: Float64Array, firstMonth: MonthIndex): Year[] {
  const byYear = new Map<number, number[]>()
  values.forEach((value, at) => {
    const year = Math.floor((firstMonth + at) / 12)
    if (!Number.isNaN(value)) byYear.set(year, [...(byYear.get(year) ?? []), value])
  })
  return [...byYear].map(([year, known]) => ({ year, level: mean(known), months: known.length }))
}

/** Half a year on either side tells a rise; less than that is chance. 1 when none is known. */
function meanRise(years: Year[]): number {
  const rises = years.flatMap(({ level, months }, at) => {
    const before = years[at - 1]
    return before && months >= 6 && before.months >= 6 ? [level / before.level] : []
  })
  return rises.length === 0 ? 1 : mean(rises.slice(-risesKept))
}
