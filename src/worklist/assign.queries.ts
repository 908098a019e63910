import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { isOpen } from './work-statuses.ts'
import { caseworker } from './worklist.queries.ts'

export type Assignable = {
  household_id: number
  source_key: string
  name: string | null
  caseworker: string | null
  is_open: boolean
  sequence: number
  reminder: string | null
  reminder_on: Day | null
}

/** What an assignment needs to know of some households, in the order asked. Those that the user may not see are left out. */
export const listAssignable = (
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Assignable[]> =>
  tx.query<Assignable>(
    `select s.household_id, s.source_key, s.name, ${caseworker} as caseworker, w.reminder, w.reminder_on,
            w.closed_on is null as is_open, coalesce(w.sequence, 0) as sequence
     from household_summary s
     left join household_work w on w.municipality_id = s.municipality_id and w.household_id = s.household_id
     where s.municipality_id = $1 and s.household_id = any ($2)
     order by array_position($2::bigint[], s.household_id)`,
    [municipalityId, householdIds],
  )

/** Everybody who may have households, with the open ones that the user can see of each. */
export const listCaseworkers = (tx: Tx, municipalityId: number): Promise<{ code: string; count: number }[]> =>
  tx.query<{ code: string; count: number }>(
    `select known.code, coalesce(load.count, 0)::integer as count
     from (
       select code from caseworker where municipality_id = $1
       union select caseworker_code from app_user where municipality_id = $1 and active and caseworker_code is not null
     ) known
     left join (
       select ${caseworker} as code, count(*) as count from household_summary s
       left join household_work w on w.municipality_id = s.municipality_id and w.household_id = s.household_id
       where s.municipality_id = $1 and ${isOpen} group by 1
     ) load using (code)
     order by 1`,
    [municipalityId],
  )

/** Open households without a caseworker that the user can see. */
export async function countUnassigned(tx: Tx, municipalityId: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from household_summary s
     left join household_work w on w.municipality_id = s.municipality_id and w.household_id = s.household_id
     where s.municipality_id = $1 and ${isOpen} and ${caseworker} is null`,
    [municipalityId],
  )
  return row?.count ?? 0
}

/** The assignments that a user made among some events, with when: those of one act were made at the same instant. */
export const listAssignedBy = (
  tx: Tx,
  municipalityId: number,
  userId: number,
  events: readonly { householdId: number; sequence: number }[],
): Promise<{ household_id: number; sequence: number; recorded_at: Date }[]> =>
  tx.query<{ household_id: number; sequence: number; recorded_at: Date }>(
    `select household_id, sequence, recorded_at from path_event
     where municipality_id = $1 and recorded_by = $2 and kind = 'caseworker-assigned'
       and household_id = any ($3) and sequence = any ($4)`,
    [
      municipalityId,
      userId,
      events.map(({ householdId }) => householdId),
      [...new Set(events.map(({ sequence }) => sequence))],
    ],
  )
