import type { MonthIndex } from '../values/month.ts'
import { createIdentitySeries, type Gender } from './identity-series.ts'
import { lastNameOf, nameOf } from './names.ts'
import { covers, knownTotals, knownYear, type Plan, yearOf } from './plan.ts'
import type { Random } from './random.ts'
import { shareSomePersons } from './shared-persons.ts'
import type { Household } from './spells.ts'

export type Role = 'mainApplicant' | 'coApplicant' | 'child'

export type Person = {
  role: Role
  gender: Gender
  birth: MonthIndex
  /** Member from this month, and no longer from `until`. */
  from: MonthIndex
  until: MonthIndex
  household: number
  name: string
  identityNumber: string
  /** Position in `reasons` of the latest month; -1 before the first and for children. */
  reason: number
}

/** A household with its members over time; the applicant first. */
export type Home = Household & { number: number; members: Person[] }

/** Homes are numbered from this on, in the order they are given. */
export const firstNumber = 100_001

/** For members who have not left. */
export const forever = 1_000_000

export const isPresent = (person: Person, at: MonthIndex): boolean => person.from <= at && at < person.until

/**
 * Gives each household its members: partners who stay, move in or move out, children who are there, are born or turn 18.
 * In the known year persons and children are brought to the published totals by adding or removing some.
 */
export function compose(households: readonly Household[], plan: Plan, random: Random): Home[] {
  const homes = [...households]
    .sort((a, b) => a.since - b.since)
    .map((household, position) => furnish(household, firstNumber + position, random))
  if (covers(plan, knownYear)) meetKnownTotals(homes, plan.scale, random)
  nameAll(homes, random)
  shareSomePersons(homes, plan)
  return homes
}

function furnish(household: Household, number: number, random: Random): Home {
  const home: Home = { ...household, number, members: [] }
  home.members.push(member(home, 'mainApplicant', household.gender, household.birth, household.since))
  if (ageAt(household, household.since) >= 20 && random.chance(0.205)) home.members.push(partner(home, random))
  home.members.push(...children(home, random))
  return home
}

function member(home: Home, role: Role, gender: Gender, birth: MonthIndex, from: MonthIndex, until = forever): Person {
  return { role, gender, birth, from, until, household: home.number, name: '', identityNumber: '', reason: -1 }
}

const ageAt = ({ birth }: { birth: MonthIndex }, at: MonthIndex): number => Math.floor((at - birth) / 12)

/** One in eight partners moves in or out while the household is known. */
function partner(home: Home, random: Random): Person {
  const gender: Gender = random.chance(0.02) ? home.gender : home.gender === 'woman' ? 'man' : 'woman'
  const adultAtStart = home.since - 20 * 12
  const birth = Math.min(home.birth + random.between(-72, 72), adultAtStart)
  const change = home.since + 1 + random.below(Math.max(2, lastMonth(home) - home.since))
  const fate = random.next()
  if (fate < 0.06) return member(home, 'coApplicant', gender, birth, change)
  return member(home, 'coApplicant', gender, birth, home.since, fate < 0.12 ? change : forever)
}

const lastMonth = ({ months, since }: Household): MonthIndex => months.at(-1) ?? since

const childCountWeights = { couple: [22, 20, 27, 18, 9, 4], woman: [50, 22, 17, 8, 3], man: [85, 9, 6] }

function children(home: Home, random: Random): Person[] {
  const couple = home.members.length > 1
  if (ageAt(home, home.since) > (couple ? 58 : 54)) return []
  const count = random.weighted(childCountWeights[couple ? 'couple' : home.gender])
  const there = Array.from({ length: count }, () => child(home, home.since - random.below(17 * 12), random))
  const mayGiveBirth = ageAt(home, home.since) < 42 && (couple || home.gender === 'woman')
  const span = lastMonth(home) - home.since
  const born =
    mayGiveBirth && random.chance(span * 0.004) ? [child(home, home.since + 1 + random.below(span), random)] : []
  return [...there, ...born].filter(({ birth }) => birth > home.birth + 18 * 12)
}

/**
 * Leaves in the month of the 18th birthday, or after upper secondary school in June of the year of the 19th.
 * Nobody turns 18 in the known year: its number of children is then the same however age is taken.
 */
function child(home: Home, birth: MonthIndex, random: Random): Person {
  const moved = yearOf(birth) === knownYear - 18 ? birth + random.pick([-12, 12]) : birth
  const until = random.chance(0.5) ? moved + 18 * 12 : (yearOf(moved) + 19) * 12 + 6
  return member(home, 'child', random.chance(0.5) ? 'woman' : 'man', moved, Math.max(home.since, moved), until)
}

function meetKnownTotals(homes: readonly Home[], scale: number, random: Random): void {
  const assisted = random.shuffled(homes.filter((home) => home.months.some((at) => yearOf(at) === knownYear)))
  const isMinor = (person: Person) => person.birth >= (knownYear - 17) * 12
  const counted = (home: Home, wanted: (person: Person) => boolean) =>
    home.members.filter((person) => wanted(person) && isCounted(home, person))
  const total = (wanted: (person: Person) => boolean) =>
    assisted.reduce((sum, home) => sum + counted(home, wanted).length, 0)

  const wantedChildren = Math.round(knownTotals.children * scale)
  const missingChildren = wantedChildren - total(isMinor)
  changeSome(assisted, missingChildren, {
    add: (home) => mayHaveChildren(home) && home.members.push(schoolChild(home, random)),
    remove: (home) => removeOne(home, counted(home, isMinor)),
  })
  const wantedAdults = Math.round(knownTotals.persons * scale) - wantedChildren
  const missingAdults = wantedAdults - total((each) => !isMinor(each))
  changeSome(assisted, missingAdults, {
    add: (home) => mayHavePartner(home) && home.members.splice(1, 0, lifelongPartner(home, random)),
    remove: (home) =>
      removeOne(
        home,
        counted(home, ({ role }) => role === 'coApplicant'),
      ),
  })
}

const isCounted = (home: Home, person: Person): boolean =>
  home.months.some((at) => yearOf(at) === knownYear && isPresent(person, at))

type Change = { add: (home: Home) => unknown; remove: (home: Home) => unknown }

/** Goes round among the households until as many have changed as are missing (negative: are too many). */
function changeSome(homes: readonly Home[], missing: number, { add, remove }: Change): void {
  let left = Math.abs(missing)
  for (let round = 0; left > 0 && round < 10; round++) {
    for (const home of homes) if (left > 0 && (missing > 0 ? add : remove)(home)) left--
  }
}

function removeOne(home: Home, among: readonly Person[]): boolean {
  const gone = among[0]
  if (gone) home.members.splice(home.members.indexOf(gone), 1)
  return gone !== undefined
}

const mayHaveChildren = (home: Home): boolean =>
  ageAt(home, knownYear * 12) >= 30 &&
  ageAt(home, knownYear * 12) < 56 &&
  (home.gender === 'woman' || home.members.length > 1)

const schoolChild = (home: Home, random: Random): Person => {
  const birth = (knownYear - 11) * 12 + random.below(60)
  return member(
    home,
    'child',
    random.chance(0.5) ? 'woman' : 'man',
    birth,
    Math.max(home.since, birth),
    birth + 18 * 12,
  )
}

const mayHavePartner = (home: Home): boolean =>
  ageAt(home, home.since) >= 22 && home.members.every(({ role }) => role !== 'coApplicant')

const lifelongPartner = (home: Home, random: Random): Person => ({
  ...partner(home, random),
  from: home.since,
  until: forever,
})

function nameAll(homes: readonly Home[], random: Random): void {
  const series = createIdentitySeries()
  for (const home of homes) {
    const lastName = lastNameOf(random)
    for (const person of home.members) {
      person.identityNumber = series(person.birth, person.gender)
      person.name = nameOf(person.gender, random.chance(0.85) ? lastName : lastNameOf(random), random)
    }
  }
}
