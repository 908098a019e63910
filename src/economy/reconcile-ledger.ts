import type { Payments } from '../calculations/money-columns.ts'
import type { Ore } from '../values/money.ts'
import type { Month } from '../values/month.ts'
import { monthsOf, type Period } from '../values/period.ts'
import { type PaymentSum, type PaymentSums, paymentSums } from './payment-sums.ts'

/** The month that the ledger books a payment in, and whether recoveries are booked on the same row. */
export type LedgerBooking = { month: 'pay-month' | 'concerned-month'; recoveries: 'on-row' | 'elsewhere' }

/** What the ledger has that the payments of the month do not, by cause. Öre; `households` are those that a part is about. */
export type LedgerParts = {
  /** The ledger follows the month that the assistance is for: those months less those that were paid. */
  payDates: PaymentSum
  /** Recoveries that the ledger has in another month or on another row. */
  recoveries: PaymentSum
  /** Payments without a day of payment, in the month that they are for. */
  undated: PaymentSum
  /** Payments that became known here after the ledger of the month did. */
  late: PaymentSum
}

/** Ledger − paid in the month = the four parts + the rest, in öre. `ledgerOre` null: there is no ledger for the month. */
export type ReconciledMonth = {
  month: Month
  ledgerOre: Ore | null
  /** Net of recoveries, by the day of payment. */
  paid: PaymentSum
  /** Net of recoveries, by the month that the assistance is for. */
  concerned: PaymentSum
  parts: LedgerParts
  /** What no cause explains; null without a ledger. */
  restOre: Ore | null
}

export type ReconcileInput = {
  /** Cost of the assistance row, month by month, positive. */
  ledger: ReadonlyMap<Month, Ore>
  /** The month in which each month's ledger became known. */
  ledgerKnown: ReadonlyMap<Month, Month>
  payments: Payments
  period: Period
}

/**
 * The ledger's assistance against the payments of the case system, month by month.
 *
 * A ledger books a payment in the month it is paid or in the month it is for, and recoveries on the same row or on another:
 * the way of booking is the one given, else the one that leaves least unexplained over the period.
 * The parts and the rest sum to the difference in öre for any data and any way of booking.
 */
export function reconcileLedger(
  input: ReconcileInput,
  given: Partial<LedgerBooking> = {},
): { booking: LedgerBooking; months: ReconciledMonth[] } {
  const sumsOf = paymentSums(input.payments, input.ledgerKnown)
  const candidates = ways
    .filter((way) => Object.entries(given).every(([name, value]) => way[name as keyof LedgerBooking] === value))
    .map((booking) => ({ booking, months: monthsOf(input.period).map((month) => reconciled(month, booking)) }))
  return candidates.reduce((best, each) => (unexplained(each.months) < unexplained(best.months) ? each : best))

  function reconciled(month: Month, { month: bookedIn, recoveries }: LedgerBooking): ReconciledMonth {
    const of = sumsOf(month)
    const ledgerOre = input.ledger.get(month) ?? null
    const isByMonth = bookedIn === 'concerned-month'
    const isOnRow = recoveries === 'on-row'
    const parts: LedgerParts = {
      payDates: isByMonth ? minus(of.concernedPaid, of.paid) : none,
      recoveries: isOnRow ? (isByMonth ? minus(of.concernedRecovered, of.recovered) : none) : minus(none, of.recovered),
      undated: isOnRow ? plus(of.undatedPaid, of.undatedRecovered) : of.undatedPaid,
      late: minus(none, lateOf(of, isByMonth, isOnRow)),
    }
    const paid = plus(of.paid, of.recovered)
    const explained = Object.values(parts).reduce((sum, part) => sum + part.amountOre, 0)
    return {
      month,
      ledgerOre,
      paid,
      concerned: [of.concernedPaid, of.concernedRecovered, of.undatedPaid, of.undatedRecovered].reduce(plus),
      parts,
      restOre: ledgerOre === null ? null : ledgerOre - paid.amountOre - explained,
    }
  }

  function lateOf(of: PaymentSums, isByMonth: boolean, isOnRow: boolean): PaymentSum {
    const [paid, recovered] = isByMonth
      ? [of.concernedLatePaid, of.concernedLateRecovered]
      : [of.latePaid, of.lateRecovered]
    return isOnRow ? plus(paid, recovered) : paid
  }
}

/** In the order of preference when two explain as much. */
const ways: LedgerBooking[] = [
  { month: 'pay-month', recoveries: 'on-row' },
  { month: 'pay-month', recoveries: 'elsewhere' },
  { month: 'concerned-month', recoveries: 'on-row' },
  { month: 'concerned-month', recoveries: 'elsewhere' },
]

const unexplained = (months: ReconciledMonth[]): Ore =>
  months.reduce((sum, { restOre }) => sum + Math.abs(restOre ?? 0), 0)

const none: PaymentSum = { amountOre: 0, households: 0 }

/** The larger number of households is at least what the sum is about. */
const plus = (one: PaymentSum, other: PaymentSum): PaymentSum => ({
  amountOre: one.amountOre + other.amountOre,
  households: Math.max(one.households, other.households),
})
const minus = (one: PaymentSum, other: PaymentSum): PaymentSum => ({
  amountOre: one.amountOre - other.amountOre + 0,
  households: Math.max(one.households, other.households),
})
