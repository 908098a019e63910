import type { MonthIndex } from '../values/month.ts'
import type { Home, Person } from './compositions.ts'
import { knownYear, type Plan, yearOf } from './plan.ts'

const mostShared = 3

/**
 * Writes a few young adults with a household of their own in their parents' too, for its first months: the same person in two.
 *
 * They came after the known year, so that its persons are the published number, and are no children in either household.
 */
export function shareSomePersons(homes: readonly Home[], { until }: Plan): void {
  const young = homes.filter(
    (home) => isYoungAlone(home) && home.months[0]! >= until - 4 && home.months[0]! < until - 2,
  )
  let left = mostShared
  for (const own of young) {
    const [head] = own.members
    const from = own.months[0]!
    const parents = homes.find((home) => home !== own && mayBeParents(home, head!, from))
    if (left === 0 || !parents) continue
    parents.members.push({ ...head!, role: 'child', from, until: from + 2, household: parents.number })
    left--
  }
}

/** Under 20, and without assistance in the known year. */
const isYoungAlone = ({ members, months }: Home): boolean =>
  members.length === 1 &&
  months.length > 0 &&
  !months.some((at) => yearOf(at) === knownYear) &&
  isBetween(members[0]!.birth, months[0]!, 18, 20)

const mayBeParents = ({ members, months }: Home, child: Person, at: MonthIndex): boolean =>
  lastNameOf(members[0]!) === lastNameOf(child) &&
  months.includes(at) &&
  isBetween(members[0]!.birth, child.birth, 18, 45)

const isBetween = (birth: MonthIndex, at: MonthIndex, from: number, until: number): boolean =>
  at - birth >= from * 12 && at - birth < until * 12

const lastNameOf = ({ name }: Person): string => name.split(' ').at(-1)!
