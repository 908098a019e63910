import type { Day } from '../values/day.ts'
import type { Ore } from '../values/money.ts'
import type { Month } from '../values/month.ts'

/** Paid in the last month of the register, within the last half year, or longer ago. */
export type HouseholdStatus = 'ongoing' | 'paused' | 'closed'

/** One household in the list. Units, housing and obstacles are names for people, not codes. */
export type HouseholdRow = {
  id: number
  /** What the case system calls the household. */
  key: string
  /** The main applicant's. */
  name: string
  /** The main applicant's identity number with the last digits as stars. */
  maskedNumber: string
  unit: string | null
  caseworker: string | null
  adults: number
  children: number
  housing: string | null
  obstacle: string | null
  status: HouseholdStatus
  firstMonth: Month | null
  lastMonth: Month | null
  monthsLast12: number
  paidLast12Ore: Ore
  paidTotalOre: Ore
}

/** How many households each choice of a filter would give, the other filters as they are. */
export type Facet = { value: string; label: string; count: number }

export type HouseholdList = {
  total: number
  rows: HouseholdRow[]
  facets: { units: Facet[]; statuses: Facet[]; obstacles: Facet[]; caseworkers?: Facet[] }
  /** Households with protected data that match but are not among the rows. */
  hiddenProtected: number
}

/** `until` is not included; null while it lasts. */
export type HouseholdMember = {
  id: number
  name: string
  maskedNumber: string
  role: 'mainApplicant' | 'coApplicant' | 'child'
  gender: 'woman' | 'man' | null
  age: number | null
  from: Month
  until: Month | null
}

export type DecisionOutcome = 'granted' | 'partiallyGranted' | 'rejected'
export type ApplicationKind = 'new' | 'returning' | 'continued'
export type WorkAbility = 'full' | 'reduced' | 'below25' | 'none' | 'unclear'

export type HouseholdMonth = {
  month: Month
  amountOre: Ore
  payments: { paidOn: Day | null; amountOre: Ore; purpose: string | null }[]
  decisions: { decidedOn: Day; outcome: DecisionOutcome; reason: string | null; amountOre: Ore | null }[]
  applications: { appliedOn: Day; kind: ApplicationKind | null }[]
}

export type HouseholdObstacle = {
  personId: number
  month: Month
  code: string
  label: string
  localLabel: string | null
  workAbility: WorkAbility | null
}

/** `until` is the day after the last; null while it lasts. */
export type HouseholdIntervention = {
  personId: number
  name: string
  from: Day
  until: Day | null
  outcome: string | null
}

export type HouseholdSpell = { start: Month; end: Month | null; months: number }

/** All of one household, for its page. Months run from the first to the last with anything in them, in order. */
export type HouseholdDetails = {
  id: number
  key: string
  unit: string | null
  caseworker: string | null
  housing: string | null
  status: HouseholdStatus
  protected: boolean
  members: HouseholdMember[]
  months: HouseholdMonth[]
  obstacles: HouseholdObstacle[]
  interventions: HouseholdIntervention[]
  spells: HouseholdSpell[]
}
