import { expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import type { PathView } from '../pathway/path-view.ts'
import { adult, households, men, women } from '../../test/support/small-extracts.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { importTwoCommittees } from '../../test/support/two-committees.ts'
import type { AttendanceWeek } from './attendance-week.ts'
import type { CoachingDay } from './coaching-day.ts'
import type { ExitSummaries } from './quotes.ts'

const app = await testApp()
await importTwoCommittees(app, 'SYV;Vägledningen;VIA;2000-01;')
await app.importText(
  'hushall.csv',
  households(
    adult('H1', women[0]!),
    adult('H2', men[0]!),
    adult('H3', women[1]!),
    adult('H4', men[1]!),
    adult('H5', women[2]!),
    adult('H6', men[2]!),
    adult('H7', women[3]!),
  ),
)
await app.limitTo('coach', ['JOB'])
await app.limitTo('caseworker', ['NORD'])

const intervention = {
  name: 'Jobbspåret',
  purpose: '',
  targetGroup: '',
  kind: 'job-unit',
  provider: 'Kommunen',
  unit: 'JOB',
  places: null,
  weeks: null,
  price: { model: 'free', ore: 0 },
  goals: [{ key: 'work', text: 'Arbete' }],
  priority: 3,
  from: '2018-01-01',
  until: null,
}
const group = {
  intervention: 'jobbspar',
  name: 'Vårgruppen',
  start: '2019-03-01',
  end: '2019-06-01',
  places: 1,
}
const save = (kind: string, key: string, body: object) =>
  app.as('manager', { method: 'PUT', url: `/api/catalogue/${kind}/${key}`, payload: { seen: 0, body } })
expect((await save('intervention', 'jobbspar', intervention)).statusCode).toBe(200)
expect((await save('group', 'var-2019', group)).statusCode).toBe(200)

const rows = await rowsOf<{ household_id: number; person_id: number; source_key: string }>(
  app,
  `select h.household_id, h.source_key, m.person_id from household h
   join household_member m on m.municipality_id = h.municipality_id and m.household_id = h.household_id`,
)
const who = (key: string) => {
  const found = rows.find((row) => row.source_key === key)!
  return { household: found.household_id, person: found.person_id }
}

type Sent = { kind: string; concerns?: number; on?: string; body?: object }

const post = (role: Role, key: string, events: Sent[]) =>
  app.as(role, {
    method: 'POST',
    url: `/api/households/${who(key).household}/events`,
    payload: {
      events: events.map((event) => ({
        personId: who(key).person,
        concerns: null,
        on: '2019-05-14',
        body: {},
        ...event,
      })),
    },
  })

/** Records, and gives the sequence of the last event. */
async function record(role: Role, key: string, ...events: Sent[]): Promise<number> {
  const answer = await post(role, key, events)
  expect([answer.statusCode, answer.json()], key).toMatchObject([200, {}])
  return answer.json<PathView>().sequence
}

const consent = (recipient: string, scopes: string[], on = '2019-05-02'): Sent => ({
  kind: 'consent-given',
  on,
  body: { recipient, ground: 'consent', scopes, until: '2020-05-01' },
})
const referred = (unit: string, on = '2019-05-06'): Sent => ({
  kind: 'referred',
  on,
  body: {
    intervention: 'jobbspar',
    unit,
    kind: 'referred',
    goals: [{ key: 'work', text: 'Arbete' }],
    reason: 'Vill ut',
  },
})

const day = async (role: Role = 'coach') => (await app.as(role, '/api/coaching/day')).json<CoachingDay>()
const week = async () => (await app.as('coach', '/api/coaching/attendance?day=2019-05-14')).json<AttendanceWeek>()

await record('caseworker', 'H1', consent('JOB', ['identity', 'participation']))
const first = await record('caseworker', 'H1', referred('JOB'))
const secondGround = await record('caseworker', 'H2', consent('JOB', ['participation']))
const second = await record('caseworker', 'H2', referred('JOB'))
await record('caseworker', 'H3', consent('SYV', ['identity', 'participation']), referred('SYV'))

test('the day shows what was sent to the own unit, with the name only where a ground opens it', async () => {
  const { unanswered, waiting, ongoing } = await day()
  expect(unanswered).toMatchObject([
    { householdId: who('H1').household, name: 'Namn H1', daysWaiting: 8, from: 'Test caseworker', reason: 'Vill ut' },
    { householdId: who('H2').household, name: null },
  ])
  expect([waiting, ongoing]).toEqual([[], []])
})

test("what was sent to another unit is nowhere in the coach's day, and the log holds who was shown", async () => {
  expect(JSON.stringify(await day())).not.toContain('Namn H3')
  const [entry] = await rowsOf<{ household_ids: string[] }>(
    app,
    `select household_ids from audit_entry where action = 'coaching-day-read' order by entry_no desc limit 1`,
  )
  expect(entry!.household_ids.map(Number).sort()).toEqual([who('H1').household, who('H2').household].sort())
})

test('a manager sees the referrals of every unit', async () => {
  expect((await day('manager')).unanswered).toHaveLength(3)
})

test('a referral that is accepted waits, begins in a group, and the group is then full', async () => {
  await record('coach', 'H1', { kind: 'referral-accepted', concerns: first, on: '2019-05-07' })
  await record('coach', 'H2', { kind: 'referral-accepted', concerns: second, on: '2019-05-07' })
  expect((await day()).groups).toMatchObject([{ key: 'var-2019', placesLeft: 1 }])
  const start = {
    kind: 'intervention-started',
    on: '2019-05-13',
    body: { group: 'var-2019', plannedEnd: '2019-05-25' },
  }
  await record('coach', 'H1', { ...start, concerns: first })
  expect((await post('coach', 'H2', [{ ...start, concerns: second }])).json()).toMatchObject({ problem: 'group-full' })
  const { groups, ongoing, endings, waiting } = await day()
  expect(groups).toMatchObject([{ placesLeft: 0 }])
  expect(waiting).toMatchObject([{ householdId: who('H2').household, daysWaiting: 7 }])
  expect(ongoing).toMatchObject([{ name: 'Namn H1', group: 'Vårgruppen', week: { noted: 0, missing: 2 } }])
  expect(endings).toHaveLength(1)
})

test('attendance is open from the start until today, and the last word on a day counts', async () => {
  const [row] = (await week()).rows
  expect(row).toMatchObject({ open: ['2019-05-13', '2019-05-14'], cells: {}, group: 'var-2019', isMine: true })
  const said = (attendance: string): Sent => ({
    kind: 'attendance-recorded',
    concerns: first,
    on: '2019-05-13',
    body: { attendance },
  })
  await record('coach', 'H1', said('present'))
  const last = await record('coach', 'H1', said('partly'))
  expect((await week()).rows[0]!.cells).toMatchObject({ '2019-05-13': { attendance: 'partly', sequence: last } })
  await record('coach', 'H1', { kind: 'undone', concerns: last })
  expect((await week()).rows[0]!.cells).toMatchObject({ '2019-05-13': { attendance: 'present' } })
  const tomorrow = await post('coach', 'H1', [{ ...said('present'), on: '2019-05-15' }])
  expect(tomorrow.json()).toMatchObject({ problem: 'in-the-future' })
})

test('an ending answers every goal, and its exit conversation stays on the list until it is held or declined', async () => {
  const end = (goals: object[]): Sent => ({
    kind: 'intervention-ended',
    concerns: first,
    body: { reason: 'completed', outcome: 'work', goals },
  })
  expect((await post('coach', 'H1', [end([])])).json()).toMatchObject({ problem: 'goals-unanswered' })
  await record('coach', 'H1', end([{ goal: 'work', state: 'achieved' }]))
  expect((await day()).exits).toMatchObject([{ name: 'Namn H1', state: 'to-offer' }])
  const talk = (body: object): Sent => ({ kind: 'exit-interview', concerns: first, body })
  await record('coach', 'H1', talk({ state: 'offered' }))
  expect((await day()).exits).toMatchObject([{ state: 'offered' }])
  expect((await post('coach', 'H1', [talk({ state: 'held' })])).json()).toMatchObject({
    problem: 'interview-unanswered',
  })
  await record(
    'coach',
    'H1',
    talk({ state: 'held', overall: 4, better: ['health'], quote: 'Det var bra', quoteConsent: true }),
  )
  expect((await day()).exits).toEqual([])
})

test('one conversation is counted, and neither its answers nor its quote leave the unit', async () => {
  const answer = await app.as('manager', '/api/coaching/exit-interviews')
  expect(answer.json<ExitSummaries>().summaries).toMatchObject([
    { name: 'Jobbspåret', summary: { ended: 1, held: 1, declined: 0, quotes: { kind: 'too-few' } } },
  ])
  expect(answer.body).not.toContain('Det var bra')
  expect(answer.json<ExitSummaries>().summaries[0]!.summary.overall).toEqual([null, null, null, null, null])
})

test('a referral that is returned goes back with its reason, and leaves the day', async () => {
  const sent = await record('caseworker', 'H5', consent('JOB', ['identity']), referred('JOB'))
  await record('coach', 'H5', { kind: 'referral-returned', concerns: sent, body: { reason: 'health-first' } })
  expect((await day()).unanswered.map(({ name }) => name)).not.toContain('Namn H5')
  const view = (await app.as('caseworker', `/api/households/${who('H5').household}/path`)).json<PathView>()
  expect(view.path.referrals).toMatchObject([{ state: { kind: 'returned', reason: 'health-first' } }])
})

test('an answer to a concern is news to the coach, and an unanswered one is counted', async () => {
  const sent = await record('caseworker', 'H6', consent('JOB', ['participation']), referred('JOB'))
  await record('coach', 'H6', { kind: 'referral-accepted', concerns: sent })
  const concern = await record('coach', 'H6', { kind: 'concern-raised', concerns: sent, body: { text: 'Kommer inte' } })
  expect(await day()).toMatchObject({ concerns: [], concernsWaiting: 1 })
  await record('caseworker', 'H6', { kind: 'concern-answered', concerns: concern, body: { text: 'Är sjuk' } })
  expect(await day()).toMatchObject({ concerns: [{ text: 'Kommer inte', answer: 'Är sjuk' }], concernsWaiting: 0 })
})

test('meetings of the day stand by the clock, and one that nobody has answered stays', async () => {
  const booked = (at: string): Sent => ({
    kind: 'meeting-booked',
    on: '2019-05-06',
    body: { unit: 'JOB', coach: 3, at, minutes: 45 },
  })
  await record('caseworker', 'H5', booked('2019-05-13T15:00'))
  const mine = await record('caseworker', 'H6', booked('2019-05-14T09:00'))
  expect((await day()).meetings).toMatchObject([
    { name: 'Namn H5', when: 'late', state: 'booked' },
    { name: null, when: 'today', isMine: true, isFirst: true, coach: 'Test coach' },
  ])
  await record('coach', 'H6', { kind: 'meeting-held', concerns: mine })
  const [late, held] = (await day()).meetings
  expect(late!.offers.map(({ kind }) => kind)).toEqual(['meeting-held', 'meeting-missed', 'meeting-cancelled'])
  expect(held).toMatchObject({ state: 'held', offers: [] })
})

test('whoever sees a doctor has no attendance to note', async () => {
  const physician = { ...intervention, name: 'Socialläkaren', kind: 'social-physician' }
  expect((await save('intervention', 'sociallakaren', physician)).statusCode).toBe(200)
  const sent = await record('caseworker', 'H7', consent('JOB', ['identity']), {
    ...referred('JOB'),
    body: { ...referred('JOB').body, intervention: 'sociallakaren' },
  })
  await record('coach', 'H7', { kind: 'referral-accepted', concerns: sent, on: '2019-05-07' })
  await record('coach', 'H7', { kind: 'intervention-started', concerns: sent, on: '2019-05-08' })
  expect((await day()).ongoing).toMatchObject([{ name: 'Namn H7', week: null }])
  expect((await week()).rows.map(({ name }) => name)).not.toContain('Namn H7')
})

test('a ground that is withdrawn takes the person off the list the same minute', async () => {
  const isWaiting = async () => (await day()).waiting.some(({ householdId }) => householdId === who('H2').household)
  expect(await isWaiting()).toBe(true)
  await record('caseworker', 'H2', { kind: 'consent-withdrawn', concerns: secondGround })
  expect(await isWaiting()).toBe(false)
})

test('what another unit was sent cannot be answered by the coach', async () => {
  await record('caseworker', 'H3', consent('JOB', ['identity', 'participation']))
  const answer = await post('coach', 'H3', [{ kind: 'referral-accepted', concerns: 2 }])
  expect([answer.statusCode, answer.json()]).toMatchObject([403, { problem: 'not-your-unit' }])
  expect(JSON.stringify(await day())).not.toContain('Namn H3')
})

test('a household that becomes protected leaves every list of the coach and of a manager who is not named', async () => {
  await record('caseworker', 'H4', consent('JOB', ['identity', 'participation']))
  const sent = await record('caseworker', 'H4', referred('JOB'))
  await record('coach', 'H4', { kind: 'referral-accepted', concerns: sent })
  expect((await day()).waiting.map(({ name }) => name)).toContain('Namn H4')
  await app.importText('skydd.csv', households(adult('H4', men[1]!, { protection: 'Ja' })))
  const views = [await day(), await week(), await day('manager')]
  expect(JSON.stringify(views)).not.toContain(`"householdId":${who('H4').household}`)
  expect(JSON.stringify(views)).not.toContain('Namn H4')
})
