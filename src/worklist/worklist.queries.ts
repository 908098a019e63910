import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import {
  askedAbout,
  hasReturned,
  isOpen,
  type WorkColumn,
  type WorkStatus,
  workStatusCodes,
  workStatuses,
} from './work-statuses.ts'
import type { WorkView } from './worklist-view.ts'

/** Who asks, and what is compared with. */
export type Asked = {
  municipalityId: number
  today: Day
  since: Date
  userId: number
  /** The user's own caseworker code; null has no households of its own. */
  me: string | null
  /** Months of the last twelve that are close to long-term, first and last. */
  near: readonly [number, number]
}

export type WorkFilter = { view: WorkView; unit?: string; caseworker?: string; words?: string }

/** The caseworker who was assigned in Utfall, or else the case system's. */
export const caseworker = 'case when w.assigned_on is null then s.caseworker_code else w.caseworker_code end'

/** Households of one unit and caseworker: how many are open, and how many of the view are in each status. */
export type WorkGroup = { unit: string | null; caseworker: string | null; open: number } & Record<WorkStatus, number>

export type WorkRowFromSql = {
  household_id: number
  source_key: string
  name: string | null
  unit_code: string | null
  caseworker: string | null
  children: number
  status: 'ongoing' | 'paused' | 'closed'
  months_last_12: number
  next_step: string | null
  next_step_on: Day | null
  plan_approved_on: Day | null
  follow_up_on: Day | null
  unanswered_since: Day | null
  returned_on: Day | null
  intervention_ends_on: Day | null
  concern_since: Day | null
  promised_by: Day | null
  coach_booked_on: Day | null
  reminder: string | null
  reminder_on: Day | null
  /** ISO 8601 with an offset. */
  changed_at: string | null
  changed_by: string | null
  contact_on: Day | null
  mapped_on: Day | null
  closed_on: Day | null
  closure_reason: string | null
  returned_to_assistance: boolean
}

/** Names of columns and what they sort by; nothing else reaches SQL. */
const sortColumns: Record<WorkColumn, string> = {
  name: 's.name_order',
  nextStep: 'w.next_step_on',
  key: 's.source_key',
  unit: 's.unit_code',
  caseworker,
  children: 's.children',
  assistance: 's.status',
  monthsLast12: 's.months_last_12',
  planApprovedOn: 'w.plan_approved_on',
  followUpOn: 'w.follow_up_on',
  unansweredSince: 'w.unanswered_since',
  returnedOn: 'w.returned_on',
  interventionEndsOn: 'w.intervention_ends_on',
  concernSince: 'w.concern_since',
  promisedBy: 'w.promised_by',
  coachBookedOn: 'w.coach_booked_on',
  reminder: 'w.reminder_on',
  changedAt: 'w.changed_at',
  contactOn: 'w.contact_on',
  mappedOn: 'w.mapped_on',
  closedOn: 'w.closed_on',
  closureReason: 'w.closure_reason',
  returnedToAssistance: 's.last_month',
}

export const isSortColumn = (text: string): text is WorkColumn => Object.hasOwn(sortColumns, text)

export type WorkWindow = { sort: WorkColumn; direction: 'asc' | 'desc'; offset: number; limit: number }

function conditionOf(asked: Asked, { view, unit, caseworker: code, words }: WorkFilter) {
  const { municipalityId, today, since, userId, me, near } = asked
  const parameters: unknown[] = [municipalityId, today, since, userId, me, ...near]
  const conditions: string[] = []
  const add = (condition: string, value: unknown) => {
    parameters.push(value)
    conditions.push(`${condition} $${parameters.length}`)
  }
  if (view === 'mine') conditions.push(`${caseworker} = asked.my_code`)
  if (view === 'unassigned') conditions.push(`${caseworker} is null`)
  if (unit) add('s.unit_code =', unit)
  if (code) add(`${caseworker} =`, code)
  for (const word of (words ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    add('s.search_text like', `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return { condition: conditions.join(' and ') || 'true', parameters }
}

/**
 * The counts of every status and a window of one, from one pass: reading each household under row level security
 * is what takes the time. Row level security decides which households exist at all.
 */
export async function loadWork(
  tx: Tx,
  asked: Asked,
  filter: WorkFilter,
  status: WorkStatus,
  { sort, direction, offset, limit }: WorkWindow,
): Promise<{ groups: WorkGroup[]; rows: WorkRowFromSql[] }> {
  const { condition, parameters } = conditionOf(asked, filter)
  const counts = workStatusCodes.map(
    (code) => `count(*) filter (where in_view and (${workStatuses[code].condition})) as "${code}"`,
  )
  const [answer] = await tx.query<{ groups: WorkGroup[]; rows: WorkRowFromSql[] }>(
    `with asked as not materialized (
       select $2::date as today, $3::timestamptz as since, $4::integer as me, $5::text as my_code,
              $6::integer as near_from, $7::integer as near_until
     ),
     work as materialized (
       select s.municipality_id, s.household_id, s.name_order, s.unit_code as unit, ${caseworker} as caseworker,
              ${sortColumns[sort]} as place, (${condition}) as in_view, ${isOpen} as is_open,
              s.status = 'ongoing' as is_ongoing, ${askedAbout}
       from household_summary s
       left join household_work w on w.municipality_id = s.municipality_id and w.household_id = s.household_id
       cross join asked
       where s.municipality_id = $1
     ),
     page as (
       select municipality_id, household_id, caseworker, row_number() over () as row
       from (
         select * from work cross join asked where in_view and (${workStatuses[status].condition})
         order by place ${direction} nulls last, name_order offset ${Math.trunc(offset)} limit ${Math.trunc(limit)}
       ) window_of_work
     ),
     shown as (
       select page.row, s.household_id, s.source_key, s.name, s.unit_code, page.caseworker, s.children, s.status,
              s.months_last_12, w.next_step, w.next_step_on, w.plan_approved_on, w.follow_up_on, w.unanswered_since,
              w.returned_on, w.intervention_ends_on, w.concern_since, w.promised_by, w.coach_booked_on, w.reminder,
              w.reminder_on, w.changed_at, u.name as changed_by, w.contact_on, w.mapped_on, w.closed_on,
              w.closure_reason,
              coalesce(${hasReturned}, false) as returned_to_assistance
       from page
       join household_summary s using (municipality_id, household_id)
       left join household_work w on w.municipality_id = s.municipality_id and w.household_id = s.household_id
       left join app_user u on u.municipality_id = w.municipality_id and u.user_id = w.changed_by
       where s.municipality_id = $1
     ),
     counted as (
       select unit, caseworker, count(*) filter (where is_open) as open, ${counts.join(', ')}
       from work cross join asked group by 1, 2
     )
     select (select coalesce(json_agg(counted), '[]') from counted) as groups,
            (select coalesce(json_agg(shown order by row), '[]') from shown) as rows`,
    parameters,
  )
  return answer!
}
