import type { Day } from '../values/day.ts'
import type { Offer } from './offers.ts'
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
  offers: Offer[]
  /** Who recorded: names by user id. */
  people: Record<number, string>
  /** For a viewer of another committee: what is open of whom, and until when. Null for the household's own committee. */
  open: { personId: number; scope: Scope; until: Day }[] | null
}
