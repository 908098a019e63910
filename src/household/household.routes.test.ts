import { expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { withTenant } from '../database/transaction.ts'
import type { PathView } from '../pathway/path-view.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { adult, households, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { importTwoCommittees } from '../../test/support/two-committees.ts'
import type { HouseholdHistory } from './household-history.ts'
import type { SeenBy, SeenField } from './seen-by.ts'

const app = await testApp()
await importTwoCommittees(app)
await app.importText('hushall.csv', households(adult('H1', women[0]!), adult('H2', women[1]!)))
await app.importText('utbetalningar.csv', payments('U1;H1;2019-01;2019-01-25;5000,00;Försörjningsstöd'))
await app.limitTo('coach', ['JOB'])

const [row] = await rowsOf<{ household_id: number }>(app, "select household_id from household where source_key = 'H1'")
const id = row!.household_id
const read = async <Answer>(role: Role, part = '') =>
  (await app.as(role, `/api/households/${id}/path${part}`)).json<Answer>()
const person = (await read<PathView>('caseworker')).members[0]!.id
const post = (role: Role, events: object[], seen?: number) =>
  app.as(role, {
    method: 'POST',
    url: `/api/households/${id}/events`,
    payload: {
      events: events.map((event) => ({ personId: person, concerns: null, on: '2019-05-14', ...event })),
      ...(seen !== undefined && { seen }),
    },
  })
const say = async (role: Role, ...events: object[]): Promise<PathView> => {
  const answer = await post(role, events)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

const mapping = (text: string, concerns: number | null = null) => ({
  kind: 'mapping-saved',
  concerns,
  body: { method: 'simplified', answers: { halsa: { text } }, complete: false },
})
const consent = (scopes: string[], recipient = 'JOB') => ({
  kind: 'consent-given',
  body: { recipient, ground: 'consent', scopes, until: '2020-05-14' },
})

await say(
  'caseworker',
  { kind: 'note-written', personId: null, body: { text: 'hemlig anteckning' } },
  { kind: 'work-ability-assessed', body: { assessor: 'physician', ability: 'reduced', comment: 'hemligt intyg' } },
  mapping('hemlig hälsa'),
  { kind: 'plan-saved', body: { kind: 'work', goals: [{ key: 'r1', text: 'Arbete' }], activities: [] } },
)

test('a coach is sent exactly what the matrix says that the coach is shown', async () => {
  await say('caseworker', consent(['identity', 'plan']))
  const { fields, members } = await read<SeenBy>('caseworker', '/as/JOB')
  const coach = await read<PathView>('coach')
  const count = (kind: SeenField['field']) => coach.path.events.filter((event) => event.kind === kind).length
  for (const { field, shown } of fields.filter(({ field }) => field !== 'identity' && field !== 'register'))
    expect([field, count(field)]).toEqual([field, shown])
  expect(coach.members).toEqual(members)
  expect(fields.filter(({ shown }) => shown > 0)).toEqual([
    field('identity', 'identity'),
    field('plan-saved', 'plan'),
    field('consent-given', null),
  ])
  expect(JSON.stringify(coach)).not.toMatch(/hemlig/)
})

const field = (name: string, scope: string | null) => ({
  personId: person,
  field: name,
  total: 1,
  shown: 1,
  because: { kind: 'ground', scope, ground: 'consent', until: '2020-05-14' },
})

test('the glasses of another committee, of reception and of a manager differ as the rules do', async () => {
  const shown = async (viewer: string) =>
    (await read<SeenBy>('caseworker', `/as/${viewer}`)).fields
      .filter((each) => each.shown > 0)
      .map((each) => each.field)
  expect(await shown('AF')).toEqual([])
  expect(await shown('reception')).toEqual(expect.arrayContaining(['identity', 'note-written', 'register']))
  expect((await read<SeenBy>('caseworker', '/as/AF')).members).toEqual([])
  expect(await read('caseworker', '/as/INGEN')).toMatchObject({ problem: 'no-such-viewer' })
})

test('a coach cannot read payments, decisions, obstacles or notes even with SQL', async () => {
  const [coach] = await rowsOf<{ user_id: number }>(app, "select user_id from app_user where role = 'coach'")
  const units = await rowsOf<{ unit_id: number }>(app, "select unit_id from unit where code = 'JOB'")
  const tenant = {
    municipalityId: app.municipality.id,
    userId: coach!.user_id,
    units: units.map(({ unit_id }) => unit_id),
    shared: { households: [id], persons: [person] },
  }
  await withTenant(app.database.app, tenant, async (tx) => {
    const count = async (from: string) =>
      (await tx.query<{ count: number }>(`select count(*)::integer as count from ${from}`))[0]!.count
    for (const table of ['payment', 'decision', 'application', 'obstacle', 'household_summary', 'household_work'])
      expect([table, await count(table)]).toEqual([table, 0])
    expect(await count("path_event where audience = 'unit'")).toBe(0)
    expect(await count('household')).toBe(1)
    expect(await count('path_event')).toBeGreaterThan(0)
  })
  expect((await rowsOf<{ count: number }>(app, 'select count(*)::integer as count from payment'))[0]!.count).toBe(1)
})

test('whoever is second is told what the first wrote only as far as it may be seen', async () => {
  const before = await read<PathView>('caseworker')
  await say('manager', mapping('hemlig ändring', 3))
  const refused = await post('caseworker', [mapping('min text', 3)], before.sequence)
  expect([refused.statusCode, refused.json()]).toMatchObject([
    409,
    {
      problem: 'changed-since',
      since: [{ kind: 'mapping-saved', body: { answers: { halsa: { text: 'hemlig ändring' } } } }],
    },
  ])
  const asCoach = await post('coach', [mapping('min text', 3)], before.sequence)
  expect([asCoach.statusCode, asCoach.json()]).toMatchObject([409, { problem: 'changed-since', since: [] }])
})

test('the history keeps what was undone, for those who saw it', async () => {
  const { sequence } = await say('caseworker', {
    kind: 'plan-approved',
    concerns: 4,
    body: { agreedByPerson: true },
  }).catch(() => ({ sequence: 0 }))
  expect(sequence).toBe(0)
  await say('caseworker', { kind: 'undone', concerns: 4, body: {} })
  const seenBy = async (role: Role) =>
    (await read<HouseholdHistory>(role, '/history')).events
      .filter((event) => event.kind === 'undone')
      .map((event) => event.concerns)
  expect(await seenBy('caseworker')).toEqual([4])
  expect(await seenBy('coach')).toEqual([4])
  expect((await read<PathView>('coach')).path.plans).toEqual([])
})

test('each look at a household, also through another’s glasses, is in the log', async () => {
  const logged = await rowsOf<{ action: string; household_ids: number[] }>(
    app,
    "select distinct action, household_ids from audit_entry where action in ('path-seen-as', 'path-history-read') order by 1",
  )
  expect(logged.map(({ action }) => action)).toEqual(['path-history-read', 'path-seen-as'])
  expect(logged.flatMap(({ household_ids }) => household_ids.map(Number))).toEqual([id, id])
})

test('a household that may not be seen has no history, no viewers and no glasses', async () => {
  await app.limitTo('caseworker', ['SYD'])
  for (const part of ['/history', '/viewers', '/as/JOB'])
    expect((await app.as('caseworker', `/api/households/${id}/path${part}`)).statusCode).toBe(404)
})
