import type { Role } from '../access/permissions.ts'
import type { Day } from '../values/day.ts'
import type { EventBody, EventKind } from './event-bodies.ts'

/**
 * Something that happened on a household's way to self-support: dated, said once, never changed.
 * All that Utfall shows of the way is derived from these; a status is nowhere stored.
 */
export type EventOf<Kind extends EventKind> = {
  kind: Kind
  /** Place among the household's events, from 1. Names the event, and what it opened. */
  sequence: number
  /** Whom it is about; null for the whole household. */
  personId: number | null
  /** The sequence of what it goes on with: the referral that is accepted, the plan that is approved. */
  concerns: number | null
  /** The day it happened. */
  on: Day
  /** Who recorded it; null for a file or a scheduled job. */
  by: number | null
  /** When it was recorded, ISO 8601. */
  recordedAt: string
  body: EventBody<Kind>
}

export type PathEvent = { [Kind in EventKind]: EventOf<Kind> }[EventKind]

/** What somebody wants to record: an event that has not been given its place yet. */
export type ProposalOf<Kind extends EventKind> = Omit<EventOf<Kind>, 'sequence' | 'by' | 'recordedAt'>
export type Proposal = { [Kind in EventKind]: ProposalOf<Kind> }[EventKind]

/**
 * `unit`: only those who work with the household see it. `shared`: also a unit of another committee that has
 * a legal ground, for the scopes of that ground.
 */
export type Audience = 'unit' | 'shared'

type Rule = {
  audience: Audience
  /** Who may record it. Unknown is no. */
  roles: readonly Role[]
  /** Kinds of events that it may go on with; none when it begins something. `'self'` allows a new version of its own. */
  concerns: readonly EventKind[]
  /** Whether it may begin something without concerning anything. */
  begins: boolean
  about: 'person' | 'household'
}

const intake = ['reception', 'caseworker', 'manager'] as const
const casework = ['caseworker', 'manager'] as const
const coaching = ['coach', 'caseworker', 'manager'] as const
const all = ['reception', 'caseworker', 'coach', 'manager'] as const

const begins = (about: Rule['about'], audience: Audience, roles: readonly Role[], again: EventKind[] = []): Rule => ({
  about,
  audience,
  roles,
  concerns: again,
  begins: true,
})
const goesOn = (
  concerns: EventKind[],
  audience: Audience,
  roles: readonly Role[],
  about: Rule['about'] = 'person',
) => ({
  about,
  audience,
  roles,
  concerns,
  begins: false,
})

export const eventRules: Record<EventKind, Rule> = {
  'contact-registered': begins('person', 'unit', intake),
  'work-ability-assessed': begins('person', 'shared', intake),
  routed: goesOn(['contact-registered'], 'unit', intake),
  'promise-explained': goesOn(['contact-registered'], 'unit', all),
  'consent-given': begins('person', 'shared', intake),
  'consent-withdrawn': goesOn(['consent-given'], 'shared', all),
  'meeting-booked': begins('person', 'shared', all, ['contact-registered']),
  'meeting-held': goesOn(['meeting-booked'], 'shared', coaching),
  'meeting-missed': goesOn(['meeting-booked'], 'shared', coaching),
  'meeting-cancelled': goesOn(['meeting-booked'], 'shared', all),
  'mapping-saved': begins('person', 'shared', coaching, ['mapping-saved']),
  'employment-service-status': begins('person', 'shared', coaching),
  'plan-saved': begins('person', 'shared', casework, ['plan-saved']),
  'plan-approved': goesOn(['plan-saved'], 'shared', casework),
  'follow-up-held': goesOn(['plan-saved'], 'shared', casework),
  'next-step-set': begins('household', 'unit', casework),
  'note-written': begins('household', 'unit', intake),
  'reminder-set': begins('household', 'unit', ['caseworker']),
  'caseworker-assigned': begins('household', 'unit', intake),
  referred: begins('person', 'shared', intake),
  'not-referred': begins('person', 'unit', intake),
  'referral-accepted': goesOn(['referred'], 'shared', coaching),
  'referral-returned': goesOn(['referred'], 'shared', coaching),
  'referral-withdrawn': goesOn(['referred'], 'shared', casework),
  'intervention-started': goesOn(['referred'], 'shared', coaching),
  'attendance-recorded': goesOn(['referred'], 'shared', coaching),
  'concern-raised': goesOn(['referred'], 'shared', coaching),
  'concern-answered': goesOn(['concern-raised'], 'shared', casework),
  'progression-rated': goesOn(['referred'], 'shared', coaching),
  'physician-step': goesOn(['referred'], 'shared', coaching),
  'intervention-ended': goesOn(['referred'], 'shared', coaching),
  'exit-interview': goesOn(['referred'], 'shared', coaching),
  'employment-started': begins('person', 'shared', coaching, ['referred']),
  'employment-ended': goesOn(['employment-started'], 'shared', coaching),
  // Which project a household is in may tell why (document 001-8): it stays with those who work with the household.
  'project-joined': begins('household', 'unit', intake),
  'project-left': goesOn(['project-joined'], 'unit', intake, 'household'),
  'table-decided': begins('household', 'unit', [...casework, 'coach']),
  'case-closed': begins('household', 'unit', intake),
  // Nobody records it: see join-own-households.ts.
  'ways-joined': begins('household', 'unit', []),
  'ways-sorted': goesOn(['ways-joined'], 'unit', casework, 'household'),
  // Says nothing by itself, and whoever sees an event is to see that it was taken back.
  undone: goesOn([], 'shared', all, 'household'),
}

/** What may happen though the case is closed: a new contact opens it again. */
export const afterClosing: ReadonlySet<EventKind> = new Set<EventKind>([
  'contact-registered',
  'consent-withdrawn',
  'note-written',
  'exit-interview',
  'employment-started',
  'employment-ended',
  'promise-explained',
  'case-closed',
  'ways-joined',
  'ways-sorted',
])
