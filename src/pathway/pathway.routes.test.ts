import { expect, test } from 'vitest'
import { adult, households, men, women } from '../../test/support/small-extracts.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { importTwoCommittees } from '../../test/support/two-committees.ts'
import type { PathView } from './path-view.ts'

const app = await testApp()
await importTwoCommittees(app, 'KONS;Arbetskonsulenter;SOC;2000-01;')
await app.importText('hushall.csv', households(adult('H1', women[0]!), adult('H2', men[0]!), adult('H3', women[1]!)))
await app.limitTo('coach', ['JOB'])
await app.limitTo('caseworker', ['NORD'])

const idOf = async (key: string): Promise<number> =>
  (await rowsOf<{ household_id: number }>(app, 'select household_id from household where source_key = $1', [key]))[0]!
    .household_id
const household = await idOf('H1')
const read = (role: 'coach' | 'caseworker' | 'reception', id = household) => app.as(role, `/api/households/${id}/path`)
const record = (role: 'coach' | 'caseworker' | 'reception', event: object, id = household) =>
  app.as(role, {
    method: 'POST',
    url: `/api/households/${id}/events`,
    payload: { events: [{ concerns: null, on: '2019-05-14', ...event }] },
  })

const person = ((await read('caseworker')).json() as PathView).members[0]!.id

test('a coach of another committee is told nothing of a household until a ground is recorded', async () => {
  expect((await read('coach')).statusCode).toBe(404)
  const contact = {
    channel: 'phone',
    subjects: ['job-loss'],
    expectedDuration: 'long',
    unemployed: true,
    note: 'hemlig',
  }
  expect((await record('reception', { kind: 'contact-registered', personId: person, body: contact })).statusCode).toBe(
    200,
  )
  const meeting = {
    kind: 'meeting-booked',
    personId: person,
    concerns: 1,
    body: { unit: 'JOB', coach: 3, at: '2019-05-16T09:00', minutes: 45 },
  }
  expect((await record('reception', meeting)).json()).toMatchObject({ problem: 'no-ground-to-share' })

  const consent = { recipient: 'JOB', ground: 'consent', scopes: ['identity', 'mapping'], until: '2020-05-14' }
  expect((await record('caseworker', { kind: 'consent-given', personId: person, body: consent })).statusCode).toBe(200)
  expect((await record('reception', meeting)).statusCode).toBe(200)

  const seen = (await read('coach')).json() as PathView
  expect(seen.path.events.map(({ kind }) => kind)).toEqual(['consent-given', 'meeting-booked'])
  expect(JSON.stringify(seen)).not.toContain('hemlig')
  expect(seen.members).toMatchObject([{ id: person, name: 'Namn H1' }])
  expect((await record('coach', { kind: 'meeting-held', personId: person, concerns: 3, body: {} })).statusCode).toBe(
    200,
  )
})

test('a ground that is withdrawn closes the household the same minute', async () => {
  expect(
    (await record('caseworker', { kind: 'consent-withdrawn', personId: person, concerns: 2, body: {} })).statusCode,
  ).toBe(200)
  expect((await read('coach')).statusCode).toBe(404)
})

test('what is not offered is refused with its reason', async () => {
  const view = (await read('caseworker')).json() as PathView
  expect(view.offers.some(({ kind }) => kind === 'meeting-held')).toBe(false)
  const again = await record('caseworker', { kind: 'meeting-held', personId: person, concerns: 3, body: {} })
  expect([again.statusCode, again.json()]).toMatchObject([409, { problem: 'meeting-not-open' }])
})

test('nobody is booked with somebody who is no coach, or has left', async () => {
  const second = await idOf('H2')
  const other = (await read('caseworker', second)).json<PathView>().members[0]!.id
  const booking = (coach: number) =>
    record(
      'caseworker',
      {
        kind: 'meeting-booked',
        personId: other,
        body: { unit: 'NORD', coach, at: '2019-05-17T09:00', minutes: 45 },
      },
      second,
    )
  expect((await booking(2)).json()).toMatchObject({ problem: 'no-such-coach', text: expect.stringContaining('coach') })
  expect((await booking(99)).json()).toMatchObject({ problem: 'no-such-coach' })
  await app.database.owner.query('update app_user set active = false where user_id = 3')
  expect((await booking(3)).json()).toMatchObject({ problem: 'no-such-coach' })
  await app.database.owner.query('update app_user set active = true where user_id = 3')
  expect((await booking(3)).statusCode).toBe(200)
})

test('a referral within the committee opens the household to the unit it was sent to, until the day after it ends', async () => {
  const id = await idOf('H3')
  const { members } = (await read('caseworker', id)).json<PathView>()
  const said = (role: 'coach' | 'caseworker', kind: string, concerns: number | null, body: object) =>
    record(role, { kind, concerns, personId: members[0]!.id, body }, id)
  await app.as('manager', {
    method: 'PUT',
    url: '/api/catalogue/intervention/stod',
    payload: { seen: 0, body: support },
  })
  await app.limitTo('coach', ['KONS'])
  expect((await read('coach', id)).statusCode).toBe(404)
  const goals = [{ key: 'g', text: 'Mål' }]
  const referral = { intervention: 'stod', unit: 'KONS', kind: 'referred', goals }
  expect((await said('caseworker', 'referred', null, referral)).statusCode).toBe(200)
  expect((await said('caseworker', 'not-referred', null, { reason: 'other' })).statusCode).toBe(200)

  const seen = (await read('coach', id)).json<PathView>()
  expect(seen.members).toMatchObject([{ name: 'Namn H3' }])
  expect(seen.path.events.map(({ kind }) => kind)).toEqual(['referred'])
  expect(seen.open).toContainEqual({ personId: members[0]!.id, scope: 'mapping', until: null })
  expect((await app.as('coach', '/api/households')).statusCode).toBe(403)
  for (const kind of ['referral-accepted', 'intervention-started'])
    expect((await said('coach', kind, 1, {})).statusCode).toBe(200)

  await app.limitTo('coach', ['JOB'])
  expect((await read('coach', id)).statusCode).toBe(404)
  await app.limitTo('coach', ['KONS'])
  const end = { reason: 'completed', outcome: 'work', goals: [{ goal: 'g', state: 'achieved' }] }
  expect((await said('coach', 'intervention-ended', 1, end)).statusCode).toBe(200)
  expect((await said('coach', 'exit-interview', 1, { state: 'declined' })).statusCode).toBe(200)
  await app.database.owner.query("update session set expires_at = 'infinity'")
  app.clock.now = new Date('2019-05-15T08:00:00Z')
  expect((await read('coach', id)).statusCode).toBe(404)
})

const support = {
  ...{ name: 'Stöd', purpose: '', targetGroup: '', kind: 'guidance', provider: 'Kommunen', unit: 'KONS' },
  ...{ places: null, weeks: null, price: { model: 'free', ore: 0 }, goals: [{ key: 'g', text: 'Mål' }] },
  ...{ priority: 4, from: '2018-01-01', until: null },
}

test('what is recorded just after midnight in Sweden can be undone all that day, and not the day after', async () => {
  await rowsOf(app, `update session set expires_at = '2019-06-01'`)
  const id = await idOf('H2')
  const undone = async () => {
    app.clock.now = new Date('2019-05-14T22:30:00Z')
    const note = { kind: 'note-written', personId: null, on: '2019-05-10', body: { text: 'Ring' } }
    const { path } = (await record('caseworker', note, id)).json() as PathView
    return { kind: 'undone', personId: null, concerns: path.sequence, body: {} }
  }
  const sameDay = await undone()
  app.clock.now = new Date('2019-05-15T20:00:00Z')
  expect((await record('caseworker', { ...sameDay, on: '2019-05-15' }, id)).statusCode).toBe(200)
  const dayAfter = await undone()
  app.clock.now = new Date('2019-05-15T22:30:00Z')
  expect((await record('caseworker', { ...dayAfter, on: '2019-05-16' }, id)).json()).toMatchObject({
    problem: 'not-yours-to-undo',
  })
})

test('a closing before what was done later is refused by name, and the first day that will do is offered', async () => {
  const id = await idOf('H2')
  const closing = { kind: 'case-closed', personId: null, on: '2019-05-09', body: { reason: 'other' } }
  const refused = await record('caseworker', closing, id)
  expect([refused.statusCode, refused.json()]).toEqual([
    409,
    {
      problem: 'before-what-it-goes-on',
      text: 'Dagen ligger före ”Möte bokat” den 2019-05-14. Välj den dagen eller en senare.',
    },
  ])
  const { offers } = (await read('caseworker', id)).json() as PathView
  expect(offers.find(({ kind }) => kind === 'case-closed')).toMatchObject({ from: '2019-05-14' })
  expect((await record('caseworker', { ...closing, on: '2019-05-14' }, id)).statusCode).toBe(200)
})
