import type { EventKind } from '../pathway/event-bodies.ts'
import type { PathEvent } from '../pathway/event.ts'
import type { Path } from '../pathway/path.ts'
import { rememberWays, type WaysOf } from '../pathway/remembered-ways.ts'
import { replay } from '../pathway/replay.ts'
import { type TimedContact, timedContacts } from './lead-times.ts'

/** What the figures of a manager are made of: all but the days of attendance, and what is written about a person. */
const kinds = [
  'contact-registered',
  'routed',
  'meeting-booked',
  'meeting-held',
  'plan-saved',
  'plan-approved',
  'referred',
  'not-referred',
  'referral-accepted',
  'referral-returned',
  'referral-withdrawn',
  'intervention-started',
  'intervention-ended',
  'employment-started',
  'employment-ended',
  'case-closed',
  'undone',
] as const satisfies readonly EventKind[]

/** A household's way, with what takes time to count of it. */
export type Way = { householdId: number; path: Path; contacts: readonly TimedContact[] }

export type PathsOf = WaysOf<Way>

/** The ways of the households that there are for the one who asks, with the events that figures are made of. */
export const rememberPaths = (): PathsOf => rememberWays(kinds, wayOf, { protectedToo: false })

function wayOf(events: readonly PathEvent[], householdId: number): Way {
  const path = replay(events)
  return { householdId, path, contacts: timedContacts(householdId, path) }
}
