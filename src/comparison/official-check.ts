import { type Month, monthFromNumber } from '../values/month.ts'
import type { OfficialMonth } from './reference.queries.ts'

/** A month of ours: öre, and households. Null when it is withheld or there are no data. */
export type OwnMonth = { month: Month; paidOre: number | null; households: number | null }

/** A year of both, of the months that both have; null where no month is in common. */
export type CheckedYear = {
  year: number
  paid: { months: number; publishedOre: number; oursOre: number } | null
  /** Means of a month. */
  households: { months: number; published: number; ours: number } | null
}

const oreInThousand = 100_000

/** Socialstyrelsen's published months against ours, year by year. A month that one of them lacks is left out of both. */
export function checkOfficial(published: readonly OfficialMonth[], ours: readonly OwnMonth[]): CheckedYear[] {
  const own = new Map(ours.map((each) => [each.month, each]))
  const pairs = published.flatMap(({ month: number, thousands, households }) => {
    const mine = own.get(monthFromNumber(number))
    return mine ? [{ year: Math.floor(number / 100), thousands, households, mine }] : []
  })
  const years = [...new Set(pairs.map(({ year }) => year))]
  return years.map((year) => {
    const inYear = pairs.filter((each) => each.year === year)
    const amounts = inYear.flatMap(({ thousands, mine }) =>
      thousands === null || mine.paidOre === null ? [] : [[thousands * oreInThousand, mine.paidOre] as const],
    )
    const counts = inYear.flatMap(({ households, mine }) =>
      households === null || mine.households === null ? [] : [[households, mine.households] as const],
    )
    const [publishedOre, oursOre] = sums(amounts)
    const [there, here] = sums(counts)
    const months = counts.length
    return {
      year,
      paid: amounts.length > 0 ? { months: amounts.length, publishedOre, oursOre } : null,
      households: months > 0 ? { months, published: there / months, ours: here / months } : null,
    }
  })
}

const sums = (pairs: readonly (readonly [number, number])[]): [number, number] => [
  pairs.reduce((sum, [one]) => sum + one, 0),
  pairs.reduce((sum, [, other]) => sum + other, 0),
]
