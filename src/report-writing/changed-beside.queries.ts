import type { Tx } from '../database/transaction.ts'
import { monthFromNumber } from '../values/month.ts'
import { type Between, type ChangedFacts, monthOf } from './changed-facts.queries.ts'

/**
 * What else figures are made of, which people decide and record about households: who is in a target group, and what happened in a
 * case of a payment. Counted and never listed, since a case is a suspicion and a group may tell why somebody is in it. Only groups that
 * everybody may know of, and no protected household in a case, as in what reports show. Runs as the reader role.
 *
 * A stay that was ended counts both as come and as gone, as a corrected row does. A freezing that was taken back has no rows left: the
 * group itself stands among the decisions.
 */
export async function countChangedBeside(
  tx: Tx,
  municipalityId: number,
  { then, now }: Between,
  openGroups: readonly string[],
): Promise<ChangedFacts[]> {
  const members = await tx.query<Counted>(
    `select ${monthOf('from_day')} as month, count(*)::integer as added,
            (count(*) filter (where added_at <= $2))::integer as removed, count(distinct household_id)::integer as households
     from target_group_member
     where municipality_id = $1 and greatest(added_at, changed_at) > $2 and added_at <= $3 and group_key = any ($4)
     group by 1 order by 1`,
    [municipalityId, then, now, openGroups],
  )
  const cases = await tx.query<Counted>(
    `select ${monthOf('happened_on')} as month, count(*)::integer as added, 0 as removed,
            count(distinct household_id)::integer as households
     from payment_case_event
     where municipality_id = $1 and recorded_at > $2 and recorded_at <= $3 and access_scope >= 0
     group by 1 order by 1`,
    [municipalityId, then, now],
  )
  return [
    ...members.map((row) => ({ ...row, kind: 'group-member' as const })),
    ...cases.map((row) => ({ ...row, kind: 'payment-case' as const })),
  ].map((row) => ({ ...row, month: monthFromNumber(row.month), ore: null }))
}

type Counted = { month: number; added: number; removed: number; households: number }
