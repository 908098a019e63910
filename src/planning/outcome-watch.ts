import type { OutcomeCheck } from '../pathway/outcome-check.ts'
import type { Month } from '../values/month.ts'

/** What the payments say of a household's closings to self-support. */
export type OutcomeWatch = {
  /** The last month that the municipality's payments are known for; null when there are none. */
  lastKnownMonth: Month | null
  /** By the sequence of the closing. Closings for other reasons are not followed. */
  closings: { closure: number; checks: OutcomeCheck[] }[]
}
