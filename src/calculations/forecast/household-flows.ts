import type { MonthIndex } from '../../values/month.ts'
import type { PaidMonths } from '../spells.ts'

/**
 * How many have assistance, leave and come each month, by group and by months in a row with assistance.
 *
 * It is an identity: those of a month less those who leave, and those who come, are those of the next.
 * A month without assistance ends the row, and whoever returns comes anew.
 */
export type HouseholdFlows = {
  firstMonth: MonthIndex
  months: number
  groups: string[]
  /** Places of duration; the last is open and holds all longer ones. */
  durations: number
  /** By month, group and duration, see `placeOf`. */
  stock: Float64Array
  /** Of `stock`, those whose duration is known and whose next month is known: who could be seen to leave. */
  risk: Float64Array
  /** Of `risk`, those who had no assistance the month after. */
  exits: Float64Array
  /** By month and group: without assistance the month before. The first month has none that is known. */
  inflow: Float64Array
  /** By month and group, öre; recoveries included. */
  amountOre: Float64Array
}

export type FlowRows = PaidMonths & {
  /** Position in `groups` of each row. */
  group: Int16Array
  groups: string[]
}

type Window = { firstMonth: MonthIndex; untilMonth: MonthIndex; durations: number }

export const placeOf = ({ groups, durations }: HouseholdFlows, month: number, group: number): number =>
  (month * groups.length + group) * durations

/**
 * Counts the flows in one pass over rows sorted by (household, month); rows outside the window are left out.
 *
 * A household stays in the group of the first month of its row. One that had assistance in the first month of the data
 * has an unknown duration until it has stood through all places; until then it is in the stock and not at risk.
 */
export function householdFlows(rows: FlowRows, { firstMonth, untilMonth, durations }: Window): HouseholdFlows {
  const months = Math.max(0, untilMonth - firstMonth)
  const { groups } = rows
  const cells = () => new Float64Array(months * groups.length * durations)
  const totals = () => new Float64Array(months * groups.length)
  const flows = { firstMonth, months, groups, durations, stock: cells(), risk: cells(), exits: cells() }
  const found: HouseholdFlows = { ...flows, inflow: totals(), amountOre: totals() }
  let [household, last, duration, group, sinceFirst] = [-1, -1, 0, 0, false]
  for (let row = 0; row < rows.length; row++) {
    const month = rows.month[row]! - firstMonth
    if (month < 0 || month >= months) continue
    const isNext = rows.household[row] === household && month === last + 1
    if (!isNext) group = rows.group[row]!
    found.amountOre[month * groups.length + group]! += rows.amountOre[row]!
    if (!(rows.amountOre[row]! > 0)) continue
    duration = isNext ? duration + 1 : 1
    if (!isNext) sinceFirst = month === 0
    if (!isNext && month > 0) found.inflow[month * groups.length + group]!++
    ;[household, last] = [rows.household[row]!, month]
    const place = placeOf(found, month, group) + Math.min(duration, durations) - 1
    found.stock[place]!++
    if (month === months - 1 || (sinceFirst && duration < durations)) continue
    found.risk[place]!++
    if (!goesOn(rows, row)) found.exits[place]!++
  }
  return found
}

const goesOn = ({ household, month, amountOre }: FlowRows, row: number): boolean =>
  household[row + 1] === household[row] && month[row + 1] === month[row]! + 1 && amountOre[row + 1]! > 0

/** Households a month: the sum of all groups and durations. */
export const householdsOf = (flows: HouseholdFlows): Float64Array =>
  sumsBy(flows.stock, flows.months, flows.groups.length * flows.durations)

/** Paid a month in all groups, öre. */
export const paidOf = (flows: HouseholdFlows): Float64Array =>
  sumsBy(flows.amountOre, flows.months, flows.groups.length)

function sumsBy(values: Float64Array, months: number, size: number): Float64Array {
  return Float64Array.from({ length: months }, (_, month) => {
    let total = 0
    for (let at = month * size; at < (month + 1) * size; at++) total += values[at]!
    return total
  })
}
