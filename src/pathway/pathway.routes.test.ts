import { expect, test } from 'vitest'
import { adult, households, men, women } from '../../test/support/small-extracts.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { importTwoCommittees } from '../../test/support/two-committees.ts'
import type { PathView } from './path-view.ts'

const app = await testApp()
await importTwoCommittees(app)
await app.importText('hushall.csv', households(adult('H1', women[0]!), adult('H2', men[0]!)))
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
