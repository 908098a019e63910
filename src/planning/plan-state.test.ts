import { expect, test } from 'vitest'
import type { PathEvent } from '../pathway/event.ts'
import { replay } from '../pathway/replay.ts'
import type { Day } from '../values/day.ts'
import { latestGoalStates, planStates } from './plan-state.text.ts'

const said = (sequence: number, kind: string, on: string, body: object): PathEvent =>
  ({
    kind,
    sequence,
    on,
    body,
    personId: 1,
    concerns: sequence === 1 ? null : 1,
    by: 1,
    recordedAt: `${on}T08:00:00.000Z`,
  }) as PathEvent

const saved = (sequence: number, on: string, followUpOn?: string) =>
  said(sequence, 'plan-saved', on, {
    kind: 'work',
    goals: [{ key: 'r1', text: 'Arbete' }],
    activities: [{ key: 'r1', text: 'Söka arbete', responsible: 'person' }],
    ...(followUpOn && { followUpOn }),
  })
const approved = (sequence: number, on: string, agreedByPerson = true) =>
  said(sequence, 'plan-approved', on, { agreedByPerson })
const followedUp = (sequence: number, on: string, state: string, nextOn?: string) =>
  said(sequence, 'follow-up-held', on, { goals: [{ goal: 'r1', state }], ...(nextOn && { nextOn }) })

/** The plan as the browser has it: a copy that came as JSON. */
const planOf = (...events: PathEvent[]) =>
  (JSON.parse(JSON.stringify(replay(events))) as ReturnType<typeof replay>).plans[0]!
const textsOn = (today: string, ...events: PathEvent[]) =>
  planStates(planOf(...events), today as Day).map(({ text }) => text)

test('a plan that nobody has approved is a draft', () =>
  expect(textsOn('2019-05-14', saved(1, '2019-01-10', '2019-04-01'))).toEqual(['Utkast, inte fastställd']))

test('an approved plan tells when it is followed up, and is late from the day after', () => {
  const events = [saved(1, '2019-01-10', '2019-04-10'), approved(2, '2019-01-11')]
  expect(textsOn('2019-02-01', ...events)).toEqual(['Fastställd 2019-01-11', 'Följs upp 2019-04-10'])
  expect(textsOn('2019-04-10', ...events)[1]).toBe('Följs upp i dag')
  expect(textsOn('2019-04-11', ...events)[1]).toBe('Uppföljning försenad 1 dag')
  expect(textsOn('2019-04-20', ...events)[1]).toBe('Uppföljning försenad 10 dagar')
})

test('a plan that is changed after its approval says so, also when it came as a copy', () => {
  const events = [saved(1, '2019-01-10', '2019-06-10'), approved(2, '2019-01-11', false)]
  expect(textsOn('2019-02-01', ...events)[0]).toBe('Fastställd 2019-01-11, personen är inte överens')
  expect(textsOn('2019-02-01', ...events)).not.toContain('Ändrad sedan den fastställdes')
  expect(textsOn('2019-02-01', ...events, saved(3, '2019-01-20'))).toContain('Ändrad sedan den fastställdes')
})

test('a follow-up moves the day on, and without a next day that is said', () => {
  const events = [saved(1, '2019-01-10', '2019-03-10'), approved(2, '2019-01-11')]
  expect(textsOn('2019-04-01', ...events, followedUp(3, '2019-03-10', 'partly', '2019-06-10'))[1]).toBe(
    'Följs upp 2019-06-10',
  )
  expect(textsOn('2019-04-01', ...events, followedUp(3, '2019-03-10', 'partly'))[1]).toBe('Ingen dag för uppföljning')
})

test('the last word on a goal is the one that counts', () => {
  const plan = planOf(
    saved(1, '2019-01-10'),
    approved(2, '2019-01-11'),
    followedUp(3, '2019-02-01', 'open'),
    followedUp(4, '2019-03-01', 'achieved'),
  )
  expect(latestGoalStates(plan).get('r1')).toEqual({ state: 'achieved', on: '2019-03-01' })
})

test('a plan from before a closing is history, until it is approved anew', () => {
  const closed = { ...said(3, 'case-closed', '2019-02-01', { reason: 'studies' }), personId: null, concerns: null }
  const before = [saved(1, '2019-01-10', '2019-03-10'), approved(2, '2019-01-11'), closed as PathEvent]
  expect(textsOn('2019-04-01', ...before)).toEqual(['Fastställd 2019-01-11, gällde tills ärendet avslutades'])
  expect(textsOn('2019-04-01', ...before, saved(4, '2019-03-20'))).toEqual([
    'Fastställd 2019-01-11, gällde tills ärendet avslutades',
    'Ändrad, inte fastställd',
  ])
  expect(textsOn('2019-04-01', ...before, approved(4, '2019-03-20'))[0]).toBe('Fastställd 2019-03-20')
  expect(textsOn('2019-04-01', before[0]!, { ...closed, sequence: 2 } as PathEvent)).toEqual([
    'Utkast från före avslutet, aldrig fastställt',
  ])
})
