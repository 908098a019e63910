import type { Day } from '../values/day.ts'
import type { WorkColumn, WorkStatus } from './work-statuses.ts'

/** Mine: the signed-in caseworker's. Unit: all that the user works with. Unassigned: those with no caseworker. */
export type WorkView = 'mine' | 'unit' | 'unassigned'

/** One household in the list of work. What the viewer may not see is null. */
export type WorkRow = {
  id: number
  /** What the case system calls the household. */
  key: string
  /** The main applicant's. */
  name: string
  unit: string | null
  caseworker: string | null
  children: number
  assistance: 'ongoing' | 'paused' | 'closed'
  monthsLast12: number
  nextStep: string | null
  nextStepOn: Day | null
  planApprovedOn: Day | null
  followUpOn: Day | null
  unansweredSince: Day | null
  returnedOn: Day | null
  interventionEndsOn: Day | null
  concernSince: Day | null
  promisedBy: Day | null
  coachBookedOn: Day | null
  reminder: string | null
  reminderOn: Day | null
  /** When the last event was recorded, ISO 8601, and who recorded it. */
  changedAt: string | null
  changedBy: string | null
  contactOn: Day | null
  mappedOn: Day | null
  closedOn: Day | null
  closureReason: string | null
  /** Assistance has been paid for a month after the closing. */
  returnedToAssistance: boolean
}

/** A status with how many of the view are in it, and what the list shows when it is chosen. */
export type StatusCount = {
  code: WorkStatus
  count: number
  columns: readonly WorkColumn[]
  sort: WorkColumn
  direction: 'asc' | 'desc'
}

export type Counted = { value: string; label: string; count: number }

export type Worklist = {
  today: Day
  /** What counts as new was recorded after this, ISO 8601. */
  since: string
  view: WorkView
  /** The signed-in user's name in the case system; null for whoever has no households. */
  me: string | null
  /** Open households of each view. */
  views: Record<WorkView, number>
  units: Counted[]
  caseworkers: Counted[]
  statuses: StatusCount[]
  /** Households that the whole choice finds. */
  total: number
  rows: WorkRow[]
  /** Months with assistance of the last twelve that count as close to long-term: first and last. */
  nearLongTerm: [number, number]
  hiddenProtected: number
}

/** A choice with a name: the address without its question mark. */
export type SavedView = { name: string; address: string }

/** `seen`: the household's last event when the plan was made, so that nobody's later assignment is written over. */
export type Assignment = { householdId: number; caseworker: string | null; seen: number }

/** What an assignment would do, before it is done. */
export type AssignmentPlan = {
  assignments: Assignment[]
  /** Caseworkers that can be chosen, oneself first, with their open households now and after. */
  caseworkers: { code: string | null; now: number; after: number }[]
  /** Households that have the caseworker already. */
  unchanged: number
  /** Reminders that would be gone. A manager is told that there is one, not what it says. */
  lost: {
    householdId: number
    key: string
    name: string
    caseworker: string | null
    text: string | null
    on: Day | null
  }[]
  failed: Failed[]
}

/** A household that could not be assigned, and why. */
export type Failed = { householdId: number; key: string | null; name: string | null; text: string }

export type Assigned = {
  /** What was recorded, for taking it back. */
  recorded: { householdId: number; sequence: number }[]
  failed: Failed[]
}
