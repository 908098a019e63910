import { describe, expect, test } from 'vitest'
import type { PathEvent } from '../pathway/event.ts'
import { replay } from '../pathway/replay.ts'
import type { Day } from '../values/day.ts'
import { agendaGroup, agendaReasons } from './agenda.ts'

type Said = { kind: string; on: string; concerns?: number; personId?: null; body?: object; recordedAt?: string }

const options = { today: '2019-05-14' as Day, since: '2019-05-09T12:00:00.000Z' }
const reasons = (...said: Said[]) =>
  agendaReasons(
    replay(
      said.map(
        (event, at) =>
          ({
            ...{
              sequence: at + 1,
              personId: 1,
              concerns: null,
              by: 1,
              body: {},
              recordedAt: `${event.on}T12:00:00.000Z`,
            },
            ...event,
          }) as PathEvent,
      ),
    ),
    options,
  )
const kinds = (...said: Said[]) => reasons(...said).map((each) => (each.kind === 'changed' ? each.event : each.kind))

const contact = (on: string): Said => ({ kind: 'contact-registered', on })
const routed = (on: string, concerns: number, destination = 'job-unit'): Said => ({
  ...{ kind: 'routed', on, concerns },
  body: { destination, suggested: destination },
})
const referred = (on: string): Said => ({
  kind: 'referred',
  on,
  body: { unit: 'J', intervention: 'steget', goals: [] },
})
const decided = (on: string, due?: string): Said => ({
  ...{ kind: 'table-decided', on, personId: null },
  body: { decision: 'Ring coachen', responsible: 'job-unit', ...(due && { due }) },
})

describe('overdue is', () => {
  test('a referral that nobody answered in a week: the eighth day, not the seventh', () => {
    expect(kinds(referred('2019-05-06'))).toEqual(['referral-unanswered'])
    expect(kinds(referred('2019-05-07'))).toEqual([])
    expect(kinds(referred('2019-05-01'), { kind: 'referral-accepted', on: '2019-05-02', concerns: 1 })).toEqual([])
  })
  test('the promise of a coach, when the day has passed and nobody was met', () => {
    const promised = [contact('2019-05-01'), routed('2019-05-01', 1)]
    expect(kinds(...promised)).toEqual(['promise-late'])
    const met = [
      { kind: 'meeting-booked', on: '2019-05-02', concerns: 1, body: { unit: 'J', at: '2019-05-03T09:00' } },
      { kind: 'meeting-held', on: '2019-05-03', concerns: 3 },
    ]
    expect(kinds(...promised, ...met)).toEqual([])
    expect(kinds(contact('2019-05-01'), routed('2019-05-01', 1, 'reception'))).toEqual([])
  })
  test('a follow-up of an approved plan, while another party has a part in it', () => {
    const plan = { goals: [], activities: [], followUpOn: '2019-05-13' }
    const planned: Said[] = [
      { kind: 'plan-saved', on: '2019-04-01', body: plan },
      { kind: 'plan-approved', on: '2019-04-01', concerns: 2 },
    ]
    expect(kinds(decided('2019-04-01'), ...planned)).toEqual([])
    const accepted = { kind: 'referral-accepted', on: '2019-04-02', concerns: 4 }
    expect(kinds(decided('2019-04-01'), ...planned, referred('2019-04-01'), accepted)).toEqual(['follow-up-late'])
  })
})

describe('promised is', () => {
  test('what was decided for today or before, until a later meeting decides anew', () => {
    expect(kinds(decided('2019-05-07', '2019-05-14'))).toEqual(['decision-due'])
    expect(kinds(decided('2019-05-07', '2019-05-15'))).toEqual([])
    expect(kinds(decided('2019-04-25', '2019-05-02'), decided('2019-05-07', '2019-06-01'))).toEqual([])
  })
  test('still there when something has been decided today: the parties sit over it', () =>
    expect(kinds(decided('2019-05-07', '2019-05-14'), decided('2019-05-14', '2019-05-21'))).toEqual(['decision-due']))
})

describe('news is what was recorded after the last meeting', () => {
  test('a contact that was routed to a coach, and a referral', () => {
    expect(kinds(contact('2019-05-10'), routed('2019-05-10', 1))).toEqual(['new-contact'])
    expect(kinds(contact('2019-05-10'), routed('2019-05-10', 1, 'reception'))).toEqual([])
    expect(kinds(referred('2019-05-10'))).toEqual(['new-referral'])
  })
  test('also of the day of the meeting, when it was recorded after it', () => {
    const answer = { kind: 'referral-accepted', on: '2019-05-09', concerns: 1 }
    expect(kinds(referred('2019-05-03'), { ...answer, recordedAt: '2019-05-09T11:00:00.000Z' })).toEqual([])
    expect(kinds(referred('2019-05-03'), { ...answer, recordedAt: '2019-05-09T15:00:00.000Z' })).toEqual([
      'referral-accepted',
    ])
  })
  test('not the attendance of each day, nor a note', () =>
    expect(
      kinds(
        referred('2019-05-03'),
        { kind: 'referral-accepted', on: '2019-05-03', concerns: 1 },
        { kind: 'attendance-recorded', on: '2019-05-13', concerns: 1, body: { attendance: 'present' } },
        { kind: 'note-written', on: '2019-05-13', personId: null, body: { text: 'Hej' } },
      ),
    ).toEqual([]))
})

test('a closed case is told of once, and a household on its own way is not talked of', () => {
  const closing: Said = { kind: 'case-closed', on: '2019-05-13', personId: null, body: { reason: 'studies' } }
  expect(kinds(referred('2019-03-01'), closing)).toEqual(['case-closed'])
  expect(kinds(referred('2019-03-01'), { ...closing, on: '2019-05-02' })).toEqual([])
  expect(kinds(closing)).toEqual([])
})

test('a household stands once, in the most urgent of its groups', () => {
  const both = reasons(referred('2019-05-01'), decided('2019-05-07', '2019-05-14'), referred('2019-05-13'))
  expect(both.map(({ kind }) => kind)).toEqual(['referral-unanswered', 'decision-due', 'new-referral'])
  expect(agendaGroup(both)).toBe('overdue')
  expect(agendaGroup([])).toBeNull()
})
