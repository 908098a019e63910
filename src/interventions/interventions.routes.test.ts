import { expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import type { PathView } from '../pathway/path-view.ts'
import { adult, households, men, women } from '../../test/support/small-extracts.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { importTwoCommittees } from '../../test/support/two-committees.ts'
import type {
  EmployersView,
  InterventionList,
  InterventionView,
  ParticipantList,
  ReferralChoice,
} from './interventions-view.ts'

const app = await testApp()
const year = 'from=2019-01&to=2019-12'

await importTwoCommittees(app)
await app.importText(
  'hushall.csv',
  households(
    adult('H1', women[0]!),
    adult('H2', women[1]!),
    adult('H3', men[0]!),
    adult('H4', men[1]!),
    adult('HS', men[2]!, { protection: 'Ja' }),
  ),
)
await app.limitTo('coach', ['JOB'])
await app.limitTo('caseworker', ['NORD'])
await app.limitTo('reception', ['NORD'])

const intervention = (changes: object = {}) => ({
  name: 'Steget 2.0',
  purpose: 'Väg till arbete',
  targetGroup: 'Arbetslösa',
  kind: 'work-training',
  provider: 'Viadidakt',
  unit: 'JOB',
  places: 20,
  weeks: 12,
  price: { model: 'per-place-month', ore: 850_000 },
  goals: [{ key: 'arbete', text: 'Har ett arbete' }],
  priority: 3,
  from: '2018-01-01',
  until: null,
  ...changes,
})
const put = (key: string, body: object, role: Role = 'manager', kind = 'intervention') =>
  app.as(role, { method: 'PUT', url: `/api/catalogue/${kind}/${key}`, payload: { seen: 0, body } })
await put('steget', intervention())
await put(
  'anstallning',
  intervention({ name: 'Anställning', kind: 'subsidised-employment', unit: 'NORD', priority: 1 }),
)
await put('gammal', intervention({ name: 'Nedlagd', until: '2019-01-01' }))

const idOf = async (key: string): Promise<number> =>
  (await rowsOf<{ household_id: number }>(app, 'select household_id from household where source_key = $1', [key]))[0]!
    .household_id
const pathOf = async (household: number): Promise<PathView> =>
  (await app.as('caseworker', `/api/households/${household}/path`)).json()
const record = async (
  household: number,
  role: Role,
  kind: string,
  concerns: number | null,
  body: object,
  on: string,
) => {
  const before = await pathOf(household)
  const answer = await app.as(role, {
    method: 'POST',
    url: `/api/households/${household}/events`,
    payload: {
      events: [{ kind, personId: kind === 'next-step-set' ? null : before.members[0]!.id, concerns, on, body }],
    },
  })
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.json()]).toEqual([200, ''])
  return (await pathOf(household)).sequence
}

const consent = { recipient: 'JOB', ground: 'consent', scopes: ['identity', 'participation'], until: '2020-01-01' }
const referral = {
  intervention: 'steget',
  unit: 'JOB',
  kind: 'referred',
  goals: [{ key: 'arbete', text: 'Har ett arbete' }],
}
const [first, second, third] = await Promise.all(['H1', 'H2', 'H3'].map(idOf))

await record(first!, 'caseworker', 'consent-given', null, consent, '2019-02-01')
const referred = await record(first!, 'caseworker', 'referred', null, referral, '2019-02-01')
await record(first!, 'coach', 'referral-accepted', referred, {}, '2019-02-04')
await record(first!, 'coach', 'intervention-started', referred, { plannedEnd: '2019-06-01' }, '2019-02-15')
await record(second!, 'caseworker', 'consent-given', null, { ...consent, scopes: ['participation'] }, '2019-03-01')
await record(second!, 'caseworker', 'referred', null, referral, '2019-03-01')
const job = { employerKind: 'municipal', subsidised: true, until: '2019-06-15', introductionPaidBy: 'municipality' }
await record(third!, 'caseworker', 'employment-started', null, job, '2019-01-15')

const get = async <Answer>(role: Role, url: string): Promise<Answer> => (await app.as(role, url)).json()

test('a manager sees exact figures with women and men, and nothing of protected households', async () => {
  const list = await get<InterventionList>('manager', `/api/interventions?${year}`)
  const { summary } = list.rows.find(({ key }) => key === 'steget')!
  expect(list.isExact).toBe(true)
  expect([summary.referred, summary.waiting.all, summary.ongoing.all]).toEqual([{ all: 2, women: 2, men: 0 }, 1, 1])
  expect(summary.waitingTime).toEqual({ medianDays: 14, known: 1 })
  expect(list.hiddenProtected).toBe(1)
})

test.each(['controller', 'caseworker', 'reception'] as const)('a %s is shown no count below five', async (role) => {
  const { summary, isExact, receipt } = await get<InterventionView>(role, `/api/interventions/steget?${year}`)
  expect([isExact, summary.referred.all, summary.waiting.all, summary.buckets]).toEqual([false, null, null, null])
  expect(receipt).toMatchObject({ totalOre: 20 * 850_000 * 12, perPlaceOre: 850_000 * 12 })
})

test('the unit that runs the intervention counts exactly, and names only those whose identity is shared', async () => {
  const view = await get<InterventionView>('coach', `/api/interventions/steget?${year}`)
  expect([view.isExact, view.summary.referred.all]).toEqual([true, 2])
  const { participants } = await get<ParticipantList>('coach', '/api/interventions/steget/participants')
  expect(participants.map(({ name, bucket }) => [name, bucket])).toEqual([
    [null, 'waiting'],
    ['Namn H1', 'ongoing'],
  ])
})

test('every household whose persons are listed stands in the log', async () => {
  await get<ParticipantList>('manager', '/api/interventions/steget/participants')
  const [entry] = await rowsOf<{ household_ids: number[] }>(
    app,
    `select household_ids from audit_entry where action = 'participants-listed' order by entry_no desc limit 1`,
    [],
  )
  expect(entry!.household_ids.map(Number).sort()).toEqual([first!, second!].sort())
})

test('subsidised and unsubsidised jobs are counted by employer and gender, and one that ends soon is watched', async () => {
  const { jobs, introductions } = await get<EmployersView>('manager', `/api/employers?${year}`)
  expect(jobs.find(({ subsidised, employerKind }) => subsidised && employerKind === 'municipal')?.count).toEqual({
    all: 1,
    women: 0,
    men: 1,
  })
  expect(introductions.find(({ payer }) => payer === 'municipality')?.count).toBe(1)
  const watch = await get<{ ending: { name: string; until: string }[] }>('manager', '/api/employers/ending-jobs')
  expect(watch.ending).toMatchObject([{ name: 'Namn H3', until: '2019-06-15' }])
  await record(
    third!,
    'caseworker',
    'next-step-set',
    null,
    { text: 'Vanlig anställning', on: '2019-06-01' },
    '2019-05-14',
  )
  expect((await get<typeof watch>('manager', '/api/employers/ending-jobs')).ending).toEqual([])
})

test('the first to try stands first, one that has ended is no choice, and another committee needs a ground', async () => {
  const fourth = await idOf('H4')
  const { choices } = await get<{ choices: ReferralChoice[] }>(
    'caseworker',
    `/api/households/${fourth}/referral-choices`,
  )
  expect(choices.map(({ key, needsGround, free, waiting }) => [key, needsGround, free, waiting])).toEqual([
    ['anstallning', false, 20, 0],
    ['steget', true, 19, 1],
  ])
  expect((await app.as('coach', `/api/households/${fourth}/referral-choices`)).statusCode).toBe(404)
})
