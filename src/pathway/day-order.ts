import type { Day } from '../values/day.ts'
import type { EventKind } from './event-bodies.ts'
import { afterClosing, type PathEvent, type Proposal } from './event.ts'
import { closureOf, type Path } from './path.ts'

type Following = Pick<Proposal, 'kind' | 'concerns'>

/** What has been said in the same thing (the referral, the plan) that an event of a kind cannot have happened before. */
const saidBefore: Partial<Record<EventKind, readonly EventKind[]>> = {
  'mapping-saved': ['mapping-saved'],
  'plan-saved': ['plan-saved', 'plan-approved'],
  'plan-approved': ['plan-saved', 'plan-approved'],
  'follow-up-held': ['plan-approved', 'follow-up-held'],
  'referral-withdrawn': ['referral-accepted'],
  'intervention-started': ['referral-accepted'],
  'attendance-recorded': ['intervention-started'],
  'concern-raised': ['referral-accepted'],
  'progression-rated': ['intervention-started'],
  'physician-step': ['intervention-started', 'physician-step'],
  'intervention-ended': ['intervention-started', 'attendance-recorded', 'physician-step'],
  'exit-interview': ['intervention-started', 'exit-interview'],
}

/** What begins something, and yet must come after something: the others may be dated any day. */
const dependsOnTheWay: ReadonlySet<EventKind> = new Set<EventKind>([
  'case-closed',
  'caseworker-assigned',
  'contact-registered',
])

/**
 * The event on the latest day among those that an event like this must have come after, or null: what it goes on with,
 * what was said since in the same thing, and for a closing all that was done in the case. On the same day is not before.
 */
export function latestBefore(path: Path, { kind, concerns }: Following): PathEvent | null {
  if (concerns === null && !dependsOnTheWay.has(kind)) return null
  const kinds = saidBefore[kind] ?? []
  const isBefore = (event: PathEvent) => {
    // What the register says of itself is dated by the calendar, not by the day of the work.
    if (kind === 'ways-sorted') return false
    if (concerns !== null)
      return event.sequence === concerns || (event.concerns === concerns && kinds.includes(event.kind))
    if (kind === 'case-closed') return isOfTheCase(event)
    if (kind === 'caseworker-assigned') return event.kind === kind
    return kind === 'contact-registered' && event.sequence === closureOf(path)?.id
  }
  return path.events
    .filter(isBefore)
    .reduce<PathEvent | null>((latest, each) => (latest === null || each.on >= latest.on ? each : latest), null)
}

/** What a closing ends. A reminder is its writer's own and tells nothing of the case. */
const isOfTheCase = ({ kind }: PathEvent): boolean =>
  kind === 'contact-registered' || (!afterClosing.has(kind) && kind !== 'reminder-set')

/**
 * The event that keeps this one from the day it is given, or null: one that it must have come after happened later, or the
 * case was closed on that day and opened again by a later contact.
 */
export function laterThan(path: Path, proposal: Proposal): PathEvent | null {
  const before = latestBefore(path, proposal)
  return before && proposal.on < before.on ? before : reopenedAfter(path, proposal)
}

function reopenedAfter(path: Path, { kind, on }: Proposal): PathEvent | null {
  if (afterClosing.has(kind) || kind === 'undone') return null
  const gap = path.closures.find((closure) => closure.on < on && closure.reopenedOn !== null && on < closure.reopenedOn)
  if (!gap) return null
  const closed = path.events.findIndex(({ sequence }) => sequence === gap.id)
  return path.events.slice(closed).find((event) => event.kind === 'contact-registered') ?? null
}

/** The first day that something offered may be dated, where what has happened sets one. */
export const earliestDay = (path: Path, offer: Following): Day | null => latestBefore(path, offer)?.on ?? null
