import type { Role } from '../access/permissions.ts'
import type { CodeOf } from '../parameters/code-lists/casework.ts'
import type { consentScopes, sharingGrounds } from '../parameters/code-lists/casework.ts'
import { addDays, type Day } from '../values/day.ts'
import type { EventKind } from './event-bodies.ts'
import { eventRules, type PathEvent } from './event.ts'
import type { Meeting, Path, Referral } from './path.ts'
import { replay } from './replay.ts'

export type Scope = CodeOf<typeof consentScopes>

/** Somebody who is told by grounds alone: units, or the employment service, and those of them in the household's own committee. */
export type Recipients = { recipients: readonly string[]; ownUnits: readonly string[] }

/** Who looks: somebody who works with the household, or whoever is told by grounds: another committee, and every coach. */
export type Viewer = { kind: 'own-committee'; role: Role } | ({ kind: 'by-ground' } & Recipients)

/** What opens something of a person to a unit, from a day. */
export type Opening = {
  /** The sequence of the ground, or of the referral or meeting that is one. */
  id: number
  personId: number
  recipient: string
  scopes: readonly Scope[]
  because: CodeOf<typeof sharingGrounds> | 'own-committee'
  on: Day
  /** First day without it; null as long as nothing ends it. */
  until: Day | null
}

/** What a unit of the same committee needs for what it was sent. What other units do with the person is not among it. */
const neededInOwnCommittee: readonly Scope[] = ['identity', 'mapping', 'plan', 'work-ability']

/**
 * Everything that opens something of the household's persons, whenever it does.
 *
 * Between committees there is secrecy (OSL 8 kap. 2 §), and a recorded ground opens what it says. Within a committee the work
 * decides (26 kap. 1 §): what was sent to a unit, or booked with it, opens what it is about, from the day it was sent
 * through the day that it was returned, ended or held. What is withdrawn or cancelled closes at once.
 */
export function openingsOf(path: Path, isOwnUnit: (unit: string) => boolean): Opening[] {
  const within = ({ id, personId, on }: Referral | Meeting, recipient: string, until: Day | null): Opening[] =>
    isOwnUnit(recipient)
      ? [{ id, personId, recipient, scopes: neededInOwnCommittee, because: 'own-committee', on, until }]
      : []
  return [
    ...path.grounds.map(({ id, personId, recipient, scopes, ground, on, until, withdrawnOn }): Opening => ({
      ...{ id, personId, recipient, scopes, because: ground, on },
      until: withdrawnOn ?? (until as Day),
    })),
    ...path.referrals.flatMap((referral) => within(referral, referral.said.unit, closedOn(referral.state))),
    ...path.meetings.flatMap((meeting) => within(meeting, meeting.booked.unit, closedOn(meeting.state))),
  ]
}

function closedOn(state: (Referral | Meeting)['state']): Day | null {
  switch (state.kind) {
    case 'sent':
    case 'accepted':
    case 'started':
    case 'booked':
      return null
    case 'withdrawn':
    case 'cancelled':
      return state.on
    case 'returned':
    case 'ended':
    case 'held':
    case 'missed':
      return addDays(state.on, 1)
  }
}

/** Whether an opening holds on a day. */
export const holdsOn = ({ on, until }: Pick<Opening, 'on' | 'until'>, day: Day): boolean =>
  on <= day && (until === null || day < until)

/** What is shown of a person who is not the viewer's own: each scope with what opens it, and until when. */
export type OpenScopes = ReadonlyMap<number, ReadonlyMap<Scope, Opening>>

/** The scopes that are open to some recipients on a day, person by person. */
export function openScopes(path: Path, { recipients, ownUnits }: Recipients, day: Day): OpenScopes {
  const open = new Map<number, Map<Scope, Opening>>()
  const openings = openingsOf(path, (unit) => ownUnits.includes(unit)).filter((each) => holdsOn(each, day))
  for (const opening of openings.filter(({ recipient }) => recipients.includes(recipient))) {
    const scopes = open.get(opening.personId) ?? new Map<Scope, Opening>()
    for (const scope of opening.scopes) {
      // Of two that open the same, the one that holds the longest is what is told.
      if (isLonger(opening, scopes.get(scope))) scopes.set(scope, opening)
    }
    open.set(opening.personId, scopes)
  }
  return open
}

/** Whether an opening holds longer than another, or than none. */
export const isLonger = ({ until }: Opening, other: Opening | undefined): boolean =>
  other === undefined || (other.until !== null && (until === null || until > other.until))

/**
 * The events that a viewer may see on a day. What is not here is not sent.
 *
 * Whoever is told by grounds sees of a person what they open (`openingsOf`), and while anything is open the dealings with
 * the viewer's own unit, since that unit has them in its own records. Notes, routing, closings and money are never opened.
 */
export function visibleEvents(events: readonly PathEvent[], viewer: Viewer, day: Day): PathEvent[] {
  if (viewer.kind === 'own-committee') return ownEvents(events, viewer.role).map(withoutQuote)
  const isSeen = sightOf(replay(events), viewer, day)
  return events
    .filter((event) => {
      const told = event.kind === 'undone' ? events.find(({ sequence }) => sequence === event.concerns) : event
      return told !== undefined && told.kind !== 'undone' && isSeen(told)
    })
    .map(withoutChildren)
}

/** Tells of any event but `undone` whether those who are told by grounds may see it on a day. */
export function sightOf(path: Path, viewer: Recipients, day: Day): (event: PathEvent) => boolean {
  const { recipients } = viewer
  const open = openScopes(path, viewer, day)
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
