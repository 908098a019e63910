import { describe, expect, test } from 'vitest'
import type { PathEvent } from '../pathway/event.ts'
import { replay } from '../pathway/replay.ts'
import type { Day } from '../values/day.ts'
import { month } from '../values/month.ts'
import { closingsOf, outcomesOf } from './outcomes.ts'

const path = (...events: { kind: string; on: string; body: object }[]) =>
  replay(
    events.map(
      (event, at) =>
        ({ ...event, sequence: at + 1, personId: 1, concerns: null, by: 1, recordedAt: event.on }) as PathEvent,
    ),
  )
const closed = (on: string, reason: string) => ({ kind: 'case-closed', on, body: { reason } })
const contact = (on: string) => ({ kind: 'contact-registered', on, body: {} })
const job = (on: string, employerKind: string) => ({
  kind: 'employment-started',
  on,
  body: { employerKind, subsidised: true },
})
const period = { from: '2018-01-01' as Day, until: '2019-05-01' as Day }
const payments = (...assisted: string[]) => ({
  ...{ period, lastKnownMonth: month('2019-04') },
  assisted: assisted.map(month),
})

describe('a closing to self-support', () => {
  test('belongs to the period of its day, the last day included', () => {
    const closings = ['2017-12-31', '2018-01-01', '2019-04-30', '2019-05-01'].map((on) => closed(on, 'studies'))
    expect(closings.flatMap((each) => closingsOf(1, path(each), null, payments()))).toMatchObject([
      { on: '2018-01-01' },
      { on: '2019-04-30' },
    ])
  })
  test('is followed each time, also when the household came back in between', () => {
    const closings = closingsOf(
      1,
      path(closed('2018-01-20', 'studies'), contact('2018-06-01'), closed('2018-12-10', 'pension')),
      'woman',
      payments('2018-06'),
    )
    expect(closings.map(({ on, checks }) => [on, ...checks.map(({ state }) => state.kind)])).toEqual([
      ['2018-01-20', 'confirmed', 'taken-back', 'taken-back'],
      ['2018-12-10', 'confirmed', 'waiting', 'waiting'],
    ])
    expect(closings[0]!.checks[1]!.state).toEqual({ kind: 'taken-back', month: '2018-06' })
  })

  test('for another reason than self-support is not followed', () =>
    expect(closingsOf(1, path(closed('2018-01-20', 'moved-away')), null, payments())).toEqual([]))

  test('to work has the employer of the job that was held then, also when it was recorded some weeks late', () => {
    const employer = (...events: Parameters<typeof path>) =>
      closingsOf(1, path(...events), null, payments())[0]?.employerKind
    const worked = closed('2018-03-10', 'work-subsidised')
    expect(employer(job('2018-03-01', 'municipal'), worked)).toBe('municipal')
    expect(employer(worked, job('2018-04-09', 'external'))).toBe('external')
    expect(employer(worked, job('2018-06-01', 'external'))).toBeNull()
    expect(employer(job('2018-03-01', 'municipal'), closed('2018-03-10', 'pension'))).toBeNull()
  })
})

test('a closing is judged when its months have passed, also when it has come back before that', () => {
  const back = closingsOf(1, path(closed('2018-12-10', 'studies')), 'man', payments('2019-02'))
  expect(outcomesOf(back).checks).toMatchObject([
    { months: 3, takenBack: { all: 1 }, waiting: { all: 0 }, returnedEarly: { all: 0 } },
    { months: 6, takenBack: { all: 0 }, waiting: { all: 1 }, returnedEarly: { all: 1 } },
    { months: 12, takenBack: { all: 0 }, waiting: { all: 1 }, returnedEarly: { all: 1 } },
  ])
})

test('what waits is neither in the numerator nor in the denominator', () => {
  const of = (gender: 'woman' | 'man', on: string, reason: string, ...assisted: string[]) =>
    closingsOf(1, path(closed(on, reason)), gender, payments(...assisted))
  const { closings, checks, byClass, byEmployer } = outcomesOf([
    ...of('woman', '2018-01-20', 'work-subsidised'),
    ...of('man', '2018-01-20', 'work-subsidised', '2018-05'),
    ...of('man', '2019-03-01', 'studies'),
  ])
  expect(closings).toEqual({ all: 3, women: 1, men: 2 })
  expect(
    checks.map(({ months, confirmed, takenBack, waiting }) => [months, confirmed.all, takenBack.all, waiting.all]),
  ).toEqual([
    [3, 2, 0, 1],
    [6, 1, 1, 1],
    [12, 1, 1, 1],
  ])
  const told = byClass.map(({ class: code, closings: { all }, reasons }) => [
    ...[code, all],
    ...reasons.map((row) => [row.reason, row.closings.all]),
  ])
  expect(told).toEqual([
    ['A', 2, ['work-subsidised', 2]],
    ['B', 1, ['studies', 1]],
  ])
  expect(byEmployer).toMatchObject([{ subsidised: true, employerKind: null, closings: { all: 2, women: 1, men: 1 } }])
})
