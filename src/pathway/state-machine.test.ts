import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import * as lists from '../parameters/code-lists/casework.ts'
import { codesOf } from '../parameters/code-lists/casework.ts'
import { addDays, type Day } from '../values/day.ts'
import { type Context, refusedByContext } from './context-rules.ts'
import { type EventKind, eventKinds } from './event-bodies.ts'
import { eventRules, type PathEvent, type Proposal } from './event.ts'
import { faultOf } from './event-store.queries.ts'
import { refusedByPath } from './legal.ts'
import { offersOf } from './offers.ts'
import { closureOf, isOpenReferral, type Path } from './path.ts'
import { replay } from './replay.ts'
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
  const offers = choice.kind % 4 > 0 ? offersOf(path, context) : []
  const goingOn = offers.filter(
    ({ kind, concerns }) => concerns !== null && (kind !== 'undone' || choice.word % 9 === 0),
  )
  const wanted = goingOn.length > 0 && choice.kind % 4 > 1 ? goingOn : offers.filter(({ kind }) => kind !== 'undone')
  const offer = wanted[choice.concerns % Math.max(1, wanted.length)]
  if (offer)
    return { context, proposal: { ...offer, on, body: bodyOf(path, offer.kind, offer.concerns, choice) } as Proposal }
  const kind = eventKinds[choice.kind % eventKinds.length]!
  const concerns = choice.concerns % 3 === 0 ? null : (choice.concerns % (path.sequence + 2)) + 1
  const personId = [null, 1, 2, 99][choice.person]!
  return { context, proposal: { kind, personId, concerns, on, body: bodyOf(path, kind, concerns, choice) } as Proposal }
}

const contextOf = (role: Role, today: Day): Context => ({
  today,
  user: { id: 7, role, unitCodes: role === 'coach' ? ['JOB'] : 'all' },
  isOutsider: role === 'coach',
  memberIds: members,
  committeeOf: new Map([
    ['NORD', 'SOC'],
    ['JOB', 'VIA'],
    ['SOC', 'SOC'],
  ]),
  ownCommittee: 'SOC',
  interventions: new Set(['steget', 'lokalvard']),
  caseworkers: new Set(['Sara Lind']),
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
    'mapping-saved': { method: pick(lists.mappingMethods, word), answers: {}, complete: word % 2 === 0 },
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
    'table-decided': { decision: 'Vi ses nästa vecka', responsible: pick(lists.meetingParties, word) },
    'case-closed': { reason: pick(lists.closureReasons, word) },
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

/** A household whose applicant has begun in an intervention: where half of the walks set out, since few get there by chance. */
const halfway: PathEvent[] = [
  said('contact-registered', null),
  said('referred', null),
  said('referral-accepted', 2),
  said('intervention-started', 2),
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
    events.push({ ...proposal, sequence: events.length + 1, by: 7, recordedAt: `${day}T10:00:00.000Z` } as PathEvent)
    path = replay(events)
  }
  return { events, path }
}

/** What can be said of any way that the rules have let through. */
function expectSound({ events, path }: { events: PathEvent[]; path: Path }): void {
  const undone = new Set(events.filter(({ kind }) => kind === 'undone').map(({ concerns }) => concerns))
  const standing = events.filter(({ kind, sequence }) => kind !== 'undone' && !undone.has(sequence))
  expect(path.sequence).toBe(events.length)
  expect(path.events).toEqual(standing)

  // No fact is lost: what opens something is there, once.
  const opened = (kind: EventKind) => standing.filter((event) => event.kind === kind).length
  expect(path.referrals).toHaveLength(opened('referred'))
  expect(path.contacts).toHaveLength(opened('contact-registered'))
  expect(path.meetings).toHaveLength(opened('meeting-booked'))
  expect(path.closures).toHaveLength(opened('case-closed'))
  expect(path.grounds).toHaveLength(opened('consent-given'))

  // No illegal state.
  for (const person of members) {
    const open = path.referrals.filter((each) => each.personId === person && isOpenReferral(each))
    expect(new Set(open.map(({ said }) => said.intervention)).size).toBe(open.length)
    expect(
      path.meetings.filter(({ personId, state }) => personId === person && state.kind === 'booked').length,
    ).toBeLessThanOrEqual(1)
  }
  for (const referral of path.referrals) {
    const { state, acceptedOn, started, exitInterview, attendance } = referral
    if (state.kind === 'started' || state.kind === 'ended') expect([acceptedOn, started]).not.toContain(null)
    if (state.kind === 'sent' || state.kind === 'returned') expect(started).toBeNull()
    if (exitInterview) expect(state.kind).toBe('ended')
    if (attendance.length > 0) expect(started).not.toBeNull()
  }
  for (const plan of path.plans)
    for (const { version } of plan.approvals) expect(version.body.goals.length).toBeGreaterThan(0)
  if (closureOf(path)) expect(path.referrals.filter(({ state }) => state.kind === 'started')).toEqual([])
  for (const { personId, kind, concerns } of standing) {
    if (eventRules[kind].about === 'person') expect(members).toContain(personId)
    if (concerns !== null) expect(standing.some(({ sequence }) => sequence === concerns)).toBe(true)
  }
  expect(workRow(path).open_interventions).toBe(path.referrals.filter(({ state }) => state.kind === 'started').length)
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
        expectSound(walked)
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
