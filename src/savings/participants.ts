import type { Participations } from '../calculations/money-columns.ts'
import { rowsOfHousehold } from '../calculations/household-rows.ts'
import type { HouseholdMonths, Panel } from '../calculations/panel.ts'
import type { Day } from '../values/day.ts'
import type { Ore } from '../values/money.ts'
import { type Month, type MonthIndex, monthIndex } from '../values/month.ts'
import type { Action } from './assumption.ts'
import type { GroupMember, RecordedStart } from './savings.queries.ts'

/** A household, as a position in the panel, that an action reached, from a month on. */
export type Participant = { household: number; start: MonthIndex }

export type Recorded = { starts: readonly RecordedStart[]; members: readonly GroupMember[] }

/** What the catalogue says of the intervention of an action. */
export type NamedIntervention = { key: string; name: string; isPhysician: boolean }

/**
 * Whom an action has reached, each household once for each month it began in. Null for an action that concerns all.
 *
 * Of the social physician's track only the decision on another benefit counts, from its month: nothing is saved by a referral, a
 * visit or an application (000-18). Otherwise: the job unit's file and what was recorded here, or the target group's members.
 */
export function participantsOf(
  { intervention, group }: Pick<Action, 'intervention' | 'group'>,
  named: NamedIntervention | null,
  { panel, participations }: { panel: Panel; participations: Participations },
  { starts, members }: Recorded,
): Participant[] | null {
  if (intervention === null && group === null) return null
  const positions = positionsOf(panel)
  const at = (householdId: number, on: Day): Participant[] => {
    const household = positions.get(householdId)
    return household === undefined ? [] : [{ household, start: monthIndex(on.slice(0, 7) as Month) }]
  }
  if (group !== null)
    return eachOnce(members.filter((each) => each.group === group).flatMap((each) => at(each.householdId, each.from)))
  const isPhysician = named?.isPhysician ?? false
  return eachOnce([
    ...(isPhysician ? [] : imported(participations, intervention!)),
    ...starts
      .filter((each) => each.intervention === named?.key && each.isDecision === isPhysician)
      .flatMap((each) => at(each.householdId, each.on)),
  ])
}

/** The participations with those of one intervention put in place of what it had, for an estimate of just them. */
export function withParticipants(
  participations: Participations,
  intervention: string,
  participants: readonly Participant[],
): Participations {
  const interventions = [...new Set([...participations.interventions, intervention])]
  const code = interventions.indexOf(intervention)
  const rows = [
    ...Array.from({ length: participations.length }, (_, row) => ({
      household: participations.household[row]!,
      intervention: participations.intervention[row]!,
      start: participations.start[row]!,
      until: participations.until[row]!,
    })).filter((row) => row.intervention !== code),
    ...participants.map((each) => ({ ...each, intervention: code, until: -1 })),
  ].toSorted((one, other) => one.household - other.household || one.start - other.start)
  return {
    length: rows.length,
    household: Int32Array.from(rows, ({ household }) => household),
    intervention: Int16Array.from(rows, (row) => row.intervention),
    interventions,
    start: Int32Array.from(rows, ({ start }) => start),
    until: Int32Array.from(rows, ({ until }) => until),
  }
}

function imported({ length, household, intervention, interventions, start }: Participations, name: string) {
  const code = interventions.indexOf(name)
  const rows: Participant[] = []
  for (let row = 0; row < length; row++)
    if (intervention[row] === code) rows.push({ household: household[row]!, start: start[row]! })
  return rows
}

const eachOnce = (participants: readonly Participant[]): Participant[] => [
  ...new Map(participants.map((each) => [`${each.household} ${each.start}`, each])).values(),
]

const positions = new WeakMap<Panel, Map<number, number>>()

function positionsOf(panel: Panel): Map<number, number> {
  const known = positions.get(panel) ?? new Map(Array.from(panel.householdIds, (id, position) => [id, position]))
  positions.set(panel, known)
  return known
}

/** Those who began in the months, as they were in the month they began: only who had assistance then has any to save. */
export type Reached = {
  households: number
  children: number
  women: number
  men: number
  /** Paid to them in the month they began, all together. */
  paidOre: number
}

export function reachedBy(participants: readonly Participant[], { householdMonths: rows }: Panel): Reached {
  const reached = { households: 0, children: 0, women: 0, men: 0, paidOre: 0 }
  const inOrder = participants.toSorted((one, other) => one.household - other.household || one.start - other.start)
  let last = -1
  for (const { household, start } of inOrder) {
    const row = household === last ? null : rowOf(rows, household, start)
    if (row === null || rows.amountOre[row]! <= 0) continue
    last = household
    reached.households++
    reached.children += rows.children[row]!
    reached.women += rows.womenAdults[row]!
    reached.men += rows.menAdults[row]!
    reached.paidOre += rows.amountOre[row]!
  }
  return reached
}

/** The row of a household's month; null when nothing was paid for it. */
function rowOf({ household: column, month }: HouseholdMonths, household: number, wanted: MonthIndex): number | null {
  const { start, end } = rowsOfHousehold(column, household)
  for (let row = start; row < end; row++) if (month[row] === wanted) return row
  return null
}

type Months = { from: MonthIndex; until: MonthIndex }

const monthsBefore = 3

/** The three months before a household's start (domain.md 8.1). */
export const justBefore = (start: MonthIndex): Months => ({ from: start - monthsBefore, until: start })

/**
 * What those who were reached would have cost in some months had each gone on costing what it did in its months `before`, less what
 * they cost: the sum over households of (mean of the months before − paid), from the month of the start. Whole öre.
 * Nothing is counted before the start, which on the social physician's track is the decision (000-18). Null when nobody had
 * begun before the months end. Months before that the data do not hold count as months without assistance: the caller sees to it.
 */
export function savedSinceBefore(
  participants: readonly Participant[],
  { householdMonths: rows }: Pick<Panel, 'householdMonths'>,
  { from, until }: Months,
  monthsOf: (start: MonthIndex) => Months = justBefore,
): { ore: Ore; households: number } | null {
  const starts = new Map<number, MonthIndex>()
  for (const { household, start } of participants)
    if (start < until && start < (starts.get(household) ?? Infinity)) starts.set(household, start)
  if (starts.size === 0) return null
  let [expected, paid] = [0, 0]
  for (const [household, start] of starts) {
    const compared = monthsOf(start)
    let before = 0
    const own = rowsOfHousehold(rows.household, household)
    for (let row = own.start; row < own.end; row++) {
      const month = rows.month[row]!
      if (month >= compared.from && month < compared.until) before += rows.amountOre[row]!
      if (month >= start && month >= from && month < until) paid += rows.amountOre[row]!
    }
    expected += Math.round((before * (until - Math.max(from, start))) / (compared.until - compared.from))
  }
  return { ore: expected - paid, households: starts.size }
}
