import { expect, test } from 'vitest'
import { coachRegister, consentToAll } from '../../test/support/coach-register.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { Role } from '../access/permissions.ts'
import type { PathView } from '../pathway/path-view.ts'
import { emptyDraft, routingFacts } from './contact-draft.page.tsx'
import type { RulesTrial } from './try-rules.ts'

const app = await testApp()
const names = ['Anna Ek', 'Berit Ask']
const { idsOf, record } = await coachRegister(app, names)
const { household, person } = idsOf('Anna Ek')
const project = {
  ...{ name: '100-projektet', purpose: '', targetGroup: '', kind: 'project', provider: 'Nord', unit: 'NORD' },
  ...{ places: 60, weeks: 52, price: { model: 'free', ore: 0 }, goals: [{ key: 'g', text: 'Egen försörjning' }] },
  ...{ priority: 9, from: '2018-09-01', until: '2019-09-01' },
}
await app.as('manager', {
  method: 'PUT',
  url: '/api/catalogue/intervention/100-projektet',
  payload: { seen: 0, body: project },
})

const post = async (role: Role, kind: string, concerns: number | null, body: object) => {
  const answer = await app.as(role, {
    method: 'POST',
    url: `/api/households/${household}/events`,
    payload: { events: [{ kind, concerns, personId: null, on: '2019-05-14', body }] },
  })
  return { status: answer.statusCode, body: answer.json<PathView & { problem?: string }>() }
}
const read = async (role: Role) => (await app.as(role, `/api/households/${household}/path`)).json<PathView>()
/** What reception is told of somebody with full ability to work, who would otherwise go to the job unit. */
const suggested = async () => {
  const view = await read('reception')
  const draft = { ...emptyDraft(person, view.today), unemployed: 'yes' as const }
  const answer = await app.as('reception', {
    method: 'POST',
    url: '/api/intake/suggestion',
    payload: routingFacts({ ...draft, assessments: [{ assessor: 'physician', ability: 'full' }] }, view),
  })
  return answer.json<{ destination: string; reason: string }>()
}

test('a household in a project stays there, and is routed as anybody when it has left', async () => {
  expect((await suggested()).destination).toBe('job-unit')
  expect(await post('reception', 'project-joined', null, { project: 'jobbspar' })).toMatchObject({
    status: 409,
    body: { problem: 'no-such-project' },
  })
  const joined = await post('reception', 'project-joined', null, { project: '100-projektet' })
  expect(joined.status).toBe(200)
  expect(await suggested()).toMatchObject({ destination: 'project', reason: expect.stringContaining('100-projektet') })
  expect(await post('caseworker', 'project-joined', null, { project: '100-projektet' })).toMatchObject({
    status: 409,
    body: { problem: 'in-a-project' },
  })
  expect((await post('caseworker', 'project-left', joined.body.sequence, {})).status).toBe(200)
  expect((await suggested()).destination).toBe('job-unit')
})

test('closing the case ends the time in the project', async () => {
  await post('caseworker', 'project-joined', null, { project: '100-projektet' })
  await post('caseworker', 'case-closed', null, { reason: 'studies' })
  const { path } = await read('caseworker')
  expect(path.projects.map(({ leftOn }) => leftOn)).toEqual(['2019-05-14', '2019-05-14'])
  const contact = { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true }
  await record('reception', 'Anna Ek', { kind: 'contact-registered', body: contact })
  expect((await suggested()).destination).toBe('job-unit')
})

test('a coach of another committee is never told of a project', async () => {
  await post('caseworker', 'project-joined', null, { project: '100-projektet' })
  await record('caseworker', 'Anna Ek', consentToAll)
  const seen = await read('coach')
  expect(seen.path.events.map(({ kind }) => kind)).toEqual(['consent-given'])
  expect(JSON.stringify(seen)).not.toContain('100-projektet')
})

test('rules that are tried count who was in the project when the way was chosen', async () => {
  const routed = { destination: 'project', suggested: 'project', rule: 'project', rulesFrom: '2006-06-01' }
  const contact = { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true }
  const at = (await read('caseworker')).sequence
  await record(
    'reception',
    'Anna Ek',
    { kind: 'contact-registered', body: contact },
    { kind: 'routed', concerns: at + 1, body: routed },
  )
  const trial = async (key: string) => {
    const rules = [{ key: 'p', reason: 'Stannar', destination: 'project', when: { project: key } }]
    const answer = await app.as('manager', { method: 'POST', url: '/api/intake/rules/trial', payload: { rules } })
    return answer.json<RulesTrial>().moved
  }
  expect(await trial('100-projektet')).toBe(0)
  expect(await trial('annat')).toBeNull()
})

test('a project is no choice for a referral, and its page counts households', async () => {
  const { choices } = (await app.as('caseworker', `/api/households/${household}/referral-choices`)).json<{
    choices: { key: string }[]
  }>()
  expect(choices.map(({ key }) => key)).toEqual(['jobbspar'])
  const households = async (role: Role) =>
    (await app.as(role, '/api/interventions/100-projektet')).json<{ households: object }>().households
  expect(await households('manager')).toEqual({ now: 1, ever: 1 })
  expect(await households('controller')).toEqual({ now: null, ever: null })
})
