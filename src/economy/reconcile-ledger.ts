import type { Payments } from '../calculations/money-columns.ts'
import type { Ore } from '../values/money.ts'
import { type Month, monthIndex } from '../values/month.ts'
import { monthsOf, type Period } from '../values/period.ts'

/** The month that the ledger books a payment in, and whether recoveries are booked on the same row. */
export type LedgerBooking = { month: 'pay-month' | 'concerned-month'; recoveries: 'on-row' | 'elsewhere' }

/** What the ledger has that the payments of the month do not, by cause. Öre; `households` are those that a part is about. */
export type LedgerParts = {
  /** The ledger follows the month that the assistance is for: those months less those that were paid. */
  payDates: Part
  /** Recoveries that the ledger has in another month or on another row. */
  recoveries: Part
  /** Payments without a day of payment, in the month that they are for. */
  undated: Part
  /** Payments that became known here after the ledger of the month did. */
  late: Part
}

type Part = { amountOre: Ore; households: number }

/** Ledger − paid in the month = the four parts + the rest, in öre. `ledgerOre` null: there is no ledger for the month. */
export type ReconciledMonth = {
  month: Month
  ledgerOre: Ore | null
  /** Net of recoveries, by the day of payment. */
  paid: Part
  /** Net of recoveries, by the month that the assistance is for. */
  concerned: Part
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
  const sums = sumsOf(input)
  const candidates = ways
    .filter((way) => Object.entries(given).every(([name, value]) => way[name as keyof LedgerBooking] === value))
    .map((booking) => ({ booking, months: monthsOf(input.period).map((month) => reconciled(month, booking)) }))
  return candidates.reduce((best, each) => (unexplained(each.months) < unexplained(best.months) ? each : best))

  function reconciled(month: Month, { month: bookedIn, recoveries }: LedgerBooking): ReconciledMonth {
    const of = sums.get(month)!
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

  function lateOf(of: Sums, isByMonth: boolean, isOnRow: boolean): Part {
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

const sumNames = [
  ...(['paid', 'recovered', 'latePaid', 'lateRecovered', 'concernedPaid', 'concernedRecovered'] as const),
  ...(['concernedLatePaid', 'concernedLateRecovered', 'undatedPaid', 'undatedRecovered'] as const),
]

/** What was paid out and recovered in a month: by pay month, and (`concerned`) by the month it is for, of what has a day of payment. */
type Sums = Record<(typeof sumNames)[number], Part>

/** The rows of a household lie together, so that the one counted last tells whether it has been counted. */
type Tally = Part & { lastHousehold: number }

function sumsOf({ payments, period, ledgerKnown }: ReconcileInput): Map<Month, Sums> {
  const first = monthIndex(period.from)
  const months = monthsOf(period)
  const known = months.map((month) => {
    const at = ledgerKnown.get(month)
    return at === undefined ? Infinity : monthIndex(at)
  })
  const tallies = months.map(
    () =>
      Object.fromEntries(sumNames.map((name) => [name, { amountOre: 0, households: 0, lastHousehold: -1 }])) as Record<
        keyof Sums,
        Tally
      >,
  )
  const put = (month: number, name: keyof Sums, row: number) => {
    const tally = tallies[month - first]?.[name]
    if (!tally) return
    tally.amountOre += payments.amountOre[row]!
    if (tally.lastHousehold !== payments.household[row]!) tally.households += 1
    tally.lastHousehold = payments.household[row]!
  }
  for (let row = 0; row < payments.length; row++) {
    const isRecovery = payments.amountOre[row]! < 0
    const [pay, concerned, seen] = [payments.payMonth[row]!, payments.concernedMonth[row]!, payments.knownMonth[row]!]
    if (pay < 0) {
      put(concerned, isRecovery ? 'undatedRecovered' : 'undatedPaid', row)
      continue
    }
    put(pay, isRecovery ? 'recovered' : 'paid', row)
    put(concerned, isRecovery ? 'concernedRecovered' : 'concernedPaid', row)
    if (seen > (known[pay - first] ?? Infinity)) put(pay, isRecovery ? 'lateRecovered' : 'latePaid', row)
    if (seen > (known[concerned - first] ?? Infinity))
      put(concerned, isRecovery ? 'concernedLateRecovered' : 'concernedLatePaid', row)
  }
  return new Map(months.map((month, at) => [month, counted(tallies[at]!)]))
}

const counted = (tallies: Record<keyof Sums, Tally>): Sums =>
  Object.fromEntries(
    sumNames.map((name) => [name, { amountOre: tallies[name].amountOre, households: tallies[name].households }]),
  ) as Sums

const none: Part = { amountOre: 0, households: 0 }

/** The larger number of households is at least what the sum is about. */
const plus = (one: Part, other: Part): Part => ({
  amountOre: one.amountOre + other.amountOre,
  households: Math.max(one.households, other.households),
})
const minus = (one: Part, other: Part): Part => ({
  amountOre: one.amountOre - other.amountOre + 0,
  households: Math.max(one.households, other.households),
})
