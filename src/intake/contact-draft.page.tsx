import type { Proposal } from '../pathway/event.ts'
import type { PathView } from '../pathway/path-view.ts'
import type { CodeOf } from '../parameters/code-lists/casework.ts'
import type * as lists from '../parameters/code-lists/casework.ts'
import { addDays, type Day, parseDay } from '../values/day.ts'
import type { FreeTime } from './free-times.ts'
import type { Desk } from './intake-view.ts'
import { intakeText } from './intake.text.ts'
import type { RoutingFacts, Suggestion } from './suggest-route.ts'

type Ability = CodeOf<typeof lists.workAbilities>
type Assessor = CodeOf<typeof lists.assessors>
type Destination = CodeOf<typeof lists.destinations>

/** The form as it stands. Choices that are not made are ''. */
export type ContactDraft = {
  personId: number
  channel: CodeOf<typeof lists.contactChannels>
  subjects: CodeOf<typeof lists.contactSubjects>[]
  expectedDuration: CodeOf<typeof lists.expectedDurations>
  unemployed: '' | 'yes' | 'no'
  note: string
  assessments: { assessor: Assessor; ability: Ability }[]
  /** '' follows the suggestion. */
  destination: '' | Destination
  overrideReason: string
  /** Why somebody is not referred to an intervention, where that is the way. */
  notReferred: '' | CodeOf<typeof lists.notReferredReasons>
  /** Key of a free time. */
  time: string
  consents: boolean
  recipient: string
  ground: CodeOf<typeof lists.sharingGrounds>
  scopes: CodeOf<typeof lists.consentScopes>[]
  /** Last day, as it is said to people. */
  consentLast: string
}

const consentDays = 365

export const emptyDraft = (personId: number, today: Day): ContactDraft => ({
  personId,
  channel: 'phone',
  subjects: [],
  expectedDuration: 'unknown',
  unemployed: '',
  note: '',
  assessments: [],
  destination: '',
  overrideReason: '',
  notReferred: '',
  time: '',
  consents: false,
  recipient: '',
  ground: 'consent',
  scopes: ['identity', 'mapping', 'participation'],
  consentLast: addDays(today, consentDays),
})

export const timeKey = ({ coach, at }: FreeTime): string => `${coach} ${at}`

/** What the rules look at: what is in the form, and what was known of the person before. */
export function routingFacts(draft: ContactDraft, { members, path }: PathView): RoutingFacts {
  const before = path.assessments.filter(({ personId }) => personId === draft.personId).map(({ body }) => body)
  const latest = new Map([...before, ...draft.assessments].map(({ assessor, ability }) => [assessor, ability]))
  return {
    expectedDuration: draft.expectedDuration,
    unemployed: draft.unemployed === 'yes',
    age: members.find(({ id }) => id === draft.personId)?.age ?? null,
    abilities: [...latest.values()],
    // A project is the household's, whoever of it gets in touch.
    projects: path.projects.flatMap(({ project, leftOn }) => (leftOn === null ? [project] : [])),
  }
}

/** Whether a unit of another committee is told of the person only after a ground is recorded. */
export function needsGround(unit: string, householdUnit: string | null, personId: number, view: PathView, desk: Desk) {
  const committeeOf = (code: string | null) => desk.units.find((each) => each.code === code)?.committee
  if (committeeOf(unit) === committeeOf(householdUnit)) return false
  return !groundsOf(view, personId).some(({ recipient }) => recipient === unit)
}

/** Grounds that hold today. */
export const groundsOf = ({ path, today }: PathView, personId: number) =>
  path.grounds.filter(
    (ground) =>
      ground.personId === personId &&
      ground.on <= today &&
      today < ground.until &&
      (ground.withdrawnOn === null || today < ground.withdrawnOn),
  )

/** What is left to fill in before it can be sent, in the words of the form; null when nothing is. */
export function missingIn(draft: ContactDraft, suggestion: Suggestion | undefined, desk: Desk): string | null {
  const { contact, way, consent, time } = intakeText
  const last = parseDay(draft.consentLast)
  if (!draft.unemployed) return contact.unemployedMissing
  if (isOverridden(draft, suggestion) && !draft.overrideReason.trim()) return way.overrideMissing
  if (destinationOf(draft, suggestion) === 'no-referral' && !draft.notReferred) return way.notReferredMissing
  // Somebody else has booked it since: nobody is registered as unbooked without knowing.
  if (draft.time && !timeOf(draft, desk)) return time.gone
  if (!draft.consents) return null
  if (!draft.recipient) return consent.recipientMissing
  if (draft.scopes.length === 0) return consent.scopesMissing
  return last === null || last < desk.today ? consent.lastMissing : null
}

export const destinationOf = (draft: ContactDraft, suggestion: Suggestion | undefined): Destination | undefined =>
  draft.destination || suggestion?.destination

export const timeOf = (draft: ContactDraft, desk: Desk): FreeTime | null =>
  desk.times.find((time) => timeKey(time) === draft.time) ?? null

export const isOverridden = (draft: ContactDraft, suggestion: Suggestion | undefined): boolean =>
  draft.destination !== '' && draft.destination !== suggestion?.destination

/**
 * All that the form says, as one list of events: the contact first, since the way and the meeting go on with it.
 * The ground stands before the meeting, which may need it.
 */
export function eventsOf(
  draft: ContactDraft,
  view: PathView,
  suggestion: Suggestion,
  time: FreeTime | null,
): Proposal[] {
  const about = { personId: draft.personId, concerns: null, on: view.today }
  const contactId = view.sequence + 1
  const note = draft.note.trim()
  const overrideReason = isOverridden(draft, suggestion) ? draft.overrideReason.trim() : ''
  return [
    {
      ...about,
      kind: 'contact-registered',
      body: {
        channel: draft.channel,
        subjects: draft.subjects,
        expectedDuration: draft.expectedDuration,
        unemployed: draft.unemployed === 'yes',
        ...(note && { note }),
      },
    },
    ...draft.assessments.map((body): Proposal => ({ ...about, kind: 'work-ability-assessed', body })),
    {
      ...about,
      kind: 'routed',
      concerns: contactId,
      body: {
        destination: draft.destination || suggestion.destination,
        suggested: suggestion.destination,
        rule: suggestion.rule,
        rulesFrom: suggestion.rulesFrom,
        ...(overrideReason && { overrideReason }),
      },
    },
    ...notReferredOf(draft, suggestion, about),
    ...(draft.consents ? [consentOf(draft, about)] : []),
    ...(time ? [bookingOf(time, { ...about, concerns: contactId })] : []),
  ]
}

function notReferredOf(draft: ContactDraft, suggestion: Suggestion, about: About): Proposal[] {
  if (destinationOf(draft, suggestion) !== 'no-referral' || !draft.notReferred) return []
  return [{ ...about, kind: 'not-referred', body: { reason: draft.notReferred } }]
}

type About = Pick<Proposal, 'personId' | 'concerns' | 'on'>

const consentOf = ({ recipient, ground, scopes, consentLast }: ContactDraft, about: About): Proposal => ({
  ...about,
  kind: 'consent-given',
  body: { recipient, ground, scopes, until: addDays(consentLast as Day, 1) },
})

const bookingOf = ({ unit, coach, at, minutes }: FreeTime, about: About): Proposal => ({
  ...about,
  kind: 'meeting-booked',
  body: { unit, coach, at, minutes },
})
