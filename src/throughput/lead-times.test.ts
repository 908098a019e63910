import { describe, expect, test } from 'vitest'
import type { PathEvent } from '../pathway/event.ts'
import { replay } from '../pathway/replay.ts'
import type { Day } from '../values/day.ts'
import { leadTimes, splitAt, type TimedContact, timedContacts } from './lead-times.ts'

const day = (text: string) => text as Day
const contact = (
  contactOn: string,
  rest: Partial<Record<'coachOn' | 'planOn' | 'interventionOn' | 'endedOn', string>> = {},
) =>
  ({
    householdId: 1,
    personId: 1,
    contactOn,
    coachOn: null,
    planOn: null,
    interventionOn: null,
    endedOn: null,
    ...rest,
  }) as TimedContact
const options = { today: day('2019-05-14'), coachTargetDays: 7 }
const of = (step: string, contacts: TimedContact[]) => leadTimes(contacts, options).find((each) => each.step === step)!

describe('the time from the contact to the coach', () => {
  test('half have met a coach when the middle one has', () =>
    expect(
      of('coach', [
        contact('2019-03-01', { coachOn: '2019-03-04' }),
        contact('2019-03-01', { coachOn: '2019-03-06' }),
        contact('2019-03-01', { coachOn: '2019-03-20' }),
      ]),
    ).toEqual({ step: 'coach', started: 3, reached: 3, medianDays: 5, withinTarget: { reached: 2, of: 3 } }))

  test('whoever waits counts as waiting: the few who came fast do not make the way fast', () => {
    const { medianDays, withinTarget } = of('coach', [
      contact('2019-03-01', { coachOn: '2019-03-04' }),
      ...Array.from({ length: 4 }, () => contact('2019-03-01')),
    ])
    expect([medianDays, withinTarget]).toEqual([null, { reached: 1, of: 5 }])
  })

  test('a contact whose seven days have not passed is not judged', () =>
    expect(of('coach', [contact('2019-05-10')]).withinTarget).toEqual({ reached: 0, of: 0 }))
  test('a contact that met a coach at once is judged no sooner', () =>
    expect(of('coach', [contact('2019-05-10', { coachOn: '2019-05-13' })]).withinTarget).toEqual({ reached: 0, of: 0 }))
  test('the seventh day is in time and the eighth is not', () => {
    expect(of('coach', [contact('2019-03-01', { coachOn: '2019-03-08' })]).withinTarget).toEqual({ reached: 1, of: 1 })
    expect(of('coach', [contact('2019-03-01', { coachOn: '2019-03-09' })]).withinTarget).toEqual({ reached: 0, of: 1 })
  })
  test('a case that ended waits no longer, and nobody gives no median', () => {
    expect(of('coach', [contact('2019-03-01', { endedOn: '2019-03-05' })])).toMatchObject({ started: 1, reached: 0 })
    expect(of('plan', [])).toEqual({ step: 'plan', started: 0, reached: 0, medianDays: null, withinTarget: null })
  })
  test('the time from the coach to the plan is counted from the meeting', () =>
    expect(
      of('coach-to-plan', [
        contact('2019-03-01', { coachOn: '2019-03-04', planOn: '2019-03-14' }),
        contact('2019-03-01'),
      ]),
    ).toMatchObject({ started: 1, medianDays: 10 }))
})

test('contacts are parted at the day when the way of working was changed', () => {
  const { before, after } = splitAt([contact('2019-02-28'), contact('2019-03-01')], day('2019-03-01'))
  expect([before.length, after.length]).toEqual([1, 1])
})

test('what came of a contact is what happened before the next contact or the closing', () => {
  let sequence = 0
  const said = (kind: string, on: string, concerns: number | null = null, body: object = {}): PathEvent =>
    ({
      kind,
      sequence: ++sequence,
      personId: kind === 'case-closed' ? null : 1,
      concerns,
      on,
      by: 1,
      recordedAt: on,
      body,
    }) as PathEvent
  const path = replay([
    said('contact-registered', '2019-01-02'),
    said('case-closed', '2019-01-20', null, { reason: 'advice-only' }),
    said('contact-registered', '2019-03-01'),
    said('meeting-booked', '2019-03-01', 3, { unit: 'J', coach: 1, at: '2019-03-05T09:00', minutes: 45 }),
    said('meeting-held', '2019-03-05', 4),
    said('referred', '2019-03-06', null, { intervention: 'steget', unit: 'J', kind: 'referred', goals: [] }),
    said('referral-accepted', '2019-03-07', 6),
    said('intervention-started', '2019-03-11', 6),
  ])
  expect(timedContacts(1, path)).toMatchObject([
    { contactOn: '2019-01-02', coachOn: null, interventionOn: null, endedOn: '2019-01-20' },
    { contactOn: '2019-03-01', coachOn: '2019-03-05', planOn: null, interventionOn: '2019-03-11', endedOn: null },
  ])
})
