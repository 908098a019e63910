import { type Day, daysIn } from '../values/day.ts'

/** The day after. Files and people write the last day of a period; inside, the end is not included. */
export function nextDay(day: Day): Day {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
  if (dayOfMonth < daysIn(year, month)) return dayOf(year, month, dayOfMonth + 1)
  return month < 12 ? dayOf(year, month + 1, 1) : dayOf(year + 1, 1, 1)
}

const dayOf = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day
