import type { Tx } from '../database/transaction.ts'
import { type Enrolment, enrolmentsOf } from '../interventions/enrolments.ts'
import { loadGenders } from '../interventions/interventions.queries.ts'
import type { Days } from '../interventions/summary.ts'
import type { Day } from '../values/day.ts'
import type { TimedContact } from './lead-times.ts'
import type { Way } from './remembered-paths.ts'

/** What figures look through for every period, of all ways after each other. */
export type GatheredWays = {
  /** In order of their days, as the closures. */
  contacts: readonly TimedContact[]
  closures: readonly DatedClosure[]
  enrolments: readonly Enrolment[]
  /** Where somebody was not referred, and why. */
  notReferred: readonly Way[]
}

export type DatedClosure = { householdId: number; way: Way; on: Day }

const kept = new WeakMap<ReadonlyMap<number, Way>, Promise<GatheredWays>>()

/** Gathered once for as long as nothing has happened: then `ways` is the same map, see `rememberWays`. */
export function gatherWays(tx: Tx, municipalityId: number, ways: ReadonlyMap<number, Way>): Promise<GatheredWays> {
  const known = kept.get(ways)
  if (known) return known
  const gathering = gather(tx, municipalityId, [...ways.values()])
  kept.set(ways, gathering)
  gathering.catch(() => kept.delete(ways))
  return gathering
}

async function gather(tx: Tx, municipalityId: number, ways: readonly Way[]): Promise<GatheredWays> {
  const sent = ways.filter(({ path }) => path.referrals.length > 0 || path.employments.length > 0)
  const persons = sent.flatMap(({ path }) => [...path.referrals, ...path.employments].map(({ personId }) => personId))
  const genders = await loadGenders(tx, municipalityId, [...new Set(persons)])
  return {
    contacts: ways
      .flatMap(({ contacts }) => contacts)
      .sort((one, other) => compareDays(one.contactOn, other.contactOn)),
    closures: ways
      .flatMap((way) => way.path.closures.map(({ on }) => ({ householdId: way.householdId, way, on })))
      .sort((one, other) => compareDays(one.on, other.on)),
    enrolments: sent.flatMap(({ householdId, path }) => enrolmentsOf(householdId, path, genders)),
    notReferred: ways.filter(({ path }) => path.notReferred.length > 0),
  }
}

const compareDays = (one: Day, other: Day): number => (one < other ? -1 : one > other ? 1 : 0)

export const contactsIn = ({ contacts }: GatheredWays, period: Days): TimedContact[] =>
  inPeriod(contacts, period, ({ contactOn }) => contactOn)

export const closuresIn = ({ closures }: GatheredWays, period: Days): DatedClosure[] =>
  inPeriod(closures, period, ({ on }) => on)

/** Of things in order of their days those of a period: found by halving, since most are of other periods. */
const inPeriod = <Thing>(things: readonly Thing[], { from, until }: Days, dayOf: (thing: Thing) => Day): Thing[] =>
  things.slice(countBefore(things, from, dayOf), countBefore(things, until, dayOf))

function countBefore<Thing>(things: readonly Thing[], day: Day, dayOf: (thing: Thing) => Day): number {
  let [low, high] = [0, things.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dayOf(things[middle]!) < day) low = middle + 1
    else high = middle
  }
  return low
}
