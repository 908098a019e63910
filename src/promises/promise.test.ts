import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleFigures } from '../../test/support/sample-figures.ts'
import { addDays, type Day } from '../values/day.ts'
import { month } from '../values/month.ts'
import { tertialBefore } from './figures-at.ts'
import {
  byUrgency,
  nextReporting,
  progressOf,
  type PromiseBody,
  promiseStates,
  type PromiseState,
  stateOf,
} from './promise.ts'

const figures = sampleFigures()
const known = figures.indicators.find(({ value }) => value !== null)!
const today = '2019-05-14' as Day

const promise = (given: Partial<PromiseBody> = {}): PromiseBody => ({
  ...{
    kind: 'assignment',
    title: 'Ökad övergång',
    heading: null,
    sentence: 'Övergången ska öka.',
    owner: 'Enhetschef',
  },
  ...{ decided: { by: 'Kommunfullmäktige', on: '2017-11-20', paragraph: '§ 186' }, diaryNumbers: [], committees: [] },
  ...{ success: { figure: known.id, direction: 'at-most', target: 1, baseline: null }, reportings: [], statuses: [] },
  closed: null,
  ...given,
})
const due = (on: string, reportedOn: string | null = null) => ({ on, to: 'Kommunstyrelsen', reportedOn })
const closed = (outcome: 'kept' | 'partly-kept' | 'not-kept' | 'withdrawn') => ({
  ...{ on: '2019-05-01', outcome, figure: known.id, text: 'Det blev så.' },
})

describe('the state of a promise', () => {
  test.each<[string, Partial<PromiseBody>, PromiseState]>([
    ['goes on when there is a figure and nothing to report', {}, 'on-its-way'],
    ['is late the day after it should have been reported', { reportings: [due('2019-05-13')] }, 'overdue'],
    ['is due on the day itself', { reportings: [due('2019-05-14')] }, 'due'],
    ['is due thirty days before', { reportings: [due('2019-06-13')] }, 'due'],
    ['is not due thirty-one days before', { reportings: [due('2019-06-14')] }, 'on-its-way'],
    ['is not late where it has been reported', { reportings: [due('2019-05-13', '2019-05-13')] }, 'on-its-way'],
    ['lacks a figure when nobody has said how it is seen', { success: null }, 'without-figure'],
    [
      'lacks a figure when the address leads nowhere',
      { success: { figure: 'no-such-figure', direction: 'at-most', target: 1, baseline: null } },
      'without-figure',
    ],
    [
      'is what it was closed as, also when it was never reported',
      { closed: closed('partly-kept'), reportings: [due('2019-05-01')] },
      'partly-kept',
    ],
  ])('%s', (_, given, state) => expect(stateOf(promise(given), figures, today)).toBe(state))

  test('the word is enough while there are no figures at all', () =>
    expect(stateOf(promise(), null, today)).toBe('on-its-way'))

  const aDay = fc.integer({ min: -90, max: 90 }).map((days) => addDays(today, days) as string)
  const aPromise = fc
    .record({
      closed: fc.option(fc.constantFrom('kept', 'partly-kept', 'not-kept', 'withdrawn' as const)),
      reportings: fc.array(fc.record({ on: aDay, reportedOn: fc.option(aDay) }), { maxLength: 4 }),
      figure: fc.constantFrom(known.id, 'no-such-figure', null),
    })
    .map((given) =>
      promise({
        closed: given.closed ? closed(given.closed as 'kept') : null,
        reportings: given.reportings.map(({ on, reportedOn }) => due(on, reportedOn)),
        success:
          given.figure === null ? null : { figure: given.figure, direction: 'at-least', target: 1, baseline: null },
      }),
    )

  /** Each state said on its own, without the order in which they are asked for. */
  const claims: Record<PromiseState, (body: PromiseBody) => boolean> = {
    kept: ({ closed: end }) => end?.outcome === 'kept',
    'partly-kept': ({ closed: end }) => end?.outcome === 'partly-kept',
    'not-kept': ({ closed: end }) => end?.outcome === 'not-kept',
    withdrawn: ({ closed: end }) => end?.outcome === 'withdrawn',
    overdue: (body) => isOpen(body) && missing(body, -1000, -1),
    due: (body) => isOpen(body) && !missing(body, -1000, -1) && missing(body, 0, 30),
    'without-figure': (body) => isOpen(body) && !missing(body, -1000, 30) && body.success?.figure !== known.id,
    'on-its-way': (body) => isOpen(body) && !missing(body, -1000, 30) && body.success?.figure === known.id,
  }
  const isOpen = ({ closed: end }: PromiseBody) => end === null
  const missing = ({ reportings }: PromiseBody, from: number, last: number) =>
    reportings.some(
      ({ on, reportedOn }) => reportedOn === null && on >= addDays(today, from) && on <= addDays(today, last),
    )

  test('is exactly one, whatever the promise', () => {
    const met = new Set<PromiseState>()
    fc.assert(
      fc.property(aPromise, (body) => {
        const state = stateOf(body, figures, today)
        met.add(state)
        expect(promiseStates.filter((each) => claims[each](body))).toEqual([state])
      }),
      { seed: 7, numRuns: 500 },
    )
    expect([...met].toSorted()).toEqual([...promiseStates].toSorted())
  })
})

test('the next reporting is the earliest that has not been made', () => {
  const reportings = [due('2019-08-31'), due('2019-02-01', '2019-02-01'), due('2019-06-11')]
  expect(nextReporting({ reportings })?.on).toBe('2019-06-11')
  expect(nextReporting({ reportings: [] })).toBeNull()
})

test('a target is reached when the figure is on its side, and nobody knows while it is withheld', () => {
  const progress = (direction: 'at-least' | 'at-most', target: number) =>
    progressOf({ figure: known.id, direction, target, baseline: 1 }, figures)?.isReached
  const now = known.value!
  expect([progress('at-least', now - 1), progress('at-least', now + 1)]).toEqual([true, false])
  expect([progress('at-most', now - 1), progress('at-most', now + 1)]).toEqual([false, true])
  const hidden = { ...known, value: null, numerator: null, withheld: 'too-few' as const }
  const withheld = { ...figures, indicators: [hidden] }
  const asked = { figure: known.id, direction: 'at-most' as const, target: 1, baseline: null }
  expect(progressOf(asked, withheld)).toMatchObject({ isReached: null, figure: { cell: { kind: 'withheld' } } })
})

test('late ones stand first, then those that are due, by their days', () => {
  const row = (title: string, state: PromiseState, on?: string) => ({ title, state, next: on ? due(on) : null })
  const rows = [
    row('d', 'on-its-way', '2019-08-31'),
    row('b', 'overdue', '2019-05-02'),
    row('e', 'kept'),
    row('a', 'overdue', '2019-04-01'),
    row('c', 'due', '2019-06-01'),
  ]
  expect(rows.toSorted(byUrgency).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test.each([
  ['2019-05-14', '2019-01', '2019-04'],
  ['2019-05-01', '2019-01', '2019-04'],
  ['2019-04-30', '2018-01', '2018-12'],
  ['2019-09-30', '2019-01', '2019-08'],
  ['2020-01-01', '2019-01', '2019-12'],
])('on %s the latest tertial runs from %s to %s', (day, from, to) =>
  expect(tertialBefore(day as Day)).toEqual({ from: month(from), to: month(to) }),
)
