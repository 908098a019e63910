import { beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '../src/access/permissions.ts'
import { findSessionUser, startSession, type User } from '../src/access/sessions.ts'
import { tenantOf } from '../src/access/signed-in.ts'
import { type CoachingDay, coachingDay } from '../src/coaching/coaching-day.ts'
import { loadUnit } from '../src/coaching/load-coached.ts'
import { type Tx, withTenant } from '../src/database/transaction.ts'
import { addDemoUsers, demoToday, recordDemoCasework } from '../src/demo-casework.ts'
import { writeDemo } from '../src/demo/demo.ts'
import { wholeMunicipality } from '../src/pathway/pathway.routes.ts'
import type { PathView } from '../src/pathway/path-view.ts'
import { loadTableFacts, tableFor } from '../src/throughput/load-weekly-table.ts'
import { findLastMeeting } from '../src/throughput/weekly-table.queries.ts'
import { agendaRows, minutesOf } from '../src/throughput/weekly-table.ts'
import type { Day } from '../src/values/day.ts'
import { testApp, type TestApp } from './support/test-app.ts'

/** The lists of a day load only the ways that can be on them: held here against the same lists made from every way. */
let app: TestApp
beforeAll(async () => {
  app = await testApp()
  const { files, casework } = writeDemo({ households: 120, months: 28 })
  for (const { fileName, bytes } of files) await app.importText(fileName, bytes)
  const place = { register: app.database, municipality: app.municipality }
  await addDemoUsers(place)
  await recordDemoCasework(place, casework())
  await takeBackSome()
})

/** An answer and an ended conversation that are taken back again, so that what seems closed is open. */
async function takeBackSome(): Promise<void> {
  const day = (await app.as('coach', '/api/coaching/day')).json<CoachingDay>()
  for (const { householdId, personId, referral, kind, body } of [
    { ...day.unanswered[0]!, kind: 'referral-returned', body: { reason: 'wrong-intervention' } },
    { ...day.exits[0]!, kind: 'exit-interview', body: { state: 'declined' } },
  ]) {
    const tell = (event: object) =>
      app.as('coach', {
        method: 'POST',
        url: `/api/households/${householdId}/events`,
        payload: { events: [{ personId, on: demoToday, ...event }] },
      })
    const { sequence } = (await tell({ kind, concerns: referral, body })).json<PathView>()
    expect((await tell({ kind: 'undone', concerns: sequence, body: {} })).statusCode).toBe(200)
  }
}

async function asUser<Value>(role: Role, work: (tx: Tx, user: User) => Promise<Value>): Promise<Value> {
  const municipalityId = app.municipality.id
  const now = app.clock.now
  const user = await withTenant(app.database.app, wholeMunicipality(municipalityId), async (tx) => {
    const token = await startSession(tx, municipalityId, roles.indexOf(role) + 1, now)
    return findSessionUser(tx, municipalityId, token, now, demoToday)
  })
  return withTenant(app.database.app, tenantOf(user!), (tx) => work(tx, user!))
}

test.each(['coach', 'manager'] as const)('the day of a %s', async (role) => {
  const dayOf = (isOpenOnly: boolean) =>
    asUser(role, async (tx, user) => {
      const unit = await loadUnit(tx, user, demoToday, { monday: '2019-05-13' as Day, isOpenOnly })
      return { day: coachingDay(unit), households: unit.households.length }
    })
  const [open, every] = [await dayOf(true), await dayOf(false)]
  expect(open.day).toEqual(every.day)
  expect(open.day.unanswered.length * open.day.exits.length * open.day.ongoing.length).toBeGreaterThan(0)
  expect(open.households).toBeLessThan(every.households)
})

test('the weekly table of those who work with the households', async () => {
  const tableOf = (party: 'assistance' | 'job-unit') =>
    asUser('manager', async (tx, user) => {
      const lastMeeting = await findLastMeeting(tx, app.municipality.id, demoToday)
      const facts = await loadTableFacts(tx, user, demoToday, { lastMeeting, party })
      const table = tableFor(facts, 'assistance')
      const minutes = minutesOf(table, table, 'assistance', '2019-05-09' as Day)
      return { rows: agendaRows(table, false), minutes, households: table.households.length }
    })
  const [listed, every] = [await tableOf('assistance'), await tableOf('job-unit')]
  expect(listed.rows).toEqual(every.rows)
  expect(listed.minutes).toEqual(every.minutes)
  expect(listed.rows.length).toBeGreaterThan(0)
  expect(listed.households).toBeLessThan(every.households)
})
