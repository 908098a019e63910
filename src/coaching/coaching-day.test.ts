import { expect, test } from 'vitest'
import type { EventOf } from '../pathway/event.ts'
import { addDays, type Day } from '../values/day.ts'
import { weekSoFar } from './coaching-day.ts'
import { clockText, dayShort, lastDayText, weekdayText, weekText } from './coaching.text.ts'

const day = (text: string) => text as Day
const started = (on: string) => ({ on: day(on) }) as EventOf<'intervention-started'>
const present = (on: string) => ({ on: day(on) }) as EventOf<'attendance-recorded'>

test('a week counts working days from the start until today', () => {
  const attendance = [present('2019-05-13'), present('2019-05-10')]
  const weekOn = (today: string, begun = '2019-03-01') => weekSoFar({ started: started(begun), attendance }, day(today))
  expect(weekOn('2019-05-14')).toEqual({ noted: 1, missing: 1 })
  expect(weekOn('2019-05-13')).toEqual({ noted: 1, missing: 0 })
  expect(weekOn('2019-05-14', '2019-05-14')).toEqual({ noted: 0, missing: 1 })
  expect(weekOn('2019-05-19')).toEqual({ noted: 1, missing: 4 })
})

test('nobody who has not begun has days to note', () => {
  expect(weekSoFar({ started: null, attendance: [] }, day('2019-05-14'))).toEqual({ noted: 0, missing: 0 })
})

test('a red day is no day to note', () => {
  expect(weekSoFar({ started: started('2019-03-01'), attendance: [] }, day('2019-05-01'))).toEqual({
    noted: 0,
    missing: 2,
  })
})

test('days, clocks and weeks are written as in Sweden', () => {
  expect(weekdayText(day('2019-05-14'))).toBe('tisdag 14 maj')
  expect(dayShort(day('2019-05-14'))).toBe('tis 14/5')
  expect(lastDayText(day('2019-06-01'))).toBe('31 maj 2019')
  expect(clockText('2019-05-14T09:05')).toBe('09.05')
  const heading = (monday: string) => weekText.heading(day(monday), addDays(day(monday), 6))
  expect(heading('2019-05-13')).toMatch(/^Vecka 20:/)
  expect(heading('2019-12-30')).toMatch(/^Vecka 1:/)
  expect(heading('2020-12-28')).toMatch(/^Vecka 53:/)
})
