import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../src/access/permissions.ts'
import { coachRegister, consentToAll, type Said } from '../support/coach-register.ts'
import { rowsOf } from '../support/register-facts.ts'
import { adult, children, households, men, payments, women } from '../support/small-extracts.ts'
import { testApp } from '../support/test-app.ts'

/**
 * Whole answers, read as text: what is planted in every field that takes words must not reach those whom no ground tells,
 * and every household in an answer must stand in the log.
 */
const app = await testApp()
const { idsOf, record } = await coachRegister(app, ['Öppen Ek', 'Delvis Ask', 'Stängd Gran', 'Vanlig Alm'])
const family = (number: string, name: string, role: string) => `H70;${number};${name};${role};2018-01;;NORD;Sara Lind;;`
await app.importText(
  'familj.csv',
  households(
    family(women[7]!, 'Mona Medges', 'Registerledare'),
    family(men[7]!, 'Make Hemligsson', 'Medsökande'),
    family(children[7]!, 'Barn Hemligsson', 'Barn'),
    adult('H80', women[8]!, { name: 'Skyddad Skog' }),
    adult('H81', women[9]!, { name: 'Annan Enhet', unit: 'SYD' }),
  ),
)
await app.importText(
  'betalningar.csv',
  payments('U1;H70;2019-01;2019-01-25;76543,21;Försörjningsstöd', 'U2;H80;2019-01;2019-01-25;1000,00;Försörjningsstöd'),
)
await app.limitTo('reception', ['NORD'])

const persons = await rowsOf<{ source_key: string; household_id: number; person_id: number; role: string }>(
  app,
  `select h.source_key, h.household_id, m.person_id, m.role from household h
   join household_member m on m.municipality_id = h.municipality_id and m.household_id = h.household_id`,
)
const of = (key: string, role = 'mainApplicant') =>
  persons.find((each) => each.source_key === key && each.role === role)!
const goals = (word: string) => [{ key: 'work', text: word }]
const refer = (word: string, unit: string): Said => ({
  kind: 'referred',
  on: '2019-03-01',
  body: { intervention: 'jobbspar', unit, kind: 'referred', goals: goals(word), reason: word },
})

/** One of everything that takes words, with a word of its own in each, from sequence `first`. */
const everything = (first: number, word: (of: string) => string): Said[] => [
  {
    kind: 'contact-registered',
    on: '2019-02-02',
    body: { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true, note: word('contact') },
  },
  {
    kind: 'routed',
    on: '2019-02-02',
    concerns: first,
    body: {
      destination: 'job-unit',
      suggested: 'reception',
      rule: word('rule'),
      rulesFrom: '2019-01-01',
      overrideReason: word('override'),
    },
  },
  {
    kind: 'promise-explained',
    on: '2019-02-20',
    concerns: first,
    body: { cause: 'no-free-time', comment: word('promise') },
  },
  {
    kind: 'work-ability-assessed',
    on: '2019-02-20',
    body: { assessor: 'physician', ability: 'full', comment: word('ability') },
  },
  {
    kind: 'mapping-saved',
    on: '2019-02-20',
    body: { method: 'simplified', answers: { health: { text: word('mapping') } }, complete: true },
  },
  {
    kind: 'plan-saved',
    on: '2019-02-21',
    body: {
      kind: 'work',
      goals: goals(word('plan-goal')),
      activities: [{ key: 'a', text: word('activity'), responsible: 'person' }],
      childrenText: word('children'),
    },
  },
  { kind: 'plan-approved', on: '2019-02-21', concerns: first + 5, body: { agreedByPerson: true } },
  { kind: 'follow-up-held', on: '2019-02-22', concerns: first + 5, body: { goals: [], comment: word('follow-up') } },
  { kind: 'not-referred', on: '2019-02-22', body: { reason: 'other', comment: word('not-referred') } },
  refer(word('other-unit'), 'NORD'),
  { kind: 'referral-accepted', on: '2019-03-01', concerns: first + 9, body: { comment: word('other-accepted') } },
  { kind: 'intervention-started', on: '2019-03-01', concerns: first + 9 },
  {
    kind: 'attendance-recorded',
    on: '2019-03-04',
    concerns: first + 9,
    body: { attendance: 'present', done: word('other-done') },
  },
  { kind: 'concern-raised', on: '2019-03-04', concerns: first + 9, body: { text: word('other-concern') } },
  {
    kind: 'intervention-ended',
    on: '2019-03-05',
    concerns: first + 9,
    body: {
      reason: 'completed',
      outcome: 'none',
      goals: [{ goal: 'work', state: 'partly', comment: word('other-reached') }],
      comment: word('other-ended'),
    },
  },
  {
    kind: 'exit-interview',
    on: '2019-03-05',
    concerns: first + 9,
    body: { state: 'held', overall: 3, quote: word('quote'), quoteConsent: false },
  },
  {
    kind: 'meeting-booked',
    on: '2019-03-06',
    body: { unit: 'NORD', coach: 3, at: `2019-03-06T${String((first % 8) + 9).padStart(2, '0')}:00`, minutes: 5 },
  },
  { kind: 'meeting-held', on: '2019-03-06', concerns: first + 16, body: { note: word('meeting') } },
]
const ofHousehold = (word: (of: string) => string): object[] => [
  { kind: 'note-written', body: { text: word('note') } },
  { kind: 'next-step-set', body: { text: word('next-step'), on: '2019-06-01' } },
  { kind: 'reminder-set', body: { text: word('reminder'), on: '2019-06-01' } },
  { kind: 'table-decided', body: { decision: word('decision'), responsible: 'assistance' } },
]
const post = (role: Role, household: number, events: object[]) =>
  app.as(role, {
    method: 'POST',
    url: `/api/households/${household}/events`,
    payload: {
      events: events.map((each) => ({ personId: null, concerns: null, on: '2019-05-14', body: {}, ...each })),
    },
  })
const ok = async (answer: Promise<{ statusCode: number; body: string }>) =>
  expect((await answer).statusCode, (await answer).body).toBe(200)

// The woman has told the job unit her name and where she takes part; her husband and their child have told nothing.
const mona = of('H70')
const make = of('H70', 'coApplicant')
const narrow = { ...consentToAll, body: { ...consentToAll.body, scopes: ['identity'] } }
await ok(post('caseworker', mona.household_id, [{ ...narrow, personId: mona.person_id }]))
for (const [person, first] of [
  [mona, 2],
  [make, 20],
] as const)
  await ok(
    post(
      'caseworker',
      mona.household_id,
      everything(first, (each) => `HEMLIG-${each}`).map((each) => ({ ...each, personId: person.person_id })),
    ),
  )
await ok(
  post(
    'caseworker',
    mona.household_id,
    ofHousehold((each) => `HEMLIG-${each}`),
  ),
)
await ok(post('caseworker', mona.household_id, [{ ...refer('till jobbtorget', 'JOB'), personId: mona.person_id }]))
// What was shared in full, and is withdrawn; what is shared from tomorrow on cannot be, and what ended.
await record('caseworker', 'Stängd Gran', consentToAll, refer('HEMLIG-withdrawn', 'JOB'), {
  kind: 'consent-withdrawn',
  concerns: 1,
})
await record(
  'caseworker',
  'Delvis Ask',
  { ...consentToAll, body: { ...consentToAll.body, until: '2019-05-14' } },
  {
    kind: 'mapping-saved',
    on: '2019-03-01',
    body: { method: 'simplified', answers: { a: { text: 'HEMLIG-expired' } }, complete: true },
  },
)
await record(
  'caseworker',
  'Öppen Ek',
  consentToAll,
  refer('öppet', 'JOB'),
  { kind: 'referral-accepted', concerns: 2, on: '2019-03-02' },
  { kind: 'intervention-started', concerns: 2, on: '2019-03-04' },
)
// A household that becomes protected after it was shared and worked with.
const hidden = of('H80')
await ok(
  post('caseworker', hidden.household_id, [
    { ...consentToAll, personId: hidden.person_id },
    ...everything(2, (each) => `SKYDDAD-${each}`).map((each) => ({ ...each, personId: hidden.person_id })),
    ...ofHousehold((each) => `SKYDDAD-${each}`),
    { ...refer('SKYDDAD-referral', 'JOB'), personId: hidden.person_id },
  ]),
)
app.clock.now = new Date('2019-05-14T08:10:00Z')
await app.importText(
  'skydd.csv',
  households(adult('H80', women[8]!, { name: 'Skyddad Skog', protection: 'Sekretessmarkering' })),
)

const ids = [
  of('H70').household_id,
  hidden.household_id,
  of('H81').household_id,
  idsOf('Öppen Ek').household,
  idsOf('Stängd Gran').household,
  987_654,
]
const perHousehold = ids.flatMap((id) => [
  ...[
    'path',
    'path/history',
    'path/viewers',
    'path/as/JOB',
    'path/as/AF',
    'path/as/reception',
    'outcome-check',
    'referral-choices',
  ].map((each) => `/api/households/${id}/${each}`),
  `/api/households/${id}`,
  `/api/intake/households/${id}`,
])
const lists = [
  '/api/households?limit=500',
  '/api/worklist?limit=500',
  '/api/worklist?view=unit&limit=500',
  '/api/worklist?view=unit&status=reminder-due&limit=500',
  '/api/worklist/views',
  '/api/coaching/day',
  '/api/coaching/attendance',
  '/api/coaching/attendance?day=2019-03-04',
  '/api/coaching/exit-interviews',
  '/api/interventions',
  '/api/interventions/jobbspar',
  '/api/interventions/jobbspar/participants',
  '/api/employers',
  '/api/employers/ending-jobs',
  '/api/intake/desk',
  '/api/intake/promises',
  '/api/intake/rules',
  '/api/mapping-forms',
  '/api/catalogue/intervention',
  '/api/catalogue/group',
  '/api/management',
  '/api/management/funnel',
  '/api/management/outcomes',
  '/api/management/contacts',
  '/api/weekly-table',
  '/api/weekly-table?party=job-unit',
  '/api/weekly-table?party=employment-service',
  '/api/weekly-table/minutes?format=csv',
  '/api/weekly-table/minutes?format=txt&party=employment-service',
]
const reads = [...perHousehold, ...lists]
type Asked = { method: 'POST'; url: string; payload: object }
const writes: Asked[] = [
  { method: 'POST', url: '/api/intake/lookup', payload: { search: 'Hemligsson' } },
  { method: 'POST', url: '/api/intake/lookup', payload: { search: 'Skog' } },
  { method: 'POST', url: '/api/intake/lookup', payload: { search: women[8] } },
  { method: 'POST', url: '/api/worklist/assign/preview', payload: { households: ids, caseworkers: [null] } },
  ...ids.flatMap((id): Asked[] =>
    [
      { kind: 'mapping-saved', personId: mona.person_id, body: { method: 'simplified', answers: {}, complete: true } },
      { kind: 'referral-returned', personId: mona.person_id, concerns: 99, body: { reason: 'other' } },
      { kind: 'plan-saved', personId: mona.person_id, body: { kind: 'work', goals: [], activities: [] } },
    ].map((event) => ({
      method: 'POST',
      url: `/api/households/${id}/events`,
      payload: { seen: 0, events: [{ concerns: null, on: '2019-05-14', ...event }] },
    })),
  ),
]

describe('a coach of another committee', () => {
  test('is told nothing that no ground opens, by any address', async () => {
    for (const request of [...reads, ...writes]) {
      const { body } = await app.as('coach', request)
      for (const secret of ['HEMLIG', 'Hemligsson', '7654321'])
        expect(body, JSON.stringify(request)).not.toContain(secret)
    }
  })

  test('and is told what one does, while the caseworker is told all', async () => {
    const { body } = await app.as('coach', `/api/households/${mona.household_id}/path`)
    expect(body).toContain('Mona Medges')
    expect(body).toContain('till jobbtorget')
    const own = (await app.as('caseworker', `/api/households/${mona.household_id}/path`)).body
    const planted = [...everything(2, (each) => each), ...ofHousehold((each) => each)]
    expect(own.match(/HEMLIG-[a-z-]+/g)?.length).toBeGreaterThan(planted.length)
  })
})

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
    for (const request of [...reads, ...writes]) {
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
  for (const request of [...reads, ...writes]) {
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
