import type pg from 'pg'
import { withTenant } from '../database/transaction.ts'
import { loadEvents } from '../pathway/event-store.queries.ts'
import { replay } from '../pathway/replay.ts'
import type { Municipality } from '../values/municipality.ts'
import type { Period } from '../values/period.ts'
import { type ExitTable, exitTables } from './exit-tables.ts'

const kinds = ['referred', 'intervention-started', 'intervention-ended', 'exit-interview', 'undone'] as const

/** The exit conversations of a period, for exports and reports: of the whole municipality without protected households. */
export async function publishExits(pool: pg.Pool, { id }: Municipality, period: Period): Promise<ExitTable[]> {
  const events = await withTenant(pool, { municipalityId: id, units: 'all' }, (tx) => loadEvents(tx, id, 'all', kinds))
  const ended = [...events.values()]
    .flatMap((each) => replay(each).referrals)
    .flatMap(({ state, said, exitInterview }) =>
      state.kind === 'ended' && state.on.slice(0, 7) >= period.from && state.on.slice(0, 7) < period.until
        ? [{ intervention: said.intervention, said: exitInterview?.body ?? null }]
        : [],
    )
  return exitTables(ended)
}
