import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../test/support/register-facts.ts'
import { testApp, type TestApp } from '../test/support/test-app.ts'
import { catalogueBodies, type CatalogueKind } from './catalogue/catalogue-bodies.ts'
import { addDemoUsers, demoToday, recordDemoCasework } from './demo-casework.ts'
import { demoCatalogue } from './demo/casework/catalogue.ts'
import type { HouseholdStory } from './demo/casework/story.ts'
import { demoColleagues, demoUsers, userIdOf } from './demo/demo-users.ts'
import { type Demo, type DemoOptions, writeDemo } from './demo/demo.ts'
import { openPromises } from './intake/promise-clock.ts'
import { type Enrolment, enrolmentsOf } from './interventions/enrolments.ts'
import { summarise } from './interventions/summary.ts'
import { type Context, refusedByContext } from './pathway/context-rules.ts'
import type { PathEvent, Proposal } from './pathway/event.ts'
import { faultOf } from './pathway/event-store.queries.ts'
import { refusedByPath } from './pathway/legal.ts'
import type { Path } from './pathway/path.ts'
import { proceed, replay } from './pathway/replay.ts'
import type { Day } from './values/day.ts'
import { Value } from 'typebox/value'

const patience = 120_000

const committeeOf = new Map([
  ...['EBM', 'EBP1', 'EBP2'].map((unit) => [unit, 'SOC'] as const),
  ...['JOBT', 'JOBR', 'KONS'].map((unit) => [unit, 'VIA'] as const),
])
const projects = new Set(['100-projektet'])
const interventions = new Set(demoCatalogue.filter(({ kind }) => kind === 'intervention').map(({ key }) => key))
const workers = new Map([...demoUsers, ...demoColleagues].map((user) => [user.name, user]))
const coaches = new Set([...workers.values()].flatMap(({ name, role }) => (role === 'coach' ? userIdOf(name) : [])))

/** Lets a story happen by the rules that hold for anybody, without a database: the way, and what was refused. */
function happen({ household, steps }: HouseholdStory): { path: Path; refused: string[] } {
  const path = replay([])
  const refused: string[] = []
  for (const { kind, on, by, about, concerns, body } of steps) {
    const user = workers.get(by)!
    const proposal = { kind, personId: about === 'person' ? 1 : null, concerns, on, body } as Proposal
    const context: Context = {
      today: on,
      user: { id: userIdOf(by), role: user.role, unitCodes: user.unitCodes ?? 'all' },
      isOutsider: user.role === 'coach',
      memberIds: [1],
      committeeOf,
      ownCommittee: 'SOC',
      interventions,
      projects,
      caseworkers: new Set(workers.keys()),
      coaches,
      isTimeTaken: () => false,
      placesLeft: () => null,
    }
    const why =
      faultOf(proposal.kind, body) ?? refusedByContext(path, proposal, context) ?? refusedByPath(path, proposal)
    if (why) refused.push(`${household} ${on} ${kind} by ${by}: ${why}`)
    const event = { ...proposal, sequence: path.sequence + 1, by: userIdOf(by), recordedAt: `${on}T12:00:00.000Z` }
    proceed(path, event as PathEvent)
  }
  return { path, refused }
}

test.each<DemoOptions>([
  { seed: 2, households: 250 },
  { seed: 3, households: 120, months: 28 },
  { seed: 5, households: 60, months: 14 },
  { households: 1 },
  { households: 2, months: 1 },
])('nothing that the demo has recorded would be refused: %j', { timeout: patience }, (options) => {
  expect(
    writeDemo(options)
      .casework()
      .flatMap((story) => happen(story).refused),
  ).toEqual([])
})

test('what the catalogue of the demo says is what its kinds of entries say', () => {
  const wrong = demoCatalogue.filter(({ kind, body }) => !Value.Check(catalogueBodies[kind as CatalogueKind], body))
  expect(wrong.map(({ key }) => key)).toEqual([])
})

describe('at the usual size', { timeout: patience }, () => {
  let demo: Demo
  let stories: HouseholdStory[]
  let paths: Path[]
  let refused: string[]
  let enrolments: Enrolment[]
  beforeAll(() => {
    demo = writeDemo()
    stories = demo.casework()
    const happened = stories.map(happen)
    refused = happened.flatMap((each) => each.refused)
    paths = happened.map(({ path }) => path)
    enrolments = paths.flatMap((path, at) =>
      enrolmentsOf(at, path, new Map()).map((each) => ({ ...each, personId: at })),
    )
  }, patience)
  test('nothing would be refused', () => expect(refused).toEqual([]))

  const referrals = () => paths.flatMap((path) => path.referrals)
  const of = (key: string, from: string, until: string) =>
    summarise(
      enrolments.filter(({ intervention }) => intervention === key),
      { from: from as Day, until: until as Day },
    )

  test('Jobbtorg Resurs: 79 referred in 2018, of whom 21 to work, 4 to studies, 4 self-supporting in a programme', () => {
    const { referred, ended, outcomes } = of('jobbtorg-resurs', '2018-01-01', '2019-01-01')
    expect([referred.all, ended.all]).toEqual([79, 79])
    const { work, studies, unknown } = outcomes
    expect([work.all, studies.all, outcomes['self-support-programme'].all, unknown.all]).toEqual([21, 4, 4, 50])
  })

  test('work training: 43 ended in 2018, of whom 17 went on to the job unit, 2 to work, 2 to an internship', () => {
    const { ended, outcomes } = of('arbetstraning', '2018-01-01', '2019-01-01')
    expect(ended.all).toBe(43)
    const { work, unknown } = outcomes
    expect([outcomes['next-intervention'].all, work.all, outcomes['internship-employment-service'].all]).toEqual([
      17, 2, 2,
    ])
    expect(unknown.all).toBe(22)
    const wentOn = paths.filter(({ referrals: own }) =>
      own.some(
        ({ said, state }) =>
          said.intervention === 'arbetstraning' && state.kind === 'ended' && state.end.outcome === 'next-intervention',
      ),
    )
    const toJobUnit = wentOn.filter(({ referrals: own }) => own.some(({ said }) => said.intervention === 'jobbtorg'))
    expect(toJobUnit.length).toBeGreaterThanOrEqual(17)
  })

  test('the social physician: 16 of group A and 55 of group C, 33 of them seen', () => {
    const sent = referrals().filter(({ said }) => said.intervention === 'sociallakaren')
    expect(sent.filter(({ said }) => said.physicianGroup === 'A')).toHaveLength(16)
    expect(sent.filter(({ said }) => said.physicianGroup === 'C')).toHaveLength(55)
    expect(sent.filter(({ physicianSteps: [first] }) => first?.body.step === 'seen')).toHaveLength(33)
  })

  test('twelve first visits in March 2019, and none before', () => {
    const held = paths.flatMap(({ meetings }) => meetings.filter(({ state }) => state.kind === 'held'))
    const days = held.map(({ state }) => ('on' in state ? state.on : ''))
    expect(days.filter((day) => day.startsWith('2019-03'))).toHaveLength(12)
    expect(days.filter((day) => day < '2019-03')).toEqual([])
  })

  test('nobody is recorded as employed in the months whose jobs the files count', () => {
    expect(paths.flatMap(({ employments }) => employments.filter(({ on }) => on >= '2019-01-01'))).toEqual([])
  })

  test('every role has something to do on the day of the demo', () => {
    const booked = paths.flatMap(({ meetings }) => meetings.filter(({ state }) => state.kind === 'booked'))
    const own = booked
      .filter(({ booked: { coach } }) => coach === userIdOf('Anders Vind'))
      .map(({ booked: { at } }) => at)
    expect(own.filter((at) => at.startsWith('2019-05-14'))).toHaveLength(4)
    expect(own.filter((at) => at.startsWith('2019-05-15'))).toHaveLength(3)
    const promises = paths.flatMap((path) => openPromises(path, demoToday, () => true)).map(({ state }) => state)
    expect(new Set(promises)).toEqual(new Set(['broken', 'will-break', 'waiting', 'booked']))
    const states = referrals().map(({ said, state }) => `${said.unit} ${state.kind}`)
    for (const state of ['sent', 'accepted', 'started', 'returned', 'ended']) expect(states).toContain(`JOBT ${state}`)
    const concerns = referrals().flatMap((referral) => referral.concerns)
    expect(concerns.some(({ answered }) => !answered)).toBe(true)
    expect(paths.some(({ closures }) => closures.some(({ reopenedOn }) => reopenedOn))).toBe(true)
  })

  test('nothing is recorded on the day itself or later, nor before the three years', () => {
    const days = stories.flatMap(({ steps }) => steps.map(({ on }) => on))
    expect(days.filter((day) => day >= demoToday || day < '2016-05-01')).toEqual([])
  })

  test('it is the same every time, and another for another seed', () => {
    expect(demo.casework()).toEqual(stories)
    expect(writeDemo({ seed: 2, households: 20 }).casework()).not.toEqual(
      writeDemo({ seed: 3, households: 20 }).casework(),
    )
  })

  describe('in the register', () => {
    let app: TestApp
    beforeAll(async () => {
      app = await testApp()
      for (const { fileName, bytes } of demo.files)
        if (['enheter.csv', 'hushall.csv', 'insatser.csv'].includes(fileName)) await app.importText(fileName, bytes)
      const place = { register: app.database, municipality: app.municipality }
      await addDemoUsers(place)
      await recordDemoCasework(place, stories)
    }, patience)

    const started = (condition: string) =>
      rowsOf<{ women: number; men: number }>(
        app,
        `select count(*) filter (where gender = 'woman')::integer as women, count(*) filter (where gender = 'man')::integer as men
         from participation join person_detail using (municipality_id, person_id)
         where participation.known_until = 'infinity' and person_detail.known_until = 'infinity' and ${condition}`,
      )

    test('every step is an event', async () => {
      const [row] = await rowsOf<{ count: number }>(app, 'select count(*)::integer as count from path_event')
      expect(row?.count).toBe(stories.reduce((sum, { steps }) => sum + steps.length, 0))
    })

    test('11 subsidised jobs (4 women, 7 men), all municipal, and 5 others (2, 3), all external', async () => {
      const jobs = `from_day between '2019-01-01' and '2019-04-30' and `
      expect(await started(`${jobs} subsidised and employer_kind = 'municipal'`)).toEqual([{ women: 4, men: 7 }])
      expect(await started(`${jobs} not subsidised and employer_kind = 'external'`)).toEqual([{ women: 2, men: 3 }])
      const all = `${jobs} (subsidised is not null or employer_kind is not null)`
      expect(await started(all)).toEqual([{ women: 6, men: 10 }])
    })

    test('18 on korta vårdspåret (10 women, 8 men) and 17 on the cleaning course (7, 10) with 20 places', async () => {
      expect(await started(`intervention = 'Korta vårdspåret'`)).toEqual([{ women: 10, men: 8 }])
      expect(await started(`intervention = 'Lokalvårdsutbildning'`)).toEqual([{ women: 7, men: 10 }])
      const places = await rowsOf(
        app,
        `select (body ->> 'places')::integer as places, (body ->> 'weeks')::integer as weeks
        from catalogue_entry where kind = 'intervention' and entry_key in ('lokalvard', 'korta-vardsparet') order by entry_key`,
      )
      expect(places).toEqual([
        { places: 18, weeks: 19 },
        { places: 20, weeks: 15 },
      ])
    })

    test('72 companies were contacted in the spring of Jobbjakten', async () => {
      const contacted = await rowsOf(
        app,
        `select count(distinct entry_key)::integer as count from catalogue_entry, jsonb_array_elements(body -> 'contacts') as contact
         where kind = 'employer' and contact ->> 'on' between '2018-01-01' and '2018-06-30'`,
      )
      expect(contacted).toEqual([{ count: 72 }])
    })

    test('recording again changes nothing', async () => {
      const count = () => rowsOf(app, 'select count(*)::integer as count from path_event')
      const before = await count()
      await recordDemoCasework({ register: app.database, municipality: app.municipality }, stories)
      expect(await count()).toEqual(before)
    })
  })
})
