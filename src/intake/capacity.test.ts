import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../values/day.ts'
import { weeklyCapacity } from './capacity.ts'

const today = '2019-05-14' as Day
const on = (...days: string[]) => days as Day[]
const missing = (free: Day[], promised: Day[]) => weeklyCapacity(free, promised, today, 3).map((week) => week.missing)

test('three times are missing next week', () => {
  const weeks = weeklyCapacity(on('2019-05-22'), on('2019-05-20', '2019-05-21', '2019-05-21', '2019-05-24'), today, 3)
  expect(weeks[1]).toEqual({ monday: '2019-05-20', week: 21, free: 1, waiting: 4, missing: 3 })
})

test('a time left over serves somebody promised a later week', () => {
  expect(missing(on('2019-05-15', '2019-05-16'), on('2019-05-21'))).toEqual([0, 0, 0])
})

test('a time next week does not help somebody promised this week', () => {
  expect(missing(on('2019-05-21'), on('2019-05-16'))).toEqual([1, 0, 0])
})

test('the overdue wait this week', () => {
  expect(missing([], on('2019-04-30', '2019-05-15'))).toEqual([2, 0, 0])
})

test('never more are missing than wait, and none where every promised day has a time of its own', () => {
  const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays(today, days))
  fc.assert(
    fc.property(fc.array(day), fc.array(day), (free, promised) => {
      for (const week of weeklyCapacity(free, promised, today, 4)) {
        expect(week.missing).toBeGreaterThanOrEqual(0)
        expect(week.missing).toBeLessThanOrEqual(week.waiting)
      }
      const enough = weeklyCapacity([...free, ...promised], promised, today, 4)
      expect(enough.every((week) => week.missing === 0)).toBe(true)
    }),
    { seed: 4 },
  )
})
