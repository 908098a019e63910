import { describe, expect, test } from 'vitest'
import { eventBodies, eventKinds } from './event-bodies.ts'
import { eventFields, eventLine, labelOfField } from './event-fields.text.ts'

describe('an event in words', () => {
  test('says codes by their Swedish labels, whatever order the database gives the fields in', () => {
    const body = { until: '2020-05-14', ground: 'consent', scopes: ['plan', 'mapping'], recipient: 'JOB' } as const
    expect(eventLine({ kind: 'consent-given', body: { ...body, scopes: [...body.scopes] } }, { JOB: 'Jobbtorg' })).toBe(
      'Till: Jobbtorg · Grund: Samtycke (OSL 12 kap. 2 §) · Uppgifter: Plan och mål; Kartläggning · Till och med: 2020-05-13',
    )
  })

  test('says the same code by what it means in its own kind of event', () => {
    const reason = (kind: 'not-referred' | 'referral-returned') =>
      eventLine({ kind, body: { reason: kind === 'not-referred' ? 'short-need' : 'did-not-come' } })
    expect(reason('not-referred')).toBe('Skäl: Kort behov: egen försörjning är nära')
    expect(reason('referral-returned')).toBe('Skäl: Personen kom inte')
  })

  test('says goals and activities by their text, never by their key', () => {
    const activity = { key: 'r1', text: 'Söka arbete', responsible: 'person', due: '2019-06-01' } as const
    const line = eventLine({
      kind: 'plan-saved',
      body: { kind: 'work', goals: [{ key: 'r7', text: 'Arbete' }], activities: [activity] },
    })
    expect(line).toBe('Slag: Arbetsplan · Mål: Arbete · Aktiviteter: Söka arbete (Personen själv, senast 2019-06-01)')
  })

  test('has Swedish words for every field that anything may say', () => {
    // Said of nothing but the rules, and not shown.
    const unsaid = ['rule', 'rulesFrom']
    const nameless = eventKinds.flatMap((kind) =>
      Object.keys(eventBodies[kind].properties).filter((name) => !unsaid.includes(name) && labelOfField(name) === name),
    )
    expect(nameless).toEqual([])
  })

  test('says each area of a mapping by the name that the municipality gave it', () => {
    const body = {
      method: 'simplified',
      answers: { halsa: { text: 'Ont', level: 2 }, tom: { text: '' } },
      complete: true,
    } as const
    expect(eventFields({ kind: 'mapping-saved', body }, { halsa: 'Hälsa' }).at(-1)).toEqual({
      name: 'answers.halsa',
      label: 'Hälsa',
      text: '(stort hinder) Ont',
    })
  })
})
