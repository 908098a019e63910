import { type MonthBits, monthBitsOf, monthsOf } from '../calculations/month-bits.ts'
import { type MonthOrder, orderByMonth, stretchOf } from '../calculations/month-order.ts'
import type { Gender } from '../interventions/enrolments.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'

export type Adult = { personId: number; householdId: number; gender: Gender | null }

/** Payments less recoveries as rows, sorted by (household, month). Months are indices. */
export type PaidColumns = { household: Float64Array; month: Int32Array; amountOre: Float64Array }

/** Applicants and co-applicants with the months they belonged to a household, `until` not included; sorted by household. */
export type AdultColumns = {
  household: Float64Array
  person: Float64Array
  isMain: Uint8Array
  from: Int32Array
  until: Int32Array
  /** A position in `genders`. */
  gender: Uint8Array
}

export const genders: readonly (Gender | null)[] = [null, 'woman', 'man']

/** Who had assistance when, and who the adults of each household are. Households and persons are positions in order of their ids. */
export type AssistanceFacts = {
  householdIds: Float64Array
  personIds: Float64Array
  /** A position in `genders`, for each person. */
  genderOf: Uint8Array
  /** Months with assistance: when payments less recoveries come to more than nothing. */
  assisted: MonthOrder
  assistedMonths: MonthBits
  /** Where the adults of each household begin; one more at the end. */
  adultsFrom: Int32Array
  /** Positions of persons. */
  person: Int32Array
  from: Int32Array
  until: Int32Array
  isMain: Uint8Array
}

export function assistanceFacts(paid: PaidColumns, adults: AdultColumns): AssistanceFacts {
  const householdIds = distinct(paid.household, adults.household)
  const personIds = distinct(adults.person)
  const homes = positionsOf(adults.household, householdIds)
  const person = positionsOf(adults.person, personIds)
  const genderOf = new Uint8Array(personIds.length)
  const adultsFrom = new Int32Array(householdIds.length + 1)
  for (let row = 0; row < person.length; row++) {
    genderOf[person[row]!] = adults.gender[row]!
    adultsFrom[homes[row]! + 1]!++
  }
  for (let home = 0; home < householdIds.length; home++) adultsFrom[home + 1]! += adultsFrom[home]!
  const assisted = assistedMonths(paid, householdIds)
  const { from, until, isMain } = adults
  return {
    ...{ householdIds, personIds, genderOf, assisted, assistedMonths: monthBitsOf(assisted) },
    ...{ adultsFrom, person, from, until, isMain },
  }
}

/**
 * Adults of households with assistance for some month of a period, both months included: each once, in the household that
 * had it last, of several the one with the lowest id. In order of their ids. Children are nobody's to refer.
 */
export function adultsIn(facts: AssistanceFacts, first: Month, last: Month): Adult[] {
  const { assisted, adultsFrom, person, from, until } = facts
  const home = new Int32Array(facts.personIds.length).fill(-1)
  for (let month = monthIndex(last); month >= monthIndex(first); month--) {
    const { start, end } = stretchOf(assisted, month, month + 1)
    for (let place = start; place < end; place++) {
      const household = assisted.subjects[place]!
      for (let row = adultsFrom[household]!; row < adultsFrom[household + 1]!; row++)
        if (home[person[row]!]! < 0 && from[row]! <= month && month < until[row]!) home[person[row]!] = household
    }
  }
  const adults: Adult[] = []
  for (let each = 0; each < home.length; each++)
    if (home[each]! >= 0)
      adults.push({
        personId: facts.personIds[each]!,
        householdId: facts.householdIds[home[each]!]!,
        gender: genders[facts.genderOf[each]!]!,
      })
  return adults
}

/** The months that a household had assistance for, in order. */
export function assistedMonthsOf({ householdIds, assistedMonths }: AssistanceFacts, householdId: number): Month[] {
  const household = positionIn(householdIds, householdId)
  return household < 0 ? [] : monthsOf(assistedMonths, household).map(monthFromIndex)
}

/** The gender of a household's main applicant: of the latest, where it has changed. */
export function mainGenderOf(facts: AssistanceFacts, householdId: number): Gender | null {
  const household = positionIn(facts.householdIds, householdId)
  if (household < 0) return null
  let latest = -1
  for (let row = facts.adultsFrom[household]!; row < facts.adultsFrom[household + 1]!; row++)
    if (facts.isMain[row] && (latest < 0 || facts.from[row]! > facts.from[latest]!)) latest = row
  return latest < 0 ? null : genders[facts.genderOf[facts.person[latest]!]!]!
}

function assistedMonths({ household, month, amountOre }: PaidColumns, householdIds: Float64Array): MonthOrder {
  const [ids, months] = [new Float64Array(household.length), new Int32Array(household.length)]
  let length = 0
  for (let row = 0, next = 0; row < household.length; row = next) {
    let sum = 0
    for (next = row; household[next] === household[row] && month[next] === month[row]; next++) sum += amountOre[next]!
    if (sum <= 0) continue
    ids[length] = household[row]!
    months[length++] = month[row]!
  }
  const kept = months.subarray(0, length)
  const [first, last] = length === 0 ? [0, -1] : [kept.reduce(least), kept.reduce(most)]
  return orderByMonth({
    month: kept,
    subject: positionsOf(ids.subarray(0, length), householdIds),
    subjectCount: householdIds.length,
    firstMonth: first,
    untilMonth: last + 1,
  })
}

const least = (one: number, other: number) => (other < one ? other : one)
const most = (one: number, other: number) => (other > one ? other : one)

function distinct(...columns: Float64Array[]): Float64Array {
  const seen = new Set<number>()
  for (const ids of columns) for (const id of ids) seen.add(id)
  return Float64Array.from(seen).sort()
}

function positionsOf(ids: Float64Array, sorted: Float64Array): Int32Array {
  const positions = new Map<number, number>()
  sorted.forEach((id, position) => positions.set(id, position))
  return Int32Array.from(ids, (id) => positions.get(id)!)
}

/** Where an id is among sorted ones; below zero when it is not there. */
function positionIn(sorted: Float64Array, id: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (sorted[middle] === id) return middle
    if (sorted[middle]! < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
