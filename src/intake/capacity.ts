import { mondayOf, weekNumber } from '../parameters/swedish-calendar.ts'
import { addDays, type Day } from '../values/day.ts'

export type WeekCapacity = {
  monday: Day
  week: number
  /** Times that nobody has booked. */
  free: number
  /** Contacts without a booked time, whose promised day lies in the week; in the first week also those overdue. */
  waiting: number
  /** How many of those waiting get no time in the week or before it. */
  missing: number
}

/**
 * Whether the times suffice, week by week. A time left over in one week can be used by somebody promised a later one,
 * never the other way.
 */
export function weeklyCapacity(
  freeDays: readonly Day[],
  promisedDays: readonly Day[],
  today: Day,
  weeks: number,
): WeekCapacity[] {
  const first = mondayOf(today)
  let spare = 0
  return Array.from({ length: weeks }, (_, at) => {
    const monday = addDays(first, 7 * at)
    const next = addDays(monday, 7)
    const free = freeDays.filter((day) => monday <= day && day < next).length
    const waiting = promisedDays.filter((day) => (at === 0 || monday <= day) && day < next).length
    const missing = Math.max(0, waiting - free - spare)
    spare = Math.max(0, spare + free - waiting)
    return { monday, week: weekNumber(monday), free, waiting, missing }
  })
}
