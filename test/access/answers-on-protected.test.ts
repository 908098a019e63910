import { describe, expect, test, vi } from 'vitest'
import { type Role, roles } from '../../src/access/permissions.ts'
import { type Asked, everyRequest } from '../support/every-request.ts'
import { plantedRegister } from '../support/planted-register.ts'
import { rowsOf } from '../support/register-facts.ts'
import { testApp } from '../support/test-app.ts'

/** Whole answers, read as text: nothing of a household that has become protected reaches anybody. */
// Some two hundred requests a role, beside whatever else the machine does.
vi.setConfig({ testTimeout: 90_000 })
const app = await testApp()
const { mona, hidden, ids } = await plantedRegister(app)
const requests = everyRequest(ids, mona.person_id)

describe('a household with protected data', () => {
  test('is in the register with all that was told of it before', async () => {
    const rows = await rowsOf(
      app,
      "select 1 from path_event where household_id = $1 and access_scope < 0 and body::text like '%SKYDDAD%'",
      [hidden.household_id],
    )
    expect(rows.length).toBeGreaterThan(15)
  })

  test.each(roles)('is told of to nobody: %s', async (role) => {
    for (const request of requests) {
      const { body } = await app.as(role, request)
      expect(body, JSON.stringify(request)).not.toContain('SKYDDAD')
      expect(body, JSON.stringify(request)).not.toContain('Skog')
    }
  })

  test.each<Role>(['reception', 'caseworker', 'manager', 'coach'])(
    'gets %s the same answer as one that does not exist, by every address',
    async (role) => {
      const alike = async (request: (id: number) => Asked | string) => {
        const [there, nowhere] = [
          await app.as(role, request(hidden.household_id)),
          await app.as(role, request(987_654)),
        ]
        const masked = (text: string, id: number) => text.replaceAll(String(id), 'N')
        expect([there.statusCode, masked(there.body, hidden.household_id)]).toEqual([
          nowhere.statusCode,
          masked(nowhere.body, 987_654),
        ])
        expect(there.statusCode).toBeLessThan(500)
      }
      for (const each of ['path', 'path/history', 'path/viewers', 'path/as/JOB', 'outcome-check', 'referral-choices'])
        await alike((id) => `/api/households/${id}/${each}`)
      await alike((id) => `/api/households/${id}`)
      await alike((id) => `/api/intake/households/${id}`)
      await alike((id) => ({
        method: 'POST',
        url: `/api/households/${id}/events`,
        payload: {
          events: [{ kind: 'note-written', personId: null, concerns: null, on: '2019-05-14', body: { text: 'x' } }],
        },
      }))
      await alike((id) => ({
        method: 'POST',
        url: '/api/worklist/assign/preview',
        payload: { households: [id], caseworkers: [null] },
      }))
      await alike((id) => ({
        method: 'POST',
        url: '/api/worklist/assign',
        payload: { assignments: [{ householdId: id, caseworker: null, seen: 0 }] },
      }))
      await alike((id) => ({
        method: 'POST',
        url: '/api/worklist/assign/undo',
        payload: { recorded: [{ householdId: id, sequence: 1 }] },
      }))
      const draft = (householdId: number) =>
        app.as(role, { method: 'PUT', url: '/api/drafts/skyddat', payload: { householdId, body: {} } })
      expect((await draft(hidden.household_id)).body).toBe((await draft(987_654)).body)
    },
  )
})
