import { expect, test } from 'vitest'
import { addDays, type Day } from '../values/day.ts'
import { type Context, holdsWithout } from './context-rules.ts'
import type { EventKind } from './event-bodies.ts'
import type { PathEvent, Proposal } from './event.ts'
import { refusedByPath } from './legal.ts'
import { datedOffersOf } from './offers.ts'
import { proceed, replay } from './replay.ts'

const first = '2016-05-02' as Day
const today = '2019-05-14' as Day

/** A thousand events of one household: a contact, meetings, an intervention with attendance, notes; then over again. */
function aLongWay(count: number): PathEvent[] {
  const way: PathEvent[] = []
  const say = (kind: EventKind, body: object, concerns: number | null = null, personId: number | null = 1) => {
    const on = addDays(first, Math.floor(way.length / 2))
    way.push({
      kind,
      body,
      concerns,
      personId,
      on,
      sequence: way.length + 1,
      by: 7,
      recordedAt: `${on}T10:00:00Z`,
    } as PathEvent)
    return way.length
  }
  const goals = [{ key: 'a', text: 'A' }]
  while (way.length < count) {
    say('contact-registered', { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true })
    const meeting = say('meeting-booked', { unit: 'NORD', coach: 3, at: '2019-02-04T09:00', minutes: 45 })
    say('meeting-held', {}, meeting)
    const referral = say('referred', { intervention: 'steget', unit: 'NORD', kind: 'referred', goals })
    say('referral-accepted', {}, referral)
    say('intervention-started', {}, referral)
    for (let day = 0; day < 20; day += 1) say('attendance-recorded', { attendance: 'present' }, referral)
    say(
      'intervention-ended',
      { reason: 'completed', outcome: 'other', goals: [{ goal: 'a', state: 'reached' }] },
      referral,
    )
    for (let note = 0; note < 12; note += 1) say('note-written', { text: 'Anteckning' }, null, null)
    say('case-closed', { reason: 'other' }, null, null)
  }
  return way
}

const manager: Context = {
  today,
  user: { id: 1, role: 'manager', unitCodes: 'all' },
  isOutsider: false,
  memberIds: [1],
  committeeOf: new Map([['NORD', 'SOC']]),
  ownCommittee: 'SOC',
  interventions: new Set(['steget']),
  caseworkers: new Set(),
  projects: new Set(),
  coaches: new Set([3]),
  isTimeTaken: () => false,
  placesLeft: () => null,
}

test('what may be done next in a way of a thousand events is known at once', () => {
  const events = aLongWay(1000)
  const path = replay(events)
  const started = process.cpuUsage()
  const offers = datedOffersOf(path, manager)
  expect(offers.length).toBeGreaterThan(500)
  // Work done, not time passed: a busy machine is no fault. To judge every event after every other takes minutes.
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
})

test('what is said to bear nothing bears nothing: without it all that came after would have been let through', () => {
  const events = aLongWay(120)
  const path = replay(events)
  const free = events.filter(({ kind }) => ['attendance-recorded', 'note-written'].includes(kind)).slice(0, 20)
  expect(free.length).toBe(20)
  for (const event of free) {
    expect(holdsWithout(path, event)).toBe(true)
    const told = replay([])
    for (const each of events.filter((other) => other !== event)) {
      expect(refusedByPath(told, each as Proposal)).toBeNull()
      proceed(told, each)
    }
  }
})
