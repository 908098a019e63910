import { month, type MonthIndex, monthIndex } from '../values/month.ts'
import type { Payments } from './money-columns.ts'

/** A payment to test a calculation on, written so that it can be read. Paid in the month it is for, and known then, unless told. */
export type PaymentSituation = {
  household: number
  for: string
  kronor: number
  paid?: string | null
  known?: string
  purpose?: string
}

/** Payments in the order of the columns, for tests and examples. */
export function paymentsOf(situations: readonly PaymentSituation[]): Payments {
  const at = (text: string): MonthIndex => monthIndex(month(text))
  const rows = situations
    .map((each) => ({
      ...each,
      concerned: at(each.for),
      paidIn: each.paid === null ? -1 : at(each.paid ?? each.for),
      knownIn: at(each.known ?? each.paid ?? each.for),
      purpose: each.purpose ?? 'Försörjningsstöd',
    }))
    .sort((a, b) => a.household - b.household || a.concerned - b.concerned || a.paidIn - b.paidIn)
  const purposes = [...new Set(rows.map(({ purpose }) => purpose))].sort()
  return {
    length: rows.length,
    household: Int32Array.from(rows, (row) => row.household),
    concernedMonth: Int32Array.from(rows, (row) => row.concerned),
    payMonth: Int32Array.from(rows, (row) => row.paidIn),
    knownMonth: Int32Array.from(rows, (row) => row.knownIn),
    amountOre: Float64Array.from(rows, (row) => row.kronor * 100),
    purpose: Int16Array.from(rows, (row) => purposes.indexOf(row.purpose)),
    purposes,
  }
}
