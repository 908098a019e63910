import type { Tx } from '../database/transaction.ts'
import { addDays, dayInSweden, type Day } from '../values/day.ts'

const current = 'worklist'
const before = 'worklist-before'

/**
 * Since when something is new to a user: the last time that he or she looked on an earlier day, so that what is new stays
 * so all day. Who has never looked before is shown the last week.
 */
export async function findSince(tx: Tx, municipalityId: number, userId: number, today: Day): Promise<Date> {
  const [visit] = await tx.query<{ visited_at: Date }>(
    'select visited_at from last_visit where municipality_id = $1 and user_id = $2 and page = $3',
    [municipalityId, userId, before],
  )
  return visit?.visited_at ?? new Date(`${addDays(today, -7)}T00:00:00Z`)
}

/** Notes that the user looks at the list now. The first time of a day, the latest time before becomes what "new" counts from. */
export async function noteVisit(tx: Tx, municipalityId: number, userId: number, now: Date): Promise<void> {
  const [latest] = await tx.query<{ visited_at: Date }>(
    'select visited_at from last_visit where municipality_id = $1 and user_id = $2 and page = $3',
    [municipalityId, userId, current],
  )
  const save = (page: string, at: Date) =>
    tx.query(
      `insert into last_visit (municipality_id, user_id, page, visited_at) values ($1, $2, $3, $4)
       on conflict (municipality_id, user_id, page) do update set visited_at = excluded.visited_at`,
      [municipalityId, userId, page, at],
    )
  if (latest && dayInSweden(latest.visited_at) < dayInSweden(now)) await save(before, latest.visited_at)
  await save(current, now)
}
