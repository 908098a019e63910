import type { VerdictKind } from '../calculations/effect/verdict.ts'
import type { Ore } from '../values/money.ts'
import type { MonthIndex } from '../values/month.ts'
import type { Action, ReadAction } from './assumption.ts'
import { dueBy, ownCostBy, type Spread } from './due.ts'
import { type Estimated, toldOf } from './estimate.ts'
import { breakEvenMonth, type LedgerMonth } from './ledger-months.ts'

/** An action so far, until the data end: promised = realised + unexplained + rest. */
export type ActionSummary = {
  promisedOre: Ore | null
  /** The part of the promise that should have come by now. */
  dueOre: Ore | null
  /** Credited to the action; null when it cannot be told. */
  realisedOre: Ore | null
  lowerOre: Ore | null
  upperOre: Ore | null
  /** Due and not seen in the payments: due − realised. Where nothing can be told, all that is due. */
  unexplainedOre: Ore | null
  /** Promised for the months that are still to come. */
  restOre: Ore | null
  ownCostOre: Ore
  netOre: Ore | null
  breakEven: MonthIndex | null
  verdict: VerdictKind | 'computing'
}

/** How the promise is to come in: evenly over its months from the start; null when nothing was promised. */
export const promiseOf = ({ promisedOre, months }: ReadAction, start: MonthIndex): Spread | null =>
  promisedOre === null ? null : { ore: promisedOre, start, months }

/** Where an action stands after `last`, the last month that the data hold. */
export function summaryOf(
  { ownCosts }: Pick<Action, 'ownCosts'>,
  promise: Spread | null,
  estimated: Estimated,
  months: readonly LedgerMonth[],
  last: MonthIndex,
): ActionSummary {
  const told = toldOf(estimated)
  const realisedOre = told && told.credited.creditedOre
  // What is shared with others is taken from both ends: sharing moves the interval and does not widen it.
  const movedOre = told ? told.credited.creditedOre - told.credited.claimedOre : 0
  const dueOre = promise && dueBy(promise, last)
  const ownCostOre = ownCostBy(ownCosts, last)
  return {
    ...{ promisedOre: promise && promise.ore, dueOre, realisedOre, ownCostOre },
    lowerOre: told && told.savings.lowerOre + movedOre,
    upperOre: told && told.savings.upperOre + movedOre,
    unexplainedOre: dueOre === null || estimated.kind === 'computing' ? null : dueOre - (realisedOre ?? 0),
    restOre: promise && dueOre !== null ? promise.ore - dueOre : null,
    netOre: realisedOre === null ? null : realisedOre - ownCostOre,
    breakEven: breakEvenMonth(months),
    verdict: verdictOf(estimated),
  }
}

function verdictOf(estimated: Estimated): ActionSummary['verdict'] {
  if (estimated.kind === 'estimated') return estimated.savings.verdict
  return estimated.kind === 'computing' ? 'computing' : 'cannot-tell'
}
