import type pg from 'pg'
import type { FigureTable } from '../analysis/figures.ts'
import { withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Period } from '../values/period.ts'
import type { SignalNeeds } from './find-signals.ts'
import { loadShownCases, tablesOf } from './list-cases.ts'
import { countSignals } from './list-signals.ts'

/**
 * The tables of the control of payments for exports and reports: signals by rule, cases by step, and what they came to. Of the whole
 * municipality without protected households. Empty when no rule has found anything and there is no case.
 */
export async function publishCases(
  pool: pg.Pool,
  needs: SignalNeeds,
  period: Period,
  today: Day,
): Promise<FigureTable[]> {
  const { id } = needs.municipality
  return withTenant(pool, { municipalityId: id, units: 'all' }, async (tx) => {
    const signals = await countSignals(needs, tx, period, today)
    const cases = await loadShownCases(tx, id)
    const isOpened = cases.some(({ known }) => known.opened)
    const isSignalled = signals.rows.some(({ cells }) => cells.some(({ value }) => value !== 0))
    return [
      ...(isSignalled || isOpened ? [signals] : []),
      ...(isOpened ? await tablesOf(tx, id, cases, { ...period, today }) : []),
    ]
  })
}
