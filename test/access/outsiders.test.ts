import { describe, expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../src/access/permissions.ts'
import type { PathView } from '../../src/pathway/path-view.ts'
import { coachRegister, consentToAll, referredTo, type Said } from '../support/coach-register.ts'
import { rowsOf } from '../support/register-facts.ts'
import { households, men, women } from '../support/small-extracts.ts'
import { testApp } from '../support/test-app.ts'

const app = await testApp()
const names = ['Anna Ek', 'Berit Ask', 'Disa Gran']
const { idsOf, record } = await coachRegister(app, names)

const post = (role: Role, household: number, ...events: object[]) =>
  app.as(role, {
    method: 'POST',
    url: `/api/households/${household}/events`,
    payload: {
      events: events.map((each) => ({ personId: null, concerns: null, on: '2019-05-14', body: {}, ...each })),
    },
  })
const groundFor = (...scopes: string[]): Said => ({
  ...consentToAll,
  body: { ...consentToAll.body, scopes },
})
const problemOf = (answer: { statusCode: number; json: () => { problem?: string } }) => [
  answer.statusCode,
  answer.json().problem,
]

describe('somebody of another committee who is no coach by role', () => {
  const { household, person } = idsOf('Anna Ek')

  test.each<Role>(['caseworker', 'manager', 'reception'])(
    'as %s may not widen the own ground, nor write what is not shown',
    async (role) => {
      // One's own of the same day may be taken back, so somebody else has recorded it.
      const ground = await record(role === 'manager' ? 'caseworker' : 'manager', 'Anna Ek', groundFor('identity'))
      onTestFinished(() => app.limitTo(role, ['NORD']))
      await app.limitTo(role, ['JOB'])
      const before = (await app.as('coach', `/api/households/${household}/path`)).json<PathView>()
      const tries: object[] = [
        {
          ...groundFor('identity', 'mapping', 'plan', 'participation', 'work-ability'),
          personId: person,
          on: '2019-05-14',
        },
        { kind: 'note-written', body: { text: 'Skriven utifrån' } },
        { kind: 'case-closed', body: { reason: 'other' } },
        { kind: 'caseworker-assigned', body: { caseworker: null } },
        { kind: 'undone', concerns: ground, personId: person },
      ]
      const answers = []
      for (const each of tries) answers.push((await post(role, household, each)).statusCode)
      expect(answers).toEqual([403, 403, 403, 403, 409])
      const after = (await app.as(role, `/api/households/${household}/path`)).json<PathView>()
      expect(after.open).toEqual(before.open)
      expect(after.offers.map(({ kind }) => kind)).not.toContain('consent-given')
    },
  )
})

describe('a coach', () => {
  test('may not go on with what the coach is not shown, and is told the same whether it is there or not', async () => {
    const { household, person } = idsOf('Berit Ask')
    const contact = { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true }
    const toOthers = { recipient: 'AF', ground: 'consent', scopes: ['plan'], until: '2020-01-01' }
    const mapping = { method: 'simplified', answers: {}, complete: false }
    await record(
      'caseworker',
      'Berit Ask',
      { kind: 'contact-registered', body: contact },
      { kind: 'consent-given', body: toOthers },
      { kind: 'mapping-saved', body: mapping },
      groundFor('identity'),
    )
    const blind = [
      { kind: 'promise-explained', concerns: 1, body: { cause: 'no-free-time' } },
      { kind: 'consent-withdrawn', concerns: 2 },
      { kind: 'mapping-saved', concerns: 3, body: mapping },
      { kind: 'mapping-saved', concerns: 99, body: mapping },
      { kind: 'consent-withdrawn', concerns: 99 },
      { kind: 'promise-explained', concerns: 2, body: { cause: 'no-free-time' } },
    ]
    for (const each of blind)
      expect(problemOf(await post('coach', household, { ...each, personId: person })), each.kind).toEqual([
        403,
        'not-your-unit',
      ])
  })

  test('writes no more of a person whose ground is withdrawn, though another of the household has one', async () => {
    const row = (number: string, role: string) => `H90;${number};Namn ${role};${role};2018-01;;NORD;Sara Lind;;`
    await app.importText('par.csv', households(row(women[6]!, 'Registerledare'), row(men[6]!, 'Medsökande')))
    const [first, second] = await rowsOf<{ household_id: number; person_id: number }>(
      app,
      `select h.household_id, m.person_id from household h join household_member m using (municipality_id, household_id)
       where h.source_key = 'H90' order by m.person_id`,
    )
    const of = first!.household_id
    const ground = { ...groundFor('identity', 'participation'), on: '2019-05-01' }
    const answer = await post(
      'caseworker',
      of,
      { ...ground, personId: first!.person_id },
      { ...ground, personId: second!.person_id },
      { ...referredTo('2019-05-01'), personId: first!.person_id },
      { kind: 'referral-accepted', concerns: 3, personId: first!.person_id },
      { kind: 'consent-withdrawn', concerns: 1, personId: first!.person_id },
    )
    expect(answer.statusCode, answer.body).toBe(200)
    const start = await post('coach', of, { kind: 'intervention-started', concerns: 3, personId: first!.person_id })
    expect(problemOf(start)).toEqual([403, 'not-your-unit'])
    const unknown = await post('coach', of, {
      kind: 'mapping-saved',
      personId: 424242,
      body: { method: 'simplified', answers: {}, complete: false },
    })
    expect(problemOf(unknown)).toEqual(problemOf(start))
  })
})

test('what is recorded since, and shown with a refusal, is logged as read', async () => {
  const { household } = idsOf('Disa Gran')
  const step = (text: string) => ({
    kind: 'next-step-set',
    personId: null,
    concerns: null,
    on: '2019-05-14',
    body: { text, on: '2019-06-01' },
  })
  await post('manager', household, step('Först'))
  const before = await rowsOf<{ count: number }>(
    app,
    "select count(*)::integer as count from audit_entry where action = 'path-read'",
  )
  const late = await app.as('caseworker', {
    method: 'POST',
    url: `/api/households/${household}/events`,
    payload: { seen: 0, events: [step('Sen')] },
  })
  expect(late.json()).toMatchObject({ problem: 'changed-since', since: [{ body: { text: 'Först' } }] })
  const after = await rowsOf<{ count: number }>(
    app,
    "select count(*)::integer as count from audit_entry where action = 'path-read'",
  )
  expect(after[0]!.count).toBe(before[0]!.count + 1)
})

test('the sex of a person is not told where no ground opens who it is', async () => {
  const { household } = idsOf('Disa Gran')
  await record('caseworker', 'Disa Gran', groundFor('participation'), referredTo('2019-05-02'))
  const { participants } = (await app.as('coach', '/api/interventions/jobbspar/participants')).json<{
    participants: { householdId: number; name: string | null; gender: string | null }[]
  }>()
  expect(participants.find(({ householdId }) => householdId === household)).toMatchObject({ name: null, gender: null })
})
