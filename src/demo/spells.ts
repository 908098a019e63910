import type { MonthIndex } from '../values/month.ts'
import type { Gender } from './identity-series.ts'
import { type Enrolment, enrol, recordJobs } from './interventions.ts'
import { firstOfYearIn, householdsIn, type Plan, yearOf } from './plan.ts'
import type { Random } from './random.ts'
import { reasonQuotas, reasons } from './reasons.ts'

export type Household = {
  /** Position in `reasons`: the applicant's main reason, which decides how fast the household leaves. */
  reason: number
  /** Of those who stay for years. */
  slow: boolean
  gender: Gender
  birth: MonthIndex
  /** When the household became known. */
  since: MonthIndex
  /** Months with assistance, ascending; only those of the plan. */
  months: MonthIndex[]
  /** The last assisted month before the plan's first, or null. */
  lastBefore: MonthIndex | null
  /** Months that were applied for and rejected; never assisted ones. */
  rejected: MonthIndex[]
  enrolments: Enrolment[]
  /** Multiplies the exit hazard until `effectUntil`. */
  effect: number
  effectUntil: MonthIndex
}

/** The simulation starts earlier, so that the first month of the files has households of every age. */
const runUpMonths = 30

/** Exit hazard of those who stay for years, against others with the same reason. */
const slowRate = 0.06

/** What came of a simulation; `levels` is the waiting time that separated who left from who stayed, by month. */
export type Simulated = { households: Household[]; levels: ReadonlyMap<MonthIndex, number> }

/**
 * Lets households come and go month by month, so that exactly the planned number have assistance each month,
 * and exactly the planned number have their first month of the year.
 *
 * Who leaves is decided by competing waiting times, in proportion to each household's hazard: the hazards are
 * proportional with a baseline that differs by month, so a hazard ratio put in is a hazard ratio to be found.
 */
export function simulateSpells(plan: Plan, random: Random): Simulated {
  const start = plan.first - runUpMonths
  const every: Household[] = []
  const returning = new Map<MonthIndex, Household[]>()
  const levels = new Map<MonthIndex, number>()
  let active = initialStock(start, plan.scale, random)
  every.push(...active)
  for (let now = start; ; now++) {
    for (const household of active) household.months.push(now)
    if (now >= plan.first) enrol(active, now, plan.scale, random)
    if (now + 1 === plan.until) break
    const { due, newcomers } = arrivals(now + 1, plan.scale, returning)
    const room = householdsIn(now + 1, plan.scale) - due.length - newcomers
    const { staying, leaving, level } = exits(active, now, room, random)
    levels.set(now, level)
    recordJobs(leaving, now + 1, plan.scale, random)
    for (const household of leaving) scheduleReturn(household, now, returning, random)
    const fresh = newHouseholds(newcomers, now + 1, staying, plan.scale, random)
    every.push(...fresh)
    active = [...staying, ...due, ...fresh]
  }
  const households = every.map((household) => withinPlan(household, plan)).filter(({ months }) => months.length > 0)
  return { households, levels }
}

function initialStock(at: MonthIndex, scale: number, random: Random): Household[] {
  const quotas = applicantQuotas(at, scale)
  return quotas.flatMap((quota, reason) =>
    Array.from({ length: quota }, () => {
      // Those who stay long are overrepresented in any stock.
      const slow = random.chance(0.3 + 0.8 * reasons[reason]!.slowShare)
      const known = createHousehold(reason, slow, at, random)
      return { ...known, since: Math.max(at - random.below(slow ? 72 : 8), known.birth + 18 * 12 + 1) }
    }),
  )
}

const adultsPerHousehold = 1.215

/** The reasons of adults, brought to one adult a household. A few pensioners more, since only the old can have a pension. */
const applicantQuotas = (at: MonthIndex, scale: number): number[] =>
  reasonQuotas(at, householdsIn(at, scale), scale / adultsPerHousehold).map((quota, reason) =>
    reasons[reason]!.group === 'pension' ? Math.round(quota * 1.15) : quota,
  )

export function createHousehold(reason: number, slow: boolean, at: MonthIndex, random: Random): Household {
  const [youngest, oldest] = reasons[reason]!.ages
  const age = youngest + (oldest - youngest) * random.next() ** 1.3
  return {
    reason,
    slow,
    gender: random.chance(0.5) ? 'woman' : 'man',
    birth: at - Math.round(age * 12) - 1,
    since: at,
    months: [],
    lastBefore: null,
    rejected: [],
    enrolments: [],
    effect: 1,
    effectUntil: at,
  }
}

/** Those who return, and how many are new. Returns that the plan has no room for wait a month. */
function arrivals(at: MonthIndex, scale: number, returning: Map<MonthIndex, Household[]>) {
  const due = returning.get(at) ?? []
  returning.delete(at)
  const planned = at % 12 === 0 ? Math.round(72 * scale) : firstOfYearIn(at, scale)
  const firstOfYear = due.filter((household) => yearOf(household.months.at(-1)!) < yearOf(at))
  const late = new Set(firstOfYear.slice(planned))
  if (late.size > 0) returning.set(at + 1, [...(returning.get(at + 1) ?? []), ...late])
  return { due: due.filter((household) => !late.has(household)), newcomers: planned - (firstOfYear.length - late.size) }
}

/** Of those who leave: the share that has assistance again after so many months without. */
export const returnShare = (gap: number): number =>
  gap === 1 ? 0.1 : gap === 2 ? 0.02 : gap <= longestGap ? 0.17 / 16 : 0
export const longestGap = 18

/** The `room` households with the longest waiting times stay. */
function exits(active: readonly Household[], now: MonthIndex, room: number, random: Random) {
  const waiting = active.map((household) => ({
    household,
    time: -Math.log(1 - random.next()) / hazard(household, now),
  }))
  waiting.sort((a, b) => b.time - a.time)
  const ordered = waiting.map((each) => each.household)
  const level = ((waiting[room - 1]?.time ?? 0) + (waiting[room]?.time ?? 0)) / 2
  return { staying: ordered.slice(0, room), leaving: ordered.slice(room), level }
}

const hazard = (household: Household, now: MonthIndex): number =>
  ownHazard(household) * (now < household.effectUntil ? household.effect : 1)

/** Of a household that takes part in nothing, at the level 1. */
export const ownHazard = ({ reason, slow }: Household): number => reasons[reason]!.exitRate * (slow ? slowRate : 1)

/** Of those who leave one in ten is back after a single month, one in six after three months or more. */
function scheduleReturn(
  household: Household,
  now: MonthIndex,
  returning: Map<MonthIndex, Household[]>,
  random: Random,
) {
  const fate = random.next()
  const gap = fate < 0.1 ? 1 : fate < 0.12 ? 2 : fate < 0.29 ? 3 + random.below(16) : 0
  if (gap === 0) return
  const back = now + 1 + gap
  returning.set(back, [...(returning.get(back) ?? []), household])
}

/** New households come mostly with the reasons that the month lacks. */
function newHouseholds(count: number, at: MonthIndex, staying: readonly Household[], scale: number, random: Random) {
  const wanted = applicantQuotas(at, scale)
  const lacking = wanted.map((quota) => quota * 0.02)
  const held = new Array<number>(reasons.length).fill(0)
  for (const { reason } of staying) held[reason]! += 1
  for (const [reason, quota] of wanted.entries()) lacking[reason]! += Math.max(0, quota - held[reason]!)
  return Array.from({ length: count }, () => {
    const reason = random.weighted(lacking)
    return createHousehold(reason, random.chance(reasons[reason]!.slowShare), at, random)
  })
}

function withinPlan(household: Household, plan: Plan): Household {
  const start = household.months.findIndex((at) => at >= plan.first)
  const before = start === -1 ? household.months : household.months.slice(0, start)
  return { ...household, months: start === -1 ? [] : household.months.slice(start), lastBefore: before.at(-1) ?? null }
}
