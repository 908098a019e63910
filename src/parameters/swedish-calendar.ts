import { addDays, type Day, daysBetween, weekdayOf } from '../values/day.ts'

/** A day off: one and the same date every year, a weekday within a week, or so many days from Easter Sunday. */
type Rule = { name: string; source: string } & ({ on: string } | { weekday: number; from: string } | { easter: number })

/** Sundays are red on their own account, so Easter Day and Whit Sunday need no row. 0 is Monday. */
const statute = 'Lag (1989:253) om allmänna helgdagar, lydelse enligt SFS 2004:1320, i kraft 1 januari 2005'
const asSundays = 'Semesterlag (1977:480) 3 a §: med söndag jämställs midsommarafton, julafton och nyårsafton'

const [friday, saturday] = [4, 5]

/** The first year that these rules are known for: before it Whit Monday was red, and 6 June was not. */
const firstYear = 2005

const rules: readonly Rule[] = [
  { name: 'Nyårsdagen', on: '01-01', source: statute },
  { name: 'Trettondedag jul', on: '01-06', source: statute },
  { name: 'Långfredagen', easter: -2, source: statute },
  { name: 'Annandag påsk', easter: 1, source: statute },
  { name: 'Första maj', on: '05-01', source: statute },
  { name: 'Kristi himmelsfärdsdag', easter: 39, source: statute },
  { name: 'Sveriges nationaldag', on: '06-06', source: statute },
  { name: 'Midsommarafton', weekday: friday, from: '06-19', source: asSundays },
  { name: 'Midsommardagen', weekday: saturday, from: '06-20', source: statute },
  { name: 'Alla helgons dag', weekday: saturday, from: '10-31', source: statute },
  { name: 'Julafton', on: '12-24', source: asSundays },
  { name: 'Juldagen', on: '12-25', source: statute },
  { name: 'Annandag jul', on: '12-26', source: statute },
  { name: 'Nyårsafton', on: '12-31', source: asSundays },
]

/** The name of a red day, or of an eve that is treated as one; null for any other day, Saturdays and Sundays included. */
export function holidayName(day: Day): string | null {
  const year = Number(day.slice(0, 4))
  return holidaysOf(year).get(day) ?? null
}

/** Monday to Friday, and neither a red day nor an eve that is treated as one. */
export const isWorkingDay = (day: Day): boolean => weekdayOf(day) < saturday && holidayName(day) === null

/** A working day alone between two days off (klämdag), when many are away. */
export const isSqueezeDay = (day: Day): boolean =>
  isWorkingDay(day) && !isWorkingDay(addDays(day, -1)) && !isWorkingDay(addDays(day, 1))

/** Working days after `day` up to and including `last`; none when `last` is not later. */
export function workingDaysAfter(day: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let at = addDays(day, 1); at <= last; at = addDays(at, 1)) if (isWorkingDay(at)) days.push(at)
  return days
}

const known = new Map<number, ReadonlyMap<string, string>>()

/** Throws for a year before the rules: a calendar is never guessed backwards. */
function holidaysOf(year: number): ReadonlyMap<string, string> {
  if (year < firstYear) throw new Error(`No calendar known for ${year}; the first is for ${firstYear}`)
  const found = known.get(year) ?? new Map(rules.map((rule) => [dayOf(rule, year), rule.name]))
  known.set(year, found)
  return found
}

function dayOf(rule: Rule, year: number): Day {
  if ('easter' in rule) return addDays(easterSunday(year), rule.easter)
  if ('on' in rule) return `${year}-${rule.on}` as Day
  const from = `${year}-${rule.from}` as Day
  return addDays(from, (rule.weekday - weekdayOf(from) + 7) % 7)
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const position = epact + weekday - 7 * shift + 114
  return `${year}-${two(Math.floor(position / 31))}-${two((position % 31) + 1)}` as Day
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: Day): Day => addDays(day, -weekdayOf(day))

/** The number of the week as Swedish calendars have it (ISO 8601): week 1 is the one with the year's first Thursday. */
export function weekNumber(day: Day): number {
  const thursday = addDays(mondayOf(day), 3)
  const yearStart = `${thursday.slice(0, 4)}-01-01` as Day
  return Math.floor(daysBetween(yearStart, thursday) / 7) + 1
}
