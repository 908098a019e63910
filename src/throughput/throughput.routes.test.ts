import { expect, test } from 'vitest'
import { coachRegister } from '../../test/support/coach-register.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { payments } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { PathView } from '../pathway/path-view.ts'
import type { Worklist } from '../worklist/worklist-view.ts'
import type { ClosingRow, ContactRow, FunnelRow, ManagementView, RowsBehind } from './throughput-view.ts'
import type { WeeklyTable } from './weekly-table-view.ts'

const app = await testApp()
const names = ['Anna', 'Bea', 'Cia', 'Disa', 'Eva', 'Frida'] as const
const { idsOf, record } = await coachRegister(app, names)
const months = (household: number, ...of: string[]) =>
  of.map((month) => `U-${household}-${month};H${household};${month};${month}-25;1000,00;Försörjningsstöd`)
await app.importText(
  'utbetalningar.csv',
  payments(
    ...[0, 1, 2, 3].flatMap((at) => months(at, '2019-03', '2019-04')),
    ...months(4, '2018-09', '2019-02'),
    ...months(5, '2018-09'),
  ),
)

const contact = (on: string) => ({
  kind: 'contact-registered',
  on,
  body: { channel: 'phone', subjects: ['application'], expectedDuration: 'long', unemployed: true },
})
const routed = (on: string, concerns: number) => ({
  kind: 'routed',
  on,
  concerns,
  body: { destination: 'job-unit', suggested: 'job-unit', rule: 'full', rulesFrom: '2019-03-01' },
})
const consent = (recipient: string, scopes: string[]) => ({
  kind: 'consent-given',
  on: '2019-05-02',
  body: { recipient, ground: 'consent', scopes, until: '2020-05-01' },
})
const referred = (on: string) => ({
  kind: 'referred',
  on,
  body: {
    intervention: 'jobbspar',
    unit: 'JOB',
    kind: 'referred',
    goals: [{ key: 'work', text: 'Arbete' }],
  },
})
const closed = (on: string, reason: string) => ({ kind: 'case-closed', on, body: { reason } })
/** What is about the whole household. */
const tell = (
  name: string,
  event: { kind: string; on: string; body: object },
  role: 'caseworker' | 'coach' = 'caseworker',
) =>
  app.as(role, {
    method: 'POST',
    url: `/api/households/${idsOf(name).household}/events`,
    payload: { events: [{ personId: null, concerns: null, ...event }] },
  })
const decided = (on: string, responsible: string, due?: string) => ({
  kind: 'table-decided',
  on,
  body: { decision: 'Coachen ringer', responsible, ...(due && { due }) },
})

await record('caseworker', 'Anna', contact('2019-05-02'), routed('2019-05-02', 1))
await record('caseworker', 'Anna', consent('JOB', ['identity', 'participation']), referred('2019-05-02'))
await record('caseworker', 'Bea', contact('2019-02-01'), routed('2019-02-01', 1), consent('JOB', ['participation']))
await record('caseworker', 'Bea', referred('2019-05-03'))
await record('caseworker', 'Cia', { kind: 'not-referred', on: '2019-05-06', body: { reason: 'addiction' } })
for (const name of ['Eva', 'Frida']) {
  await record('caseworker', name, contact('2018-08-01'))
  await tell(name, closed('2018-10-05', 'work-unsubsidised'))
}

const management = async (query = '') => (await app.as('manager', `/api/management${query}`)).json<ManagementView>()
const rowsBehind = async <Row>(query: string) =>
  (await app.as('manager', `/api/management/${query}`)).json<RowsBehind<Row>>().rows
const lastLogged = async (action: string) => {
  const [entry] = await rowsOf<{ household_ids: string[] }>(
    app,
    `select household_ids from audit_entry where action = '${action}' order by entry_no desc limit 1`,
  )
  return entry!.household_ids.map(Number).sort()
}
const households = (...of: string[]) => of.map((name) => idsOf(name).household).sort()

test('everybody who had assistance or was referred is in one place, and the rows behind are as many', async () => {
  const { funnel } = await management()
  expect(funnel.persons).toBe(6)
  expect(
    Object.fromEntries(funnel.buckets.flatMap((each) => (each.persons ? [[each.bucket, each.persons]] : []))),
  ).toEqual({
    waiting: 2,
    'not-referred': 1,
    unknown: 3,
  })
  for (const { bucket, persons, women } of funnel.buckets) {
    expect(await rowsBehind(`funnel?bucket=${bucket}`)).toHaveLength(persons)
    expect(await rowsBehind(`funnel?bucket=${bucket}&gender=woman`)).toHaveLength(women)
  }
  expect(await rowsBehind<FunnelRow>('funnel?bucket=waiting')).toMatchObject([
    { name: 'Anna', key: 'H0', latest: { intervention: 'Jobbspåret', referredOn: '2019-05-02', startedOn: null } },
    { name: 'Bea' },
  ])
  expect(await lastLogged('funnel-rows-read')).toEqual(households('Anna', 'Bea'))
})

test('a period that somebody neither had assistance nor was referred in leaves the person out', async () => {
  expect((await management('?from=2018-09&to=2018-09')).funnel.persons).toBe(2)
  expect((await management('?from=2017-01&to=2017-12')).funnel.persons).toBe(0)
})

test('the wait for a coach is counted before and after the change, and its rows are those contacts', async () => {
  const { leadTimes } = await management()
  expect([leadTimes.before[0], leadTimes.after[0]]).toMatchObject([
    { step: 'coach', started: 1, reached: 0, withinTarget: { reached: 0, of: 1 } },
    { step: 'coach', started: 1, reached: 0, withinTarget: { reached: 0, of: 1 } },
  ])
  expect(leadTimes.elsewhere).toBe(2)
  expect(await rowsBehind<ContactRow>('contacts?side=after&step=coach&state=waiting')).toMatchObject([
    { key: 'H0', contactOn: '2019-05-02', coachOn: null },
  ])
  expect(await lastLogged('lead-time-rows-read')).toEqual(households('Anna'))
})

test('a closing is confirmed or taken back by the payments', async () => {
  const { outcomes, lastKnownMonth } = await management()
  expect([lastKnownMonth, outcomes.closings]).toEqual(['2019-04', { all: 2, women: 2, men: 0 }])
  expect(outcomes.checks.map((check) => [check.confirmed.all, check.takenBack.all, check.waiting.all])).toEqual([
    [2, 0, 0],
    [1, 1, 0],
    [0, 0, 2],
  ])
  expect(outcomes.checks[2]!.returnedEarly.all).toBe(1)
  expect(await rowsBehind<ClosingRow>('outcomes?months=6&state=taken-back')).toMatchObject([
    { key: 'H4', on: '2018-10-05', checks: [{}, { state: { kind: 'taken-back', month: '2019-02' } }, {}] },
  ])
  expect(await lastLogged('outcome-rows-read')).toEqual(households('Eva'))
})

test('the caseload is what the list of work opens', async () => {
  const { caseload } = await management()
  const worklist = async (status: string) =>
    (await app.as('manager', `/api/worklist?view=unit&caseworker=Sara Lind&status=${status}`)).json<Worklist>().total
  const [row] = caseload
  // Four that have never been closed, and the one that came back with assistance.
  expect(row).toMatchObject({ caseworker: 'Sara Lind', open: 5 })
  expect([row!.open, row!.needsPlan, row!.followUpLate]).toEqual([
    await worklist('all-open'),
    await worklist('needs-plan'),
    await worklist('follow-up-late'),
  ])
})

test('a manager of another unit has none of it, though the ways have been replayed for somebody else', async () => {
  await management()
  await app.limitTo('manager', ['JOB'])
  const { funnel, caseload, outcomes } = await management()
  expect([funnel.persons, caseload, outcomes.closings.all]).toEqual([0, [], 0])
  expect(await rowsBehind('funnel')).toEqual([])
  await app.limitTo('manager', ['NORD'])
  expect((await management()).funnel.persons).toBe(6)
})

test('what is recorded is counted at once', async () => {
  await record('caseworker', 'Disa', { kind: 'not-referred', on: '2019-05-06', body: { reason: 'pension' } })
  expect((await management()).funnel.notReferred).toMatchObject([{ reason: 'addiction' }, { reason: 'pension' }])
})

const weekly = async (role: 'caseworker' | 'coach' | 'manager', party = '') =>
  (await app.as(role, `/api/weekly-table${party && `?party=${party}`}`)).json<WeeklyTable>()

test('the agenda of the assistance unit has names and reasons, and everybody shown is in the log', async () => {
  const { rows, party, parties, lastMeeting } = await weekly('caseworker')
  expect([party, parties.length, lastMeeting]).toEqual(['assistance', 3, null])
  expect(rows.map(({ key, group, reasons }) => [key, group, reasons.map(({ kind }) => kind)])).toEqual([
    ['H0', 'overdue', ['promise-late', 'referral-unanswered', 'new-contact', 'new-referral']],
    ['H1', 'overdue', ['referral-unanswered', 'new-contact', 'new-referral']],
  ])
  expect(await lastLogged('weekly-table-read')).toEqual(households('Anna', 'Bea'))
})

test('a coach is shown nothing that is not among what visibleEvents lets through', async () => {
  const { rows, party, minutes, hiddenProtected } = await weekly('coach', 'assistance')
  expect([party, minutes, hiddenProtected]).toEqual(['job-unit', null, 0])
  expect(rows.map(({ key, name, persons }) => [key, name, persons.map((each) => each.name)])).toEqual([
    [null, null, ['Anna']],
    [null, null, [null]],
  ])
  for (const { householdId, reasons, referrals, latest } of rows) {
    const view = (await app.as('coach', `/api/households/${householdId}/path`)).json<PathView>()
    const seen = new Set(view.path.events.map(({ kind, on }) => `${kind} ${on}`))
    expect(reasons.map(({ kind }) => kind)).toEqual(['referral-unanswered', 'new-referral'])
    for (const { on } of [...reasons, ...referrals]) expect([...seen]).toContain(`referred ${on}`)
    expect(latest).toBeNull()
  }
  expect(JSON.stringify(rows)).not.toMatch(/Bea|H0|H1|promise|contact/)
})

test('whoever looks as another party sees what a coach sees, and writes nothing', async () => {
  const coach = await weekly('coach')
  const preview = await weekly('manager', 'job-unit')
  expect(coach.rows.map(({ mayDecide }) => mayDecide)).toEqual([true, true])
  expect(preview.rows).toEqual(coach.rows.map((row) => ({ ...row, mayDecide: false })))
  expect((await weekly('manager', 'employment-service')).rows).toEqual([])
})

test('a decision stands in the minutes of the party that is to carry it out, where a ground opens the household', async () => {
  expect((await tell('Anna', decided('2019-05-14', 'job-unit', '2019-05-21'))).statusCode).toBe(200)
  expect((await tell('Bea', decided('2019-05-14', 'job-unit'), 'coach')).statusCode).toBe(200)
  expect((await tell('Cia', decided('2019-05-14', 'job-unit'))).statusCode).toBe(200)
  expect((await tell('Cia', decided('2019-05-14', 'assistance'))).statusCode).toBe(200)
  const own = await weekly('caseworker')
  expect(own.rows.map(({ decidedToday }) => decidedToday.length)).toEqual([1, 1, 2])
  expect(own.minutes!.rows.map(({ key, name }) => [key, name])).toEqual([
    ['H0', 'Anna'],
    ['H1', 'Bea'],
    ['H2', 'Cia'],
    ['H2', 'Cia'],
  ])
  const theirs = (await weekly('caseworker', 'job-unit')).minutes!
  expect(theirs.rows.map(({ key, name }) => [key, name])).toEqual([
    [null, 'Anna'],
    [null, null],
  ])
  expect(theirs.withheld).toBe(1)
  expect((await weekly('caseworker', 'employment-service')).minutes).toMatchObject({ rows: [], withheld: 0 })
})

test('the minutes are a file without what the party may not have, and the log says who took it', async () => {
  const file = await app.as('caseworker', '/api/weekly-table/minutes?party=job-unit&format=csv')
  expect(file.headers['content-disposition']).toContain('veckobord-2019-05-14-job-unit.csv')
  expect(file.body.split('\r\n')).toEqual([
    '\ufeffHushåll;Namn;Beslut;Ansvarig;Klart senast',
    ';Anna;Coachen ringer;Arbetsmarknadsenheten;2019-05-21',
    ';Namnet är inte öppet;Coachen ringer;Arbetsmarknadsenheten;',
    '',
  ])
  expect(await lastLogged('weekly-minutes-downloaded')).toEqual(households('Anna', 'Bea'))
  expect((await app.as('caseworker', '/api/weekly-table/minutes')).body).toContain('1. Anna (H0)')
})

test.each(['reception', 'controller', 'board', 'administrator'] as const)(
  '%s does not sit at the table',
  async (role) => expect((await app.as(role, '/api/weekly-table')).statusCode).toBe(403),
)
