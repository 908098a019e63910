import { type Static, type TSchema, Type } from 'typebox'
import * as lists from '../parameters/code-lists/casework.ts'
import { type CodeOf, codesOf } from '../parameters/code-lists/casework.ts'
import { parseDay, workDayPattern } from '../values/day.ts'

/**
 * What each kind of event says. One definition: the type, the check of what comes through the API, and the OpenAPI document.
 * Texts are at most some pages, so that a slip with the paste key does not fill the register.
 */
const code = <List extends object>(list: List) => Type.Enum(codesOf(list))
/** The same schema for each code of a list. */
const forEach = <List extends object, Schema extends TSchema>(list: List, schema: Schema) =>
  Object.fromEntries(codesOf(list).map((each) => [each, schema])) as Record<CodeOf<List>, Schema>
const line = Type.String({ minLength: 1, maxLength: 300 })
const text = Type.String({ maxLength: 20_000 })
/** A day that exists: the pattern alone would let the 31st of February through to the database. */
const aDay = Type.String({ format: 'date', pattern: workDayPattern })
const aTime = Type.Refine(
  Type.String({ pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d$' }),
  (text) => parseDay(text.slice(0, 10)) !== null,
)
const key = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' })
const unitCode = Type.String({ minLength: 1, maxLength: 100 })
const strict = { additionalProperties: false }
/** Ids of users are the database's integers. */
const mostId = 2 ** 31 - 1

const goal = Type.Object({ key, text: line }, strict)
const reached = Type.Object({ goal: key, state: code(lists.goalStates), comment: Type.Optional(text) }, strict)
const activity = Type.Object(
  {
    key,
    text: line,
    responsible: code(lists.responsibles),
    due: Type.Optional(aDay),
    /** The employment service's own planning, written into ours. */
    fromEmploymentService: Type.Optional(Type.Boolean()),
  },
  strict,
)

export const eventBodies = {
  // Reception
  'contact-registered': Type.Object(
    {
      channel: code(lists.contactChannels),
      subjects: Type.Array(code(lists.contactSubjects), { maxItems: 6 }),
      expectedDuration: code(lists.expectedDurations),
      unemployed: Type.Boolean(),
      note: Type.Optional(text),
    },
    strict,
  ),
  'work-ability-assessed': Type.Object(
    { assessor: code(lists.assessors), ability: code(lists.workAbilities), comment: Type.Optional(text) },
    strict,
  ),
  routed: Type.Object(
    {
      destination: code(lists.destinations),
      /** What the rules said, and which rule of which version said it. */
      suggested: code(lists.destinations),
      rule: Type.String({ maxLength: 100 }),
      rulesFrom: aDay,
      /** Why the suggestion was not followed. */
      overrideReason: Type.Optional(line),
    },
    strict,
  ),
  'promise-explained': Type.Object({ cause: code(lists.breachCauses), comment: Type.Optional(text) }, strict),
  'consent-given': Type.Object(
    {
      recipient: unitCode,
      ground: code(lists.sharingGrounds),
      scopes: Type.Array(code(lists.consentScopes), { minItems: 1, uniqueItems: true }),
      /** First day that it no longer holds. */
      until: aDay,
    },
    strict,
  ),
  'consent-withdrawn': Type.Object({}, strict),

  // Meetings with a coach
  'meeting-booked': Type.Object(
    {
      unit: unitCode,
      coach: Type.Integer({ minimum: 1, maximum: mostId }),
      at: aTime,
      minutes: Type.Integer({ minimum: 5, maximum: 480 }),
    },
    strict,
  ),
  'meeting-held': Type.Object({ note: Type.Optional(text) }, strict),
  'meeting-missed': Type.Object({ note: Type.Optional(text) }, strict),
  'meeting-cancelled': Type.Object({ reason: code(lists.meetingCancelReasons) }, strict),

  // Planning
  'mapping-saved': Type.Object(
    {
      method: code(lists.mappingMethods),
      /** Area of the method's form → what was said, and how far it stands in the way: 0 not at all, 3 wholly. */
      answers: Type.Record(
        key,
        Type.Object({ text, level: Type.Optional(Type.Integer({ minimum: 0, maximum: 3 })) }, strict),
      ),
      complete: Type.Boolean(),
    },
    strict,
  ),
  'employment-service-status': Type.Object(
    {
      registered: Type.Boolean(),
      helpedToRegister: Type.Boolean(),
      registeredOn: Type.Optional(aDay),
      hasPlan: Type.Boolean(),
    },
    strict,
  ),
  'plan-saved': Type.Object(
    {
      kind: code(lists.planKinds),
      goals: Type.Array(goal, { maxItems: 20 }),
      activities: Type.Array(activity, { maxItems: 40 }),
      followUpOn: Type.Optional(aDay),
      childrenText: Type.Optional(text),
    },
    strict,
  ),
  'plan-approved': Type.Object({ agreedByPerson: Type.Boolean() }, strict),
  'follow-up-held': Type.Object(
    { goals: Type.Array(reached, { maxItems: 20 }), nextOn: Type.Optional(aDay), comment: Type.Optional(text) },
    strict,
  ),
  'next-step-set': Type.Object({ text: line, on: aDay }, strict),
  'note-written': Type.Object({ text: Type.String({ minLength: 1, maxLength: 20_000 }) }, strict),
  'reminder-set': Type.Object({ text: line, on: aDay }, strict),
  'caseworker-assigned': Type.Object(
    { caseworker: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]) },
    strict,
  ),

  // Interventions
  referred: Type.Object(
    {
      intervention: key,
      unit: unitCode,
      kind: code(lists.referralKinds),
      goals: Type.Array(goal, { minItems: 1, maxItems: 10 }),
      reason: Type.Optional(text),
      /** To the social physician: what the referral asks for, known before anybody is seen (document 000-18). */
      physicianGroup: Type.Optional(code(lists.physicianGroups)),
    },
    strict,
  ),
  'not-referred': Type.Object({ reason: code(lists.notReferredReasons), comment: Type.Optional(text) }, strict),
  'referral-accepted': Type.Object({ comment: Type.Optional(text) }, strict),
  'referral-returned': Type.Object({ reason: code(lists.returnReasons), comment: Type.Optional(text) }, strict),
  'referral-withdrawn': Type.Object({ reason: code(lists.withdrawalReasons) }, strict),
  'intervention-started': Type.Object(
    {
      group: Type.Optional(key),
      /** First day after the last planned one. */
      plannedEnd: Type.Optional(aDay),
    },
    strict,
  ),
  'attendance-recorded': Type.Object({ attendance: code(lists.attendances), done: Type.Optional(text) }, strict),
  'concern-raised': Type.Object({ text: Type.String({ minLength: 1, maxLength: 5000 }) }, strict),
  'concern-answered': Type.Object({ text: Type.String({ minLength: 1, maxLength: 5000 }) }, strict),
  'progression-rated': Type.Object(
    {
      scores: Type.Partial(
        Type.Object(forEach(lists.progressionAreas, Type.Integer({ minimum: 0, maximum: 10 })), strict),
      ),
    },
    strict,
  ),
  'physician-step': Type.Object(
    { step: code(lists.physicianSteps), group: Type.Optional(code(lists.physicianGroups)) },
    strict,
  ),
  'intervention-ended': Type.Object(
    {
      reason: code(lists.endReasons),
      outcome: code(lists.outcomes),
      goals: Type.Array(reached, { maxItems: 10 }),
      comment: Type.Optional(text),
    },
    strict,
  ),
  'exit-interview': Type.Object(
    {
      state: Type.Enum(['offered', 'held', 'declined']),
      /** 1 much worse … 5 much better, all in all. */
      overall: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
      better: Type.Optional(Type.Array(code(lists.exitChanges), { uniqueItems: true })),
      worse: Type.Optional(Type.Array(code(lists.exitChanges), { uniqueItems: true })),
      quote: Type.Optional(Type.String({ maxLength: 1000 })),
      quoteConsent: Type.Optional(Type.Boolean()),
    },
    strict,
  ),
  'employment-started': Type.Object(
    {
      employer: Type.Optional(key),
      employerKind: code(lists.employerKinds),
      subsidised: Type.Boolean(),
      until: Type.Optional(aDay),
      introductionPaidBy: Type.Optional(code(lists.introductionPayers)),
    },
    strict,
  ),
  'employment-ended': Type.Object({ becameRegular: Type.Boolean() }, strict),

  // A project that works with some households for a time (document 001)
  'project-joined': Type.Object(
    {
      /** Key of an intervention of the kind `project`. */
      project: key,
    },
    strict,
  ),
  'project-left': Type.Object({}, strict),

  // The weekly table, and the end
  'table-decided': Type.Object(
    { decision: line, responsible: code(lists.meetingParties), due: Type.Optional(aDay) },
    strict,
  ),
  'case-closed': Type.Object({ reason: code(lists.closureReasons), comment: Type.Optional(text) }, strict),
  /** The register itself says so, when an import has told that two households are one. */
  'ways-joined': Type.Object(
    {
      /** What the household was called that the other way was recorded for. */
      from: Type.String({ maxLength: 200 }),
      /** Whether one of the two cases was open then: so is the one that they have become. */
      stillOpen: Type.Boolean(),
    },
    strict,
  ),
  /** A caseworker has gone through what the two ways have double. */
  'ways-sorted': Type.Object({ comment: Type.Optional(text) }, strict),
  /** Takes back an event that was recorded by mistake; it stays in the history. */
  undone: Type.Object({}, strict),
} as const

export type EventKind = keyof typeof eventBodies
export type EventBody<Kind extends EventKind> = Static<(typeof eventBodies)[Kind]>

export const eventKinds = Object.keys(eventBodies) as EventKind[]
export const isEventKind = (text: string): text is EventKind => Object.hasOwn(eventBodies, text)
