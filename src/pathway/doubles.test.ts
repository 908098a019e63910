import { expect, test } from 'vitest'
import { doublesIn } from './doubles.ts'
import type { EventKind } from './event-bodies.ts'
import type { PathEvent } from './event.ts'
import { replay } from './replay.ts'

const goals = [{ key: 'a', text: 'A' }]
const plan = { kind: 'work', goals, activities: [] }
const referral = { intervention: 'steget', unit: 'NORD', kind: 'referred', goals }
const meeting = { unit: 'NORD', coach: 3, at: '2019-06-03T09:00', minutes: 45 }

const way = (...said: [kind: EventKind, body: object, personId: number | null, concerns?: number][]) =>
  replay(
    said.map(
      ([kind, body, personId, concerns = null], at) =>
        ({ kind, body, personId, concerns, sequence: at + 1, on: '2019-05-14', by: 1, recordedAt: '' }) as PathEvent,
    ),
  )
const both: Parameters<typeof way> = [
  ['plan-saved', plan, 1],
  ['referred', referral, 1],
  ['meeting-booked', meeting, 1],
  ['plan-saved', plan, 1],
  ['referred', referral, 1],
  ['meeting-booked', meeting, 1],
  ['plan-saved', plan, 2],
  ['ways-joined', { from: 'kontakt-9', stillOpen: true }, null],
]
const namesOf = (events: readonly PathEvent[]) => events.map(({ sequence }) => sequence)

test('what one person has in both ways is told as double, the later of the two', () => {
  expect(namesOf(doublesIn(way(...both)))).toEqual([4, 5, 6])
})

test('what has been cancelled in between is not double', () => {
  const sorted = way(...both.slice(0, 3), ['meeting-cancelled', { reason: 'moved' }, 1, 3], both[5]!, both[7]!)
  expect(doublesIn(sorted)).toEqual([])
})

test('once somebody has gone through them nothing is told, nor where no ways have met', () => {
  expect(doublesIn(way(...both, ['ways-sorted', {}, null, 8]))).toEqual([])
  expect(doublesIn(way(...both.slice(0, 3)))).toEqual([])
})
