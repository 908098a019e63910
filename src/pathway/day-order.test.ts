import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../values/day.ts'
import { earliestDay, laterThan } from './day-order.ts'
import type { EventKind } from './event-bodies.ts'
import type { PathEvent, Proposal } from './event.ts'
import { refusedByPath } from './legal.ts'
import { replay } from './replay.ts'
import { laterText } from './refusals.text.ts'

type Said = [kind: EventKind, day: number, concerns?: number, body?: object]

const dayOf = (day: number): Day => `2019-05-${String(day).padStart(2, '0')}` as Day
const goals = [{ key: 'arbete', text: 'Arbete' }]
const plan = { kind: 'work', goals, activities: [{ key: 'cv', text: 'Skriva cv', responsible: 'person' }] }
const bodies: Partial<Record<EventKind, object>> = {
  referred: { intervention: 'steget', unit: 'JOB', kind: 'referred', goals },
  'plan-saved': plan,
  'mapping-saved': { method: 'simplified', answers: {}, complete: false },
  'intervention-ended': { reason: 'completed', outcome: 'other', goals: [{ goal: 'arbete', state: 'reached' }] },
  'exit-interview': { state: 'offered' },
  'physician-step': { step: 'seen' },
  'case-closed': { reason: 'other' },
  'caseworker-assigned': { caseworker: null },
  'next-step-set': { text: 'Ring', on: '2019-06-01' },
}
const household: ReadonlySet<EventKind> = new Set<EventKind>([
  'case-closed',
  'caseworker-assigned',
  'next-step-set',
  'note-written',
  'reminder-set',
])
const proposalOf = ([kind, day, concerns = 0, body]: Said) =>
  ({
    kind,
    personId: household.has(kind) ? null : 1,
    concerns: concerns || null,
    on: dayOf(day),
    body: body ?? bodies[kind] ?? {},
  }) as Proposal
const way = (...said: Said[]) =>
  replay(
    said.map(
      (each, at) => ({ ...proposalOf(each), sequence: at + 1, by: 1, recordedAt: '2019-05-31T10:00:00Z' }) as PathEvent,
    ),
  )

const started: Said[] = [
  ['referred', 1],
  ['referral-accepted', 3, 1],
  ['intervention-started', 6, 1],
]
const planned: Said[] = [
  ['plan-saved', 4],
  ['plan-approved', 6, 1],
]

describe('nothing is dated before what must have come first', () => {
  /** What has happened, what is to be recorded, and what it must not be dated before. */
  const table: [name: string, before: Said[], next: Said, later: EventKind, day: number][] = [
    ['an answer, the referral', [['referred', 5]], ['referral-accepted', 0, 1], 'referred', 5],
    ['a start, the acceptance', started.slice(0, 2), ['intervention-started', 0, 1], 'referral-accepted', 3],
    ['a withdrawal, the acceptance', started.slice(0, 2), ['referral-withdrawn', 0, 1], 'referral-accepted', 3],
    ['attendance, the start', started, ['attendance-recorded', 0, 1], 'intervention-started', 6],
    ['a rating, the start', started, ['progression-rated', 0, 1], 'intervention-started', 6],
    [
      'a step, the step before',
      [...started, ['physician-step', 9, 1]],
      ['physician-step', 0, 1, { step: 'certificate' }],
      'physician-step',
      9,
    ],
    [
      'an ending, the last attendance',
      [...started, ['attendance-recorded', 17, 1], ['attendance-recorded', 12, 1]],
      ['intervention-ended', 0, 1],
      'attendance-recorded',
      17,
    ],
    [
      'a second word on the exit conversation, the first',
      [...started, ['intervention-ended', 20, 1], ['exit-interview', 21, 1]],
      ['exit-interview', 0, 1],
      'exit-interview',
      21,
    ],
    [
      'an approval, the version that it approves',
      [
        ['plan-saved', 4],
        ['plan-saved', 9, 1],
      ],
      ['plan-approved', 0, 1],
      'plan-saved',
      9,
    ],
    ['a new version, the approval of the last', planned, ['plan-saved', 0, 1], 'plan-approved', 6],
    ['a follow-up, the approval', planned, ['follow-up-held', 0, 1], 'plan-approved', 6],
    ['a new version of a mapping, the last', [['mapping-saved', 8]], ['mapping-saved', 0, 1], 'mapping-saved', 8],
    [
      'a new caseworker, the one before',
      [['caseworker-assigned', 8]],
      ['caseworker-assigned', 0],
      'caseworker-assigned',
      8,
    ],
    ['a closing, the plan', planned, ['case-closed', 0], 'plan-approved', 6],
    ['a closing, the next step', [['next-step-set', 9]], ['case-closed', 0], 'next-step-set', 9],
    [
      'a closing, the contact that opened the case',
      [['contact-registered', 9]],
      ['case-closed', 0],
      'contact-registered',
      9,
    ],
    [
      'a contact that opens the case again, the closing',
      [['case-closed', 9]],
      ['contact-registered', 0],
      'case-closed',
      9,
    ],
  ]

  test.each(table)('%s', (_, before, next, kind, day) => {
    const path = way(...before)
    const proposal = (on: Day): Proposal => ({ ...proposalOf(next), on })
    const tooEarly = proposal(addDays(dayOf(day), -1))
    expect(refusedByPath(path, tooEarly)).toBe('before-what-it-goes-on')
    expect(laterThan(path, tooEarly)).toMatchObject({ kind, on: dayOf(day) })
    expect(earliestDay(path, tooEarly)).toBe(dayOf(day))
    expect(refusedByPath(path, proposal(dayOf(day)))).toBeNull()
  })

  test('a case that was closed then had nothing done in it; before and after it had', () => {
    const path = way(['contact-registered', 1], ['case-closed', 5], ['contact-registered', 20])
    const next = (day: number) => proposalOf(['next-step-set', day])
    expect([4, 5, 6, 19, 20].map((day) => refusedByPath(path, next(day)))).toEqual([
      null,
      null,
      'before-what-it-goes-on',
      'before-what-it-goes-on',
      null,
    ])
    expect(laterThan(path, next(6))).toMatchObject({ sequence: 3 })
  })

  test('a closing does not wait for what may happen after it, nor tells of another’s reminder', () => {
    const path = way(['contact-registered', 1], ['note-written', 9], ['reminder-set', 9], ['employment-started', 9])
    expect(refusedByPath(path, proposalOf(['case-closed', 2]))).toBeNull()
  })

  test('the sentence names the later event and its day', () => {
    const later = laterThan(way(...planned), proposalOf(['case-closed', 2]))
    expect(later && laterText(later)).toBe(
      'Dagen ligger före ”Plan fastställd” den 2019-05-06. Välj den dagen eller en senare.',
    )
  })
})
