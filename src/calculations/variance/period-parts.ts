import type { MonthIndex } from '../../values/month.ts'
import type { Ore } from '../../values/money.ts'
import type { Payments } from '../money-columns.ts'
import type { Panel } from '../panel.ts'
import type { Stratum } from './split-by-cause.ts'

/** Half-open, as month indices. */
export type MonthRange = { from: MonthIndex; until: MonthIndex }

/** What a period's payments are made of, in öre. Costs are positive, recoveries negative. */
export type PeriodParts = {
  /** Paid within the period, whatever month it is for. */
  paid: Ore
  /** For the months of the period, whenever it was paid: the sum of the parts below. */
  concerned: Ore
  /** Of that: registered after `knownUntil`. */
  late: Ore
  recoveries: Ore
  oneOffs: Ore
  /** Regular assistance by kind of household. */
  regular: Map<number, Stratum>
}

export type PartsQuestion = {
  period: MonthRange
  /** First month in which a registration is late. */
  knownUntil: MonthIndex
  /** Positions in `Payments.purposes` of what is paid once and not every month. */
  oneOffs: ReadonlySet<number>
}

/**
 * Takes a period's payments apart. Each payment for a month of the period is in one part: late, recovery, one-off or regular,
 * the first of them that fits. A payment whose pay month is not known is taken as paid in the month it is for.
 */
export function periodParts(
  panel: Panel,
  payments: Payments,
  { period, knownUntil, oneOffs }: PartsQuestion,
): PeriodParts {
  const parts: PeriodParts = { paid: 0, concerned: 0, late: 0, recoveries: 0, oneOffs: 0, regular: new Map() }
  const kindAt = kindFinder(panel)
  // The last household-month that has been counted: several payments of it are one.
  let counted = -1
  for (let row = 0; row < payments.length; row++) {
    const [month, amount] = [payments.concernedMonth[row]!, payments.amountOre[row]!]
    const paidIn = payments.payMonth[row]! < 0 ? month : payments.payMonth[row]!
    if (isWithin(period, paidIn)) parts.paid += amount
    if (!isWithin(period, month)) continue
    parts.concerned += amount
    if (payments.knownMonth[row]! >= knownUntil) parts.late += amount
    else if (amount < 0) parts.recoveries += amount
    else if (oneOffs.has(payments.purpose[row]!)) parts.oneOffs += amount
    else {
      const householdMonth = kindAt(payments.household[row]!, month)
      const stratum = parts.regular.get(householdMonth.kind) ?? { months: 0, ore: 0 }
      parts.regular.set(householdMonth.kind, stratum)
      stratum.ore += amount
      if (householdMonth.row !== counted) stratum.months += 1
      counted = householdMonth.row
    }
  }
  return parts
}

const isWithin = ({ from, until }: MonthRange, month: MonthIndex): boolean => month >= from && month < until

/** More children than this are one kind: the kinds must be few enough to have a mean cost. */
const mostChildren = 4

/**
 * Finds the row of the panel for a household and month, and what kind of household it was then: type and number of children.
 * Asked in the order of both tables (household, month), it goes through the panel once.
 */
function kindFinder({
  householdMonths,
}: Panel): (household: number, month: MonthIndex) => { row: number; kind: number } {
  let row = 0
  return (household, month) => {
    while (
      row < householdMonths.length - 1 &&
      (householdMonths.household[row]! < household ||
        (householdMonths.household[row] === household && householdMonths.month[row]! < month))
    )
      row++
    const children = Math.min(householdMonths.children[row]!, mostChildren)
    return { row, kind: householdMonths.householdType[row]! * (mostChildren + 1) + children }
  }
}
