import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay } from '../parameters/swedish-calendar.ts'
import type { Day } from '../values/day.ts'
import { type CoachHours, freeTimes, type TakenTime } from './free-times.ts'

const coach = (changes: Partial<CoachHours> = {}): CoachHours => ({
  coach: 3,
  name: 'Anders Vind',
  unit: 'JOB',
  minutes: 45,
  weekly: [{ weekday: 1, from: '09:00', until: '11:00' }],
  away: [],
  ...changes,
})
const asked = (from: string, until: string) => ({ from, until: until as Day })
const days = (times: { at: string }[]) => times.map(({ at }) => at)

test('hours are cut in meetings, and what is left over is no meeting', () => {
  expect(days(freeTimes([coach()], [], asked('2019-05-13T00:00', '2019-05-20')))).toEqual([
    '2019-05-14T09:00',
    '2019-05-14T09:45',
  ])
})

test('a time that has begun is past', () => {
  expect(days(freeTimes([coach()], [], asked('2019-05-14T09:01', '2019-05-15')))).toEqual(['2019-05-14T09:45'])
})

test('red days and eves have no times', () => {
  const daily = coach({
    minutes: 60,
    weekly: [0, 1, 2, 3, 4].map((weekday) => ({ weekday, from: '09:00', until: '10:00' })),
  })
  const easter = freeTimes([daily], [], asked('2019-04-18T00:00', '2019-04-25'))
  expect(days(easter)).toEqual(['2019-04-18T09:00', '2019-04-23T09:00', '2019-04-24T09:00'])
})

test('a coach who is away has no times until the first day back', () => {
  const away = coach({ away: [{ from: '2019-05-14' as Day, until: '2019-05-21' as Day }] })
  expect(days(freeTimes([away], [], asked('2019-05-13T00:00', '2019-05-22'))).at(0)).toBe('2019-05-21T09:00')
})

test('a meeting that overlaps takes the time, one that only touches it does not', () => {
  const taken = [{ coach: 3, from: '2019-05-14T08:15', until: '2019-05-14T09:00' }]
  const long = [{ coach: 3, from: '2019-05-14T08:15', until: '2019-05-14T09:01' }]
  const whole = asked('2019-05-14T00:00', '2019-05-15')
  expect(days(freeTimes([coach()], taken, whole))).toHaveLength(2)
  expect(days(freeTimes([coach()], long, whole))).toEqual(['2019-05-14T09:45'])
})

test("another coach's meeting takes nothing", () => {
  const other = [{ coach: 4, from: '2019-05-14T09:00', until: '2019-05-14T11:00' }]
  expect(freeTimes([coach()], other, asked('2019-05-14T00:00', '2019-05-15'))).toHaveLength(2)
})

test('the earliest comes first, whoever has it', () => {
  const late = coach({ coach: 1, weekly: [{ weekday: 1, from: '10:00', until: '10:45' }] })
  expect(days(freeTimes([late, coach()], [], asked('2019-05-14T00:00', '2019-05-15')))).toEqual([
    '2019-05-14T09:00',
    '2019-05-14T09:45',
    '2019-05-14T10:00',
  ])
})

test('no free time overlaps a booked one, and all are on working days', () => {
  const hour = fc.integer({ min: 7, max: 17 })
  const clock = (value: number) => `${String(value).padStart(2, '0')}:00`
  const weekly = fc.array(
    fc.record({ weekday: fc.integer({ min: 0, max: 6 }), from: hour.map(clock), until: hour.map(clock) }),
  )
  const booked = fc.array(
    fc.record({ day: fc.integer({ min: 10, max: 31 }), at: hour }).map(({ day, at }): TakenTime => ({
      coach: 3,
      from: `2019-05-${day}T${clock(at)}`,
      until: `2019-05-${day}T${clock(at + 1)}`,
    })),
  )
  fc.assert(
    fc.property(weekly, booked, fc.integer({ min: 10, max: 120 }), (hours, taken, minutes) => {
      for (const { at } of freeTimes(
        [coach({ weekly: hours, minutes })],
        taken,
        asked('2019-05-10T00:00', '2019-06-01'),
      )) {
        const end = new Date(Date.parse(`${at}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)
        expect(isWorkingDay(at.slice(0, 10) as Day)).toBe(true)
        expect(taken.some((other) => other.from < end && at < other.until)).toBe(false)
      }
    }),
    { seed: 4, numRuns: 50 },
  )
})
