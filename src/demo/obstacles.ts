import type { MonthIndex } from '../values/month.ts'
import { type Home, isPresent, type Person } from './compositions.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import { reasonQuotas, reasons } from './reasons.ts'

/** The adults with assistance in a month, and each one's position in `reasons`. */
export type ObstacleMonth = { at: MonthIndex; adults: Person[]; reasons: Uint8Array }

/**
 * Gives every adult and month one reason. An adult keeps the reason from month to month;
 * where a month has more with a reason than planned, some change to one that has too few.
 */
export function assignObstacles(homes: readonly Home[], plan: Plan, random: Random): ObstacleMonth[] {
  const adults: Person[][] = Array.from({ length: plan.until - plan.first }, () => [])
  for (const home of homes) {
    for (const at of home.months) {
      adults[at - plan.first]!.push(...home.members.filter((each) => each.role !== 'child' && isPresent(each, at)))
    }
  }
  for (const { members, reason } of homes) members[0]!.reason = reason
  return adults.map((present, offset) => obstaclesOf(plan.first + offset, present, plan.scale, random))
}

function obstaclesOf(at: MonthIndex, adults: Person[], scale: number, random: Random): ObstacleMonth {
  const quotas = reasonQuotas(at, adults.length, scale)
  for (const person of adults) if (person.reason < 0) person.reason = firstReason(person, at, quotas, random)
  meet(quotas, adults, random)
  return { at, adults, reasons: Uint8Array.from(adults, ({ reason }) => reason) }
}

const pension = reasons.findIndex(({ group }) => group === 'pension')

const firstReason = (person: Person, at: MonthIndex, quotas: readonly number[], random: Random): number =>
  at - person.birth >= 65 * 12
    ? pension
    : random.weighted(quotas.map((quota, reason) => (reason === pension ? 0 : quota)))

/** The oldest of those who are too many get the reasons that old people have. */
function meet(quotas: readonly number[], adults: readonly Person[], random: Random): void {
  const left = [...quotas]
  const tooMany = random.shuffled(adults).filter(({ reason }) => --left[reason]! < 0)
  tooMany.sort((a, b) => a.birth - b.birth)
  const places = left.flatMap((count, reason) => new Array<number>(Math.max(0, count)).fill(reason))
  places.sort((a, b) => middleAge(b) - middleAge(a))
  for (const [position, person] of tooMany.entries()) person.reason = places[position]!
}

const middleAge = (reason: number): number => reasons[reason]!.ages[0] + reasons[reason]!.ages[1]
