import type { MonthIndex } from '../../values/month.ts'
import type { Ore } from '../../values/money.ts'
import type { Payments } from '../money-columns.ts'
import type { Panel } from '../panel.ts'
import { type MonthRange, periodParts, type PeriodParts } from './period-parts.ts'
import { splitByCause } from './split-by-cause.ts'

export const varianceCauses = [
  'volume',
  'mix',
  'norm',
  'price',
  'one-offs',
  'recoveries',
  'pay-dates',
  'late-registration',
  'ledger',
] as const
export type VarianceCause = (typeof varianceCauses)[number]

export type VarianceQuestion = {
  before: MonthRange
  after: MonthRange
  /** What the ledger has for the periods, costs positive; null to explain the payments alone. */
  ledger: { before: Ore; after: Ore } | null
  /** The month in which the ledger books a payment. */
  bookedIn: 'pay-month' | 'concerned-month'
  oneOffs: ReadonlySet<number>
  /** The national norm's level after over before; null when it is not known, and its change then is within price. */
  normRatio: number | null
}

export type ExplainedVariance = {
  before: Ore
  after: Ore
  change: Ore
  /** They sum to the change, in öre, whatever the data. */
  parts: Record<VarianceCause, Ore>
  /** What volume and price are counted from. */
  householdMonths: { before: number; after: number }
}

/**
 * Why a period cost more, or less, than another: the change split into causes that sum to it in öre.
 *
 * From the ledger to the payments (`ledger`: what the two do not agree on), from when it was paid to the months it is for
 * (`pay-dates`; none in a ledger that books a payment in the month it is for), less what was registered so late that the later period cannot have it yet (`late-registration`), less
 * recoveries and one-offs; what remains is regular assistance, split by `splitByCause`.
 * Late is what of the earlier period became known further from its end than the later period's facts reach now; nothing
 * is late that was there when the register was first filled, since nobody knows when it became known.
 */
export function explainVariance(panel: Panel, payments: Payments, question: VarianceQuestion): ExplainedVariance {
  const { before, after, ledger, bookedIn, oneOffs, normRatio } = question
  const knownUntil = lateFrom(payments, before, after)
  const was = periodParts(panel, payments, { period: before, knownUntil, oneOffs })
  const is = periodParts(panel, payments, { period: after, knownUntil: Infinity, oneOffs })
  const [paidBefore, paidAfter] = bookedIn === 'pay-month' ? [was.paid, is.paid] : [was.concerned, is.concerned]
  const [costBefore, costAfter] = ledger ? [ledger.before, ledger.after] : [paidBefore, paidAfter]
  const caused = splitByCause(was.regular, is.regular, normRatio ?? 1)
  return {
    before: costBefore,
    after: costAfter,
    change: costAfter - costBefore,
    parts: {
      ...caused,
      'one-offs': is.oneOffs - was.oneOffs,
      recoveries: is.recoveries - was.recoveries,
      'pay-dates': paidAfter - is.concerned - (paidBefore - was.concerned),
      'late-registration': is.late - was.late,
      ledger: costAfter - paidAfter - (costBefore - paidBefore),
    },
    householdMonths: { before: monthsOf(was), after: monthsOf(is) },
  }
}

const monthsOf = ({ regular }: PeriodParts): number =>
  [...regular.values()].reduce((sum, { months }) => sum + months, 0)

/** The first month in which a registration of the earlier period is further from its end than the later period's facts reach. */
function lateFrom({ knownMonth }: Payments, before: MonthRange, after: MonthRange): MonthIndex {
  if (knownMonth.length === 0) return Infinity
  let [filled, latest] = [Infinity, -Infinity]
  for (let row = 0; row < knownMonth.length; row++) {
    if (knownMonth[row]! < filled) filled = knownMonth[row]!
    if (knownMonth[row]! > latest) latest = knownMonth[row]!
  }
  const reach = Math.max(latest - after.until, 0)
  return Math.max(before.until + reach, filled) + 1
}
