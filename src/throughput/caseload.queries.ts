import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'

/** What one caseworker has. Null: households without a caseworker. */
export type CaseloadRow = {
  caseworker: string | null
  /** Open in Utfall, as the list of work counts them. */
  open: number
  needsPlan: number
  /** A follow-up whose day has passed. */
  followUpLate: number
  /** Closed in the latest three months. */
  closed: number
}

/**
 * Caseload by caseworker: the one assigned in Utfall, or else the case system's. The conditions are those of the list of work
 * (a test holds them alike), so that a number here is the number of rows that its link opens.
 */
export async function loadCaseload(
  tx: Tx,
  municipalityId: number,
  today: Day,
  unit: string | undefined,
): Promise<CaseloadRow[]> {
  const rows = await tx.query<{
    caseworker: string | null
    open: number
    needs_plan: number
    follow_up_late: number
    closed: number
  }>(
    `select caseworker, count(*) filter (where is_open)::integer as open,
            count(*) filter (where is_open and status = 'ongoing' and plan_approved_on is null)::integer as needs_plan,
            count(*) filter (where is_open and follow_up_on < $2::date)::integer as follow_up_late,
            count(*) filter (where closed_on > $2::date - interval '3 months')::integer as closed
     from (
       select case when w.assigned_on is null then s.caseworker_code else w.caseworker_code end as caseworker,
              s.status, w.plan_approved_on, w.follow_up_on, w.closed_on,
              coalesce(case when w.closed_on is null
                then s.status <> 'closed' or w.contact_on is not null or w.open_interventions > 0
                  or w.unanswered_since is not null
                else s.status <> 'closed' and s.last_month > to_char(w.closed_on, 'YYYYMM')::integer end, false) as is_open
       from household_summary s
       left join household_work w on w.municipality_id = s.municipality_id and w.household_id = s.household_id
       where s.municipality_id = $1 and s.access_scope >= 0 and ($3::text is null or s.unit_code = $3)
     ) work
     group by caseworker
     having bool_or(is_open) or bool_or(closed_on > $2::date - interval '3 months')
     order by caseworker nulls last`,
    [municipalityId, today, unit ?? null],
  )
  return rows.map(({ needs_plan, follow_up_late, ...row }) => ({
    ...row,
    needsPlan: needs_plan,
    followUpLate: follow_up_late,
  }))
}
