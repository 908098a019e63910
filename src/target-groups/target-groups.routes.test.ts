import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { withTenant } from '../database/transaction.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { moveMemberships } from '../register/move-memberships.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { adult, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { GroupList, GroupView, RankingView, TargetGroup } from './target-groups-view.ts'

const app = await testApp()
// Ten minutes before midnight in Sweden: another day comes within the same session.
app.clock.now = new Date('2019-05-14T21:50:00Z')
const numbers = [...women, ...men]
const keys = numbers.map((_, at) => `H${at + 1}`)
const monthsOf = (year: number, last = 12) =>
  Array.from({ length: last }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
/** H1 costs most. The first six leave after 2018; H12 is protected, H13 and on belong to SYD. */
const paid = (kronor: (at: number) => number, months: readonly string[], those = keys) =>
  those.flatMap((key) =>
    months.map(
      (month) => `${key}-${month};${key};${month};${month}-25;${kronor(keys.indexOf(key))},00;Försörjningsstöd`,
    ),
  )

await app.importText(
  'enheter.csv',
  [
    'Enhetskod;Enhet;Överordnad enhet;Från;Till',
    ...['SOC;Socialförvaltningen;;2000-01;', 'NORD;Nord;SOC;2000-01;', 'SYD;Syd;SOC;2000-01;', ''],
  ].join('\r\n'),
)
const people = (protectedKey: string | null) =>
  households(
    ...keys.map((key, at) =>
      adult(key, numbers[at]!, { unit: at < 12 ? 'NORD' : 'SYD', protection: key === protectedKey ? 'Ja' : '' }),
    ),
  )
await app.importText('hushall.csv', people('H12'))
await app.importText(
  'utbetalningar.csv',
  payments(...paid((at) => 12_000 - at * 100, monthsOf(2018)), ...paid(() => 9000, monthsOf(2019, 4), keys.slice(6))),
)
const ids = new Map(
  (
    await rowsOf<{ source_key: string; household_id: number }>(app, 'select source_key, household_id from household')
  ).map((row) => [row.source_key, Number(row.household_id)]),
)
await app.limitTo('caseworker', ['NORD'])

const group = (given: Partial<TargetGroup> = {}): TargetGroup => ({
  ...{ name: 'De dyraste', purpose: '', kind: 'rule', exclusive: true, restricted: false, frozen: [] },
  rule: {
    ...{ costliest: 10, period: { from: '2018-01', until: '2019-01' }, monthsAtLeast: null, ageBelow: null },
    ...{ obstacles: [], housing: [], withChildren: null, unit: null },
  },
  ...given,
})
const put = (key: string, body: TargetGroup, role: Role = 'manager', seen = 0) =>
  app.as(role, { method: 'PUT', url: `/api/catalogue/target-group/${key}`, payload: { seen, body } })
const post = (role: Role, path: string, payload: object) =>
  app.as(role, { method: 'POST', url: `/api/target-groups/${path}`, payload })
const show = async (key: string, role: Role = 'manager', query = '') =>
  (await app.as(role, `/api/target-groups/${key}${query}`)).json<GroupView>()
const rank = async (role: Role, query: string) =>
  (await app.as(role, `/api/target-groups/ranking?${query}`)).json<{ ranking: RankingView }>().ranking
const lastLog = async () =>
  (
    await rowsOf<{ action: string; household_ids: string[] }>(
      app,
      'select action, household_ids from audit_entry order by entry_no desc limit 1',
    )
  ).map(({ action, household_ids }) => ({ action, ids: household_ids.map(Number) }))[0]!
const rowsInGroup = (key: string) =>
  rowsOf(
    app,
    `select household_id, from_day, until_day, step, rank, cost_ore from target_group_member where group_key = '${key}' order by step, rank`,
  )

describe('ranking', () => {
  test('the base is all households of the period, and every household that is sent is in the log', async () => {
    const found = await rank('manager', 'from=2018-01&to=2018-12&costliest=12')
    expect(found.chosen).toBe(12)
    expect(found.rows.map(({ key }) => key)).toEqual(keys.slice(0, 11))
    expect(found.rows[0]).toMatchObject({ rank: 1, costOre: 144_000_00, months: 12 })
    expect(found.unlisted).toEqual({ protectedData: 1, otherUnits: 0, beyondList: 0 })
    expect(found.sentence).toContain(`av de ${keys.length}\u00a0hushåll`.replace('\u00a0', ' '))
    expect(found.persons.rows.map(({ id }) => id)).toEqual(['children', 'women', 'men', 'households', 'cost'])
    expect(await lastLog()).toEqual({ action: 'households-ranked', ids: found.rows.map(({ id }) => id) })
  })

  test('a caseworker sees the same figures and the households of the own units', async () => {
    const [all, own] = [await rank('manager', 'costliest=20'), await rank('caseworker', 'costliest=20')]
    expect(own.concentration).toEqual(all.concentration)
    expect(own.rows.map(({ key }) => key)).toEqual(keys.slice(0, 11))
    expect(own.unlisted).toEqual({ protectedData: 1, otherUnits: 8, beyondList: 0 })
  })

  test('fewer than the limit cost nothing that is shown', async () => {
    const found = await rank('manager', 'from=2018-01&to=2018-12&costliest=3')
    expect(found.persons.rows.at(-1)!.cells[0]).toMatchObject({ value: null, withheld: 'too-few' })
    expect(found.sentence).not.toContain('%')
  })
})

describe('a frozen group', () => {
  beforeAll(async () => {
    expect((await put('dyraste', group())).statusCode).toBe(200)
    expect((await show('dyraste')).plan).toMatchObject({ found: 10, added: 10, already: 0, members: 10 })
    const frozen = await post('manager', 'dyraste/freeze', { seen: 1 })
    expect([frozen.statusCode, frozen.json()]).toMatchObject([200, { version: 2 }])
  })

  test('holds what the ranking said on its day, whatever is imported or paid later', async () => {
    const before = await rowsInGroup('dyraste')
    expect(before).toHaveLength(10)
    await app.importText(
      'sena.csv',
      payments(
        'sen-1;H20;2018-06;2019-05-02;500000,00;Försörjningsstöd',
        'sen-2;H1;2018-06;2019-05-02;-140000,00;Återkrav',
      ),
    )
    expect((await rank('manager', 'from=2018-01&to=2018-12&costliest=1')).rows.map(({ key }) => key)).toEqual(['H20'])
    expect(await rowsInGroup('dyraste')).toEqual(before)
    expect((await show('dyraste')).rows[0]).toMatchObject({
      key: 'H1',
      rank: 1,
      costOre: 144_000_00,
      from: '2019-05-14',
    })
  })

  test('is compared with those ranked next on its day, whatever the payments say later', async () => {
    const compared = await rowsOf<{ household_id: string }>(
      app,
      "select household_id from target_group_comparison where group_key = 'dyraste' order by rank",
    )
    // H20 has become the costliest since; on the day of the group it came last.
    const found = compared.map(({ household_id }) => keys[[...ids.values()].indexOf(Number(household_id))])
    expect(found).toEqual(keys.slice(10, 20).filter((key) => ids.has(key)))
  })

  test('leaves out whom an exclusive group has already, counted and with the reason', async () => {
    await put('hemloshet', group({ name: 'Hemlöshet', rule: { ...group().rule, costliest: 14 } }))
    const { plan } = await show('hemloshet')
    // H20 has become the costliest: of the first fourteen nine are in the other group.
    expect(plan!.elsewhere).toEqual([{ name: 'De dyraste', households: 14 - plan!.added }])
    const { statusCode } = await post('manager', 'hemloshet/freeze', { seen: 1 })
    expect(statusCode).toBe(200)
    const both = (await app.as('manager', '/api/target-groups')).json<GroupList>()
    expect(both.overlaps).toEqual([])
    expect(both.rows.find(({ key }) => key === 'hemloshet')!.members).toBe(plan!.added)
    expect((await show('hemloshet')).entry.body.frozen[0]).toMatchObject({
      added: plan!.added,
      elsewhere: 14 - plan!.added,
    })
  })

  test('is extended by those ranked next, who came another day, and the first stay as they were', async () => {
    const first = await rowsInGroup('dyraste')
    app.clock.now = new Date('2019-05-14T22:10:00Z')
    const extended = await post('manager', 'dyraste/freeze', { seen: 2, costliest: 20 })
    expect(extended.statusCode).toBe(200)
    const rows = await rowsInGroup('dyraste')
    expect(rows.slice(0, 10)).toEqual(first)
    expect((await show('dyraste', 'manager', '?step=1')).joinedSince).toBeGreaterThan(0)
    expect(rows.length).toBeGreaterThan(10)
    const { steps, entry, members } = await show('dyraste')
    expect(steps.map(({ step, on }) => [step, on])).toEqual([
      [1, '2019-05-14'],
      [2, '2019-05-15'],
    ])
    expect([entry.body.rule.costliest, members]).toEqual([20, rows.length])

    const undone = await post('manager', 'dyraste/freeze/undo', { seen: 3 })
    expect(undone.json()).toEqual({ removed: rows.length - 10 })
    expect(await rowsInGroup('dyraste')).toEqual(first)
    expect((await show('dyraste')).entry.body.rule.costliest).toBe(10)
    expect((await post('manager', 'dyraste/freeze/undo', { seen: 4 })).statusCode).toBe(409)
  })

  test('a household leaves on a day, is logged, and comes back when that is undone', async () => {
    const households = [ids.get('H2')!]
    const left = await post('caseworker', 'dyraste/members', { households, until: '2019-05-15' })
    expect(left.json()).toEqual({ changed: households })
    expect(await lastLog()).toEqual({ action: 'target-group-left', ids: households })
    expect(await show('dyraste')).toMatchObject({ members: 9 })
    await post('manager', 'dyraste/members', { households, until: null })
    expect(await show('dyraste')).toMatchObject({ members: 10 })
    expect((await post('manager', 'dyraste/members', { households, until: null })).json()).toMatchObject({
      problem: 'nobody-changed',
    })
  })

  test('is followed: who has left, cost, obstacles and work, with children, women and men first', async () => {
    await app.importText(
      'maj.csv',
      payments(...paid(() => 9000, ['2019-05', '2019-06', '2019-07', '2019-08'], keys.slice(6))),
    )
    const { tables, warning } = await show('dyraste')
    expect(tables.map(({ id }) => id)).toEqual([
      ...['target-group-closed', 'target-group-cost', 'target-group-obstacles', 'target-group-plans'],
    ])
    expect(tables[0]!.rows.map(({ id }) => id)).toEqual(['children', 'women', 'men', 'households'])
    expect(warning).toContain('dyr')
  })
})

describe('a project', () => {
  const project = {
    ...{ name: 'Projektet', purpose: '', group: 'dyraste', from: '2019-05-14', until: '2020-01-01' },
    ...{ budget: [], roles: [], caseworkers: [] },
    goals: [
      { key: 'lamnat', text: 'Har lämnat', readBy: 'left', target: 8 },
      { key: 'kostnad', text: 'Kostnad', readBy: 'cost-a-month', target: 5000 },
      { key: 'vard', text: 'Kontakt', readBy: 'people', unit: 'hushåll', baseline: 1, target: 9 },
    ],
  }
  const save = (kind: string, seen: number, body: object, role: Role = 'manager') =>
    app.as(role, { method: 'PUT', url: `/api/catalogue/${kind}/projektet`, payload: { seen, body } })
  const reading = { goal: 'vard', on: '2019-05-15', value: 5, note: 'Räknat' }

  test('what the register knows cannot be typed, and what people read needs a baseline', async () => {
    const goal = (given: object) => ({ ...project, goals: [{ key: 'g', text: 'Mål', target: 8, ...given }] })
    expect((await save('project', 0, goal({ readBy: 'left', baseline: 3 }))).statusCode).toBe(400)
    expect((await save('project', 0, goal({ readBy: 'people', unit: 'hushåll' }))).statusCode).toBe(400)
    expect((await save('project', 0, project)).statusCode).toBe(200)
  })

  test('the goals stand from baseline to target, by the register’s figures and by what somebody read', async () => {
    expect((await save('project-readings', 0, { readings: [reading] }, 'caseworker')).statusCode).toBe(403)
    expect((await save('project-readings', 0, { readings: [reading] })).statusCode).toBe(200)
    const { project: shown, tables } = await show('dyraste')
    const row = (id: string) => shown!.goals.rows.find((each) => each.id === id)!
    expect(shown!.goals.columns.map(({ id }) => id)).toEqual(['baseline', 'tertial-1', 'target'])
    expect(row('vard').cells.map(({ value }) => value)).toEqual([1, 5, 9])
    expect(row('vard').note).toContain('50\u00a0% av vägen')
    const left = tables[0]!.rows.find(({ id }) => id === 'households')!.cells[1]!
    expect(row('lamnat').cells[1]).toEqual(left)
    // Ten households that cost 11 550 kronor a month on average in 2018, less what H1 paid back.
    expect(row('kostnad').cells[0]!.value).toBeGreaterThan(1000)
    expect(shown!.readings.rows).toEqual([{ ...reading, by: 'Test manager' }])
  })

  test('sixty and forty households of two exclusive groups are a hundred, and nobody is in both', async () => {
    const members = (await rowsOf(
      app,
      "select household_id from target_group_member where group_key in ('dyraste', 'hemloshet')",
    )) as {
      household_id: string
    }[]
    expect(new Set(members.map(({ household_id }) => household_id)).size).toBe(members.length)
  })
})

describe('who may', () => {
  test('a group that is restricted answers a caseworker as one that is not there (001-8)', async () => {
    await put('kvinnofrid', group({ name: 'Kvinnofrid', restricted: true, exclusive: false }))
    await post('manager', 'kvinnofrid/freeze', { seen: 1 })
    const ask = async (key: string) => {
      const { statusCode, body } = await app.as('caseworker', `/api/target-groups/${key}`)
      return { statusCode, body }
    }
    expect(await ask('kvinnofrid')).toEqual(await ask('finns-inte'))
    expect((await ask('kvinnofrid')).statusCode).toBe(404)
    const leaving = await post('caseworker', 'kvinnofrid/members', {
      households: [ids.get('H1')!],
      until: '2019-05-15',
    })
    expect(leaving.json()).toMatchObject({ problem: 'no-such-group' })
    const list = (await app.as('caseworker', '/api/target-groups')).json<GroupList>()
    expect(list.rows.map(({ key }) => key)).not.toContain('kvinnofrid')
    expect(list).toMatchObject({ closedToYou: 1, overlaps: [] })
  })

  test('only managers decide which groups there are, and freeze them', async () => {
    expect((await put('egen', group(), 'caseworker')).statusCode).toBe(403)
    expect((await post('caseworker', 'dyraste/freeze', { seen: 4 })).json()).toMatchObject({ problem: 'not-permitted' })
  })

  test('a household’s page is told of the groups that it is in, and only of those that the user may know of', async () => {
    const of = async (role: Role, key: string) =>
      (await app.as(role, `/api/target-groups/households/${ids.get(key)}`)).json<{ groups: { key: string }[] }>().groups
    const all = await of('manager', 'H2')
    expect(all.map(({ key }) => key)).toEqual(['dyraste', 'kvinnofrid'])
    expect(await of('caseworker', 'H2')).toEqual(all.slice(0, 1))
    expect((await lastLog()).ids).toEqual([ids.get('H2')])
    // Of another unit, and with protected data.
    expect([await of('caseworker', 'H15'), await of('caseworker', 'H12')]).toEqual([[], []])
  })

  test('protected households are in the group and its counts, and absent from the list', async () => {
    await put('alla', group({ name: 'Alla', exclusive: false, rule: { ...group().rule, costliest: null } }))
    await post('manager', 'alla/freeze', { seen: 1 })
    const view = await show('alla')
    expect([view.members, view.rows.length, view.unlisted.protectedData]).toEqual([keys.length, keys.length - 1, 1])
    expect(view.rows.map(({ key }) => key)).not.toContain('H12')
  })

  test('access follows a household that an import protects', async () => {
    expect((await show('alla', 'caseworker')).rows.map(({ key }) => key)).toContain('H3')
    await app.importText('hushall-2.csv', people('H3'))
    const view = await show('alla', 'caseworker')
    expect(view.rows.map(({ key }) => key)).not.toContain('H3')
    expect(view.members).toBe(keys.length)
  })
})

test('when two households turn out to be one, its places in groups follow, and nobody is in a group twice', async () => {
  const groupsOf = async (key: string) =>
    (
      await rowsOf<{ group_key: string; rank: number }>(
        app,
        `select group_key, rank from target_group_member where household_id = ${ids.get(key)} and group_key <> 'alla' and group_key <> 'kvinnofrid' order by group_key`,
      )
    ).map(({ group_key, rank: place }) => [group_key, place])
  expect([await groupsOf('H11'), await groupsOf('H1')]).toEqual([[['hemloshet', 11]], [['dyraste', 1]]])
  await withTenant(app.database.app, wholeMunicipality(app.municipality.id), async (tx) => {
    await moveMemberships(tx, app.municipality.id, ids.get('H11')!, ids.get('H1')!)
    await moveMemberships(tx, app.municipality.id, ids.get('H4')!, ids.get('H5')!)
  })
  expect([await groupsOf('H11'), await groupsOf('H1')]).toEqual([
    [],
    [
      ['dyraste', 1],
      ['hemloshet', 11],
    ],
  ])
  expect([await groupsOf('H4'), await groupsOf('H5')]).toEqual([[], [['dyraste', 5]]])
})
