import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import { isWorkingDay } from '../parameters/swedish-calendar.ts'
import { addDays, type Day, weekdayOf } from '../values/day.ts'

export type CoachHours = CatalogueBody<'coach-hours'>
/** Clock time in the municipality, `2019-03-04T09:00`; `until` is when it ends. */
export type TakenTime = { coach: number; from: string; until: string }
export type FreeTime = { coach: number; name: string; unit: string; at: string; minutes: number }

/** `from` is a moment: nothing before it. `until` is the first day no longer asked for. */
export type TimesAsked = { from: string; until: Day }

/** When coaches can be booked, earliest first: their hours on working days, but for days away and times taken. */
export function freeTimes(
  hours: readonly CoachHours[],
  taken: readonly TakenTime[],
  { from, until }: TimesAsked,
): FreeTime[] {
  const free: FreeTime[] = []
  for (let day = from.slice(0, 10) as Day; day < until; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    for (const coach of hours) free.push(...timesOf(coach, day))
  }
  const booked = new Map(hours.map(({ coach }) => [coach, taken.filter((time) => time.coach === coach)]))
  return free
    .filter(({ at }) => at >= from)
    .filter((time) => !booked.get(time.coach)?.some((other) => other.from < endOf(time) && time.at < other.until))
    .sort((a, b) => a.at.localeCompare(b.at) || a.coach - b.coach)
}

function timesOf({ coach, name, unit, minutes, weekly, away }: CoachHours, day: Day): FreeTime[] {
  if (away.some(({ from, until }) => from <= day && day < until)) return []
  return weekly
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .flatMap(({ from, until }) => {
      const count = Math.floor((minuteOf(until) - minuteOf(from)) / minutes)
      return Array.from({ length: Math.max(0, count) }, (_, at) => clock(minuteOf(from) + at * minutes))
    })
    .map((at) => ({ coach, name, unit, at: `${day}T${at}`, minutes }))
}

const endOf = ({ at, minutes }: FreeTime): string => `${at.slice(0, 11)}${clock(minuteOf(at.slice(11)) + minutes)}`

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
