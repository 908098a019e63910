import type { Role } from '../access/permissions.ts'
import type { CodeOf } from '../parameters/code-lists/casework.ts'
import type { consentScopes } from '../parameters/code-lists/casework.ts'
import type { Day } from '../values/day.ts'
import type { EventKind } from './event-bodies.ts'
import { eventRules, type PathEvent } from './event.ts'
import { groundsOn, type Path } from './path.ts'
import { replay } from './replay.ts'

export type Scope = CodeOf<typeof consentScopes>

/** Who looks: somebody of the municipality, or the employment service at the weekly table. */
export type Viewer = { kind: 'own-committee'; role: Role } | { kind: 'other-committee'; recipients: readonly string[] }

/** What is shown of a person who is not the viewer's own: each scope with the ground that opens it, and until when. */
export type OpenScopes = ReadonlyMap<number, ReadonlyMap<Scope, { ground: number; until: Day }>>

/** The scopes that grounds open to some recipients on a day, person by person. */
export function openScopes(path: Path, recipients: readonly string[], day: Day): OpenScopes {
  const open = new Map<number, Map<Scope, { ground: number; until: Day }>>()
  for (const ground of groundsOn(path, day).filter(({ recipient }) => recipients.includes(recipient))) {
    const scopes = open.get(ground.personId) ?? new Map<Scope, { ground: number; until: Day }>()
    for (const scope of ground.scopes) {
      const until = ground.until as Day
      // Of two grounds for the same, the one that holds the longest is what is told.
      if (until > (scopes.get(scope)?.until ?? '')) scopes.set(scope, { ground: ground.id, until })
    }
    open.set(ground.personId, scopes)
  }
  return open
}

/**
 * The events that a viewer may see on a day. What is not here is not sent.
 *
 * Secrecy runs between committees (OSL 8 kap. 2 §, 26 kap. 1 §): whoever belongs to another one sees of a person what a
 * ground opens, and always the dealings with the viewer's own unit, since that unit has them in its own records.
 * Notes, routing, closings and money are never opened.
 */
export function visibleEvents(events: readonly PathEvent[], viewer: Viewer, day: Day): PathEvent[] {
  if (viewer.kind === 'own-committee') return ownEvents(events, viewer.role).map(withoutQuote)
  const isSeen = sightOf(replay(events), viewer.recipients, day)
  return events
    .filter((event) => {
      const told = event.kind === 'undone' ? events.find(({ sequence }) => sequence === event.concerns) : event
      return told !== undefined && told.kind !== 'undone' && isSeen(told)
    })
    .map(withoutChildren)
}

/** Tells of any event but `undone` whether recipients of another committee may see it on a day. */
export function sightOf(path: Path, recipients: readonly string[], day: Day): (event: PathEvent) => boolean {
  const open = openScopes(path, recipients, day)
  const own = ownThreads(path, recipients)
  return (event) => {
    if (eventRules[event.kind].audience === 'unit') return false
    const scopes = event.personId === null ? undefined : open.get(event.personId)
    if (!scopes) return false
    if (event.kind === 'consent-given') return recipients.includes(event.body.recipient)
    if (own.has(event.sequence) || (event.concerns !== null && own.has(event.concerns))) return true
    const needed = scopeOf[event.kind]
    return needed !== undefined && scopes.has(needed)
  }
}

/** What a plan says of the children is about them, and a ground is for the person it names. */
function withoutChildren(event: PathEvent): PathEvent {
  if (event.kind !== 'plan-saved') return event
  const { childrenText: _, ...body } = event.body
  return { ...event, body }
}

/** What somebody said of an intervention at its end stays with those who asked (domain: quotes from five similar, with consent). */
function withoutQuote(event: PathEvent): PathEvent {
  if (event.kind !== 'exit-interview') return event
  const { quote: _, ...body } = event.body
  return { ...event, body }
}

/** Which scope opens which events. A kind that is not here is opened by none. */
export const scopeOf: Partial<Record<EventKind, Scope>> = {
  'work-ability-assessed': 'work-ability',
  'meeting-booked': 'participation',
  'meeting-held': 'participation',
  'meeting-missed': 'participation',
  'meeting-cancelled': 'participation',
  'mapping-saved': 'mapping',
  'employment-service-status': 'mapping',
  'plan-saved': 'plan',
  'plan-approved': 'plan',
  'follow-up-held': 'plan',
  referred: 'participation',
  'referral-accepted': 'participation',
  'referral-returned': 'participation',
  'referral-withdrawn': 'participation',
  'intervention-started': 'participation',
  'attendance-recorded': 'participation',
  'progression-rated': 'participation',
  'intervention-ended': 'participation',
  'employment-started': 'participation',
  'employment-ended': 'participation',
}

/** Within the committee the work decides: reception needs no notes of the planning, nobody but a caseworker a reminder. */
function ownEvents(events: readonly PathEvent[], role: Role): PathEvent[] {
  const hidden = hiddenFrom[role]
  return hidden ? events.filter(({ kind }) => !hidden.has(kind)) : []
}

const hiddenFrom: Partial<Record<Role, ReadonlySet<EventKind>>> = {
  reception: new Set<EventKind>(['exit-interview', 'progression-rated', 'physician-step', 'reminder-set']),
  caseworker: new Set<EventKind>(),
  manager: new Set<EventKind>(['reminder-set']),
}

/** What was sent to, or booked with, the viewer's own unit, and all that goes on with it. */
function ownThreads(path: Path, recipients: readonly string[]): Set<number> {
  const referrals = path.referrals.filter(({ said }) => recipients.includes(said.unit))
  const meetings = path.meetings.filter(({ booked }) => recipients.includes(booked.unit))
  const grounds = path.grounds.filter(({ recipient }) => recipients.includes(recipient))
  const opened = new Set([...referrals, ...meetings, ...grounds].map(({ id }) => id))
  for (const event of path.events) if (event.concerns !== null && opened.has(event.concerns)) opened.add(event.sequence)
  return opened
}
