import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import * as lists from '../parameters/code-lists/casework.ts'
import { codesOf } from '../parameters/code-lists/casework.ts'
import { addDays, type Day } from '../values/day.ts'
import { type Context, holdsWithout, refusedByContext } from './context-rules.ts'
import { type EventKind, eventKinds } from './event-bodies.ts'
import { eventRules, type PathEvent, type Proposal } from './event.ts'
import { faultOf } from './event-store.queries.ts'
import { refusedByPath } from './legal.ts'
import { isOffered, type Offer, offersOf, triesOf } from './offers.ts'
import { closureOf, isOpenReferral, type Path } from './path.ts'
import { proceed, replay } from './replay.ts'
import { workRow } from './work-row.ts'

/**
 * Ten thousand households at the hands of people who try anything: what the rules let through must always be a way
 * that can be told, and what they stop must leave no trace.
 */
const walks = 10_000
const stepsEach = 14
const members = [1, 2]
const start = '2019-01-07' as Day

/** A choice of everything that a step needs; what it means depends on the way so far. */
type Choice = { kind: number; role: number; person: number; concerns: number; day: number; word: number }

const aChoice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.nat(1000),
  role: fc.nat(6),
  person: fc.nat(3),
  concerns: fc.nat(1000),
  day: fc.integer({ min: -2, max: 9 }),
  word: fc.nat(1000),
})

type Step = { proposal: Proposal; context: Context }

/** Those who do most of the work come most often; the others come to be refused. */
const workforce: readonly Role[] = ['manager', 'caseworker', 'manager', 'caseworker', 'coach', 'reception', 'board']

/** Most steps try what is offered, and go on with something rather than begin; the others try whatever comes to mind. */
function stepOf(path: Path, choice: Choice, day: Day): Step {
  const context = contextOf(workforce[choice.role % workforce.length]!, day)
  const on = addDays(day, Math.min(0, choice.day))
  const offer = choice.kind % 4 > 0 ? offerOf(path, choice, context) : undefined
  if (offer)
    return { context, proposal: { ...offer, on, body: bodyOf(path, offer.kind, offer.concerns, choice) } as Proposal }
  const kind = eventKinds[choice.kind % eventKinds.length]!
  const concerns = choice.concerns % 3 === 0 ? null : (choice.concerns % (path.sequence + 2)) + 1
  const personId = [null, 1, 2, 99][choice.person]!
  return { context, proposal: { kind, personId, concerns, on, body: bodyOf(path, kind, concerns, choice) } as Proposal }
}

/** The first that is offered from a chosen place on: to ask for all of them at every step would take most of the time. */
function offerOf(path: Path, choice: Choice, context: Context): Offer | undefined {
  const mayUndo = choice.word % 9 === 0
  const tries = triesOf(path, context).filter(({ kind }) => mayUndo || kind !== 'undone')
  const goingOn = tries.filter(({ concerns }) => concerns !== null)
  const firstOffered = (those: readonly Offer[]) => {
    const from = choice.concerns % Math.max(1, those.length)
    return [...those.slice(from), ...those.slice(0, from)].find((offer) => isOffered(path, offer, context))
  }
  return (choice.kind % 4 > 1 ? firstOffered(goingOn) : undefined) ?? firstOffered(tries)
}

const committeeOf = new Map([
  ['NORD', 'SOC'],
  ['JOB', 'VIA'],
  ['SOC', 'SOC'],
])
const interventions = new Set(['steget', 'lokalvard'])
const projects = new Set(['100-projektet'])
const caseworkers = new Set(['Sara Lind'])

const contextOf = (role: Role, today: Day): Context => ({
  today,
  user: { id: 7, role, unitCodes: role === 'coach' ? ['JOB'] : 'all' },
  isOutsider: role === 'coach',
  memberIds: members,
  committeeOf,
  ownCommittee: 'SOC',
  interventions,
  projects,
  caseworkers,
  coaches: new Set([3]),
  isTimeTaken: (_, at) => at.endsWith('13:00'),
  placesLeft: (group) => (group === 'full' ? 0 : 3),
})

const pick = <List extends object>(list: List, word: number) => codesOf(list)[word % codesOf(list).length]!

function bodyOf(path: Path, kind: EventKind, concerns: number | null, { word }: Choice): object {
  const referral = path.referrals.find(({ id }) => id === concerns)
  const bodies: Record<EventKind, object> = {
    'contact-registered': {
      channel: pick(lists.contactChannels, word),
      subjects: [],
      expectedDuration: pick(lists.expectedDurations, word),
      unemployed: word % 2 === 0,
    },
    'work-ability-assessed': { assessor: pick(lists.assessors, word), ability: pick(lists.workAbilities, word) },
    routed: {
      destination: pick(lists.destinations, word),
      suggested: pick(lists.destinations, word % 3),
      rule: 'r',
      rulesFrom: '2019-01-01',
      ...(word % 4 > 0 && { overrideReason: 'för att' }),
    },
    'promise-explained': { cause: pick(lists.breachCauses, word) },
    'consent-given': {
      recipient: word % 7 === 0 ? 'SAKNAS' : 'JOB',
      ground: 'consent',
      scopes: ['identity'],
      until: word % 9 === 0 ? '2018-01-01' : '2030-01-01',
    },
    'consent-withdrawn': {},
    'meeting-booked': {
      unit: word % 2 ? 'JOB' : 'NORD',
      coach: 3,
      at: word % 5 ? '2019-02-04T09:00' : '2019-02-04T13:00',
      minutes: 45,
    },
    'meeting-held': {},
    'meeting-missed': {},
    'meeting-cancelled': { reason: pick(lists.meetingCancelReasons, word) },
    'mapping-saved': {
      method: pick(lists.mappingMethods, word),
      answers: word % 5 ? { health: { text: 'Bra' } } : {},
      complete: word % 2 === 0,
    },
    'employment-service-status': { registered: true, helpedToRegister: false, hasPlan: false },
    'plan-saved': {
      kind: pick(lists.planKinds, word),
      goals: word % 3 ? [{ key: 'arbete', text: 'Arbete' }] : [],
      activities: [{ key: 'cv', text: 'Skriva CV', responsible: 'person' }],
    },
    'plan-approved': { agreedByPerson: true },
    'follow-up-held': { goals: [] },
    'next-step-set': { text: 'Ring', on: '2019-03-01' },
    'note-written': { text: 'Anteckning' },
    'reminder-set': { text: 'Minns', on: '2019-03-01' },
    'caseworker-assigned': { caseworker: word % 2 ? 'Sara Lind' : null },
    referred: {
      intervention: pick({ steget: 1, lokalvard: 1, okand: 1 }, word),
      unit: word % 2 ? 'JOB' : 'NORD',
      kind: 'referred',
      goals: [{ key: 'arbete', text: 'Arbete' }],
    },
    'not-referred': { reason: pick(lists.notReferredReasons, word) },
    'referral-accepted': {},
    'referral-returned': { reason: pick(lists.returnReasons, word) },
    'referral-withdrawn': { reason: pick(lists.withdrawalReasons, word) },
    'intervention-started': word % 4 === 0 ? { group: word % 8 === 0 ? 'full' : 'var-2019' } : {},
    'attendance-recorded': { attendance: pick(lists.attendances, word) },
    'concern-raised': { text: 'Oro' },
    'concern-answered': { text: 'Svar' },
    'progression-rated': { scores: { health: word % 11 } },
    'physician-step': { step: pick(lists.physicianSteps, word) },
    'intervention-ended': {
      reason: pick(lists.endReasons, word),
      outcome: pick(lists.outcomes, word),
      goals: word % 5 === 0 ? [] : (referral?.said.goals ?? []).map(({ key }) => ({ goal: key, state: 'partly' })),
    },
    'exit-interview': { state: ['offered', 'held', 'declined'][word % 3], ...(word % 4 > 0 && { overall: 3 }) },
    'employment-started': { employerKind: pick(lists.employerKinds, word), subsidised: word % 2 === 0 },
    'employment-ended': { becameRegular: word % 2 === 0 },
    'project-joined': { project: pick({ '100-projektet': 1, okand: 1 }, word) },
    'project-left': {},
    'table-decided': { decision: 'Vi ses nästa vecka', responsible: pick(lists.meetingParties, word) },
    'case-closed': { reason: pick(lists.closureReasons, word) },
    'ways-joined': { from: 'kontakt-9', stillOpen: true },
    'ways-sorted': {},
    undone: {},
  }
  return bodies[kind]
}

const said = <Kind extends EventKind>(kind: Kind, concerns: number | null): Omit<PathEvent, 'sequence'> =>
  ({
    kind,
    personId: 1,
    concerns,
    on: start,
    by: 7,
    recordedAt: `${start}T09:00:00.000Z`,
    body: bodyOf(replay([]), kind, null, firstChoice),
  }) as PathEvent
const firstChoice: Choice = { kind: 0, role: 0, person: 1, concerns: 0, day: 0, word: 2 * 3 * 5 * 7 }

/** A household whose applicant has begun in an intervention, and that another has been joined into: where half of the walks set out, since few get there by chance. */
const halfway: PathEvent[] = [
  said('contact-registered', null),
  said('referred', null),
  said('referral-accepted', 2),
  said('intervention-started', 2),
  { ...said('ways-joined', null), personId: null } as Omit<PathEvent, 'sequence'>,
].map((event, at) => ({ ...event, sequence: at + 1 }) as PathEvent)

test('half of the walks set out from a way that the rules let through', () => {
  for (const [at, event] of halfway.entries()) expect(refusedByPath(replay(halfway.slice(0, at)), event)).toBeNull()
})

/** Walks until the choices end, and gives what was recorded. What was refused left nothing. */
function walk(choices: readonly Choice[]): { events: PathEvent[]; path: Path } {
  const events: PathEvent[] = choices[0]!.word % 2 === 0 ? [...halfway] : []
  let day = start
  let path = replay(events)
  for (const choice of choices) {
    day = addDays(day, Math.max(0, choice.day))
    const { proposal, context } = stepOf(path, choice, day)
    const isRefused =
      faultOf(proposal.kind, proposal.body) ??
      refusedByContext(path, proposal, context) ??
      refusedByPath(path, proposal)
    if (isRefused) continue
    const event = { ...proposal, sequence: events.length + 1, by: 7, recordedAt: `${day}T10:00:00.000Z` } as PathEvent
    events.push(event)
    // As it goes on where it is; in the end it is held against all of it told anew.
    if (event.kind === 'undone') path = replay(events)
    else proceed(path, event)
  }
  return { events, path }
}

type Walked = { events: PathEvent[]; path: Path; standing: PathEvent[] }

const opened = (standing: readonly PathEvent[], kind: EventKind) =>
  standing.filter((event) => event.kind === kind).length
const startedOf = ({ referrals }: Path) => referrals.filter(({ state }) => state.kind === 'started')

/** What can be said of any way that the rules have let through. Named, so that one `expect` a walk tells what does not hold. */
const claims: Record<string, (walked: Walked) => boolean> = {
  'the last sequence is known': ({ path, events }) => path.sequence === events.length,
  'what stands is all but what was undone': ({ path, standing }) =>
    path.events.length === standing.length && path.events.every((event, at) => event === standing[at]),
  'every referral is there once': ({ path, standing }) => path.referrals.length === opened(standing, 'referred'),
  'every contact is there once': ({ path, standing }) =>
    path.contacts.length === opened(standing, 'contact-registered'),
  'every meeting is there once': ({ path, standing }) => path.meetings.length === opened(standing, 'meeting-booked'),
  'every closing is there once': ({ path, standing }) => path.closures.length === opened(standing, 'case-closed'),
  'every ground is there once': ({ path, standing }) => path.grounds.length === opened(standing, 'consent-given'),
  'nobody has two open referrals to one intervention': ({ path }) =>
    members.every((person) => {
      const open = path.referrals.filter((each) => each.personId === person && isOpenReferral(each))
      return new Set(open.map(({ said }) => said.intervention)).size === open.length
    }),
  'nobody has two meetings to come': ({ path: { meetings } }) =>
    members.every(
      (id) => meetings.filter(({ personId, state }) => personId === id && state.kind === 'booked').length < 2,
    ),
  'whoever began was accepted before': ({ path }) =>
    path.referrals.every(
      ({ state, acceptedOn, started }) =>
        !['started', 'ended'].includes(state.kind) || (acceptedOn !== null && started !== null),
    ),
  'nobody begins before the answer': ({ path }) =>
    path.referrals.every(({ state, started }) => !['sent', 'returned'].includes(state.kind) || started === null),
  'an exit interview follows an ending': ({ path }) =>
    path.referrals.every(({ state, exitInterview }) => !exitInterview || state.kind === 'ended'),
  'attendance follows a start': ({ path }) =>
    path.referrals.every(({ attendance, started }) => attendance.length === 0 || started !== null),
  'an approved plan has goals': ({ path }) =>
    path.plans.every(({ approvals }) => approvals.every(({ version }) => version.body.goals.length > 0)),
  'nobody takes part in a closed case': ({ path }) => !closureOf(path) || startedOf(path).length === 0,
  'what is about a person is about a member': ({ standing }) =>
    standing.every(({ kind, personId }) => eventRules[kind].about !== 'person' || members.includes(personId ?? 0)),
  'what goes on goes on with something': ({ standing }) =>
    standing.every(({ concerns }) => concerns === null || standing.some(({ sequence }) => sequence === concerns)),
  'the list of work counts what is open': ({ path }) => workRow(path).open_interventions === startedOf(path).length,
}

function brokenClaims({ events, path }: Omit<Walked, 'standing'>): string[] {
  const undone = new Set(events.filter(({ kind }) => kind === 'undone').map(({ concerns }) => concerns))
  const standing = events.filter(({ kind, sequence }) => kind !== 'undone' && !undone.has(sequence))
  return Object.entries(claims).flatMap(([claim, holds]) => (holds({ events, path, standing }) ? [] : [claim]))
}

test(
  `${walks} random sequences of commands leave no illegal state and lose no fact, and replaying the events gives the same way`,
  { timeout: 300_000 },
  () => {
    const seen = new Set<EventKind>()
    fc.assert(
      fc.property(fc.array(aChoice, { minLength: stepsEach, maxLength: stepsEach }), (choices) => {
        const walked = walk(choices)
        for (const { kind } of walked.events) seen.add(kind)
        expect(brokenClaims(walked)).toEqual([])
        expect(replay(JSON.parse(JSON.stringify(walked.events)) as PathEvent[])).toEqual(walked.path)
      }),
      { numRuns: walks, seed: 20190514 },
    )
    // A property that never got to an event says nothing of it.
    expect(eventKinds.filter((kind) => !seen.has(kind))).toEqual([])
  },
)

test(
  'what is offered is let through with the right answers, and what is not offered is refused',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.array(aChoice, { minLength: 10, maxLength: 10 }), aChoice, (choices, last) => {
        const { path } = walk(choices)
        const day = addDays(path.events.at(-1)?.on ?? start, 1)
        const { proposal, context } = stepOf(path, { ...last, kind: last.kind * 4, day: 0 }, day)
        const offered = offersOf(path, context).some(
          ({ kind, personId, concerns }) =>
            kind === proposal.kind && concerns === proposal.concerns && personId === proposal.personId,
        )
        const refusal = refusedByContext(path, proposal, context) ?? refusedByPath(path, proposal)
        if (!offered) expect(refusal).not.toBeNull()
      }),
      { numRuns: 2000, seed: 4 },
    )
  },
)

test('an event may be taken back when all that came after could have happened without it', () => {
  fc.assert(
    fc.property(fc.array(aChoice, { minLength: stepsEach, maxLength: stepsEach }), (choices) => {
      const { path } = walk(choices)
      for (const event of path.events) {
        const rest = path.events.filter((each) => each !== event)
        const isRefused = (each: PathEvent, at: number) =>
          each.sequence > event.sequence && refusedByPath(replay(rest.slice(0, at)), each) !== null
        expect(holdsWithout(path, event)).toBe(!rest.some(isRefused))
      }
    }),
    { numRuns: 300, seed: 14 },
  )
})
