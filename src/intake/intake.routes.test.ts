import { beforeEach, expect, test } from 'vitest'
import { rowsOf } from '../../test/support/register-facts.ts'
import { adult, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Role } from '../access/permissions.ts'
import type { PathView } from '../pathway/path-view.ts'
import { lockRegister } from '../register/lock-register.ts'
import type { Desk, Hit, LookUp, Promises } from './intake-view.ts'
import type { Suggestion } from './suggest-route.ts'

const app = await testApp()
const organisation = [
  'Enhetskod;Enhet;Överordnad enhet;Från;Till',
  'SOC;Socialförvaltningen;;2000-01;',
  'NORD;Nord;SOC;2000-01;',
  'SYD;Syd;SOC;2000-01;',
  'VIA;Viadidaktförvaltningen;;2000-01;',
  'JOB;Jobbtorg;VIA;2000-01;',
  '',
].join('\r\n')
await app.importText('enheter.csv', organisation)
const known = [
  adult('H1', women[0]!, { name: 'Anna Ek' }),
  adult('H2', men[0]!, { name: 'Bo Skyddad', protection: 'Sekretessmarkering' }),
  adult('H3', women[1]!, { name: 'Cia Syd', unit: 'SYD' }),
]
await app.importText('hushall.csv', households(...known))

const post = async <Answer>(role: Role | null, url: string, payload: object) => {
  const answer = await app.as(role, { method: 'POST', url, payload })
  return { status: answer.statusCode, body: answer.json() as Answer & { problem?: string; text?: string } }
}
const get = async <Answer>(role: Role, url: string): Promise<Answer> => (await app.as(role, url)).json() as Answer
const lookUp = async (search: string, role: Role = 'reception') =>
  (await post<LookUp>(role, '/api/intake/lookup', { search })).body
const create = (identityNumber: string, { name = 'Dan Ny', unit = 'NORD', role = 'reception' as Role } = {}) =>
  post<{ householdId: number }>(role, '/api/intake/households', { identityNumber, name, unit })

const idOf = async (key: string): Promise<number> =>
  (await rowsOf<{ household_id: number }>(app, 'select household_id from household where source_key = $1', [key]))[0]!
    .household_id
const path = (id: number, role: Role = 'reception') => get<PathView>(role, `/api/households/${id}/path`)

type Sent = { kind: string; concerns?: number | null; body: object; on?: string }
async function record(id: number, events: Sent[], role: Role = 'reception') {
  const view = await path(id, role)
  return post<PathView>(role, `/api/households/${id}/events`, {
    seen: view.sequence,
    events: events.map((event) => ({
      personId: view.members[0]!.id,
      on: view.today,
      ...event,
      concerns: event.concerns === undefined || event.concerns === null ? null : view.sequence + event.concerns,
    })),
  })
}

const contact = { channel: 'phone', subjects: ['job-loss'], expectedDuration: 'long', unemployed: true }
const routed = { destination: 'job-unit', suggested: 'job-unit', rule: 'full-ability', rulesFrom: '2006-06-01' }
const consent = { recipient: 'JOB', ground: 'consent', scopes: ['identity'], until: '2020-05-14' }
const hours = (weekday: number) => ({
  coach: 3,
  name: 'Test coach',
  unit: 'JOB',
  minutes: 60,
  weekly: [{ weekday, from: '09:00', until: '11:00' }],
  away: [],
})
let hoursVersion = 0
const saveHours = async (weekday: number) => {
  const answer = await app.as('manager', {
    method: 'PUT',
    url: '/api/catalogue/coach-hours/coach-3',
    payload: { seen: hoursVersion, body: hours(weekday) },
  })
  expect(answer.statusCode).toBe(200)
  hoursVersion += 1
}

/** The clock moves on, and nobody's sign-in runs out. */
async function moveTo(day: string): Promise<void> {
  await inTransaction(app.database.owner, (tx) => tx.execute("update session set expires_at = 'infinity'"))
  app.clock.now = new Date(`${day}T08:00:00Z`)
}

beforeEach(() => app.limitTo('caseworker', ['NORD']))

test('an identity number finds the household and its person, and stands in no log', async () => {
  const found = await lookUp(women[0]!)
  expect(found).toMatchObject({ kind: 'found', hits: [{ key: 'H1', name: 'Anna Ek', isCaseOpen: false }] })
  expect(JSON.stringify(found)).not.toContain(women[0]!.slice(-4))
  const log = await rowsOf(app, 'select subject, detail::text from audit_entry')
  expect(JSON.stringify(log)).not.toContain(women[0]!.slice(-8))
})

test('a name finds the household, and is not logged', async () => {
  expect(await lookUp('anna')).toMatchObject({ kind: 'found', hits: [{ key: 'H1', personId: null }] })
  const log = await rowsOf(app, "select detail from audit_entry where action = 'contact-looked-up'")
  expect(JSON.stringify(log)).not.toContain('anna')
})

test('of a protected household reception is told that it cannot be shown, and nothing else', async () => {
  expect(await lookUp(men[0]!)).toEqual({ kind: 'hidden' })
  expect(await lookUp('Skyddad')).toEqual({ kind: 'nothing', isNumber: false })
  expect((await create(men[0]!)).body).toMatchObject({ problem: 'already-known' })
})

test('who works with one unit is told no more of another unit than of a protected household', async () => {
  expect(await lookUp(women[1]!, 'caseworker')).toEqual({ kind: 'hidden' })
})

test('a number with a slip in it is said to be no number', async () => {
  const wrong = women[5]!.slice(0, -1) + ((Number(women[5]!.at(-1)) + 1) % 10)
  expect(await lookUp(wrong)).toEqual({ kind: 'nothing', isNumber: true })
  expect(await create(wrong)).toMatchObject({ status: 400, body: { problem: 'not-an-identity-number' } })
})

test('a new person becomes a household that the lists show, once', async () => {
  expect(await lookUp(men[1]!)).toEqual({ kind: 'unknown-person' })
  const made = await create(men[1]!, { name: 'Dan Ny' })
  expect(made.status).toBe(200)
  const id = made.body.householdId
  expect(await lookUp(men[1]!)).toMatchObject({ kind: 'found', hits: [{ householdId: id, unitCode: 'NORD' }] })
  expect(await get('reception', `/api/households?search=dan`)).toMatchObject({
    total: 1,
    rows: [{ id, name: 'Dan Ny' }],
  })
  expect((await path(id)).members).toMatchObject([{ name: 'Dan Ny', role: 'mainApplicant', gender: 'man' }])
  expect(await create(men[1]!)).toMatchObject({ status: 409, body: { problem: 'already-known' } })
})

test('a caseworker makes households for the own units only', async () => {
  expect(await create(men[2]!, { unit: 'SYD', role: 'caseworker' })).toMatchObject({
    status: 403,
    body: { problem: 'not-your-unit' },
  })
  expect(await create(men[2]!, { unit: 'INGEN' })).toMatchObject({ status: 400, body: { problem: 'no-such-unit' } })
})

test('a contact, its way, the consent and the booking are recorded in one go, or not at all', async () => {
  const id = await idOf('H1')
  const events: Sent[] = [
    { kind: 'contact-registered', body: contact },
    { kind: 'work-ability-assessed', body: { assessor: 'physician', ability: 'full' } },
    { kind: 'work-ability-assessed', body: { assessor: 'own', ability: 'reduced' } },
    { kind: 'routed', concerns: 1, body: { ...routed, suggested: 'caseworker' } },
    { kind: 'meeting-booked', concerns: 1, body: { unit: 'JOB', coach: 3, at: '2019-05-20T09:00', minutes: 60 } },
  ]
  expect(await record(id, events)).toMatchObject({ status: 409, body: { problem: 'reason-needed' } })
  events[3] = { ...events[3]!, body: { ...routed, suggested: 'caseworker', overrideReason: 'Vill börja direkt' } }
  expect(await record(id, events)).toMatchObject({ status: 409, body: { problem: 'no-ground-to-share' } })
  expect((await path(id)).sequence).toBe(0)
  events.splice(4, 0, { kind: 'consent-given', body: consent })
  const done = await record(id, events)
  expect(done.status).toBe(200)
  expect(done.body.path.contacts[0]!.routed?.body.destination).toBe('job-unit')
  expect(done.body.path.assessments.map(({ body }) => body.ability)).toEqual(['full', 'reduced'])
})

test('events that refer to one another are refused when somebody else has recorded in between', async () => {
  const id = await idOf('H3')
  const view = await path(id)
  const events = [
    { kind: 'contact-registered', body: contact },
    { kind: 'routed', concerns: 1, body: routed },
  ].map((event) => ({ concerns: null, personId: view.members[0]!.id, on: view.today, ...event }))
  const send = (role: Role) => post<PathView>(role, `/api/households/${id}/events`, { seen: view.sequence, events })
  expect((await send('reception')).status).toBe(200)
  expect(await send('manager')).toMatchObject({ status: 409, body: { problem: 'changed-since' } })
})

test('the desk shows free times on working days, without those that are taken', async () => {
  await saveHours(0)
  const { times, units } = await get<Desk>('reception', '/api/intake/desk')
  expect(times.map(({ at }) => at).slice(0, 3)).toEqual(['2019-05-20T10:00', '2019-05-27T09:00', '2019-05-27T10:00'])
  expect(units.find(({ code }) => code === 'JOB')).toMatchObject({ committee: 'VIA', hasHouseholds: false })
})

test('the suggestion follows the rules of the day', async () => {
  const suggest = (facts: object) =>
    post<Suggestion>('reception', '/api/intake/suggestion', {
      expectedDuration: 'long',
      unemployed: true,
      age: 40,
      abilities: [],
      projects: [],
      ...facts,
    })
  expect((await suggest({ age: 24 })).body).toMatchObject({ destination: 'employment-consultant' })
  expect((await suggest({})).body).toEqual({
    destination: 'caseworker',
    rule: '',
    reason: null,
    rulesFrom: '2006-06-01',
  })
  const rule = { key: 'alla', reason: 'Alla till jobbtorg', destination: 'job-unit', when: {} }
  const saved = await app.as('administrator', {
    method: 'PUT',
    url: '/api/catalogue/routing-rules/routing',
    payload: { seen: 0, body: { from: '2019-05-15', rules: [rule] } },
  })
  expect(saved.statusCode).toBe(200)
  expect((await suggest({})).body.destination).toBe('caseworker')
  await moveTo('2019-05-15')
  expect((await suggest({})).body).toMatchObject({ destination: 'job-unit', rulesFrom: '2019-05-15' })
  await moveTo('2019-05-14')
})

test('a promise that was broken stays on the list until it has a cause', async () => {
  const promises = async () => (await get<Promises>('reception', '/api/intake/promises')).rows
  const mine = async () => (await promises()).find(({ key }) => key === 'H3')
  expect(await mine()).toMatchObject({ state: 'waiting', promisedBy: '2019-05-21', daysLeft: 7, workingDaysLeft: 5 })
  expect((await mine())!.units.toSorted()).toEqual(['NORD', 'SOC', 'SYD'])
  await saveHours(2)
  await moveTo('2019-05-20')
  expect(await mine()).toMatchObject({ state: 'will-break' })
  await moveTo('2019-05-22')
  const broken = (await mine())!
  expect(broken).toMatchObject({ state: 'broken', daysLeft: -1, meeting: null })
  const explained = await post<PathView>('reception', `/api/households/${broken.householdId}/events`, {
    events: [
      {
        kind: 'promise-explained',
        concerns: broken.contactId,
        personId: broken.personId,
        on: '2019-05-22',
        body: { cause: 'no-free-time' },
      },
    ],
  })
  expect(explained.status).toBe(200)
  expect(await mine()).toBeUndefined()
  await moveTo('2019-05-14')
})

test('rules are tried against past contacts in counts, and small ones are not told', async () => {
  const rules = [{ key: 'alla', reason: 'Alla stannar', destination: 'reception', when: {} }]
  const trial = await post<object>('administrator', '/api/intake/rules/trial', { rules })
  expect(trial.body).toMatchObject({ contacts: null, moved: null, moves: [{ from: null, to: null, count: null }] })
  expect((await post('reception', '/api/intake/rules/trial', { rules })).status).toBe(403)
})

test('when the case system brings the person, the way follows into its household, whichever file came first', async () => {
  const made = (await create(men[4]!, { name: 'Eva Egen' })).body.householdId
  expect((await record(made, [{ kind: 'contact-registered', body: contact }])).status).toBe(200)
  await app.importText('betalningar.csv', payments('U9;H9;2019-05;2019-05-25;5000,00;Försörjningsstöd'))
  const { importId } = await app.importText('fler.csv', households(adult('H9', men[4]!, { name: 'Eva Egen' })))

  const found = (await lookUp(men[4]!)) as { hits: Hit[] }
  expect(found.hits.map(({ key }) => key)).toEqual(['H9'])
  expect(found.hits[0]!.isCaseOpen).toBe(true)
  expect((await path(await idOf('H9'))).path.contacts).toHaveLength(1)
  expect((await lookUp('Eva Egen')) as { hits: Hit[] }).toMatchObject({ hits: [{ key: 'H9' }] })

  expect((await app.as('controller', { method: 'POST', url: `/api/imports/${importId}/undo` })).statusCode).toBe(204)
  expect((await lookUp(men[4]!)) as { hits: Hit[] }).toMatchObject({ hits: [{ householdId: made, isCaseOpen: true }] })
  expect((await path(made)).path.contacts).toHaveLength(1)
})

test('while a file is read in nobody waits for minutes, and nothing is made', async () => {
  await inTransaction(app.database.owner, async (tx) => {
    await lockRegister(tx, app.municipality.id)
    expect(await create(men[6]!)).toMatchObject({ status: 409, body: { problem: 'register-busy' } })
  })
  expect(await lookUp(men[6]!)).toEqual({ kind: 'unknown-person' })
})

test('a time that comes too late gives way to an earlier one in one go', async () => {
  const id = await idOf('H1')
  const [late] = (await path(id)).path.meetings
  const moved = await post<PathView>('reception', `/api/households/${id}/events`, {
    events: [
      { kind: 'meeting-cancelled', concerns: late!.id, body: { reason: 'moved' } },
      { kind: 'meeting-booked', concerns: 1, body: { unit: 'JOB', coach: 3, at: '2019-05-16T09:00', minutes: 60 } },
    ].map((event) => ({ personId: late!.personId, on: '2019-05-14', ...event })),
  })
  expect(moved.status).toBe(200)
  expect(moved.body.path.meetings.map(({ state }) => state.kind)).toEqual(['cancelled', 'booked'])
  const { rows } = await get<Promises>('reception', '/api/intake/promises')
  expect(rows.find(({ key }) => key === 'H1')).toMatchObject({ state: 'booked', meeting: { at: '2019-05-16T09:00' } })
  expect(rows.find(({ key }) => key === 'H1')!.units.toSorted()).toEqual(['JOB', 'NORD', 'SOC', 'SYD'])
})

test('whoever has no business at the counter is refused', async () => {
  expect((await app.as('coach', '/api/intake/desk')).statusCode).toBe(403)
  expect((await post('board', '/api/intake/lookup', { search: 'Ek' })).status).toBe(403)
  expect((await post(null, '/api/intake/lookup', { search: 'Ek' })).status).toBe(401)
})
