import { breakEven } from '../calculations/savings/savings.ts'
import type { Ore } from '../values/money.ts'
import type { MonthIndex } from '../values/month.ts'
import type { Action } from './assumption.ts'
import type { Credited } from './attribution.ts'
import { dueBy, ownCostBy, type Spread } from './due.ts'

/** One month of an action. What builds on too few households is null, and comes with the first month after that does not. */
export type LedgerMonth = {
  month: MonthIndex
  /** Promised until and with the month; null when nothing was promised. */
  promisedOre: Ore | null
  realisedOre: Ore | null
  /** Realised until and with the month. */
  cumulativeOre: Ore | null
  ownCostOre: Ore
  netOre: Ore | null
}

type MonthsQuestion = {
  start: MonthIndex
  /** The first month that the data do not hold. */
  until: MonthIndex
  promise: Spread | null
  ownCosts: Action['ownCosts']
  /** Null when what was realised cannot be told. */
  realised: Credited['byMonth'] | null
  /** How many households the action has reached until and with a month. */
  reachedBy: (month: MonthIndex) => number
  smallestCount: number
}

/** Month by month from the start until the data end: what was promised, what came, what it cost. */
export function ledgerMonths(question: MonthsQuestion): LedgerMonth[] {
  const { start, until, promise, ownCosts, realised, reachedBy, smallestCount } = question
  const byMonth = new Map(realised?.map((each) => [each.month, each]))
  let waiting = 0
  let cumulative = 0
  return Array.from({ length: Math.max(0, until - start) }, (_, at) => {
    const month = start + at
    waiting += byMonth.get(month)?.ore ?? 0
    const reached = reachedBy(month)
    const isShown = realised !== null && (reached === 0 || reached >= smallestCount)
    const realisedOre = isShown ? waiting : null
    if (isShown) {
      cumulative += waiting
      waiting = 0
    }
    const ownCostOre = ownCostBy(ownCosts, month)
    return {
      ...{ month, realisedOre, ownCostOre },
      promisedOre: promise && dueBy(promise, month),
      cumulativeOre: isShown ? cumulative : null,
      netOre: isShown ? cumulative - ownCostOre : null,
    }
  })
}

/** The first month in which the realised covers what the action has cost; null when none does, or it costs nothing. */
export function breakEvenMonth(months: readonly LedgerMonth[]): MonthIndex | null {
  const known = months.filter(({ cumulativeOre, ownCostOre }) => cumulativeOre !== null && ownCostOre > 0)
  const at = breakEven(
    known.map(({ cumulativeOre }) => cumulativeOre!),
    known.map(({ ownCostOre }) => ownCostOre),
  )
  return at === null ? null : known[at - 1]!.month
}

/**
 * How it goes on if each month gives as much as the latest six did on average, until and with `last`. Drawn dashed, since nothing
 * of it has happened. Empty when nothing is known, or there is nothing left to come.
 */
export function goOn(months: readonly LedgerMonth[], last: MonthIndex): { month: MonthIndex; cumulativeOre: Ore }[] {
  const end = months.at(-1)
  const known = months.filter(({ realisedOre }) => realisedOre !== null)
  const latest = known.slice(-6)
  const from = latest.at(-1)
  if (!end || !from) return []
  const before = known.at(-latest.length - 1)?.cumulativeOre ?? 0
  const since = from.month - (known.at(-latest.length - 1)?.month ?? latest[0]!.month - 1)
  const aMonth = (from.cumulativeOre! - before) / since
  return Array.from({ length: Math.max(0, last - end.month) }, (_, at) => ({
    month: end.month + 1 + at,
    cumulativeOre: Math.round(from.cumulativeOre! + aMonth * (end.month + 1 + at - from.month)),
  }))
}
