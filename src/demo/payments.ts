import type { MonthIndex } from '../values/month.ts'
import { firstNumber, type Home, isPresent } from './compositions.ts'
import { homesByMonth } from './homes-by-month.ts'
import { type Plan, yearOf } from './plan.ts'
import type { Random } from './random.ts'

/** Net of recoveries, whole kronor, for each of the household's months. Always above zero. */
export type Amounts = ReadonlyMap<Home, readonly number[]>

export type Payment = { household: number; at: MonthIndex; paidOn: string; kronor: number; purpose: string }

/**
 * What each household gets each month: norm and rent less an income of its own, brought to the year's known level.
 * 2018 comes to 59 959 tkr, which the published 49 959 + 8 000 + 2 000 tkr imply; January–April 2019 to 20 903 tkr.
 */
export function calculateAmounts(homes: readonly Home[], plan: Plan, random: Random): Amounts {
  const { needs, levels } = needsAndLevels(homes, plan, random)
  return new Map(
    homes.map((home, position) => [
      home,
      home.months.map((at, own) => kronorFor(levels[at - plan.first]!, needs[position]!.own[own]!)),
    ]),
  )
}

/** Kronor that a home, by its position, would be expected to get in a month of the plan, also in one when it got none. */
export function expectedKronor(homes: readonly Home[], plan: Plan, random: Random) {
  const { needs, levels } = needsAndLevels(homes, plan, random)
  return (position: number, at: MonthIndex): number =>
    exactKronor(levels[at - plan.first]!, needs[position]!.expected(at))
}

function needsAndLevels(homes: readonly Home[], plan: Plan, random: Random) {
  const needs = homes.map((home) => needOf(home, random))
  const levels = levelsOf(plan)
  for (const [position, { months }] of homes.entries()) {
    for (const [own, at] of months.entries()) addNeed(levels[at - plan.first]!, needs[position]!.own[own]!)
  }
  return { needs, levels }
}

/** Every row of the payments file, month by month. Two or three payments in some months, some recoveries. */
export function* paymentsOf(homes: readonly Home[], amounts: Amounts, plan: Plan, random: Random): Generator<Payment> {
  const paid = new Int32Array(homes.length)
  for (const [offset, assisted] of homesByMonth(homes, plan, ({ months }) => months).entries()) {
    for (const home of assisted) {
      const kronor = amounts.get(home)![paid[home.number - firstNumber]!++]!
      yield* monthOf(home.number, plan.first + offset, kronor, plan, random)
    }
  }
}

/**
 * Kronor a month of the national norm 2025 (förordning 12 kap.), by age of child and size of household.
 * Only the proportions matter here: the sums are brought to the level of each year.
 */
const childNorm = [
  2720, 3030, 3030, 2700, 3030, 3030, 3030, 3790, 3790, 3790, 3790, 4350, 4350, 4350, 4350, 4920, 4920, 4920,
]
const schoolNorm = 4960
const adultNorm = { single: 3910, couple: 7050 }
const commonCosts = [1270, 1400, 1770, 2010, 2310, 2620, 2810]

/** What a household needs in its own months, and what it would be expected to need in any. */
type Need = { own: number[]; expected: (at: MonthIndex) => number }

function needOf(home: Home, random: Random): Need {
  const rent = 3200 + random.below(2600)
  const income = random.chance(0.45) ? 0.15 + 0.6 * random.next() : 0
  const expected = (at: MonthIndex) => {
    const present = home.members.filter((person) => isPresent(person, at))
    const children = present.filter(({ role }) => role === 'child')
    const norm = children.reduce((sum, { birth }) => sum + (childNorm[Math.floor((at - birth) / 12)] ?? schoolNorm), 0)
    const adults = present.length - children.length > 1 ? adultNorm.couple : adultNorm.single
    const need = adults + norm + commonCosts[Math.min(present.length, 7) - 1]! + rent + 700 * children.length
    return need * (1 - income)
  }
  return { own: home.months.map((at) => expected(at) * (0.85 + 0.3 * random.next())), expected }
}

/** The months that share an average, and how much of it has been given out. */
type Level = { average: number; need: number; months: number; exact: number; given: number }

/** One for each month of the plan: a year, but for 2019 whose average is known for January–April. */
function levelsOf(plan: Plan): Level[] {
  const levels = new Map<string, Level>()
  return Array.from({ length: plan.until - plan.first }, (_, offset) => {
    const at = plan.first + offset
    const key = `${yearOf(at)} ${at >= endOfKnown}`
    const level = levels.get(key) ?? { average: averageOf(yearOf(at), at), need: 0, months: 0, exact: 0, given: 0 }
    levels.set(key, level)
    return level
  })
}

/** The month after April 2019. */
const endOfKnown = 2019 * 12 + 4

/** Kronor for a household and month. The years before 2018 are ours, and so is what comes after April 2019. */
function averageOf(year: number, at: MonthIndex): number {
  if (year === 2018) return 59_959_000 / (599 * 12)
  if (year === 2019 && at < endOfKnown) return 20_903_000 / (602 * 4)
  return year < 2018 ? 8200 - 120 * (2017 - year) : 8750
}

function addNeed(level: Level, need: number): void {
  level.need += need
  level.months += 1
}

/** Whole kronor with the rounding carried on to the next, so that the sum is met to the krona. */
function kronorFor(level: Level, need: number): number {
  level.exact += exactKronor(level, need)
  const kronor = Math.round(level.exact) - level.given
  level.given += kronor
  return kronor
}

const exactKronor = ({ average, months, need: all }: Level, need: number): number => (need * average * months) / all

const extraPurposes = ['Boende', 'El', 'Läkarvård', 'Tandvård', 'Arbetsresor', 'Hemutrustning', 'Glasögon', 'Medicin']
const main = 'Försörjningsstöd'

function* monthOf(household: number, at: MonthIndex, kronor: number, plan: Plan, random: Random): Generator<Payment> {
  const chance = random.next()
  const recovered = chance < 0.012 ? Math.round(kronor * (0.1 + 0.4 * random.next())) : 0
  const extras = chance > 0.93 ? 2 : chance > 0.68 ? 1 : 0
  const parts = Array.from({ length: extras }, () => Math.round(kronor * (0.04 + 0.12 * random.next())))
  const rest = kronor + recovered - parts.reduce((sum, part) => sum + part, 0)
  // Nearly all is paid for the month to come; a late decision is paid for a month that has passed.
  const delay = random.chance(0.04) ? 1 + random.below(2) : -1
  const late = at + delay < plan.until ? delay : -1
  const firstDay = late > 0 ? random.between(2, 20) : random.between(24, 28)
  yield { household, at, paidOn: day(at + late, firstDay), kronor: rest, purpose: main }
  for (const part of parts) {
    yield { household, at, paidOn: day(at, random.between(2, 22)), kronor: part, purpose: random.pick(extraPurposes) }
  }
  if (recovered > 0) {
    yield {
      household,
      at,
      paidOn: day(Math.min(at + 2, plan.until - 1), random.between(22, 28)),
      kronor: -recovered,
      purpose: 'Återkrav',
    }
  }
}

const day = (at: MonthIndex, date: number): string =>
  `${yearOf(at)}-${String((at % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`
