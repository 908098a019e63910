import type { EventKind } from './event-bodies.ts'
import type { EventOf, PathEvent } from './event.ts'
import { type Path, type Referral, closureOf, personOf } from './path.ts'

/**
 * The way as its events tell it. Pure: the same events give the same way.
 *
 * Events are in order of sequence. One that is undone leaves no trace but in `sequence`.
 * Whoever may see only some of the events gets the part of the way that they tell: an event that goes on
 * with something not among them is passed over.
 */
export function replay(events: readonly PathEvent[]): Path {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' && event.concerns ? [event.concerns] : [])))
  const standing = events.filter((event) => event.kind !== 'undone' && !undone.has(event.sequence))
  const path: Path = { ...emptyPath(), events: standing, sequence: events.at(-1)?.sequence ?? 0 }
  for (const event of standing) apply(path, event)
  return path
}

/** Lets one more event happen, which must not be `undone`: the same as replaying all of them, without beginning anew. */
export function proceed(path: Path, event: PathEvent): void {
  path.events.push(event)
  path.sequence = event.sequence
  apply(path, event)
}

export const emptyPath = (): Path => ({
  events: [],
  sequence: 0,
  contacts: [],
  assessments: [],
  grounds: [],
  meetings: [],
  mappings: [],
  employmentService: [],
  plans: [],
  referrals: [],
  notReferred: [],
  employments: [],
  projects: [],
  notes: [],
  tableDecisions: [],
  nextStep: null,
  reminder: null,
  assigned: null,
  closures: [],
  joins: [],
})

const opened = (event: PathEvent) => ({ id: event.sequence, personId: personOf(event), on: event.on })

type Appliers = { [Kind in EventKind]: (path: Path, event: EventOf<Kind>) => void }

const apply = (path: Path, event: PathEvent): void =>
  (appliers[event.kind] as (path: Path, event: PathEvent) => void)(path, event)

const appliers: Appliers = {
  'contact-registered': (path, event) => {
    const closed = closureOf(path)
    if (closed) closed.reopenedOn = event.on
    path.contacts.push({ ...opened(event), said: event.body, routed: null, breach: null })
  },
  'work-ability-assessed': (path, event) => void path.assessments.push(event),
  routed: (path, event) => withId(path.contacts, event, (contact) => (contact.routed = event)),
  'promise-explained': (path, event) => withId(path.contacts, event, (contact) => (contact.breach = event)),
  'consent-given': (path, event) => void path.grounds.push({ ...opened(event), ...event.body, withdrawnOn: null }),
  'consent-withdrawn': (path, event) => withId(path.grounds, event, (ground) => (ground.withdrawnOn = event.on)),
  'meeting-booked': (path, event) =>
    void path.meetings.push({
      ...opened(event),
      contactId: event.concerns,
      booked: event.body,
      state: { kind: 'booked' },
    }),
  'meeting-held': (path, event) =>
    withId(path.meetings, event, (meeting) => (meeting.state = { kind: 'held', on: event.on })),
  'meeting-missed': (path, event) =>
    withId(path.meetings, event, (meeting) => (meeting.state = { kind: 'missed', on: event.on })),
  'meeting-cancelled': (path, event) =>
    withId(path.meetings, event, (meeting) => {
      meeting.state = { kind: 'cancelled', on: event.on, reason: event.body.reason }
    }),
  'mapping-saved': (path, event) => {
    if (event.concerns === null) {
      const completedOn = event.body.complete ? event.on : null
      path.mappings.push({ ...opened(event), latest: event, versions: [event], completedOn })
      return
    }
    withId(path.mappings, event, (mapping) => {
      mapping.versions.push(event)
      mapping.latest = event
      mapping.completedOn ??= event.body.complete ? event.on : null
    })
  },
  'employment-service-status': (path, event) => void path.employmentService.push(event),
  'plan-saved': (path, event) => {
    if (event.concerns === null) {
      path.plans.push({
        ...opened(event),
        versions: [event],
        latest: event,
        approvals: [],
        followUps: [],
        closedAt: null,
      })
      return
    }
    withId(path.plans, event, (plan) => {
      plan.versions.push(event)
      plan.latest = event
    })
  },
  'plan-approved': (path, event) =>
    withId(path.plans, event, (plan) => plan.approvals.push({ approved: event, version: plan.latest })),
  'follow-up-held': (path, event) => withId(path.plans, event, (plan) => plan.followUps.push(event)),
  'next-step-set': (path, event) => void (path.nextStep = event),
  'note-written': (path, event) => void path.notes.push(event),
  'reminder-set': (path, event) => void (path.reminder = event),
  'caseworker-assigned': (path, event) => {
    // A reminder is its writer's own: it does not follow the household to the next caseworker.
    if (path.assigned?.body.caseworker !== event.body.caseworker) path.reminder = null
    path.assigned = event
  },
  referred: (path, event) =>
    void path.referrals.push({
      ...opened(event),
      said: event.body,
      state: { kind: 'sent' },
      acceptedOn: null,
      started: null,
      attendance: [],
      concerns: [],
      progression: [],
      physicianSteps: [],
      exitInterview: null,
    }),
  'not-referred': (path, event) => void path.notReferred.push(event),
  'referral-accepted': (path, event) =>
    withId(path.referrals, event, (referral) => {
      referral.acceptedOn = event.on
      referral.state = { kind: 'accepted', on: event.on }
    }),
  'referral-returned': (path, event) =>
    withId(path.referrals, event, (referral) => {
      referral.state = { kind: 'returned', on: event.on, reason: event.body.reason }
    }),
  'referral-withdrawn': (path, event) =>
    withId(path.referrals, event, (referral) => {
      referral.state = { kind: 'withdrawn', on: event.on, reason: event.body.reason }
    }),
  'intervention-started': (path, event) =>
    withId(path.referrals, event, (referral) => {
      referral.started = event
      referral.state = { kind: 'started', on: event.on }
    }),
  'attendance-recorded': (path, event) =>
    withId(path.referrals, event, (referral) => {
      // The last word on a day is the one that counts.
      referral.attendance = [...referral.attendance.filter(({ on }) => on !== event.on), event]
    }),
  'concern-raised': (path, event) =>
    withId(path.referrals, event, (referral) => referral.concerns.push({ raised: event, answered: null })),
  'concern-answered': (path, event) => {
    const all = path.referrals.flatMap(({ concerns }) => concerns)
    const concern = all.find(({ raised }) => raised.sequence === event.concerns)
    if (concern) concern.answered = event
  },
  'progression-rated': (path, event) => withId(path.referrals, event, (referral) => referral.progression.push(event)),
  'physician-step': (path, event) => withId(path.referrals, event, (referral) => referral.physicianSteps.push(event)),
  'intervention-ended': (path, event) =>
    withId(path.referrals, event, (referral) => {
      referral.state = { kind: 'ended', on: event.on, end: event.body }
    }),
  'exit-interview': (path, event) =>
    withId(path.referrals, event, (referral: Referral) => (referral.exitInterview = event)),
  'employment-started': (path, event) =>
    void path.employments.push({ ...opened(event), referralId: event.concerns, said: event.body, ended: null }),
  'employment-ended': (path, event) => withId(path.employments, event, (employment) => (employment.ended = event)),
  'project-joined': (path, { sequence, on, body }) =>
    void path.projects.push({ id: sequence, on, project: body.project, leftOn: null }),
  'project-left': (path, event) => withId(path.projects, event, (stay) => (stay.leftOn = event.on)),
  'table-decided': (path, event) => void path.tableDecisions.push(event),
  'case-closed': (path, event) => {
    path.closures.push({ id: event.sequence, on: event.on, said: event.body, reopenedOn: null })
    for (const plan of path.plans) plan.closedAt = event.sequence
    for (const stay of path.projects) stay.leftOn ??= event.on
    // What somebody meant to do, or to be reminded of, was meant for the case that is closed.
    path.nextStep = null
    path.reminder = null
  },
  'ways-joined': (path, event) => {
    path.joins.push({ id: event.sequence, on: event.on, said: event.body, sorted: null })
    const closed = closureOf(path)
    if (!closed || !event.body.stillOpen) return
    // The other way was open: its case goes on, and so do the plans that the closing was not meant for.
    closed.reopenedOn = event.on
    for (const plan of path.plans) if (plan.closedAt === closed.id) plan.closedAt = null
  },
  'ways-sorted': (path, event) => withId(path.joins, event, (join) => (join.sorted = event)),
  undone: () => undefined,
}

function withId<Thing extends { id: number }>(
  things: readonly Thing[],
  { concerns }: PathEvent,
  change: (thing: Thing) => void,
): void {
  const found = things.find(({ id }) => id === concerns)
  if (found) change(found)
}
