import type { EventKind } from '../pathway/event-bodies.ts'
import type { Path } from '../pathway/path.ts'
import { rememberWays, type WaysOf } from '../pathway/remembered-ways.ts'
import { replay } from '../pathway/replay.ts'

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

export type PathsOf = WaysOf<Path>

/** The ways of the households that there are for the one who asks, with the events that figures are made of. */
export const rememberPaths = (): PathsOf => rememberWays(kinds, replay, { protectedToo: false })
