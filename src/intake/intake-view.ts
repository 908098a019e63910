import type { Day } from '../values/day.ts'
import type { FreeTime } from './free-times.ts'
import type { OpenPromise } from './promise-clock.ts'
import type { RoutingRules } from './suggest-route.ts'
import type { WeekCapacity } from './capacity.ts'

/** A household that was looked up. */
export type Hit = {
  householdId: number
  key: string
  name: string
  maskedNumber: string
  unit: string | null
  unitCode: string | null
  adults: number
  children: number
  /** How it stands with assistance, by the payments. */
  status: 'ongoing' | 'paused' | 'closed'
  /** A contact has been registered and the case is not closed. */
  isCaseOpen: boolean
  contactOn: Day | null
  coachBookedOn: Day | null
  /** Whom the identity number belongs to; null after a search for words. */
  personId: number | null
}

export type LookUp =
  | { kind: 'found'; hits: Hit[]; hasMore: boolean }
  /** An identity number that is nobody's here: a household can be made. */
  | { kind: 'unknown-person' }
  /** Somebody is known, and the user may not see it. Says nothing else. */
  | { kind: 'hidden' }
  /** Nothing found. `isNumber`: it looks like an identity number, and is none. */
  | { kind: 'nothing'; isNumber: boolean }

export type DeskUnit = { code: string; name: string; committee: string; isOwn: boolean; hasHouseholds: boolean }

/** What the form needs that is the same for every household. */
export type Desk = {
  units: DeskUnit[]
  times: FreeTime[]
  hasCoaches: boolean
  today: Day
  /** The last day of a promise given today, and the working days to it; null where none is given. */
  promise: { by: Day; workingDays: number; squeezeDays: number } | null
  /** Where somebody is promised a coach. */
  coachDestinations: readonly string[]
}

export type PromiseRow = OpenPromise & {
  householdId: number
  key: string
  name: string
  /** The last event of the household: sent back with the cause. */
  sequence: number
  coachName: string | null
  /** Units that may be told of the person today: those of the household's own committee, and those with a ground. */
  units: string[]
}

export type Promises = {
  today: Day
  rows: PromiseRow[]
  weeks: WeekCapacity[]
  hasCoaches: boolean
  hiddenProtected: number
}

export type RulesVersion = {
  version: number
  from: string
  savedAt: string
  savedBy: string | null
  rules: RoutingRules['rules']
}

export type Rules = {
  today: Day
  inForce: RoutingRules
  /** True where the municipality has not decided its own. */
  isDefault: boolean
  /** Source of the program's own rules. */
  source: string
  versions: RulesVersion[]
  mayEdit: boolean
}
