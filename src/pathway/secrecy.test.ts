import { describe, expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { roles } from '../access/permissions.ts'
import { codesOf, consentScopes } from '../parameters/code-lists/casework.ts'
import type { Day } from '../values/day.ts'
import { type EventBody, type EventKind, eventKinds } from './event-bodies.ts'
import { type EventOf, eventRules, type PathEvent } from './event.ts'
import { type Scope, scopeOf, visibleEvents } from './secrecy.ts'

const today = '2019-05-14' as Day
const person = 1
const other = 2
const goals = [{ key: 'g', text: 'Mål' }]

/** One event of each kind, said of the person; with what goes on with something concerning it. */
const bodies: { [Kind in EventKind]: EventBody<Kind> } = {
  'contact-registered': { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true },
  'work-ability-assessed': { assessor: 'physician', ability: 'full' },
  routed: { destination: 'job-unit', suggested: 'job-unit', rule: 'r', rulesFrom: '2019-01-01' },
  'promise-explained': { cause: 'no-free-time' },
  'consent-given': { recipient: 'AF', ground: 'consent', scopes: ['plan'], until: '2020-01-01' },
  'consent-withdrawn': {},
  'meeting-booked': { unit: 'OTHER', coach: 3, at: '2019-05-16T09:00', minutes: 45 },
  'meeting-held': {},
  'meeting-missed': {},
  'meeting-cancelled': { reason: 'moved' },
  'mapping-saved': { method: 'simplified', answers: {}, complete: true },
  'employment-service-status': { registered: true, helpedToRegister: false, hasPlan: false },
  'plan-saved': { kind: 'work', goals, activities: [], childrenText: 'om barnen' },
  'plan-approved': { agreedByPerson: true },
  'follow-up-held': { goals: [] },
  'next-step-set': { text: 'x', on: '2019-06-01' },
  'note-written': { text: 'x' },
  'reminder-set': { text: 'x', on: '2019-06-01' },
  'caseworker-assigned': { caseworker: 'KS' },
  referred: { intervention: 'steget', unit: 'OTHER', kind: 'referred', goals },
  'not-referred': { reason: 'other' },
  'referral-accepted': {},
  'referral-returned': { reason: 'other' },
  'referral-withdrawn': { reason: 'other' },
  'intervention-started': {},
  'attendance-recorded': { attendance: 'present' },
  'concern-raised': { text: 'x' },
  'concern-answered': { text: 'x' },
  'progression-rated': { scores: {} },
  'physician-step': { step: 'seen' },
  'intervention-ended': { reason: 'completed', outcome: 'work', goals: [] },
  'exit-interview': { state: 'held', overall: 4, quote: 'med egna ord' },
  'employment-started': { employerKind: 'external', subsidised: false },
  'employment-ended': { becameRegular: false },
  'project-joined': { project: '100-projektet' },
  'project-left': {},
  'table-decided': { decision: 'x', responsible: 'assistance' },
  'case-closed': { reason: 'other' },
  'ways-joined': { from: 'kontakt-9', stillOpen: true },
  'ways-sorted': {},
  undone: {},
}

const first = 10
const sequenceOf = (kind: EventKind) => first + eventKinds.indexOf(kind)

function oneOfEach(personId = person): PathEvent[] {
  return eventKinds
    .filter((kind) => kind !== 'undone')
    .map((kind) => {
      const [before] = eventRules[kind].begins ? [] : eventRules[kind].concerns
      return {
        kind,
        sequence: sequenceOf(kind),
        personId: eventRules[kind].about === 'person' ? personId : null,
        concerns: before ? sequenceOf(before) : null,
        on: '2019-02-01',
        by: 2,
        recordedAt: '2019-02-01T08:00:00.000Z',
        body: bodies[kind],
      } as PathEvent
    })
}

/** One of a kind, alone. */
const of = <Kind extends EventKind>(kind: Kind) =>
  oneOfEach().find((event): event is EventOf<Kind> & PathEvent => event.kind === kind)!

type GroundChoices = {
  scopes?: Scope[]
  recipient?: string
  on?: string
  until?: string
  of?: number
  sequence?: number
}

const ground = (choices: GroundChoices = {}): PathEvent => ({
  kind: 'consent-given',
  sequence: choices.sequence ?? 1,
  personId: choices.of ?? person,
  concerns: null,
  on: (choices.on ?? '2019-01-01') as Day,
  by: 2,
  recordedAt: '2019-01-01T08:00:00.000Z',
  body: {
    recipient: choices.recipient ?? 'JOB',
    ground: 'consent',
    scopes: choices.scopes ?? codesOf(consentScopes),
    until: choices.until ?? '2020-01-01',
  },
})

const withdrawal = (on: string): PathEvent => ({
  ...ground(),
  kind: 'consent-withdrawn',
  sequence: 2,
  concerns: 1,
  on: on as Day,
  body: {},
})

const coachSees = (events: readonly PathEvent[], recipients = ['JOB']): PathEvent[] =>
  visibleEvents(events, { kind: 'by-ground', recipients, ownUnits: [] }, today)
const kindsIn = (events: readonly PathEvent[]) =>
  events.filter(({ sequence }) => sequence >= first).map(({ kind }) => kind)
const sorted = (kinds: readonly EventKind[]) => kinds.toSorted()

/** The table of the law as it was decided: which scope opens what to another committee. Written out, so that a slip in the code shows. */
const opened: Record<Scope, EventKind[]> = {
  identity: [],
  'work-ability': ['work-ability-assessed'],
  mapping: ['mapping-saved', 'employment-service-status'],
  plan: ['plan-saved', 'plan-approved', 'follow-up-held'],
  participation: [
    'meeting-booked',
    'meeting-held',
    'meeting-missed',
    'meeting-cancelled',
    'referred',
    'referral-accepted',
    'referral-returned',
    'referral-withdrawn',
    'intervention-started',
    'attendance-recorded',
    'progression-rated',
    'intervention-ended',
    'employment-started',
    'employment-ended',
  ],
}

const never: EventKind[] = [
  'contact-registered',
  'routed',
  'promise-explained',
  'next-step-set',
  'note-written',
  'reminder-set',
  'caseworker-assigned',
  'not-referred',
  'project-joined',
  'project-left',
  'table-decided',
  'case-closed',
  'ways-joined',
  'ways-sorted',
]

describe('another committee', () => {
  test('is told nothing without a ground', () => expect(coachSees(oneOfEach())).toEqual([]))

  const scopes = codesOf(consentScopes)
  // Every set of scopes: 2^5 with all kinds of events each.
  const subsets = Array.from({ length: 2 ** scopes.length }, (_, bits) => scopes.filter((__, at) => (bits >> at) & 1))
  test.each(subsets.filter((each) => each.length > 0).map((each) => [each.join(' + '), each] as const))(
    'sees exactly what the ground opens: %s',
    (_, subset) => {
      const seen = kindsIn(coachSees([ground({ scopes: [...subset] }), ...oneOfEach()]))
      expect(sorted(seen)).toEqual(sorted(subset.flatMap((scope) => opened[scope])))
    },
  )

  test.each<[string, PathEvent[]]>([
    ['expired yesterday', [ground({ until: '2019-05-14' })]],
    ['beginning tomorrow', [ground({ on: '2019-05-15' })]],
    ['withdrawn today', [ground(), withdrawal('2019-05-14')]],
    ['for another recipient', [ground({ recipient: 'AF' })]],
    ['for another person of the household', [ground({ of: other })]],
  ])('is told nothing of the person by a ground %s', (_, grounds) => {
    expect(kindsIn(coachSees([...grounds, ...oneOfEach()]))).toEqual([])
  })

  test('sees still on the last day of a ground', () =>
    expect(coachSees([ground({ until: '2019-05-15' }), ...oneOfEach()]).length).toBeGreaterThan(1))

  test.each(never)('never sees %s, whatever the ground', (kind) =>
    expect(kindsIn(coachSees([ground(), ...oneOfEach()]))).not.toContain(kind),
  )

  test('sees all that goes on in what was sent to its own unit, and needs a ground for that too', () => {
    const own = oneOfEach().map((event) =>
      event.kind === 'referred' ? { ...event, body: { ...event.body, unit: 'JOB' } } : event,
    )
    const seen = kindsIn(coachSees([ground({ scopes: ['identity'] }), ...own]))
    expect(seen).toEqual(expect.arrayContaining(['referred', 'concern-raised', 'concern-answered', 'exit-interview']))
    expect(seen).not.toContain('plan-saved')
    expect(kindsIn(coachSees(own))).toEqual([])
  })

  test('is not told of the grounds that others have', () => {
    const events = [ground(), ground({ recipient: 'AF', sequence: 3 })]
    expect(coachSees(events).map(({ sequence }) => sequence)).toEqual([1])
  })

  test('is told that something it saw was undone, and not that something else was', () => {
    const undo = (kind: EventKind, sequence: number): PathEvent => ({
      ...ground(),
      kind: 'undone',
      sequence,
      concerns: sequenceOf(kind),
      body: {},
    })
    const events = [ground(), ...oneOfEach(), undo('plan-saved', 90), undo('note-written', 91)]
    expect(
      coachSees(events)
        .filter(({ kind }) => kind === 'undone')
        .map(({ sequence }) => sequence),
    ).toEqual([90])
  })

  test('is not told of the children by the ground of a parent', () =>
    expect(JSON.stringify(coachSees([ground(), ...oneOfEach()]))).not.toContain('om barnen'))
})

describe('a unit of the own committee', () => {
  const unitSees = (events: readonly PathEvent[], day = today, ownUnits = ['KONS']) =>
    visibleEvents(events, { kind: 'by-ground', recipients: ['KONS'], ownUnits }, day)
  const sent: PathEvent[] = oneOfEach()
    .filter(({ kind }) => scopeOf[kind] !== 'participation' || kind === 'employment-started')
    .concat([
      { ...of('referred'), sequence: 70, body: { intervention: 'steget', unit: 'KONS', kind: 'referred', goals } },
      { ...of('referred'), sequence: 71, body: { intervention: 'annat', unit: 'OTHER', kind: 'referred', goals } },
    ])
  const goesOn = (kind: EventKind, on = '2019-05-13'): PathEvent[] => [
    ...sent,
    { ...of(kind), sequence: 80, concerns: 70, on: on as Day } as PathEvent,
  ]

  test('sees by the referral what it needs, the own dealings, and nothing of what other units do', () =>
    expect(sorted(kindsIn(unitSees(sent)))).toEqual(
      sorted([...opened['work-ability'], ...opened.mapping, ...opened.plan, 'referred']),
    ))

  test('sees nothing of it before it is sent, nor when it belongs to another committee', () => {
    expect(unitSees(sent, '2019-01-31' as Day)).toEqual([])
    expect(unitSees(sent, today, [])).toEqual([])
  })

  test.each<[EventKind, string]>([
    ['referral-returned', '2019-05-13'],
    ['intervention-ended', '2019-05-13'],
    ['referral-withdrawn', '2019-05-14'],
  ])('sees nothing after %s', (kind, on) => expect(unitSees(goesOn(kind, on))).toEqual([]))

  test.each<EventKind>(['referral-returned', 'intervention-ended'])('sees still on the day of %s', (kind) =>
    expect(kindsIn(unitSees(goesOn(kind, today)))).toContain(kind),
  )

  test('sees by a booked meeting through the day that it is held', () => {
    const booked = { ...of('meeting-booked'), sequence: 70, body: { ...bodies['meeting-booked'], unit: 'KONS' } }
    const held = (on: string) => ({ ...of('meeting-held'), sequence: 80, concerns: 70, on }) as PathEvent
    expect(kindsIn(unitSees([booked as PathEvent]))).toEqual(['meeting-booked'])
    expect(kindsIn(unitSees([booked as PathEvent, held('2019-05-14')]))).toEqual(['meeting-booked', 'meeting-held'])
    expect(unitSees([booked as PathEvent, held('2019-05-13')])).toEqual([])
  })
})

describe('the household’s own committee', () => {
  const hidden: Record<Role, EventKind[] | 'all'> = {
    reception: ['exit-interview', 'progression-rated', 'physician-step', 'reminder-set'],
    caseworker: [],
    manager: ['reminder-set'],
    coach: 'all',
    controller: 'all',
    board: 'all',
    administrator: 'all',
  }
  test.each(roles)('shows a %s what the work needs and no more', (role) => {
    const seen = kindsIn(visibleEvents(oneOfEach(), { kind: 'own-committee', role }, today))
    const without = hidden[role]
    const all = eventKinds.filter((kind) => kind !== 'undone')
    expect(sorted(seen)).toEqual(without === 'all' ? [] : sorted(all.filter((kind) => !without.includes(kind))))
  })

  test('is not told who said what of an intervention', () => {
    for (const role of roles)
      expect(JSON.stringify(visibleEvents(oneOfEach(), { kind: 'own-committee', role }, today))).not.toContain(
        'egna ord',
      )
  })
})

test('every kind of event has its place in the matrix', () => {
  const placed = [...Object.values(opened).flat(), ...never]
  const onlyOwnThread: EventKind[] = ['concern-raised', 'concern-answered', 'physician-step', 'exit-interview']
  const grounds: EventKind[] = ['consent-given', 'consent-withdrawn', 'undone']
  expect(sorted([...placed, ...onlyOwnThread, ...grounds])).toEqual(sorted(eventKinds))
})
