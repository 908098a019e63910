import type { Payments } from '../calculations/money-columns.ts'
import type { Ore } from '../values/money.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'

/** Öre, and how many households it is about. */
export type PaymentSum = { amountOre: Ore; households: number }

const sumNames = [
  ...(['paid', 'recovered', 'latePaid', 'lateRecovered', 'concernedPaid', 'concernedRecovered'] as const),
  ...(['concernedLatePaid', 'concernedLateRecovered', 'undatedPaid', 'undatedRecovered'] as const),
]
type SumName = (typeof sumNames)[number]

/** What was paid out and recovered in a month: by pay month, and (`concerned`) by the month it is for, of what has a day of payment. */
export type PaymentSums = Record<SumName, PaymentSum>

/**
 * What was paid out and recovered, for any month. `ledgerKnown`: the month in which each month's ledger became known;
 * what became known here after it is late.
 *
 * Counted once for all months, since it takes every payment whatever the period, and kept as long as the payments,
 * which are never changed, only replaced.
 */
export function paymentSums(payments: Payments, ledgerKnown: ReadonlyMap<Month, Month>): (month: Month) => PaymentSums {
  const known = kept.get(payments)
  if (known?.ledgerKnown === ledgerKnown) return known.sumsOf
  const sumsOf = countSums(payments, ledgerKnown)
  kept.set(payments, { ledgerKnown, sumsOf })
  return sumsOf
}

type Kept = { ledgerKnown: ReadonlyMap<Month, Month>; sumsOf: (month: Month) => PaymentSums }
const kept = new WeakMap<Payments, Kept>()

const width = sumNames.length
const columnOf = Object.fromEntries(sumNames.map((name, at) => [name, at])) as Record<SumName, number>

/** One pass over the columns. The rows of a household lie together, so that the one counted last tells whether it has been counted. */
function countSums(
  { length, household, concernedMonth, payMonth, knownMonth, amountOre }: Payments,
  ledgerKnown: ReadonlyMap<Month, Month>,
): (month: Month) => PaymentSums {
  const { first, monthCount } = reachOf(concernedMonth, payMonth)
  const known = Float64Array.from({ length: monthCount }, (_, at) => {
    const month = ledgerKnown.get(monthFromIndex(first + at))
    return month === undefined ? Infinity : monthIndex(month)
  })
  const amounts = new Float64Array(monthCount * width)
  const households = new Int32Array(monthCount * width)
  const countedLast = new Int32Array(monthCount * width).fill(-1)
  // A recovery's column is the one after that of what was paid.
  const put = (at: number, column: number, row: number) => {
    const cell = at * width + column + (amountOre[row]! < 0 ? 1 : 0)
    amounts[cell]! += amountOre[row]!
    if (countedLast[cell] !== household[row]) households[cell]! += 1
    countedLast[cell] = household[row]!
  }
  for (let row = 0; row < length; row++) {
    const [pay, concerned] = [payMonth[row]! - first, concernedMonth[row]! - first]
    if (payMonth[row]! < 0) {
      put(concerned, columnOf.undatedPaid, row)
      continue
    }
    put(pay, columnOf.paid, row)
    put(concerned, columnOf.concernedPaid, row)
    if (knownMonth[row]! > known[pay]!) put(pay, columnOf.latePaid, row)
    if (knownMonth[row]! > known[concerned]!) put(concerned, columnOf.concernedLatePaid, row)
  }
  return (month) => {
    const at = monthIndex(month) - first
    const isWithin = at >= 0 && at < monthCount
    const part = (column: number): PaymentSum =>
      isWithin
        ? { amountOre: amounts[at * width + column]!, households: households[at * width + column]! }
        : { amountOre: 0, households: 0 }
    return Object.fromEntries(sumNames.map((name, column) => [name, part(column)])) as PaymentSums
  }
}

/** The months that anything was paid in or is for. */
function reachOf(...columns: Int32Array[]): { first: number; monthCount: number } {
  let [first, last] = [Infinity, -1]
  for (const months of columns)
    for (let row = 0; row < months.length; row++) {
      const month = months[row]!
      if (month >= 0 && month < first) first = month
      if (month > last) last = month
    }
  return last < 0 ? { first: 0, monthCount: 0 } : { first, monthCount: last - first + 1 }
}
