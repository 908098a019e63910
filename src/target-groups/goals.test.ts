import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { Day } from '../values/day.ts'
import { type FollowedGoal, readInEach, readingsBy, tertialsBegun, timeGone, verdictOf } from './goals.ts'

const goal = { key: 'vard', text: 'Kontakt', readBy: 'people', unit: 'hushåll', baseline: 10, target: 30 } as const
const followed = (baseline: number, target: number, ...values: (number | null)[]): FollowedGoal => ({
  goal: { ...goal, baseline, target },
  baseline: { value: baseline },
  readings: values.map((value) => (value === null ? { value, withheld: 'no-data' } : { value })),
})

test.each([
  ['nothing has been read', followed(10, 30, null), false, { kind: 'unread' }],
  ['half the way', followed(10, 30, 20), false, { kind: 'on-way', way: 0.5 }],
  [
    'half the way, and a tertial that nobody read since',
    followed(10, 30, 20, null),
    false,
    { kind: 'on-way', way: 0.5 },
  ],
  ['past the target', followed(10, 30, 31), false, { kind: 'reached' }],
  ['a target from above', followed(45, 37, 37), false, { kind: 'reached' }],
  ['half the way down', followed(45, 37, 41), false, { kind: 'on-way', way: 0.5 }],
  ['the wrong way', followed(45, 37, 46), false, { kind: 'away' }],
  ['where it began', followed(45, 37, 45), false, { kind: 'unmoved' }],
  ['half the way when the project is over', followed(10, 30, 20), true, { kind: 'missed', way: 0.5 }],
  ['the wrong way when the project is over', followed(10, 30, 5), true, { kind: 'missed', way: 0 }],
  ['held where it was to be held', followed(10, 10, 10), true, { kind: 'reached' }],
] as const)('%s', (_, given, isOver, verdict) => expect(verdictOf(given, isOver)).toEqual(verdict))

test('what is withheld gives no verdict to guess it by', () => {
  const few: FollowedGoal = { ...followed(0, 20), readings: [{ value: null, withheld: 'too-few' }] }
  expect(verdictOf(few, true)).toEqual({ kind: 'withheld' })
})

const project = { from: '2019-01-14', until: '2020-01-14' }

test('the tertials of a project are cut to its days, and only those that have begun are there', () => {
  expect(tertialsBegun(project, '2019-05-14' as Day).map(({ from, until }) => [from, until])).toEqual([
    ['2019-01-14', '2019-05-01'],
    ['2019-05-01', '2019-09-01'],
  ])
  const all = tertialsBegun(project, '2025-01-01' as Day)
  expect(all.at(-1)).toMatchObject({ from: '2020-01-01', until: '2020-01-14' })
  expect(all.at(-1)!.months.until - all[0]!.months.from).toBe(13)
})

test('tertials follow on each other without gap or overlap, whatever the days of the project', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => {
    return new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10) as Day
  })
  fc.assert(
    fc.property(day, day, (one, other) => {
      fc.pre(one < other)
      const spans = tertialsBegun({ from: one, until: other }, other)
      expect([spans[0]!.from, spans.at(-1)!.until]).toEqual([one, other])
      for (const [at, span] of spans.entries()) {
        expect(span.from < span.until).toBe(true)
        if (at > 0) expect(span.from).toBe(spans[at - 1]!.until)
      }
    }),
    { seed: 5 },
  )
})

test('the latest reading of a tertial is its reading, and another goal is not', () => {
  const spans = tertialsBegun(project, '2019-09-02' as Day)
  const reading = (on: string, value: number, key = 'vard') => ({ goal: key, on, value, note: '' })
  const readings = [reading('2019-04-30', 24), reading('2019-02-28', 17), reading('2019-06-01', 99, 'annat')]
  expect(readInEach(readings, 'vard', spans).map(({ value }) => value)).toEqual([24, null, null])
})

test('a reading is by who saved it first, and a corrected one by who corrected it', () => {
  const version = (number: number, savedBy: string, ...values: number[]): CatalogueEntry<'project-readings'> => ({
    ...{ key: 'p', version: number, savedAt: '', savedBy },
    body: { readings: values.map((value, at) => ({ goal: 'vard', on: `2019-0${at + 1}-01`, value, note: '' })) },
  })
  const versions = [version(3, 'Cia', 1, 5), version(2, 'Bo', 1, 2), version(1, 'Ann', 1)]
  expect(readingsBy(versions).map(({ value, by }) => [value, by])).toEqual([
    [5, 'Cia'],
    [1, 'Ann'],
  ])
  expect(readingsBy([])).toEqual([])
})

test('time goes from the first day to the last', () => {
  expect(timeGone(project, '2018-01-01' as Day)).toBe(0)
  expect(timeGone(project, '2021-01-01' as Day)).toBe(1)
  expect(timeGone(project, '2019-05-14' as Day)).toBeCloseTo(120 / 365)
})
