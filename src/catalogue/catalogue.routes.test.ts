import { expect, test } from 'vitest'
import { coachRegister } from '../../test/support/coach-register.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { Role } from '../access/permissions.ts'

const app = await testApp()
await coachRegister(app, ['Anna Ek'])

const put = (role: Role, kind: string, key: string, body: object, seen = 0) =>
  app.as(role, { method: 'PUT', url: `/api/catalogue/${kind}/${key}`, payload: { seen, body } })

const group = { intervention: 'jobbspar', name: 'Höstgruppen', start: '2019-09-02', end: '2019-12-21', places: 12 }
const hours = { coach: 3, name: 'Test coach', unit: 'JOB', minutes: 60, weekly: [], away: [] }
const otherUnits = {
  ...{ name: 'Annat', purpose: '', targetGroup: '', kind: 'guidance', provider: 'Nord', unit: 'NORD' },
  ...{ places: null, weeks: null, price: { model: 'free', ore: 0 }, goals: [{ key: 'g', text: 'Mål' }] },
  ...{ priority: 4, from: '2018-01-01', until: null },
}
await put('manager', 'intervention', 'annat', otherUnits)
await put('manager', 'group', 'annans', { ...group, intervention: 'annat' })

test('a coach changes the groups of the own unit, and a manager those of all', async () => {
  expect((await put('coach', 'group', 'host', group)).statusCode).toBe(200)
  expect((await put('coach', 'group', 'host', { ...group, places: 10 }, 1)).statusCode).toBe(200)
  expect((await put('manager', 'group', 'annans', { ...group, intervention: 'annat', places: 3 }, 1)).statusCode).toBe(
    200,
  )
})

test.each([
  ['adds to another unit’s intervention', 'ny', { ...group, intervention: 'annat' }, 0],
  ['adds to an intervention that is not there', 'ny', { ...group, intervention: 'saknas' }, 0],
  ['takes over another unit’s group', 'annans', group, 2],
  ['gives the own group away', 'host', { ...group, intervention: 'annat' }, 2],
])('a coach never %s', async (_, key, body, seen) => {
  const answer = await put('coach', 'group', key, body, seen)
  expect([answer.statusCode, answer.json()]).toEqual([
    403,
    { problem: 'not-your-group', text: expect.stringContaining('annan enhet') },
  ])
})

test('a coach changes the own hours and nobody else’s', async () => {
  expect((await put('coach', 'coach-hours', 'coach-3', hours)).statusCode).toBe(200)
  const refused = { problem: 'not-your-hours', text: expect.stringContaining('egna tider') }
  expect((await put('coach', 'coach-hours', 'coach-8', { ...hours, coach: 8 })).json()).toEqual(refused)
  expect((await put('coach', 'coach-hours', 'coach-8', hours)).json()).toEqual(refused)
  expect((await put('coach', 'coach-hours', 'coach-3', { ...hours, unit: 'NORD' }, 1)).json()).toEqual(refused)
  expect((await put('administrator', 'coach-hours', 'coach-8', { ...hours, coach: 8 })).statusCode).toBe(200)
})

test('what a coach may not save is not offered', async () => {
  const mayEditGroups = async (role: Role, key: string) =>
    (await app.as(role, `/api/interventions/${key}`)).json<{ mayEditGroups: boolean }>().mayEditGroups
  expect(await mayEditGroups('coach', 'jobbspar')).toBe(true)
  expect(await mayEditGroups('coach', 'annat')).toBe(false)
  expect(await mayEditGroups('manager', 'annat')).toBe(true)
  expect(await mayEditGroups('caseworker', 'jobbspar')).toBe(false)
})
