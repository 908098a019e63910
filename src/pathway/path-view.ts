import type { Day } from '../values/day.ts'
import type { PathEvent } from './event.ts'
import type { DatedOffer } from './offers.ts'
import type { Path } from './path.ts'
import type { Scope } from './secrecy.ts'

export type PathMember = {
  id: number
  /** Null where no ground opens the name. */
  name: string | null
  maskedNumber: string | null
  age: number | null
  gender: 'woman' | 'man' | null
  role: 'mainApplicant' | 'coApplicant' | 'child'
}

/** The way of one household as one viewer may see it today. */
export type PathView = {
  householdId: number
  /** The number of the last event, which is sent back with a change so that nobody writes over another. */
  sequence: number
  today: Day
  members: PathMember[]
  path: Path
  /** Exactly what may be recorded next. */
  offers: DatedOffer[]
  /** What two ways that have met hold double, until somebody has gone through them. */
  doubles: Pick<PathEvent, 'sequence' | 'kind' | 'personId' | 'on'>[]
  /** Who recorded: names by user id. */
  people: Record<number, string>
  /**
   * For a viewer who is told by grounds: what is open of whom, and the first day that it no longer is, null while none is set.
   * Null for whoever works with the household.
   */
  open: { personId: number; scope: Scope; until: Day | null }[] | null
}
