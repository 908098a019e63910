import { expect, test } from 'vitest'
import type { PathEvent } from '../pathway/event.ts'
import { replay } from '../pathway/replay.ts'
import type { Day } from '../values/day.ts'
import { openPromises } from './promise-clock.ts'

type Said = Pick<PathEvent, 'kind' | 'body'> & { on: string; concerns?: number; personId?: number }

const way = (...said: Said[]) =>
  replay(
    said.map(
      (each, at) =>
        ({
          personId: 1,
          concerns: null,
          by: 1,
          recordedAt: `${each.on}T12:00:00Z`,
          sequence: at + 1,
          ...each,
        }) as PathEvent,
    ),
  )

const contact = (on = '2019-05-02', personId = 1): Said => ({
  kind: 'contact-registered',
  on,
  personId,
  body: { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true },
})
const routed = (destination: 'job-unit' | 'reception', concerns = 1, on = '2019-05-02'): Said => ({
  kind: 'routed',
  on,
  concerns,
  body: { destination, suggested: destination, rule: '', rulesFrom: '2019-01-01' },
})
const booked = (at: string): Said => ({
  kind: 'meeting-booked',
  on: '2019-05-02',
  concerns: 1,
  body: { unit: 'JOB', coach: 3, at, minutes: 45 },
})
const held = (on: string, concerns = 3): Said => ({ kind: 'meeting-held', on, concerns, body: {} })

const free = () => true
const full = () => false
const states = (path: ReturnType<typeof way>, today: string, hasFreeTime = free) =>
  openPromises(path, today as Day, hasFreeTime).map(({ state }) => state)

test('who waits has the days left in calendar days, working days and squeeze days', () => {
  const path = way(contact('2019-05-24'), routed('job-unit', 1, '2019-05-24'))
  expect(openPromises(path, '2019-05-29' as Day, free)).toEqual([
    {
      contactId: 1,
      personId: 1,
      contactOn: '2019-05-24',
      promisedBy: '2019-05-31',
      state: 'waiting',
      daysLeft: 2,
      // 30 May is Ascension Day, and the Friday after it lies alone before the weekend.
      workingDaysLeft: 1,
      squeezeDaysLeft: 1,
      meeting: null,
    },
  ])
})

test('no promise is made to who stays in reception, nor before March 2019', () => {
  expect(states(way(contact(), routed('reception')), '2019-06-01')).toEqual([])
  expect(states(way(contact('2019-02-27'), routed('job-unit', 1, '2019-02-27')), '2019-06-01')).toEqual([])
})

test('a meeting on the seventh day keeps it, one on the eighth is late and asks for a cause', () => {
  const path = (day: string) => way(contact(), routed('job-unit'), booked(`${day}T09:00`), held(day))
  expect(states(path('2019-05-09'), '2019-06-01')).toEqual([])
  expect(openPromises(path('2019-05-10'), '2019-06-01' as Day, free)).toMatchObject([{ state: 'broken', daysLeft: -1 }])
})

test('a booking in time is no breach until the day has passed without a meeting', () => {
  const path = way(contact(), routed('job-unit'), booked('2019-05-09T09:00'))
  expect(states(path, '2019-05-09')).toEqual(['booked'])
  expect(states(path, '2019-05-10')).toEqual(['broken'])
})

test('a booking after the day, and no booking where nothing is free, are breaches to come', () => {
  expect(states(way(contact(), routed('job-unit'), booked('2019-05-10T09:00')), '2019-05-03')).toEqual(['will-break'])
  expect(states(way(contact(), routed('job-unit')), '2019-05-03', full)).toEqual(['will-break'])
})

test('a missed meeting is no meeting', () => {
  const missed: Said = { kind: 'meeting-missed', on: '2019-05-06', concerns: 3, body: {} }
  expect(states(way(contact(), routed('job-unit'), booked('2019-05-06T09:00'), missed), '2019-05-07')).toEqual([
    'waiting',
  ])
})

test('a cause takes a breach off the list, and undoing the cause puts it back', () => {
  const cause: Said = { kind: 'promise-explained', on: '2019-05-13', concerns: 1, body: { cause: 'no-free-time' } }
  const undone: Said = { kind: 'undone', on: '2019-05-13', concerns: 3, body: {} }
  expect(states(way(contact(), routed('job-unit'), cause), '2019-05-14')).toEqual([])
  expect(states(way(contact(), routed('job-unit'), cause, undone), '2019-05-14')).toEqual(['broken'])
})

test('a new contact does not hide a breach of the one before', () => {
  const again = [contact('2019-05-13'), routed('job-unit', 3, '2019-05-13')]
  expect(states(way(contact(), routed('job-unit'), ...again), '2019-05-14')).toEqual(['broken', 'waiting'])
})

test("another person's meeting keeps nobody else's promise", () => {
  const other = { ...booked('2019-05-06T09:00'), personId: 2 }
  const path = way(contact(), routed('job-unit'), other, { ...held('2019-05-06'), personId: 2 })
  expect(states(path, '2019-05-14')).toEqual(['broken'])
})

test('a case closed in time owes no meeting, one closed after the day does', () => {
  const closed = (on: string): Said => ({ kind: 'case-closed', on, body: { reason: 'work-unsubsidised' } })
  expect(states(way(contact(), routed('job-unit'), closed('2019-05-08')), '2019-06-01')).toEqual([])
  expect(states(way(contact(), routed('job-unit'), closed('2019-05-20')), '2019-06-01')).toEqual(['broken'])
})
