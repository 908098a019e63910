import { expect, test } from 'vitest'
import type { PathView } from '../pathway/path-view.ts'
import { emptyPath } from '../pathway/replay.ts'
import type { Day } from '../values/day.ts'
import { type ContactDraft, emptyDraft, eventsOf, missingIn, needsGround, routingFacts } from './contact-draft.page.tsx'
import type { Desk } from './intake-view.ts'
import type { Suggestion } from './suggest-route.ts'

const today = '2019-05-14' as Day
const view: PathView = {
  householdId: 7,
  sequence: 12,
  today,
  members: [{ id: 1, name: 'Anna Ek', maskedNumber: null, age: 28, gender: 'woman', role: 'mainApplicant' }],
  path: emptyPath(),
  offers: [],
  doubles: [],
  people: {},
  open: null,
}
const time = { coach: 3, name: 'Anders Vind', unit: 'JOB', at: '2019-05-20T09:00', minutes: 60 }
const unit = (code: string, committee: string) => ({ code, name: code, committee, isOwn: true, hasHouseholds: true })
const desk: Desk = {
  units: [unit('NORD', 'SOC'), unit('JOB', 'VIA')],
  times: [time],
  hasCoaches: true,
  today,
  promise: null,
  coachDestinations: [],
}
const suggestion: Suggestion = { destination: 'job-unit', rule: 'full', reason: 'Hel', rulesFrom: '2006-06-01' }
const draft = (changes: Partial<ContactDraft>): ContactDraft => ({
  ...emptyDraft(1, today),
  unemployed: 'yes',
  ...changes,
})

test('the way and the meeting go on with the contact, and the ground stands before the meeting', () => {
  const filled = draft({
    assessments: [
      { assessor: 'own', ability: 'full' },
      { assessor: 'physician', ability: 'reduced' },
    ],
    consents: true,
    recipient: 'JOB',
  })
  expect(eventsOf(filled, view, suggestion, time).map(({ kind, concerns }) => [kind, concerns])).toEqual([
    ['contact-registered', null],
    ['work-ability-assessed', null],
    ['work-ability-assessed', null],
    ['routed', 13],
    ['consent-given', null],
    ['meeting-booked', 13],
  ])
})

test('the last day of a consent is written, the first day after it is sent', () => {
  const events = eventsOf(
    draft({ consents: true, recipient: 'JOB', consentLast: '2019-12-31' }),
    view,
    suggestion,
    null,
  )
  expect(events.find(({ kind }) => kind === 'consent-given')?.body).toMatchObject({ until: '2020-01-01' })
})

test('who follows the suggestion sends no reason, also one that was written and left', () => {
  const [, routed] = eventsOf(draft({ overrideReason: 'Ångrade mig' }), view, suggestion, null)
  expect(routed?.body).toEqual({
    destination: 'job-unit',
    suggested: 'job-unit',
    rule: 'full',
    rulesFrom: '2006-06-01',
  })
})

test('who is not referred has a reason of the list', () => {
  const filled = draft({ destination: 'no-referral', overrideReason: 'Sjuk', notReferred: 'long-sick-leave' })
  expect(eventsOf(filled, view, suggestion, null).at(-1)).toMatchObject({
    kind: 'not-referred',
    body: { reason: 'long-sick-leave' },
  })
})

test.each<[string, Partial<ContactDraft>, RegExp | null]>([
  ['whether unemployed is asked', { unemployed: '' }, /arbetslös/],
  ['another way asks for a reason', { destination: 'reception' }, /annan väg/],
  ['no referral asks why', { destination: 'no-referral', overrideReason: 'Sjuk' }, /inte hänvisas/],
  ['a time that is gone is not passed over', { time: '3 2019-05-20T10:00' }, /inte längre ledig/],
  ['a consent asks with whom', { consents: true }, /vem uppgifterna/],
  ['a consent asks for what', { consents: true, recipient: 'JOB', scopes: [] }, /minst en sak/],
  ['a consent that has ended is none', { consents: true, recipient: 'JOB', consentLast: '2019-05-13' }, /senare/],
  [
    'with all of it filled in nothing is missing',
    { time: '3 2019-05-20T09:00', consents: true, recipient: 'JOB' },
    null,
  ],
])('%s', (_, changes, words) => {
  const missing = missingIn(draft(changes), suggestion, desk)
  if (words) expect(missing).toMatch(words)
  else expect(missing).toBeNull()
})

test("what the form says of an assessor replaces that assessor's earlier word", () => {
  const assessed = {
    concerns: null,
    on: today,
    by: 1,
    recordedAt: '',
    kind: 'work-ability-assessed' as const,
    personId: 1,
  }
  const known = {
    ...view,
    path: {
      ...emptyPath(),
      assessments: [
        { ...assessed, sequence: 1, body: { assessor: 'own' as const, ability: 'none' as const } },
        { ...assessed, sequence: 2, body: { assessor: 'physician' as const, ability: 'full' as const } },
      ],
    },
  }
  expect(routingFacts(draft({ assessments: [{ assessor: 'own', ability: 'full' }] }), known)).toMatchObject({
    age: 28,
    abilities: ['full', 'full'],
  })
})

test('a coach of another committee needs a ground that holds, one of the own committee none', () => {
  const ground = {
    id: 1,
    personId: 1,
    on: today,
    recipient: 'JOB',
    ground: 'consent' as const,
    scopes: [],
    until: '2019-05-15',
    withdrawnOn: null,
  }
  const withGround = (changes: object) => ({ ...view, path: { ...emptyPath(), grounds: [{ ...ground, ...changes }] } })
  expect(needsGround('JOB', 'NORD', 1, view, desk)).toBe(true)
  expect(needsGround('NORD', 'NORD', 1, view, desk)).toBe(false)
  expect(needsGround('JOB', 'NORD', 1, withGround({}), desk)).toBe(false)
  expect(needsGround('JOB', 'NORD', 1, withGround({ until: today }), desk)).toBe(true)
  expect(needsGround('JOB', 'NORD', 1, withGround({ withdrawnOn: today }), desk)).toBe(true)
})
