import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../test/support/register-facts.ts'
import { adult, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { importTwoCommittees } from '../../test/support/two-committees.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { Role } from '../access/permissions.ts'
import { inTransaction } from '../database/transaction.ts'
import type { CaseView, CasesView, SignalsView } from './payment-cases-view.ts'

const app = await testApp()
const query = 'from=2018-06&to=2019-05'

/** H1 is paid the same twice in March, H2 has a late recovery, H3 is protected and paid twice, H4 is of another unit. */
beforeAll(async () => {
  await importTwoCommittees(app, 'SYD;Syd;SOC;2000-01;')
  await app.importText(
    'hushall.csv',
    households(
      adult('H1', women[0]!),
      adult('H2', women[1]!),
      adult('H3', women[2]!, { protection: 'Sekretessmarkering' }),
      adult('H4', women[3]!, { unit: 'SYD' }),
    ),
  )
  await app.importText(
    'utbetalningar.csv',
    payments(
      ...['H1', 'H3', 'H4'].flatMap((key) =>
        [1, 2].map((at) => `U${key}-${at};${key};2019-03;2019-02-2${at};4000,00;Försörjningsstöd`),
      ),
      'U2-1;H2;2019-01;2018-12-20;5000,00;Försörjningsstöd',
      'U2-2;H2;2019-01;2019-03-20;-1500,00;Återkrav',
    ),
  )
}, 60_000)

const signals = async (role: Role = 'manager', more = '') =>
  (await app.as(role, `/api/payment-signals?${query}${more}`)).json<SignalsView>()
const cases = async () => (await app.as('manager', `/api/payment-cases?${query}`)).json<CasesView>()
const post = (role: Role, url: string, payload: object) => app.as(role, { method: 'POST', url, payload })
const opening = (householdKey: string, signal: string | null = 'same-twice', month = '2019-03') => ({
  ...{ householdKey, signal, month, note: '' },
})
const open = async (body: object) => {
  const answer = await post('manager', '/api/payment-cases', body)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ key: string }>().key
}
const read = async (key: string) => (await app.as('manager', `/api/payment-cases/${key}`)).json<CaseView>()
const say = (key: string, seen: number, kind: string, body: object, role: Role = 'manager') =>
  post(role, `/api/payment-cases/${key}/events`, { seen, kind, on: '2019-05-14', body })

describe('what there is to look at', () => {
  test('is told once for each household, with the amount', async () => {
    const { rows, found, stakeOre } = await signals()
    expect(rows.map(({ household, kind, month, stakeOre }) => [household.key, kind, month, stakeOre])).toEqual([
      ['H1', 'same-twice', '2019-03', 400_000],
      ['H4', 'same-twice', '2019-03', 400_000],
      ['H2', 'late-recovery', '2019-01', 150_000],
    ])
    expect([found, stakeOre]).toEqual([3, 950_000])
  })

  test('protected households are counted and not shown', async () => {
    const view = await signals()
    expect(view.hiddenProtected).toBe(1)
    expect(JSON.stringify(view)).not.toContain('H3')
  })

  test('every household that was sent stands in the log, and no other', async () => {
    const { rows } = await signals('manager', '&kind=late-recovery')
    const [entry] = await rowsOf<{ household_ids: number[] }>(
      app,
      "select household_ids from audit_entry where action = 'payment-signals-read' order by entry_no desc limit 1",
    )
    expect(entry!.household_ids.map(Number)).toEqual(rows.map(({ household }) => household.id))
  })

  test('a caseworker sees those of the own unit', async () => {
    await app.limitTo('caseworker', ['SYD'])
    expect((await signals('caseworker')).rows.map(({ household }) => household.key)).toEqual(['H4'])
  })

  test('a threshold of the municipality’s own holds at once', async () => {
    const put = (seen: number, threshold: number) =>
      app.as('manager', {
        method: 'PUT',
        url: '/api/catalogue/payment-signal/same-twice',
        payload: { seen, body: { isOn: true, threshold } },
      })
    expect((await put(0, 400_001)).statusCode).toBe(200)
    expect((await signals()).rows.map(({ kind }) => kind)).toEqual(['late-recovery'])
    await put(1, 50_000)
    expect((await signals()).found).toBe(3)
  })
})

describe('a case', () => {
  test('goes from signal to end, with the same reason from the API as from the rules, and can be undone all the way', async () => {
    const key = await open(opening('H1'))
    expect(await read(key)).toMatchObject({ phase: 'opened', stakeOre: 400_000, limit: '2022-02-21', sequence: 1 })
    expect((await signals()).rows.find(({ household }) => household.key === 'H1')?.caseKey).toBe(key)

    const finding = { finding: 'wrong', wrongOre: 400_000, cause: 'municipality', reason: 'Samma underlag två gånger' }
    const unheard = await say(key, 1, 'decided', finding)
    expect(unheard.statusCode).toBe(409)
    expect(unheard.json()).toMatchObject({ problem: 'not-heard', text: expect.stringMatching(/yttra sig/) })

    expect((await say(key, 1, 'household-heard', { how: 'letter', said: 'Ja, det kom två gånger.' })).statusCode).toBe(
      200,
    )
    expect((await say(key, 2, 'decided', finding)).json()).toMatchObject({ phase: 'decided', wrongOre: 400_000 })
    const early = await say(key, 3, 'closed', { outcome: 'corrected', reason: 'Klart' })
    expect(early.json()).toMatchObject({ problem: 'notification-not-considered' })
    await say(key, 3, 'notification-considered', { authority: null, reason: 'Ingen annan berörs' })
    await say(key, 4, 'police-report-considered', { made: false, reason: 'Kommunens misstag' })
    expect((await say(key, 5, 'closed', { outcome: 'corrected', reason: 'Klart' })).json()).toMatchObject({
      phase: 'closed',
    })

    for (const [at, sequence] of [6, 5, 4, 3, 2, 1].entries())
      expect((await say(key, 6 + at, 'undone', { sequence })).statusCode).toBe(200)
    expect(await read(key)).toMatchObject({ phase: 'withdrawn' })
    expect((await signals()).rows.find(({ household }) => household.key === 'H1')?.caseKey).toBeNull()
    expect(await open(opening('H1'))).toBe(key)
  })

  test('is opened once', async () => {
    const answer = await post('manager', '/api/payment-cases', opening('H1'))
    expect(answer.json()).toMatchObject({ problem: 'already-open' })
  })

  test('of two who write on the same thing the second is told', async () => {
    const key = await open(opening('H2', 'late-recovery', '2019-01'))
    await say(key, 1, 'information-requested', { from: 'employer', answerBy: '2019-05-28' })
    const second = await say(key, 1, 'household-heard', { how: 'letter', said: '' })
    expect([second.statusCode, second.json<{ problem: string }>().problem]).toEqual([409, 'changed-since'])
  })

  test('the amount is looked up, and what was never paid or seen opens nothing', async () => {
    const key = await open({ ...opening('H2', null, '2019-01'), note: 'Sågs vid granskning' })
    expect((await read(key)).stakeOre).toBe(350_000)
    const refused = async (body: object) =>
      (await post('manager', '/api/payment-cases', body)).json<{ problem: string }>()
    expect(await refused(opening('H2', 'same-twice', '2019-01'))).toMatchObject({ problem: 'no-such-signal' })
    expect(await refused(opening('H2', null, '2019-02'))).toMatchObject({ problem: 'nothing-paid' })
    expect(await refused(opening('H9'))).toMatchObject({ problem: 'no-such-household' })
  })

  test.each([
    ['decided', { finding: 'perhaps' }, 400],
    ['recovered', { ore: 1.5 }, 400],
    ['household-heard', { how: 'letter', said: '', extra: 1 }, 400],
  ])('%s that is not well formed is refused', async (kind, body, status) => {
    const { key, sequence } = await read((await cases()).rows[0]!.key)
    expect((await say(key, sequence, kind, body)).statusCode).toBe(status)
  })

  test('nobody records what has not been yet', async () => {
    const { key, sequence } = await read((await cases()).rows[0]!.key)
    const payload = { seen: sequence, kind: 'household-heard', on: '2019-05-15', body: { how: 'letter', said: '' } }
    expect((await post('manager', `/api/payment-cases/${key}/events`, payload)).json()).toMatchObject({
      problem: 'in-the-future',
    })
  })

  test('a case of another unit is not there, nor is a colleague’s word to take back', async () => {
    const [ofNorth] = (await cases()).rows
    await app.limitTo('caseworker', ['SYD'])
    expect((await app.as('caseworker', `/api/payment-cases/${ofNorth!.key}`)).statusCode).toBe(404)
    expect((await say(ofNorth!.key, 1, 'household-heard', { how: 'letter', said: '' }, 'caseworker')).statusCode).toBe(
      404,
    )
    const key = await open(opening('H4'))
    expect((await say(key, 1, 'undone', { sequence: 1 }, 'caseworker')).json()).toMatchObject({
      problem: 'not-yours-to-undo',
    })
  })

  test('a household’s page is told of its cases, by month and whether they are open, and the log of who asked', async () => {
    const { household, key, month, openedOn, closedOn } = (await cases()).rows[0]!
    const of = async (role: Role, id: number) =>
      (await app.as(role, `/api/payment-cases/households/${id}`)).json<{ cases: object[] }>().cases
    expect(await of('manager', household.id)).toContainEqual({ key, month, openedOn, isOpen: closedOn === null })
    const [log] = await rowsOf<{ household_ids: string[] }>(
      app,
      "select household_ids from audit_entry where action = 'payment-cases-of-household-read' order by entry_no desc limit 1",
    )
    expect(log!.household_ids.map(Number)).toEqual([household.id])
    for (const each of (await cases()).rows) {
      const isSeen = (await app.as('caseworker', `/api/payment-cases/${each.key}`)).statusCode === 200
      expect((await of('caseworker', each.household.id)).length > 0).toBe(isSeen)
    }
  })

  test.each<Role>(['reception', 'coach', 'controller', 'board', 'administrator'])(
    '%s sees nothing of it',
    async (role) => {
      const { household, key } = (await cases()).rows[0]!
      for (const url of [
        `/api/payment-cases/${key}`,
        `/api/payment-cases/households/${household.id}`,
        `/api/payment-cases?${query}`,
        `/api/payment-signals?${query}`,
      ])
        expect((await app.as(role, url)).statusCode).toBe(403)
      const about = [
        `/api/households/${household.id}`,
        `/api/households/${household.id}/path`,
        `/api/households?search=H`,
      ]
      for (const url of about) expect((await app.as(role, url)).body).not.toMatch(/payment-case|same-twice|granskning/)
    },
  )
})

test('the log tells what was done and nothing that was written', async () => {
  const rows = await rowsOf<{ detail: object }>(
    app,
    "select detail from audit_entry where action = 'payment-case-recorded'",
  )
  expect(rows.length).toBeGreaterThan(8)
  expect(JSON.stringify(rows)).not.toMatch(/underlag|misstag|granskning/)
})

test('a case changes hands with its household', async () => {
  const before = await rowsOf<{ n: number }>(app, 'select count(*)::integer as n from payment_case_event')
  await app.importText('hushall2.csv', households(adult('H1', women[0]!, { unit: 'SYD' })))
  const scopes = await rowsOf<{ same: boolean; n: number }>(
    app,
    `select bool_and(e.access_scope = h.access_scope) as same, count(*)::integer as n
     from payment_case_event e join household h using (municipality_id, household_id)`,
  )
  expect(scopes[0]).toEqual({ same: true, n: before[0]!.n })
  const key = (await cases()).rows.find(({ household }) => household.key === 'H1')!.key
  await app.limitTo('caseworker', ['SYD'])
  expect((await app.as('caseworker', `/api/payment-cases/${key}`)).statusCode).toBe(200)
})

test('a case follows its household into the one that a file joins it with', async () => {
  const created = await post('manager', '/api/intake/households', {
    ...{ identityNumber: men[0], name: 'Mött Person', unit: 'NORD' },
  })
  const own = created.json<{ householdId: number }>().householdId
  const body = { signal: null, month: '2019-03', stakeOre: 1, paidOn: null, note: '' }
  await inTransaction(app.database.owner, (tx) =>
    tx.query(
      `insert into payment_case_event (municipality_id, household_id, case_key, sequence, kind, happened_on, body, recorded_by, recorded_at)
       values ($1, $2, $3, 1, 'opened', '2019-05-14', $4, 4, now())`,
      [app.municipality.id, own, `${own}-2019-03-seen`, JSON.stringify(body)],
    ),
  )
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await app.importText('hushall3.csv', households(adult('H8', men[0]!)))
  expect(await read(`${own}-2019-03-seen`)).toMatchObject({ household: { key: 'H8' }, phase: 'opened' })
})
