import { obstacleGroupLabel } from '../parameters/code-lists/obstacles.ts'
import type { MonthIndex } from '../values/month.ts'
import { isAdult, type Months } from './assistance.ts'
import { latestIn, rowsIn, stretchOf } from './month-order.ts'
import type { PreparedPanel } from './prepared-panel.ts'

/** Households of a group, by position in `Panel.householdIds`: 1 for those in it. */
export type GroupMarks = Uint8Array

export function marksOf({ panel }: PreparedPanel, households: Iterable<number>): GroupMarks {
  const marks = new Uint8Array(panel.householdIds.length)
  for (const household of households) marks[household] = 1
  return marks
}

/** Persons of some households, as they were in each household's last month with assistance; adults are applicant and co-applicant. */
export type GroupPersons = { households: number; children: number; women: number; men: number }

const nobody = (): GroupPersons => ({ households: 0, children: 0, women: 0, men: 0 })

/** Those of a group that had assistance in the months, each household once. */
export const assistedOf = (prepared: PreparedPanel, group: GroupMarks, { from, until }: Months): GroupPersons =>
  personsIn(
    prepared,
    latestIn(prepared.assisted, from, until, (household) => group[household] === 1),
  )

function personsIn({ panel }: PreparedPanel, rows: Int32Array): GroupPersons {
  const { children, womenAdults, menAdults } = panel.householdMonths
  const found = nobody()
  for (const row of rows) {
    found.households++
    found.children += children[row]!
    found.women += womenAdults[row]!
    found.men += menAdults[row]!
  }
  return found
}

/**
 * Those of a group that had not left at the beginning of a month, and those of them that have left before a later one.
 * Who has left has had no assistance for more months in a row than a spell may have gaps; who had left already counts in neither.
 */
export function closedBetween(
  prepared: PreparedPanel,
  group: GroupMarks,
  { from, until }: Months,
): { open: GroupPersons; closed: GroupPersons } {
  const { assisted, allowedGap, panel } = prepared
  const { household, month } = panel.householdMonths
  const lastBefore = (at: MonthIndex) => latestIn(assisted, prepared.firstMonth, at, (each) => group[each] === 1)
  const isOpenAt = (row: number, at: MonthIndex) => at - 1 - month[row]! <= allowedGap
  const openRows = lastBefore(from).filter((row) => isOpenAt(row, from))
  const wasOpen = marksOf(
    prepared,
    Array.from(openRows, (row) => household[row]!),
  )
  const closedRows = lastBefore(until).filter((row) => wasOpen[household[row]!] === 1 && !isOpenAt(row, until))
  return { open: personsIn(prepared, openRows), closed: personsIn(prepared, closedRows) }
}

/** What a group was paid for the months, net of recoveries, öre. */
export function paidTo({ paid, panel }: PreparedPanel, group: GroupMarks, { from, until }: Months): number {
  const { start, end } = stretchOf(paid, from, until)
  let sum = 0
  for (let place = start; place < end; place++)
    if (group[paid.subjects[place]!] === 1) sum += panel.householdMonths.amountOre[paid.rows[place]!]!
  return sum
}

/** What each household of the panel was paid for the months, öre: 0 for who had nothing. */
export function paidEach({ paid, panel }: PreparedPanel, { from, until }: Months): Float64Array {
  const { start, end } = stretchOf(paid, from, until)
  const sums = new Float64Array(panel.householdIds.length)
  for (let place = start; place < end; place++)
    sums[paid.subjects[place]!]! += panel.householdMonths.amountOre[paid.rows[place]!]!
  return sums
}

/** Adults of the group with assistance in a month by the Swedish name of the group that their obstacle belongs to, as in the panel. */
export function adultsByObstacle(
  { assistedPersons, panel }: PreparedPanel,
  group: GroupMarks,
  at: MonthIndex,
): ReadonlyMap<string, number> {
  const { personMonths, householdMonths, obstacles } = panel
  const counts = new Map<string, number>()
  for (const row of rowsIn(assistedPersons, at, at + 1)) {
    if (group[householdMonths.household[personMonths.householdMonth[row]!]!] !== 1 || !isAdult(personMonths, row))
      continue
    const name = obstacles[personMonths.obstacle[row]!]?.group ?? obstacleGroupLabel.unknown
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
