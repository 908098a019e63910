import { expect, test } from 'vitest'
import type { Role } from '../../src/access/permissions.ts'
import type { PathView } from '../../src/pathway/path-view.ts'
import { coachRegister, consentToAll, referredTo } from '../support/coach-register.ts'
import { rowsOf } from '../support/register-facts.ts'
import { testApp } from '../support/test-app.ts'

const app = await testApp()
const names = Array.from({ length: 12 }, (_, at) => `Namn Nummer${at}`)
const { idsOf, record } = await coachRegister(app, names)
const { household, person } = idsOf(names[0]!)

const post = (events: object[], { role = 'caseworker' as Role, of = household, seen = undefined as unknown } = {}) =>
  app.as(role, {
    method: 'POST',
    url: `/api/households/${of}/events`,
    payload: {
      ...(seen !== undefined && { seen }),
      events: events.map((each) => ({ personId: null, concerns: null, on: '2019-05-14', body: {}, ...each })),
    },
  })
const note = (text: string, on = '2019-05-14') => ({ kind: 'note-written', on, body: { text } })

test.each([
  ['a day that never was', note('x', '2019-02-30')],
  ['the year nought', note('x', '0000-01-01')],
  ['a day in the year 1900', note('x', '1900-01-01')],
  ['a day in the year 2100', note('x', '2100-01-01')],
  ['an instant', note('x', '2019-05-14T10:00:00Z')],
  ['U+0000', note('a\u0000b')],
  ['half a character', note('a\ud800b')],
  ['20 001 characters', note('å'.repeat(20_001))],
  ['a kind that is none', { kind: 'toString' }],
  ['a field that no body has', { kind: 'note-written', body: { text: 'x', audience: 'shared' } }],
  [
    'a field beside a cause',
    { kind: 'promise-explained', personId: person, concerns: 1, body: { cause: 'no-free-time', extra: 'x' } },
  ],
  ['a person beyond counting', { kind: 'not-referred', personId: 2 ** 60, body: { reason: 'other' } }],
  [
    'an event beyond counting',
    {
      kind: 'routed',
      personId: person,
      concerns: 2 ** 40,
      body: { destination: 'job-unit', suggested: 'job-unit', rule: 'r', rulesFrom: '2019-01-01' },
    },
  ],
  [
    'a coach beyond counting',
    {
      kind: 'meeting-booked',
      personId: person,
      body: { unit: 'NORD', coach: 2 ** 40, at: '2019-05-16T09:00', minutes: 45 },
    },
  ],
  [
    'a meeting in the year nought',
    { kind: 'meeting-booked', personId: person, body: { unit: 'NORD', coach: 3, at: '0000-01-01T09:00', minutes: 45 } },
  ],
  ['a step in the year nought', { kind: 'next-step-set', body: { text: 'x', on: '0000-01-01' } }],
  [
    'a consent until the year nought',
    {
      kind: 'consent-given',
      personId: person,
      on: '0001-01-01',
      body: { recipient: 'JOB', ground: 'consent', scopes: ['identity'], until: '0000-06-01' },
    },
  ],
])('is refused in Swedish and leaves nothing: %s', async (_, event) => {
  const before = await rowsOf(app, 'select count(*) from path_event')
  const answer = await post([event])
  expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode, answer.body).toBeLessThan(500)
  expect(answer.json<{ text: string }>().text).toMatch(/[a-zåäö]{3}/)
  expect(await rowsOf(app, 'select count(*) from path_event')).toEqual(before)
})

test.each([-1, 1.5, '1; drop table path_event', 2 ** 60])(
  'a last event seen that is %s is no fault of ours',
  async (seen) => {
    expect(
      (await post([{ kind: 'next-step-set', body: { text: 'x', on: '2019-06-01' } }], { seen })).statusCode,
    ).toBeLessThan(500)
  },
)

test('what is written comes back to the letter', async () => {
  const texts = [
    "'; drop table path_event; --",
    '<script>alert(1)</script>',
    '👩‍👩‍👧 åäö %_\\',
    '=1+1',
    '{"$ref":1}',
    'å'.repeat(20_000),
  ]
  for (const text of texts) expect((await post([note(text)])).statusCode).toBe(200)
  const { path } = (await app.as('caseworker', `/api/households/${household}/path`)).json<PathView>()
  expect(path.notes.map(({ body }) => body.text)).toEqual(expect.arrayContaining(texts))
})

test('a day long ago and a day far ahead do not break the pages that come after', async () => {
  const other = idsOf(names[11]!)
  const events = [
    {
      kind: 'contact-registered',
      personId: other.person,
      on: '0001-01-01',
      body: { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true },
    },
    {
      kind: 'routed',
      personId: other.person,
      concerns: 1,
      on: '0001-01-01',
      body: { destination: 'job-unit', suggested: 'job-unit', rule: 'r', rulesFrom: '2019-01-01' },
    },
    { ...consentToAll, personId: other.person, body: { ...consentToAll.body, until: '9999-12-31' } },
    { ...referredTo('2019-05-01'), personId: other.person },
    { kind: 'referral-accepted', personId: other.person, concerns: 4, on: '2019-05-01' },
    {
      kind: 'intervention-started',
      personId: other.person,
      concerns: 4,
      on: '2019-05-01',
      body: { plannedEnd: '9999-12-31' },
    },
    {
      kind: 'meeting-booked',
      personId: other.person,
      body: { unit: 'JOB', coach: 3, at: '9999-12-31T23:59', minutes: 480 },
    },
    {
      kind: 'employment-started',
      personId: other.person,
      body: { employerKind: 'external', subsidised: true, until: '9999-12-31' },
    },
  ]
  for (const event of events) {
    const answer = await post([event], { of: other.household })
    expect(answer.statusCode, `${event.kind} ${answer.body}`).toBeLessThan(500)
  }
  const pages: [Role, string][] = [
    ['caseworker', `/api/households/${other.household}/path`],
    ['caseworker', '/api/worklist'],
    ['caseworker', '/api/intake/promises'],
    ['caseworker', '/api/intake/desk'],
    ['coach', '/api/coaching/day'],
    ['coach', '/api/coaching/attendance?day=0001-01-01'],
    ['coach', '/api/coaching/attendance?day=9999-12-31'],
    ['coach', '/api/coaching/attendance?day=0000-01-01'],
    ['coach', '/api/interventions/jobbspar/participants'],
    ['manager', '/api/interventions'],
    ['manager', '/api/employers/ending-jobs'],
    ['manager', '/api/management'],
    ['manager', '/api/management?from=0000-01&to=9999-12'],
    ['manager', '/api/management/contacts'],
    ['manager', '/api/weekly-table'],
  ]
  for (const [role, url] of pages) {
    const answer = await app.as(role, url)
    expect(answer.statusCode, `${role} ${url} ${answer.body.slice(0, 200)}`).toBeLessThan(500)
  }
})

test('twenty who write on one household at once: all that is let in stands in one unbroken row', async () => {
  const { household: of } = idsOf(names[1]!)
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => post([note(`${at}`)], { of })))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200))
  const rows = await rowsOf<{ sequence: number }>(
    app,
    'select sequence from path_event where household_id = $1 order by 1',
    [of],
  )
  expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
})

test('what is sent once more because the answer was lost is recorded once; said anew on purpose it stands twice', async () => {
  const { household: of, person: personId } = idsOf(names[9]!)
  const contact = { channel: 'phone', subjects: ['job-loss'], expectedDuration: 'long', unemployed: true, note: 'å' }
  const sending = [
    { kind: 'contact-registered', personId, body: contact },
    {
      kind: 'routed',
      personId,
      concerns: 1,
      body: { destination: 'job-unit', suggested: 'job-unit', rule: 'r', rulesFrom: '2019-01-01' },
    },
  ]
  const answers = [await post(sending, { of, seen: 0 }), await post(sending, { of, seen: 0 })]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(answers.map((answer) => answer.json<PathView>().sequence)).toEqual([2, 2])
  // Two tabs, or a double press: both at once.
  const both = await Promise.all([1, 2].map(() => post([note('samma')], { of, seen: 2 })))
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  const view = (await post([note('samma')], { of, seen: 3 })).json<PathView>()
  expect(view.path.notes).toHaveLength(2)
  // Another's word that happens to be the same is said once more.
  expect((await post([note('samma')], { of, seen: 2, role: 'manager' })).json<PathView>().path.notes).toHaveLength(3)
})

test('of twenty who set the next step at once from what they had all seen, one is let in and the others are shown it', async () => {
  const { household: of } = idsOf(names[2]!)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      post([{ kind: 'next-step-set', body: { text: `${at}`, on: '2019-06-01' } }], { of, seen: 0 }),
    ),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(new Set(answers.flatMap((each) => each.json<{ problem?: string }>().problem ?? []))).toEqual(
    new Set(['changed-since']),
  )
})

test('one hour of a coach is booked once, though ten at the counter want it for ten households', async () => {
  const booking = { kind: 'meeting-booked', body: { unit: 'NORD', coach: 3, at: '2019-05-20T09:00', minutes: 45 } }
  const answers = await Promise.all(
    names
      .slice(1, 11)
      .map((name) => post([{ ...booking, personId: idsOf(name).person }], { of: idsOf(name).household })),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
  expect(await rowsOf(app, "select 1 from booked_time where starts_at = '2019-05-20 09:00'")).toHaveLength(1)
})

test('the last place of a group is taken once', async () => {
  await app.as('manager', {
    method: 'PUT',
    url: '/api/catalogue/group/liten',
    payload: {
      seen: 0,
      body: { intervention: 'jobbspar', name: 'Liten', start: '2019-03-04', end: '2019-06-08', places: 1 },
    },
  })
  const wanted = names.slice(3, 9)
  for (const name of wanted) {
    const next =
      (await app.as('caseworker', `/api/households/${idsOf(name).household}/path`)).json<PathView>().sequence + 1
    await record('caseworker', name, consentToAll, referredTo('2019-05-01'), {
      kind: 'referral-accepted',
      concerns: next + 1,
      on: '2019-05-01',
    })
  }
  const answers = await Promise.all(
    wanted.map(async (name) => {
      const { household: of, person: personId } = idsOf(name)
      const view = (await app.as('caseworker', `/api/households/${of}/path`)).json<PathView>()
      return post(
        [{ kind: 'intervention-started', personId, concerns: view.path.referrals[0]!.id, body: { group: 'liten' } }],
        { of },
      )
    }),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

test.each([
  ['group', 'g1', { intervention: 'jobbspar', name: 'G', start: '2019-99-99', end: '2019-02-31', places: 1 }],
  [
    'group',
    'g2',
    { intervention: 'jobbspar', name: 'G', start: '2019-03-04', end: '2019-06-08', places: 3_000_000_000 },
  ],
  ['group', 'g3', { intervention: 'jobbspar', name: 'a\u0000', start: '2019-03-04', end: '2019-06-08', places: 3 }],
  [
    'coach-hours',
    'coach-3',
    {
      coach: 3,
      name: 'C',
      unit: 'JOB',
      minutes: 30,
      weekly: [{ weekday: 0, from: '99:99', until: '98:00' }],
      away: [],
    },
  ],
  [
    'coach-hours',
    'coach-4',
    {
      coach: 2 ** 40,
      name: 'C',
      unit: 'JOB',
      minutes: 30,
      weekly: [],
      away: [{ from: '2019-13-45', until: '2019-02-31' }],
    },
  ],
])('the catalogue takes no %s that would break the pages of everybody: %s', async (kind, key, body) => {
  const answer = await app.as('coach', {
    method: 'PUT',
    url: `/api/catalogue/${kind}/${key}`,
    payload: { seen: 0, body },
  })
  expect(answer.statusCode, answer.body).toBe(400)
})

test('a version beyond counting is no fault of ours', async () => {
  const body = { intervention: 'jobbspar', name: 'G', start: '2019-03-04', end: '2019-06-08', places: 3 }
  for (const seen of [2 ** 31, 2 ** 53 - 1, 0.5, -1]) {
    const answer = await app.as('coach', { method: 'PUT', url: '/api/catalogue/group/g9', payload: { seen, body } })
    expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode, answer.body).toBeLessThan(500)
  }
})

test('two bulk changes from either end, while others write, wait for each other and lose nothing', async () => {
  const ids = names.map((name) => idsOf(name).household)
  const assign = (households: readonly number[], caseworker: string | null) =>
    app.as('manager', {
      method: 'POST',
      url: '/api/worklist/assign',
      payload: { assignments: households.map((householdId) => ({ householdId, caseworker, seen: 10_000 })) },
    })
  const answers = await Promise.all([
    assign(ids, 'Sara Lind'),
    assign(ids.toReversed(), null),
    ...ids.map((of) => post([note('mitt i')], { of })),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200))
  const gaps = await rowsOf(
    app,
    'select household_id from path_event group by household_id having max(sequence) <> count(*)',
  )
  expect(gaps).toEqual([])
})

test('what is taken back twice at once is taken back once, and what was taken back is not there to take back', async () => {
  const { household: of } = idsOf(names[10]!)
  const path = (await post([note('fel hushåll')], { of })).json<PathView>()
  const undo = () => post([{ kind: 'undone', concerns: path.sequence }], { of })
  const statuses = (await Promise.all([undo(), undo()])).map(({ statusCode }) => statusCode)
  expect(statuses.sort()).toEqual([200, 409])
  expect((await post([{ kind: 'undone', concerns: path.sequence + 1 }], { of })).statusCode).toBe(409)
})
