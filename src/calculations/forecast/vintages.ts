import type { Day } from '../../values/day.ts'
import type { MonthIndex } from '../../values/month.ts'

/** A value of a month as it was published on a day. A later release of the same month is a revision. */
export type Release = { month: MonthIndex; published: Day; value: number }

/** A series as it could be read on a day: from `firstMonth` to the last month published, NaN where one is missing. */
export type Vintage = { firstMonth: MonthIndex; values: Float64Array }

/**
 * What was known at the end of a day: the last release of each month up to and including the day.
 *
 * A backtest on today's values would know revisions and months that had not been published, and look better than
 * any forecast could have been (Croushore & Stark 2001). Of two releases of a month on one day the later row counts.
 * Null when nothing had been published.
 */
export function knownOn(releases: readonly Release[], day: Day): Vintage | null {
  const latest = new Map<MonthIndex, Release>()
  for (const release of releases) {
    const before = latest.get(release.month)
    if (release.published <= day && !(before && before.published > release.published))
      latest.set(release.month, release)
  }
  if (latest.size === 0) return null
  const firstMonth = Math.min(...latest.keys())
  const values = new Float64Array(Math.max(...latest.keys()) - firstMonth + 1).fill(Number.NaN)
  for (const { month, value } of latest.values()) values[month - firstMonth] = value
  return { firstMonth, values }
}
