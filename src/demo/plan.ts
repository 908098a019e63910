import type { MonthIndex } from '../values/month.ts'

/** The months that the demo's files cover, `until` not included, and its size against the municipality it is modelled on. */
export type Plan = { first: MonthIndex; until: MonthIndex; scale: number }

export const yearOf = (at: MonthIndex): number => Math.floor(at / 12)

/** Whether the whole calendar year lies within the plan: only then can its yearly totals be met. */
export const covers = (plan: Plan, year: number): boolean => plan.first <= year * 12 && plan.until >= year * 12 + 12

/** The year that the modelled municipality published its yearly totals for. */
export const knownYear = 2018

/** Of the known year. `children` are under 18; a person counts once. */
export const knownTotals = { households: 1395, persons: 3000, children: 1305 }

/**
 * Households with assistance a month, by year: 599 in 2018 and 602 in January–April 2019 are published.
 * The years before are ours: a slow rise, as the diagram of the same report shows.
 */
const yearlyAverage: Record<number, number> = { 2016: 560, 2017: 590, 2018: 599, 2019: 602 }

/** Of a year, around its average; sums to zero. January to April of 2019 have a row of their own for that reason. */
const seasons = [6, 4, 5, 1, -2, -6, 8, 4, -6, -8, -5, -1]
const seasons2019 = [1, 2, 3, -6, -4, -8, 4, 2, -8, -10, -7, -4]

export function householdsIn(at: MonthIndex, scale: number): number {
  const year = yearOf(at)
  const average = yearlyAverage[year] ?? (year < 2016 ? 545 : 596)
  return Math.round((average + (year === 2019 ? seasons2019 : seasons)[at % 12]!) * scale)
}

/**
 * Households that have their first assisted month of the calendar year in this month, January aside.
 * In the known year they add up to its 1 395 households.
 */
export function firstOfYearIn(at: MonthIndex, scale: number): number {
  const january = yearOf(at) * 12
  const total =
    yearOf(at) === knownYear
      ? Math.round(knownTotals.households * scale) - householdsIn(january, scale)
      : 11 * 72 * scale
  const passed = at - january
  return Math.round((total * passed) / 11) - Math.round((total * (passed - 1)) / 11)
}
