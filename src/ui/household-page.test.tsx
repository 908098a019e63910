import { describe, expect, test } from 'vitest'
import { pathLanes, pathSentence } from '../household/path-lanes.page.tsx'
import { statuses } from '../household/status.text.ts'
import { differences } from '../pathway/conflict.page.tsx'
import { eventFields } from '../pathway/event-fields.text.ts'
import type { PathEvent } from '../pathway/event.ts'
import { replay } from '../pathway/replay.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'

const today = '2019-05-14' as Day

/** Events of one person in order, each a day, a kind, what it says and what it goes on with. */
const pathOf = (...events: [on: string, kind: PathEvent['kind'], body: object, concerns?: number][]) =>
  replay(
    events.map(
      ([on, kind, body, concerns = null], at) =>
        ({
          kind,
          body,
          concerns,
          on,
          personId: 1,
          by: 2,
          sequence: at + 1,
          recordedAt: `${on}T08:00:00Z`,
        }) as PathEvent,
    ),
  )

const contact = { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true }
const plan = { kind: 'work', goals: [{ key: 'r1', text: 'Arbete' }], activities: [], followUpOn: '2019-05-01' }
const referral = { intervention: 'steget', unit: 'JOB', kind: 'referred', goals: [{ key: 'r1', text: 'Praktik' }] }

describe('the status of a household', () => {
  const textsOf = (path: ReturnType<typeof pathOf>, day = today) =>
    statuses({ path, today: day }).map(({ text }) => text)

  test('says what is missing and what is late today', () => {
    expect(textsOf(pathOf())).toEqual(['Plan saknas'])
    const approved = pathOf(
      ['2019-03-01', 'plan-saved', plan],
      ['2019-03-02', 'plan-approved', { agreedByPerson: true }, 1],
    )
    expect(textsOf(approved)).toEqual(['Uppföljning skulle hållits 2019-05-01'])
    expect(textsOf(approved, '2019-05-01' as Day)).toEqual(['Planen följs upp 2019-05-01'])
  })

  test('follows a follow-up that was held', () => {
    const held = pathOf(
      ['2019-03-01', 'plan-saved', plan],
      ['2019-03-02', 'plan-approved', { agreedByPerson: true }, 1],
      ['2019-05-02', 'follow-up-held', { goals: [], nextOn: '2019-08-01' }, 1],
    )
    expect(textsOf(held)).toEqual(['Planen följs upp 2019-08-01'])
  })

  test('is only closed once it is closed, and open again with a new contact', () => {
    const closing = ['2019-04-01', 'case-closed', { reason: 'studies' }] as const
    expect(textsOf(pathOf([...closing]))).toEqual(['Avslutat 2019-04-01'])
    expect(textsOf(pathOf([...closing], ['2019-04-10', 'contact-registered', contact]))).toEqual(['Plan saknas'])
  })

  test('says when assistance is paid again after the closing', () => {
    const path = pathOf(['2019-03-01', 'case-closed', { reason: 'studies' }])
    const textsWith = (lastMonth: Month) => statuses({ path, today }, lastMonth).map(({ text }) => text)
    expect(textsWith('2019-03' as Month)).toEqual(['Avslutat 2019-03-01'])
    expect(textsWith('2019-04' as Month)).toEqual(['Avslutat 2019-03-01', 'Åter med bistånd'])
  })

  test('asks for a new plan when the household has come back, until the old one is taken up again', () => {
    const before = [
      ['2019-01-01', 'plan-saved', plan],
      ['2019-01-02', 'plan-approved', { agreedByPerson: true }, 1],
      ['2019-02-01', 'case-closed', { reason: 'studies' }],
      ['2019-04-10', 'contact-registered', contact],
    ] as const
    const textsAfter = (...events: Parameters<typeof pathOf>) =>
      textsOf(pathOf(...before.map((each) => [...each] as Parameters<typeof pathOf>[0]), ...events))
    expect(textsAfter()).toEqual(['Ny plan behövs efter avslutet'])
    expect(textsAfter(['2019-04-11', 'plan-saved', plan, 1])).toEqual(['Plan ej fastställd'])
    expect(textsAfter(['2019-04-11', 'plan-approved', { agreedByPerson: true }, 1])).toEqual([
      'Uppföljning skulle hållits 2019-05-01',
    ])
    expect(textsAfter(['2019-04-11', 'follow-up-held', { goals: [], nextOn: '2019-08-01' }, 1])).toEqual([
      'Planen följs upp 2019-08-01',
    ])
  })
})

describe('the way in the timeline', () => {
  const path = pathOf(
    ['2019-02-04', 'contact-registered', contact],
    ['2019-02-05', 'meeting-booked', { unit: 'JOB', coach: 3, at: '2019-02-08T09:00', minutes: 45 }],
    ['2019-02-08', 'meeting-held', {}, 2],
    ['2019-03-10', 'referred', referral],
  )

  test('has one sign a month, which names all that it stands for', () => {
    const [meetings] = pathLanes(path, {})
    expect(meetings).toMatchObject({
      kind: 'marks',
      marks: [{ month: '2019-02', symbol: '●', text: '2019-02-04: kontakt; 2019-02-08: möte hållet' }],
    })
  })

  test('has no lane for what has not happened', () => {
    expect(pathLanes(path, {}).map(({ id }) => id)).toEqual(['meetings', 'referrals'])
    expect(pathLanes(pathOf(), {})).toEqual([])
  })

  test('is said in words', () => {
    expect(pathSentence(path, {})).toBe(' Första kontakten i Utfall togs 2019-02-04. Ett möte är hållet.')
    expect(pathSentence(pathOf(), {})).toContain('Inget är antecknat')
  })
})

test('two who wrote see the fields that differ, also one that only one of them has', () => {
  const fieldsOf = (text: string, level?: number) =>
    eventFields({
      kind: 'mapping-saved',
      body: {
        method: 'DUR',
        answers: { health: { text, ...(level !== undefined && { level }) }, ...(level && { home: { text: 'Bra' } }) },
        complete: false,
      },
    })
  expect(differences(fieldsOf('Ont i ryggen', 2), fieldsOf('Frisk'))).toEqual([
    { name: 'answers.health', label: 'health', theirs: '(stort hinder) Ont i ryggen', mine: 'Frisk' },
    { name: 'answers.home', label: 'home', theirs: 'Bra', mine: '' },
  ])
  expect(differences(fieldsOf('Frisk'), fieldsOf('Frisk'))).toEqual([])
})
