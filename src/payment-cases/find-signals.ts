import type { FiguresService, Money } from '../analysis/load-figures.ts'
import type { Tx } from '../database/transaction.ts'
import type { PaymentSignalSettings } from '../parameters/payment-signals.ts'
import { rememberWays, type WaysOf } from '../pathway/remembered-ways.ts'
import { type Month, monthIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { signalsIn } from './signals-in-payments.ts'
import { findSeen, loadChangedPayments, loadSharedMembers, placesIn } from './signals.queries.ts'
import { medianBasisAt, type Signal } from './signals.ts'
import { watchedPayments } from './watched-payments.ts'
import { watchedKinds, watchedWay, type WatchedWay } from './watched-ways.ts'

export type SignalNeeds = { figures: FiguresService; municipality: Municipality }

/** Concerned months, half-open; with `householdId` those of one household alone. */
export type Looked = { from: Month; until: Month; householdId?: number }

/**
 * Signals in the payments of a period as they are known now, the latest month and the largest amount first.
 *
 * The payments are those that the figures are made of. What is found in them is held to row level security: two households of
 * which the user may see one are no signal to that user.
 */
export async function findSignals(
  { figures, municipality }: SignalNeeds,
  tx: Tx,
  settings: PaymentSignalSettings,
  { from, until, householdId }: Looked,
): Promise<Signal[]> {
  const { facts, placeOf } = await figures.beside(municipality, loadWatched)
  const place = householdId === undefined ? undefined : placeOf(householdId)
  if (place === -1) return []
  const ways = await waysBeside(figures)(tx, municipality.id)
  const found = signalsIn(facts, {
    ...{ from: monthIndex(from), until: monthIndex(until), settings },
    ...(place !== undefined && { household: place }),
    basis: medianBasisAt(from),
    wayOf: (id) => ways.get(id),
  })
  const ids = found.flatMap((each) => [each.householdId, each.otherHouseholdId ?? each.householdId])
  const seen = await findSeen(tx, municipality.id, [...new Set(ids)])
  return onceEach(
    found.filter((each) => seen.has(each.householdId) && seen.has(each.otherHouseholdId ?? each.householdId)),
  )
}

/** For `FiguresService.beside`. */
export const loadWatched = async (tx: Tx, { id }: Municipality, { panel, payments }: Money) => ({
  facts: watchedPayments(panel, payments, {
    shared: await loadSharedMembers(tx, id, panel),
    changed: await loadChangedPayments(tx, id, panel),
  }),
  placeOf: placesIn(panel.householdIds),
})

/** In order; of a household's several others in a month the one with most at stake. */
function onceEach(signals: Signal[]): Signal[] {
  const order = (one: Signal, other: Signal) =>
    (one.month < other.month ? 1 : one.month > other.month ? -1 : 0) ||
    other.stakeOre - one.stakeOre ||
    one.householdId - other.householdId ||
    (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0) ||
    (one.otherHouseholdId ?? 0) - (other.otherHouseholdId ?? 0)
  const told = new Set<string>()
  return signals.sort(order).filter(({ kind, householdId, month }) => {
    const key = `${kind} ${householdId} ${month}`
    return !told.has(key) && told.add(key)
  })
}

const ways = new WeakMap<FiguresService, WaysOf<WatchedWay>>()

/** Remembered as long as the figures that they are set beside. */
function waysBeside(figures: FiguresService): WaysOf<WatchedWay> {
  const known = ways.get(figures) ?? rememberWays(watchedKinds, watchedWay, { protectedToo: true })
  ways.set(figures, known)
  return known
}
