import { expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { adult, households, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'

const app = await testApp()
await app.importText('hushall.csv', households(adult('H1', women[0]!, { unit: 'NORD' })))
const [household] = await rowsOf<{ household_id: number }>(app, 'select household_id from household')
const id = household!.household_id
const url = `/api/drafts/note-${id}`
const save = (role: Role, text: string) =>
  app.as(role, { method: 'PUT', url, payload: { householdId: id, body: { text } } })
const read = async (role: Role) => (await app.as(role, url)).json<{ draft: { body: object; savedAt: string } | null }>()

test('what is saved last is what comes back', async () => {
  expect(await read('caseworker')).toEqual({ draft: null })
  expect((await save('caseworker', 'Första')).json()).toEqual({ savedAt: '2019-05-14T08:00:00.000Z' })
  app.clock.now = new Date('2019-05-14T08:01:00Z')
  await save('caseworker', 'Andra')
  expect(await read('caseworker')).toEqual({ draft: { body: { text: 'Andra' }, savedAt: '2019-05-14T08:01:00.000Z' } })
})

test('a draft is its writer’s own, also when another writes under the same name', async () => {
  expect(await read('manager')).toEqual({ draft: null })
  await save('manager', 'Chefens')
  await app.as('manager', { method: 'DELETE', url })
  expect(await read('manager')).toEqual({ draft: null })
  expect((await read('caseworker')).draft?.body).toEqual({ text: 'Andra' })
})

test('the log says that a draft was begun and read, never what it says, and not each keystroke', async () => {
  const log = await rowsOf<{ action: string; detail: object; household_ids: number[] }>(
    app,
    "select action, detail, household_ids from audit_entry where action like 'draft-%' and user_id = 2 order by entry_no",
  )
  expect(log.map(({ action }) => action)).toEqual(['draft-begun', 'draft-read', 'draft-read'])
  expect(log.every(({ detail }) => JSON.stringify(detail) === '{}')).toBe(true)
  expect(log.every(({ household_ids }) => household_ids.length === 1 && Number(household_ids[0]) === id)).toBe(true)
})

test('a household that is closed to the user closes the draft about it', async () => {
  await app.limitTo('caseworker', ['SYD'])
  expect(await read('caseworker')).toEqual({ draft: null })
  expect((await save('caseworker', 'Tredje')).statusCode).toBe(404)
  await app.limitTo('caseworker', ['NORD'])
  expect((await read('caseworker')).draft?.body).toEqual({ text: 'Andra' })
})

test('a draft about nobody yet needs no household', async () => {
  const payload = { householdId: null, body: { channel: 'phone' } }
  expect((await app.as('reception', { method: 'PUT', url: '/api/drafts/contact', payload })).statusCode).toBe(200)
  expect((await app.as('reception', '/api/drafts/contact')).json()).toMatchObject({ draft: { body: payload.body } })
})

test('a name of a draft is a name, not a text', async () => {
  expect((await app.as('caseworker', '/api/drafts/anna%20ek')).statusCode).toBe(400)
})
