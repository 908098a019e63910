import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { ok, refuse, type Result } from '../values/result.ts'
import { type GroupNeeds, logChange } from './freeze-group.ts'
import { endMembership } from './target-groups.queries.ts'

/**
 * Lets households leave a group from a day on (`until`, the first day no longer), or takes that back (null).
 * Only those that the user may see: row level security decides. What was written of them stays.
 */
export async function changeMembers(
  { pool, municipality, now }: Pick<GroupNeeds, 'pool' | 'municipality' | 'now'>,
  user: User,
  key: string,
  { households, until }: { households: readonly number[]; until: Day | null },
): Promise<Result<{ changed: number[] }, 'nobody-changed'>> {
  return withTenant(pool, tenantOf(user), async (tx) => {
    const changed = await endMembership(tx, municipality.id, { group: key, households, until, at: now() })
    if (changed.length === 0) return refuse('nobody-changed')
    await logChange(tx, user, until ? 'target-group-left' : 'target-group-leaving-undone', key, changed)
    return ok({ changed })
  })
}
