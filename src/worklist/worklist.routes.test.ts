import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/access/permissions.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { adult, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { Assigned, AssignmentPlan, SavedView, Worklist } from './worklist-view.ts'

const app = await testApp()
const today = '2019-05-14'

const months = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => `2019-${String(first + at).padStart(2, '0')}`)
const lastYear = ['2018-07', '2018-08', '2018-09', '2018-10', '2018-11', '2018-12']
const paidFor = (key: string, which: string[]) =>
  which.map((month) => `U-${key}-${month};${key};${month};${month}-25;5000,00;Försörjningsstöd`)

await app.importText(
  'enheter.csv',
  [
    'Enhetskod;Enhet;Överordnad enhet;Från;Till',
    'SOC;Socialförvaltningen;;2000-01;',
    'NORD;Nord;SOC;2000-01;',
    'SYD;Syd;SOC;2000-01;',
    '',
  ].join('\r\n'),
)
await app.importText(
  'hushall.csv',
  households(
    ...['H1', 'H2', 'H3', 'H4', 'H5'].map((key, at) => adult(key, women[at]!)),
    adult('H6', women[5]!, { caseworker: 'Bo Ek' }),
    adult('H7', women[6]!, { caseworker: '' }),
    adult('H8', men[0]!, { unit: 'SYD', caseworker: 'Bo Ek' }),
    adult('H9', men[1]!, { protection: 'Ja' }),
    adult('H10', men[2]!),
    adult('H11', men[3]!),
  ),
)
await app.importText(
  'utbetalningar.csv',
  payments(
    ...['H1', 'H2', 'H3', 'H5', 'H6', 'H7', 'H8', 'H9', 'H10'].flatMap((key) => paidFor(key, months(1, 4))),
    // Eight months of twelve.
    ...paidFor('H4', [...lastYear.slice(-4), ...months(1, 4)]),
    // Left long ago, and nothing in Utfall: nobody's work.
    ...paidFor('H11', ['2018-01']),
  ),
)
const ids = new Map(
  (
    await rowsOf<{ source_key: string; household_id: number; person_id: number }>(
      app,
      'select h.source_key, h.household_id, m.person_id from household h join household_member m using (household_id)',
    )
  ).map((row) => [row.source_key, { id: row.household_id, person: row.person_id }]),
)
const idOf = (key: string) => ids.get(key)!.id
await rowsOf(app, `update app_user set caseworker_code = 'Sara Lind' where role = 'caseworker'`)
await app.limitTo('caseworker', ['NORD'])

async function record(role: Role, key: string, event: object): Promise<void> {
  const { id, person } = ids.get(key)!
  const answer = await app.as(role, {
    method: 'POST',
    url: `/api/households/${id}/events`,
    payload: { events: [{ concerns: null, on: today, personId: person, ...event }] },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
const ofHousehold = { personId: null }

beforeAll(async () => {
  const intervention = {
    name: 'Steget',
    purpose: '',
    targetGroup: '',
    kind: 'course',
    provider: 'Kommunen',
    unit: 'NORD',
    places: null,
    weeks: null,
    price: { model: 'free', ore: 0 },
    goals: [{ key: 'g', text: 'Mål' }],
    priority: 1,
    from: '2019-01-01',
    until: null,
  }
  const saved = await app.as('manager', {
    method: 'PUT',
    url: '/api/catalogue/intervention/steget',
    payload: { seen: 0, body: intervention },
  })
  if (saved.statusCode !== 200) throw new Error(saved.body)
  const plan = {
    kind: 'work',
    goals: [{ key: 'g', text: 'Arbete' }],
    activities: [{ key: 'a', text: 'Söka', responsible: 'person' }],
  }
  const referred = {
    kind: 'referred',
    body: { intervention: 'steget', unit: 'NORD', kind: 'referred', goals: [{ key: 'g', text: 'Mål' }] },
  }
  // H1: an approved plan whose follow-up is late.
  await record('caseworker', 'H1', {
    kind: 'plan-saved',
    on: '2019-03-01',
    body: { ...plan, followUpOn: '2019-05-01' },
  })
  await record('caseworker', 'H1', {
    kind: 'plan-approved',
    concerns: 1,
    on: '2019-03-01',
    body: { agreedByPerson: true },
  })
  // H2: a referral that nobody has answered, and a reminder.
  await record('caseworker', 'H2', { ...referred, on: '2019-04-01' })
  await record('caseworker', 'H2', { kind: 'reminder-set', ...ofHousehold, body: { text: 'Ring skolan', on: today } })
  // H3: a referral that came back.
  await record('caseworker', 'H3', referred)
  await record('manager', 'H3', { kind: 'referral-returned', concerns: 1, body: { reason: 'wrong-intervention' } })
  // H5: an intervention that ends in a week, and a concern.
  await record('caseworker', 'H5', { ...referred, on: '2019-02-01' })
  await record('manager', 'H5', { kind: 'referral-accepted', concerns: 1, on: '2019-02-02', body: {} })
  await record('manager', 'H5', {
    kind: 'intervention-started',
    concerns: 1,
    on: '2019-02-03',
    body: { plannedEnd: '2019-05-21' },
  })
  await record('manager', 'H5', { kind: 'concern-raised', concerns: 1, body: { text: 'Kommer inte' } })
  // H6: promised a coach by a day that has passed.
  const contact = { channel: 'phone', subjects: ['job-loss'], expectedDuration: 'long', unemployed: true }
  await record('reception', 'H6', { kind: 'contact-registered', on: '2019-05-02', body: contact })
  await record('reception', 'H6', {
    kind: 'routed',
    concerns: 1,
    on: '2019-05-02',
    body: { destination: 'job-unit', suggested: 'job-unit', rule: 'r', rulesFrom: '2019-01-01' },
  })
  // H10: closed.
  await record('caseworker', 'H10', { kind: 'case-closed', ...ofHousehold, body: { reason: 'studies' } })
})

const list = async (query = '', role: Role = 'caseworker') => {
  const answer = await app.as(role, `/api/worklist?limit=1000&${query}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as Worklist
}
const keysIn = async (query: string, role?: Role) => (await list(query, role)).rows.map(({ key }) => key).sort()

describe('the list of work', () => {
  test('shows a caseworker the open households of the case system and of Utfall that are hers', async () => {
    expect(await keysIn('')).toEqual(['H1', 'H2', 'H3', 'H4', 'H5'])
    expect((await list()).views).toEqual({ mine: 5, unit: 7, unassigned: 1 })
  })

  test.each([
    ['needs-plan', 'unit', ['H2', 'H3', 'H4', 'H5', 'H6', 'H7']],
    ['follow-up-late', 'unit', ['H1']],
    ['referral-unanswered', 'unit', ['H2']],
    ['referral-returned', 'unit', ['H3']],
    ['intervention-ending', 'unit', ['H5']],
    ['concern-unanswered', 'unit', ['H5']],
    ['promise-at-risk', 'unit', ['H6']],
    ['near-long-term', 'unit', ['H4']],
    ['reminder-due', 'unit', ['H2']],
    ['new-since', 'unit', ['H3', 'H5', 'H6']],
    ['closed-watched', 'unit', ['H10']],
    ['needs-plan', 'unassigned', ['H7']],
    ['promise-at-risk', 'mine', []],
  ])('finds %s among the households of %s', async (status, view, expected) => {
    expect(await keysIn(`status=${status}&view=${view}`)).toEqual([...expected].sort())
  })

  test('counts exactly the rows that each status lists, in every view and with a search', async () => {
    for (const role of ['caseworker', 'manager'] as const)
      for (const view of [
        'view=mine',
        'view=unit',
        'view=unassigned',
        'view=unit&unit=SYD',
        'view=unit&search=namn+h2',
      ]) {
        const { statuses } = await list(view, role)
        for (const { code, count } of statuses)
          expect([code, (await list(`${view}&status=${code}`, role)).rows.length]).toEqual([code, count])
      }
  })

  test('an intervention that ends is no longer work when a next step is decided', async () => {
    const step = { kind: 'next-step-set', ...ofHousehold, body: { text: 'Ny praktik', on: '2019-05-20' } }
    await record('caseworker', 'H5', step)
    expect(await keysIn('status=intervention-ending')).toEqual([])
    const { rows } = await list('status=concern-unanswered')
    expect(rows).toMatchObject([{ key: 'H5', nextStep: 'Ny praktik', nextStepOn: '2019-05-20' }])
  })

  test('protected households are a number apart, and in no list and no count', async () => {
    const everything = await list('view=unit', 'manager')
    expect(everything.rows.map(({ key }) => key)).not.toContain('H9')
    expect(everything.hiddenProtected).toBe(1)
    expect(everything.views.unit).toBe(8)
  })

  test('a caseworker never sees the households of a unit that is not hers', async () => {
    expect(await keysIn('view=unit&caseworker=Bo+Ek')).toEqual(['H6'])
    expect(await keysIn('view=unit&caseworker=Bo+Ek', 'manager')).toEqual(['H6', 'H8'])
  })

  test('a manager is shown no reminders, in the rows, the statuses or the order', async () => {
    const answer = await app.as('manager', '/api/worklist?view=unit&status=reminder-due&sort=reminder')
    expect(answer.body).not.toContain('Ring skolan')
    expect((answer.json() as Worklist).statuses.map(({ code }) => code)).not.toContain('reminder-due')
  })

  test('every household that is sent stands in the log, and what was searched for does not', async () => {
    const { rows } = await list('view=unit&search=namn+h1')
    const [entry] = await rowsOf<{ household_ids: number[]; detail: object }>(
      app,
      `select household_ids, detail from audit_entry where action = 'worklist-read' order by entry_no desc limit 1`,
    )
    expect(entry!.household_ids.map(Number)).toEqual(rows.map(({ id }) => id))
    expect(JSON.stringify(entry!.detail)).not.toContain('namn')
  })

  test('what is new stays so all day, and is counted from the last visit on an earlier day', async () => {
    const visit = () => app.as('caseworker', { method: 'POST', url: '/api/worklist/visits' })
    const before = (await list()).since
    await visit()
    expect((await list()).since).toBe(before)
    const looked = app.clock.now
    app.clock.now = new Date('2019-05-15T07:00:00Z')
    await rowsOf(app, `update session set expires_at = '2019-06-01'`)
    await visit()
    await visit()
    expect((await list()).since).toBe(looked.toISOString())
    app.clock.now = looked
  })
})

const post = (role: Role, path: string, payload: object) =>
  app.as(role, { method: 'POST', url: `/api/worklist/${path}`, payload })
const planOf = async (keys: string[], caseworkers: (string | null)[], role: Role = 'caseworker') =>
  (await post(role, 'assign/preview', { households: keys.map(idOf), caseworkers })).json() as AssignmentPlan

describe('assigning many', () => {
  test('the preview names the reminders that would be lost, and changes nothing', async () => {
    const plan = await planOf(['H1', 'H2', 'H6'], ['Bo Ek'])
    expect(plan.lost).toEqual([
      { householdId: idOf('H2'), key: 'H2', name: 'Namn H2', caseworker: 'Sara Lind', text: 'Ring skolan', on: today },
    ])
    expect(plan.assignments.map(({ householdId }) => householdId)).toEqual([idOf('H1'), idOf('H2')])
    expect(plan.unchanged).toBe(1)
    expect(plan.caseworkers[0]).toEqual({ code: 'Sara Lind', now: 5, after: 3 })
    expect(plan.caseworkers.find(({ code }) => code === 'Bo Ek')).toMatchObject({ now: 1, after: 3 })
    expect((await list()).views.mine).toBe(5)
  })

  test('a manager learns that a reminder would be lost and not what it says', async () => {
    const { lost } = await planOf(['H2'], ['Bo Ek'], 'manager')
    expect(lost).toMatchObject([{ key: 'H2', text: null, on: null }])
  })

  test('several caseworkers get equally many', async () => {
    const { caseworkers } = await planOf(['H1', 'H2', 'H3', 'H4', 'H7'], ['Sara Lind', 'Bo Ek'])
    expect(caseworkers.map(({ now, after }) => after - now)).toEqual([-1, 2, -1])
  })

  test('assigns, and takes it back with the reminder and the case system’s own caseworker', async () => {
    const before = await list('status=reminder-due')
    const { assignments } = await planOf(['H1', 'H2', 'H7'], ['Bo Ek'])
    const assigned = (await post('caseworker', 'assign', { assignments })).json() as Assigned
    expect([assigned.recorded.length, assigned.failed]).toEqual([3, []])
    expect(await keysIn('view=unit&caseworker=Bo+Ek')).toEqual(['H1', 'H2', 'H6', 'H7'])
    expect((await list('status=reminder-due&view=unit')).total).toBe(0)

    const undone = (await post('caseworker', 'assign/undo', { recorded: assigned.recorded })).json() as Assigned
    expect([undone.recorded.length, undone.failed]).toEqual([3, []])
    expect((await list('status=reminder-due')).rows).toMatchObject(
      before.rows.map(({ reminder, reminderOn, caseworker }) => ({ reminder, reminderOn, caseworker })),
    )
    expect((await list()).views).toEqual({ mine: 5, unit: 7, unassigned: 1 })
  })

  test('one that cannot be assigned is named with the reason, and the others are assigned', async () => {
    const { assignments, failed } = await planOf(['H3', 'H4', 'H8', 'H9', 'H10'], ['Bo Ek'])
    expect(failed.map(({ key }) => key)).toEqual([null, null, 'H10'])
    const other = await planOf(['H3'], [null])
    expect((await post('manager', 'assign', { assignments: other.assignments })).statusCode).toBe(200)

    const asked = [
      ...assignments,
      ...['H8', 'H9', 'H10'].map((key) => ({ householdId: idOf(key), caseworker: 'Bo Ek', seen: 99 })),
    ]
    const assigned = (await post('caseworker', 'assign', { assignments: asked })).json() as Assigned
    expect(assigned.recorded.map(({ householdId }) => householdId)).toEqual([idOf('H4')])
    expect(assigned.failed.map(({ householdId, text }) => [householdId, text.split('.')[0]])).toEqual([
      [idOf('H8'), 'Hushållet finns inte, eller får inte visas för dig'],
      [idOf('H9'), 'Hushållet finns inte, eller får inte visas för dig'],
      [idOf('H3'), 'Någon annan har tilldelat hushållet under tiden'],
      [idOf('H10'), 'Ärendet är avslutat'],
    ])
    expect(
      await rowsOf(app, 'select from household_work where household_id = any ($1)', [[idOf('H8'), idOf('H9')]]),
    ).toEqual([])
  })

  test('undoing takes back only what the same user assigned in the same act', async () => {
    const undo = async (recorded: Assigned['recorded'], role: Role = 'caseworker') =>
      (await post(role, 'assign/undo', { recorded })).json() as Assigned
    const assign = async (key: string) => {
      const { assignments } = await planOf([key], [null])
      app.clock.now = new Date(app.clock.now.getTime() + 1000)
      return ((await post('caseworker', 'assign', { assignments })).json() as Assigned).recorded[0]!
    }
    const [first, second] = [await assign('H1'), await assign('H2')]
    const other = { householdId: idOf('H5'), sequence: 1 }

    const notHers = await undo([first], 'manager')
    expect([notHers.recorded, notHers.failed.map(({ householdId }) => householdId)]).toEqual([[], [idOf('H1')]])
    expect((await undo([other])).failed.map(({ householdId }) => householdId)).toEqual([idOf('H5')])

    const undone = await undo([first, second, other])
    expect(undone.recorded.map(({ householdId }) => householdId)).toEqual([idOf('H1')])
    expect(undone.failed.map(({ householdId }) => householdId)).toEqual([idOf('H2'), idOf('H5')])
    expect((await undo([second])).recorded.map(({ householdId }) => householdId)).toEqual([idOf('H2')])
    expect((await list()).views).toMatchObject({ unit: 7 })
  })

  test('nobody is assigned who does not exist, in bulk or one by one', async () => {
    const assignments = [{ householdId: idOf('H1'), caseworker: 'Ingen Alls', seen: 99 }]
    expect((await post('caseworker', 'assign', { assignments })).json()).toMatchObject({
      problem: 'no-such-caseworker',
    })
    const event = { kind: 'caseworker-assigned', ...ofHousehold, body: { caseworker: 'Ingen Alls' } }
    await expect(record('caseworker', 'H1', event)).rejects.toThrow('no-such-caseworker')
  })
})

describe('saved views', () => {
  const save = (role: Role, views: SavedView[]) =>
    app.as(role, { method: 'PUT', url: '/api/worklist/views', payload: { views } })
  const views = async (role: Role) => (await app.as(role, '/api/worklist/views')).json() as { views: SavedView[] }

  test('are kept in their order, and are nobody else’s', async () => {
    const mine = [
      { name: 'Sena uppföljningar', address: 'status=follow-up-late' },
      { name: 'Att fördela', address: 'view=unassigned' },
    ]
    expect((await save('caseworker', mine)).statusCode).toBe(200)
    expect((await views('caseworker')).views).toEqual(mine)
    expect((await views('manager')).views).toEqual([])
    await save('caseworker', mine.slice(1))
    expect((await views('caseworker')).views).toEqual(mine.slice(1))
  })
})

test('a household that comes back needs a plan, though its plan from before the closing stands', async () => {
  const needPlan = async () => (await keysIn('status=needs-plan&view=unit')).filter((key) => key === 'H12')
  await app.importText('hushall.csv', households(adult('H12', men[4]!)))
  await app.importText('utbetalningar.csv', payments(...paidFor('H12', months(1, 4))))
  const [row] = await rowsOf<{ household_id: number; person_id: number }>(
    app,
    `select h.household_id, m.person_id from household h join household_member m using (household_id) where h.source_key = 'H12'`,
  )
  ids.set('H12', { id: row!.household_id, person: row!.person_id })
  const plan = {
    kind: 'work',
    goals: [{ key: 'g', text: 'Arbete' }],
    activities: [{ key: 'a', text: 'Söka', responsible: 'person' }],
  }
  await record('caseworker', 'H12', { kind: 'plan-saved', on: '2019-02-01', body: plan })
  await record('caseworker', 'H12', {
    kind: 'plan-approved',
    concerns: 1,
    on: '2019-02-01',
    body: { agreedByPerson: true },
  })
  expect(await needPlan()).toEqual([])
  // Assistance is paid for March and April: it came back by itself, and nobody has registered a contact.
  await record('caseworker', 'H12', {
    kind: 'case-closed',
    ...ofHousehold,
    on: '2019-02-15',
    body: { reason: 'studies' },
  })
  expect(await needPlan()).toEqual(['H12'])
  const contact = { channel: 'phone', subjects: ['job-loss'], expectedDuration: 'long', unemployed: true }
  await record('caseworker', 'H12', { kind: 'contact-registered', on: '2019-05-02', body: contact })
  expect(await needPlan()).toEqual(['H12'])
  // Taken up again as it stands.
  await record('caseworker', 'H12', { kind: 'plan-approved', concerns: 1, body: { agreedByPerson: true } })
  expect(await needPlan()).toEqual([])
})
