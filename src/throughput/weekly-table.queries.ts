import type { Tx } from '../database/transaction.ts'
import { coachDestinations } from '../pathway/seven-day-promise.ts'
import type { Day } from '../values/day.ts'
import { answeredWithinDays } from './agenda.ts'

/** `endedAt`: when the last of its decisions was recorded, ISO 8601. */
export type LastMeeting = { on: Day; endedAt: string }

/**
 * The latest day before today with a decision, or null. Ask as the whole municipality: the parties sit at one table, and
 * the day tells of no household.
 */
export async function findLastMeeting(tx: Tx, municipalityId: number, today: Day): Promise<LastMeeting | null> {
  const [row] = await tx.query<{ happened_on: Day; ended_at: Date }>(
    `select happened_on, max(recorded_at) as ended_at from path_event decided
     where municipality_id = $1 and kind = 'table-decided' and happened_on < $2
       and not exists (
         select from path_event undone
         where undone.municipality_id = decided.municipality_id and undone.household_id = decided.household_id
           and undone.kind = 'undone' and undone.concerns = decided.sequence)
     group by happened_on order by happened_on desc limit 1`,
    [municipalityId, today],
  )
  return row ? { on: row.happened_on, endedAt: row.ended_at.toISOString() } : null
}

/**
 * Households that the parties may have to talk of: somebody referred, booked with a coach, routed to one, or decided of.
 * Row level security decides which there are.
 *
 * With `newsSince` only those that can be on the agenda of whoever works with them: decided of, changed since, or with
 * something late. A household whose row of work is not seen is told of in part, and what is late there is not judged here.
 */
export async function listTableHouseholds(
  tx: Tx,
  municipalityId: number,
  agenda: { newsSince: string; today: Day } | null,
): Promise<number[]> {
  const parameters: unknown[] = [municipalityId, coachDestinations]
  const isOnAgenda = ({ newsSince, today }: { newsSince: string; today: Day }) => {
    const day = `$${parameters.push(today)}::date`
    return `and (kind = 'table-decided' or not exists (
      select from household_work w
      where w.municipality_id = path_event.municipality_id and w.household_id = path_event.household_id
        and w.changed_at <= $${parameters.push(new Date(newsSince).toISOString())}::timestamptz
        and (w.follow_up_on is null or w.follow_up_on >= ${day})
        and (w.unanswered_since is null or w.unanswered_since >= ${day} - $${parameters.push(answeredWithinDays)}::integer)
        and (w.promised_by is null or w.promised_by >= ${day} or w.coach_met_on is not null)))`
  }
  const rows = await tx.query<{ household_id: number }>(
    `select distinct household_id from path_event
     where municipality_id = $1 and (kind in ('referred', 'meeting-booked', 'table-decided')
       or kind = 'routed' and body ->> 'destination' = any ($2)) ${agenda ? isOnAgenda(agenda) : ''}`,
    parameters,
  )
  return rows.map(({ household_id }) => household_id)
}
