import type { CodeOf, employerKinds, outcomeClasses } from '../parameters/code-lists/casework.ts'
import type { Enrolment, Gender } from '../interventions/enrolments.ts'
import type { OutcomeCheck } from '../pathway/outcome-check.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { CaseloadRow } from './caseload.queries.ts'
import type { Funnel, FunnelBucket, NotReferredReason } from './funnel.ts'
import type { InterventionResult, ResultChoice } from './intervention-results.ts'
import type { LeadTime, LeadTimeStep } from './lead-times.ts'
import type { ClosureReason, Outcomes } from './outcomes.ts'

/** What was asked for, with the standard choices filled in. Both months are included. */
export type Asked = {
  from: Month
  to: Month
  /** The day that a change of the way of working is looked at from. */
  change: Day
  unit: string | null
}

export type LeadTimesView = {
  before: LeadTime[]
  after: LeadTime[]
  /** Contacts of the period that were routed elsewhere than to a coach: no coach is waited for. */
  elsewhere: number
  coachTargetDays: number | null
}

/** All that a manager's page shows. Exact figures of the manager's own units; protected households are not in them. */
export type ManagementView = Asked & {
  today: Day
  dataFrom: Month
  dataTo: Month
  units: { code: string; name: string }[]
  caseload: CaseloadRow[]
  leadTimes: LeadTimesView
  funnel: Funnel
  outcomes: Outcomes
  /** The last month that payments are known for; null when there are none. */
  lastKnownMonth: Month | null
  results: { choices: ResultChoice[]; rows: InterventionResult[]; sum: InterventionResult }
  hiddenProtected: number
}

type Household = { householdId: number; key: string; name: string }

/** A person of the funnel, with the latest enrolment of the period. */
export type FunnelRow = Household & {
  personId: number
  gender: Gender | null
  bucket: FunnelBucket
  reason: NotReferredReason | null
  latest:
    | (Pick<Enrolment, 'referredOn' | 'startedOn' | 'endedOn' | 'endReason' | 'outcome'> & { intervention: string })
    | null
}

export type ClosingRow = Household & {
  gender: Gender | null
  on: Day
  reason: ClosureReason
  class: CodeOf<typeof outcomeClasses>
  employerKind: CodeOf<typeof employerKinds> | null
  checks: OutcomeCheck[]
}

export type ContactRow = Household & {
  personId: number
  contactOn: Day
  coachOn: Day | null
  planOn: Day | null
  interventionOn: Day | null
  endedOn: Day | null
}

/** The rows behind one figure, and what was asked. */
export type RowsBehind<Row> = Asked & { rows: Row[] }

export type { LeadTimeStep }
