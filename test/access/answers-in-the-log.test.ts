import { expect, test, vi } from 'vitest'
import { type Role, roles } from '../../src/access/permissions.ts'
import { everyRequest } from '../support/every-request.ts'
import { plantedRegister } from '../support/planted-register.ts'
import { rowsOf } from '../support/register-facts.ts'
import { women } from '../support/small-extracts.ts'
import { testApp } from '../support/test-app.ts'

/** Every household in an answer stands in the log, and nothing that tells who or what does. */
// Some two hundred requests a role, beside whatever else the machine does.
vi.setConfig({ testTimeout: 90_000 })
const app = await testApp()
const { mona, ids } = await plantedRegister(app)
const requests = everyRequest(ids, mona.person_id)

/** Every number that an answer calls a household. */
function householdsIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(householdsIn)
  if (value === null || typeof value !== 'object') return []
  const own = 'householdId' in value && typeof value.householdId === 'number' ? [value.householdId] : []
  const row = 'id' in value && 'key' in value && typeof value.id === 'number' ? [value.id] : []
  return [...own, ...row, ...Object.values(value).flatMap(householdsIn)]
}

const lastEntry = async () =>
  (await rowsOf<{ at: number }>(app, 'select coalesce(max(entry_no), 0)::integer as at from audit_entry'))[0]!.at

test.each(roles)('every household in an answer stands in the log: %s', async (role) => {
  let told = 0
  for (const request of requests) {
    const before = await lastEntry()
    const answer = await app.as(role, request)
    expect(answer.statusCode, JSON.stringify(request)).toBeLessThan(500)
    const isJson = String(answer.headers['content-type']).startsWith('application/json')
    const shown = isJson && answer.statusCode < 300 ? householdsIn(answer.json()) : []
    const logged = await rowsOf<{ household_ids: number[] }>(
      app,
      'select household_ids from audit_entry where entry_no > $1',
      [before],
    )
    const known = new Set(logged.flatMap(({ household_ids }) => household_ids.map(Number)))
    // Households that a preview names as unknown came from the one who asked.
    const asked = typeof request === 'object' && request.url.includes('assign') ? ids : []
    expect(
      shown.filter((id) => !known.has(id) && !asked.includes(id)),
      JSON.stringify(request),
    ).toEqual([])
    told += shown.length
  }
  expect(told > 0).toBe(['reception', 'caseworker', 'coach', 'manager'].includes(role))
})

test('no identity number and no free text is in the log, wherever one was typed', async () => {
  const number = women[8]!
  for (const url of [
    `/api/worklist?view=unit&unit=${number}&caseworker=${number}&search=${number}`,
    `/api/households?unit=${number}&caseworker=${number}&search=Mona%20${number}`,
    `/api/management?unit=${number}&interventions=${number}`,
    `/api/management/funnel?unit=${number}`,
  ])
    expect((await app.as('manager', url)).statusCode, url).toBeLessThan(500)
  const log = JSON.stringify(await rowsOf(app, 'select action, subject, detail from audit_entry'))
  for (const secret of ['HEMLIG', 'SKYDDAD', 'Hemligsson', 'Skog', women[8]!]) expect(log).not.toContain(secret)
})

test('a read of persons whose log cannot be written is not answered', async () => {
  await rowsOf(app, 'revoke insert on audit_entry from utfall_app')
  try {
    const pages: [Role, string][] = [
      ['caseworker', `/api/households/${mona.household_id}/path`],
      ['caseworker', `/api/households/${mona.household_id}/path/history`],
      ['caseworker', `/api/households/${mona.household_id}/path/as/JOB`],
      ['caseworker', `/api/households/${mona.household_id}/referral-choices`],
      ['caseworker', `/api/intake/households/${mona.household_id}`],
      ['caseworker', '/api/worklist'],
      ['caseworker', '/api/intake/promises'],
      ['coach', '/api/coaching/day'],
      ['coach', '/api/coaching/attendance'],
      ['coach', '/api/interventions/jobbspar/participants'],
      ['manager', '/api/management/funnel'],
      ['manager', '/api/management/contacts'],
      ['manager', '/api/weekly-table'],
    ]
    for (const [role, url] of pages) expect([url, (await app.as(role, url)).statusCode]).toEqual([url, 500])
  } finally {
    await rowsOf(app, 'grant insert on audit_entry to utfall_app')
  }
})
