import type { ClosureReason } from './closures.ts'
import type { Tx } from '../database/transaction.ts'
import { type Month, monthFromNumber } from '../values/month.ts'

/** Closed cases of a month of registration by reason. Households with protected data are counted apart. */
export type ClosureCount = { month: Month; reason: ClosureReason; isProtected: boolean; households: number }

/** Closings that have not been undone, by the month that they were recorded in. Counts alone leave the database. */
export async function countClosures(tx: Tx, municipalityId: number): Promise<ClosureCount[]> {
  const rows = await tx.query<{ month: number; reason: ClosureReason; protected: boolean; households: number }>(
    `select to_char(e.recorded_at at time zone 'Europe/Stockholm', 'YYYYMM')::integer as month,
            e.body ->> 'reason' as reason, e.access_scope < 0 as protected, count(distinct e.household_id)::integer as households
     from path_event e
     where e.municipality_id = $1 and e.kind = 'case-closed' and not exists (
       select from path_event u
       where u.municipality_id = e.municipality_id and u.household_id = e.household_id and u.kind = 'undone' and u.concerns = e.sequence
     )
     group by 1, 2, 3 order by 1 desc, 2`,
    [municipalityId],
  )
  return rows.map(({ month, protected: isProtected, ...rest }) => ({
    ...{ ...rest, isProtected, month: monthFromNumber(month) },
  }))
}
