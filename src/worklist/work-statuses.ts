/**
 * What a household may wait for. A household may be in several, and a status is nowhere stored: each is a condition on
 * what follows from the events (`household_work`) and from the payments (`household_summary`), and on what is asked
 * (today, since, me, and the bounds of "close to long-term"). The only place where they are defined.
 */
export const workStatusCodes = [
  'all-open',
  'needs-plan',
  'follow-up-late',
  'referral-unanswered',
  'referral-returned',
  'intervention-ending',
  'concern-unanswered',
  'promise-at-risk',
  'near-long-term',
  'reminder-due',
  'new-since',
  'closed-watched',
] as const
export type WorkStatus = (typeof workStatusCodes)[number]

/** Names of columns in the list; the page gives them words and looks. */
export const workColumns = [
  'name',
  'nextStep',
  'key',
  'unit',
  'caseworker',
  'children',
  'assistance',
  'monthsLast12',
  'planApprovedOn',
  'followUpOn',
  'unansweredSince',
  'returnedOn',
  'interventionEndsOn',
  'concernSince',
  'promisedBy',
  'coachBookedOn',
  'reminder',
  'changedAt',
  'contactOn',
  'mappedOn',
  'closedOn',
  'closureReason',
  'returnedToAssistance',
] as const
export type WorkColumn = (typeof workColumns)[number]

type Definition = {
  condition: string
  /** Columns that this choice is about: they are shown whatever the reader has chosen. */
  columns: readonly WorkColumn[]
  /** What comes first when the reader has not chosen an order: the most urgent. */
  sort: WorkColumn
  direction: 'asc' | 'desc'
}

/** Days before an intervention's end within which a next step is to be decided. */
export const endsWithinDays = 14

/** Days before the promised day of a coach from which a missing booking is a coming breach. */
export const bookedBeforeDays = 3

/** Months after the closing in which a return of assistance is watched for. */
export const watchedMonths = 12

/** What the conditions look at, besides `is_open` and `is_ongoing` (assistance in the latest month of the data). */
export const askedAbout = `s.months_last_12, w.closed_on, w.plan_approved_on, w.follow_up_on, w.unanswered_since, w.returned_on,
  w.intervention_ends_on, w.concern_since, w.promised_by, w.coach_booked_on, w.coach_met_on, w.reminder_on, w.next_step_on,
  w.changed_at, w.changed_by`

/** Assistance for a month after that of the closing, which is often paid for in part. */
export const hasReturned = `s.last_month > to_char(w.closed_on, 'YYYYMM')::integer`

/**
 * Open until it is closed in Utfall, and again when assistance is paid after the closing though nobody has registered
 * a contact. A household that the payments say has left, and that nothing in Utfall holds open, is not work for anybody.
 */
export const isOpen = `(case when w.closed_on is null
  then s.status <> 'closed' or w.contact_on is not null or w.open_interventions > 0 or w.unanswered_since is not null
  else s.status <> 'closed' and ${hasReturned} end)`

const open = (condition: string) => `is_open and ${condition}`

export const workStatuses: Record<WorkStatus, Definition> = {
  'all-open': { condition: 'is_open', columns: [], sort: 'name', direction: 'asc' },
  'needs-plan': {
    condition: open(`is_ongoing and plan_approved_on is null`),
    columns: ['monthsLast12', 'contactOn', 'mappedOn'],
    sort: 'monthsLast12',
    direction: 'desc',
  },
  'follow-up-late': {
    condition: open('follow_up_on < today'),
    columns: ['followUpOn', 'planApprovedOn'],
    sort: 'followUpOn',
    direction: 'asc',
  },
  'referral-unanswered': {
    condition: open('unanswered_since is not null'),
    columns: ['unansweredSince'],
    sort: 'unansweredSince',
    direction: 'asc',
  },
  'referral-returned': {
    condition: open('returned_on is not null'),
    columns: ['returnedOn'],
    sort: 'returnedOn',
    direction: 'asc',
  },
  // One that should have ended already and goes on without a next step belongs here all the more.
  'intervention-ending': {
    condition: open(
      `intervention_ends_on <= today + ${endsWithinDays} and (next_step_on is null or next_step_on < today)`,
    ),
    columns: ['interventionEndsOn'],
    sort: 'interventionEndsOn',
    direction: 'asc',
  },
  'concern-unanswered': {
    condition: open('concern_since is not null'),
    columns: ['concernSince'],
    sort: 'concernSince',
    direction: 'asc',
  },
  // Broken, booked too late, or not booked with the day close by; over when the coach has been met.
  'promise-at-risk': {
    condition: open(
      `coach_met_on is null and (promised_by < today or coach_booked_on > promised_by
        or coach_booked_on is null and promised_by <= today + ${bookedBeforeDays})`,
    ),
    columns: ['promisedBy', 'coachBookedOn'],
    sort: 'promisedBy',
    direction: 'asc',
  },
  'near-long-term': {
    condition: open('months_last_12 between near_from and near_until'),
    columns: ['monthsLast12'],
    sort: 'monthsLast12',
    direction: 'desc',
  },
  'reminder-due': {
    condition: open('reminder_on <= today'),
    columns: ['reminder'],
    sort: 'reminder',
    direction: 'asc',
  },
  'new-since': {
    condition: open('changed_at > since and changed_by is distinct from me'),
    columns: ['changedAt'],
    sort: 'changedAt',
    direction: 'desc',
  },
  'closed-watched': {
    condition: `closed_on > today - interval '${watchedMonths} months'`,
    columns: ['closedOn', 'closureReason', 'returnedToAssistance'],
    sort: 'closedOn',
    direction: 'desc',
  },
}

export const isWorkStatus = (text: string): text is WorkStatus => (workStatusCodes as readonly string[]).includes(text)
