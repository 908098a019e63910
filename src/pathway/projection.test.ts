import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { coachRegister } from '../../test/support/coach-register.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { Role } from '../access/permissions.ts'
import { withTenant } from '../database/transaction.ts'
import { loadEvents } from './event-store.queries.ts'
import type { PathView } from './path-view.ts'
import { wholeMunicipality } from './pathway.routes.ts'
import { project } from './projection.queries.ts'
import { replay } from './replay.ts'
import { loadWorld } from './world.ts'

const app = await testApp()
const names = ['Anna Ek', 'Berit Ask', 'Cilla Bok', 'Disa Gran', 'Elin Alm']
const { idsOf } = await coachRegister(app, names)
const { id: municipalityId } = app.municipality
const ids = names.map((name) => idsOf(name).household)

/** What follows from the events, as the database holds it. When it was made is no part of it. */
async function derived() {
  const read = (table: string) =>
    rowsOf<Record<string, unknown>>(app, `select * from ${table} order by municipality_id, household_id, sequence`)
  return { work: await read('household_work'), grounds: await read('sharing_ground'), times: await read('booked_time') }
}

/** Throws away all that follows from the events and makes it anew. */
async function rebuild(): Promise<void> {
  await withTenant(app.database.app, wholeMunicipality(municipalityId), async (tx) => {
    for (const table of ['household_work', 'sharing_ground', 'booked_time'])
      await tx.query(`delete from ${table} where municipality_id = $1`, [municipalityId])
    const scopes = await tx.query<{ household_id: number; access_scope: number }>(
      'select household_id, access_scope from household where municipality_id = $1',
      [municipalityId],
    )
    const events = await loadEvents(tx, municipalityId, 'all')
    const known = scopes.filter(({ household_id }) => events.has(household_id))
    await project(
      tx,
      municipalityId,
      known.map(({ household_id, access_scope }) => ({
        householdId: household_id,
        scope: access_scope,
        path: replay(events.get(household_id)!),
      })),
      await loadWorld(tx, municipalityId),
    )
  })
}

/** Something to say for each kind that the traffic chooses among. */
const said: Record<string, object> = {
  'contact-registered': { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true },
  routed: { destination: 'job-unit', suggested: 'job-unit', rule: 'r', rulesFrom: '2019-01-01' },
  'consent-given': { recipient: 'JOB', ground: 'consent', scopes: ['identity', 'participation'], until: '2020-01-01' },
  'meeting-cancelled': { reason: 'moved' },
  'next-step-set': { text: 'Ring', on: '2019-06-01' },
  'reminder-set': { text: 'Minns', on: '2019-06-02' },
  'note-written': { text: 'Anteckning' },
  'caseworker-assigned': { caseworker: 'Sara Lind' },
  'mapping-saved': { method: 'simplified', answers: { health: { text: 'Bra' } }, complete: true },
  'plan-saved': {
    kind: 'work',
    goals: [{ key: 'arbete', text: 'Arbete' }],
    activities: [{ key: 'cv', text: 'Skriva cv', responsible: 'person' }],
    followUpOn: '2019-07-01',
  },
  'plan-approved': { agreedByPerson: true },
  referred: { intervention: 'jobbspar', unit: 'JOB', kind: 'referred', goals: [{ key: 'work', text: 'Arbete' }] },
  'referral-returned': { reason: 'other' },
  'intervention-started': { plannedEnd: '2019-08-01' },
  'concern-raised': { text: 'Oro' },
  'concern-answered': { text: 'Svar' },
  'intervention-ended': { reason: 'completed', outcome: 'work', goals: [{ goal: 'work', state: 'reached' }] },
  'case-closed': { reason: 'other' },
}
const bodyOf = (kind: string, at: number): object =>
  kind === 'meeting-booked'
    ? {
        unit: 'NORD',
        coach: 3,
        at: `2019-05-${String(15 + (at % 14))}T${String(8 + (at % 9)).padStart(2, '0')}:00`,
        minutes: 45,
      }
    : (said[kind] ?? {})

/** What is told of a household that is new each run, chosen among what is offered. */
async function traffic(name: string, choices: readonly number[]): Promise<number> {
  const { household } = idsOf(name)
  let told = 0
  for (const [at, choice] of choices.entries()) {
    const role: Role = choice % 3 === 0 ? 'manager' : 'caseworker'
    const { offers } = (await app.as(role, `/api/households/${household}/path`)).json<PathView>()
    const wanted = offers.filter(
      ({ kind }) =>
        kind in said ||
        kind === 'meeting-booked' ||
        kind === 'meeting-held' ||
        (kind === 'undone' && choice % 5 === 0) ||
        kind.startsWith('referral-a') ||
        kind === 'consent-withdrawn',
    )
    const offer = wanted[choice % wanted.length]!
    const { from: _, ...begun } = offer
    const event = { ...begun, on: '2019-05-14', body: bodyOf(offer.kind, at + choice) }
    const answer = await app.as(role, {
      method: 'POST',
      url: `/api/households/${household}/events`,
      payload: { events: [event] },
    })
    expect(answer.statusCode, answer.body).toBeLessThan(500)
    if (answer.statusCode === 200) told += 1
  }
  return told
}

test('after any traffic, what lists are made of is what the events make anew', { timeout: 120_000 }, async () => {
  let told = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(100_000), { minLength: 20, maxLength: 30 }),
      fc.constantFrom(...names),
      async (choices, name) => {
        told += await traffic(name, choices)
        const before = await derived()
        await rebuild()
        expect(await derived()).toEqual(before)
      },
    ),
    { numRuns: 8, seed: 20190514 },
  )
  expect(told).toBeGreaterThan(60)
  const { work, grounds, times } = await derived()
  expect([work.length, grounds.length, times.length].every((count) => count > 0)).toBe(true)
})

test('the log that cannot be written leaves nothing of a bulk behind', async () => {
  const before = [await rowsOf(app, 'select count(*) from path_event'), await derived()]
  const owner = (text: string) => rowsOf(app, text)
  await owner('revoke insert on audit_entry from utfall_app')
  const preview = await app.as('caseworker', {
    method: 'POST',
    url: '/api/worklist/assign',
    payload: { assignments: ids.map((householdId) => ({ householdId, caseworker: null, seen: 10_000 })) },
  })
  await owner('grant insert on audit_entry to utfall_app')
  expect(preview.statusCode).toBe(500)
  expect([await rowsOf(app, 'select count(*) from path_event'), await derived()]).toEqual(before)
})

test('a connection that is killed in the middle of a bulk leaves nothing half, and the next one works', async () => {
  await app.as('caseworker', '/api/worklist')
  const before = [await rowsOf(app, 'select count(*) from path_event'), await derived()]
  const holder = await app.database.owner.connect()
  await holder.query('begin')
  // The bulk has written all and waits for its place in the log when it is killed.
  await holder.query('select from audit_head for update')
  const bulk = app.as('caseworker', {
    method: 'POST',
    url: '/api/worklist/assign',
    payload: { assignments: ids.map((householdId) => ({ householdId, caseworker: null, seen: 10_000 })) },
  })
  // Asked in a transaction of its own each time: within one the list of activity stands still.
  const kill = () =>
    rowsOf(
      app,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and wait_event_type = 'Lock'`,
    )
  try {
    await vi.waitFor(async () => expect(await kill()).toHaveLength(1), { timeout: 5000 })
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  expect((await bulk).statusCode).toBe(500)
  expect([await rowsOf(app, 'select count(*) from path_event'), await derived()]).toEqual(before)
  expect((await app.as('caseworker', '/api/worklist')).statusCode).toBe(200)
})
