import type { Payments } from '../calculations/money-columns.ts'
import type { Panel } from '../calculations/panel.ts'
import type { MonthIndex } from '../values/month.ts'
import type { Ore } from '../values/money.ts'

/** A person who is no child in both of two households, in the months that are common to them, half-open. */
export type SharedMember = {
  person: number
  /** The household that the person was in first, and the other one: positions in the panel. */
  household: number
  other: number
  from: MonthIndex
  until: MonthIndex
}

/** What a payment's amount has been changed by since it was first known: how much it differs today, up or down. */
export type ChangedPayment = { household: number; month: MonthIndex; ore: Ore }

/** The columns that the rules look at, with where the rows of each household begin; one more at the end. */
export type WatchedPayments = {
  panel: Panel
  payments: Payments
  monthsFrom: Int32Array
  paymentsFrom: Int32Array
  /** By person and the two households. */
  shared: readonly SharedMember[]
  /** By the household's position. */
  changed: ReadonlyMap<number, readonly ChangedPayment[]>
}

export function watchedPayments(
  panel: Panel,
  payments: Payments,
  { shared, changed }: { shared: readonly SharedMember[]; changed: readonly ChangedPayment[] },
): WatchedPayments {
  const households = panel.householdIds.length
  return {
    ...{ panel, payments, shared, changed: byHousehold(changed) },
    monthsFrom: beginnings(panel.householdMonths.household, households),
    paymentsFrom: beginnings(payments.household, households),
  }
}

function byHousehold(changed: readonly ChangedPayment[]): Map<number, ChangedPayment[]> {
  const found = new Map<number, ChangedPayment[]>()
  for (const each of changed) found.set(each.household, [...(found.get(each.household) ?? []), each])
  return found
}

/** Of a column that is sorted by household. */
function beginnings(household: Int32Array, households: number): Int32Array {
  const from = new Int32Array(households + 1)
  for (let row = 0; row < household.length; row++) from[household[row]! + 1]!++
  for (let at = 0; at < households; at++) from[at + 1]! += from[at]!
  return from
}

/** The first row of a stretch that is sorted by month whose month is `month` or later. */
export function firstRow(months: Int32Array, from: number, until: number, month: MonthIndex): number {
  let [low, high] = [from, until]
  while (low < high) {
    const middle = (low + high) >> 1
    if (months[middle]! < month) low = middle + 1
    else high = middle
  }
  return low
}
