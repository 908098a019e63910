import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coachRegister } from '../../test/support/coach-register.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { households } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { createIdentitySeries } from '../demo/identity-series.ts'
import { undoImport } from '../imports/undo-import.ts'
import type { PathEvent } from './event.ts'
import type { PathView } from './path-view.ts'

/** Somebody is met at the counter, and a file tells later that the case system has a household of that person: one with a way of its own. */
const app = await testApp()
await coachRegister(app, ['Anna Ek'])
const series = createIdentitySeries()
const later = () => (app.clock.now = new Date(app.clock.now.getTime() + 60_000))

const post = (household: number, event: object) => {
  later()
  return app.as('manager', {
    method: 'POST',
    url: `/api/households/${household}/events`,
    payload: { events: [{ personId: null, concerns: null, on: '2019-05-14', ...event }] },
  })
}
const record = async (household: number, event: object) => {
  const answer = await post(household, event)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<PathView>()
}
const read = async (household: number) =>
  (await app.as('manager', `/api/households/${household}/path`)).json<PathView>()
const import_ = async (...rows: string[]) => {
  later()
  return (await app.importText('hushall.csv', households(...rows))).importId!
}
const undo = async (importId: number) => {
  later()
  expect((await undoImport(app.needs, importId, null)).ok).toBe(true)
}

let count = 0
/** A household of the case system, led by somebody until 2018, and a person met at the counter who turns out to lead it since. */
async function aPair() {
  const key = `P${(count += 1)}`
  const [before, met] = [series(1960 * 12 + (count % 300), 'woman'), series(1970 * 12 + (count % 300), 'man')]
  const row = (number: string, from: string, until: string) =>
    `${key};${number};Namn ${key};Registerledare;${from};${until};NORD;Sara Lind;;`
  await import_(row(before, '2018-01', ''))
  const [household] = await rowsOf<{ household_id: number }>(
    app,
    'select household_id from household where source_key = $1',
    [key],
  )
  later()
  const created = await app.as('manager', {
    method: 'POST',
    url: '/api/intake/households',
    payload: { identityNumber: met, name: `Mött ${key}`, unit: 'NORD' },
  })
  const own = created.json<{ householdId: number }>().householdId
  const join = () => import_(row(before, '2018-01', '2018-12'), row(met, '2019-01', ''))
  const other = household!.household_id
  return {
    other,
    own,
    join,
    person: { other: (await read(other)).members[0]!.id, own: (await read(own)).members[0]!.id },
  }
}

/** Everything of two households that stands in the register, as it was told. */
async function registerOf(...ids: number[]) {
  const of = (table: string, columns = '*') =>
    rowsOf<Record<string, unknown>>(
      app,
      `select ${columns} from ${table} where household_id in (${ids.join()}) order by household_id, sequence`,
    )
  return {
    events: await of('path_event'),
    work: await of('household_work'),
    grounds: await of('sharing_ground'),
    times: await of('booked_time'),
  }
}

const said = [
  { kind: 'note-written', body: { text: 'anteckning' } },
  { kind: 'next-step-set', body: { text: 'Ring', on: '2019-06-01' } },
  {
    kind: 'contact-registered',
    isOf: true,
    body: { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true },
  },
  {
    kind: 'plan-saved',
    isOf: true,
    body: {
      kind: 'work',
      goals: [{ key: 'a', text: 'A' }],
      activities: [{ key: 'b', text: 'B', responsible: 'person' }],
    },
  },
  {
    kind: 'consent-given',
    isOf: true,
    body: { recipient: 'JOB', ground: 'consent', scopes: ['identity'], until: '2020-01-01' },
  },
  { kind: 'meeting-booked', isOf: true, body: { unit: 'NORD', coach: 3, minutes: 30 } },
  { kind: 'case-closed', body: { reason: 'other' } },
] as const

let hour = 0
/** Says something in one of two households; what the rules refuse is left out. */
async function tell(pair: Awaited<ReturnType<typeof aPair>>, choice: number): Promise<void> {
  const which = choice % 2 ? 'own' : 'other'
  const { kind, body, ...rest } = said[Math.floor(choice / 2) % said.length]!
  const personId = 'isOf' in rest ? pair.person[which] : null
  const day = 15 + Math.floor((hour += 1) / 16)
  const at = `2020-${String(1 + (day % 12)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}T${String(6 + (hour % 16)).padStart(2, '0')}:00`
  await post(pair[which], { kind, personId, body: kind === 'meeting-booked' ? { ...body, at } : body })
}

const wordsOf = (events: readonly Record<string, unknown>[]) =>
  events.map(({ kind, person_id, body, recorded_at }) => JSON.stringify([kind, person_id, body, recorded_at])).sort()

test(
  'two ways that meet become one, in the order in which they were told and with nothing lost; undone they are as they were',
  { timeout: 120_000 },
  async () => {
    let met = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1000), { minLength: 2, maxLength: 12 }), async (choices) => {
        const pair = await aPair()
        for (const choice of choices) await tell(pair, choice)
        const before = await registerOf(pair.own, pair.other)
        const isMeeting = new Set(before.events.map(({ household_id }) => household_id)).size === 2

        const importId = await pair.join()
        const joined = await registerOf(pair.own, pair.other)
        expect(new Set([...joined.events, ...joined.work].map(({ household_id }) => household_id))).toEqual(
          new Set(before.events.length > 0 ? [pair.other] : []),
        )
        const told = joined.events.filter(({ kind }) => kind !== 'ways-joined')
        expect(wordsOf(told)).toEqual(wordsOf(before.events))
        expect(told.map(({ recorded_at }) => recorded_at)).toEqual(
          told.map(({ recorded_at }) => recorded_at).sort((a, b) => Number(a) - Number(b)),
        )
        expect(joined.events.length - told.length).toBe(isMeeting ? 1 : 0)
        expect([joined.grounds.length, joined.times.length]).toEqual([before.grounds.length, before.times.length])
        for (const { sequence, concerns } of joined.events)
          if (concerns !== null) expect(Number(concerns)).toBeLessThan(Number(sequence))

        await undo(importId)
        const after = await registerOf(pair.own, pair.other)
        // That they met, and parted, stays in the history of the household that both are in no longer.
        const isOfTheMeeting = ({ recorded_by, household_id }: Record<string, unknown>) =>
          recorded_by === null && household_id === pair.other
        expect(after.events.filter((event) => !isOfTheMeeting(event))).toEqual(before.events)
        expect(after.events.filter(isOfTheMeeting).map(({ kind }) => kind)).toEqual(
          isMeeting ? ['ways-joined', 'undone'] : [],
        )
        const asOfTheWay = ({ sequence: _, ...row }: Record<string, unknown>) => row
        expect(after.work.map(asOfTheWay)).toEqual(before.work.map(asOfTheWay))
        expect([after.grounds, after.times]).toEqual([before.grounds, before.times])
        if (isMeeting) met += 1
      }),
      { numRuns: 15, seed: 20190514 },
    )
    expect(met).toBeGreaterThan(5)
  },
)

describe('after two ways have met', () => {
  test('a caseworker is told, goes through them, and is told no longer', async () => {
    const pair = await aPair()
    await record(pair.other, { kind: 'plan-saved', personId: pair.person.other, body: said[3].body })
    await record(pair.own, { kind: 'note-written', body: { text: 'hos oss' } })
    await pair.join()
    const view = await read(pair.other)
    expect(view.path.joins).toMatchObject([{ said: { from: `kontakt-${pair.own}`, stillOpen: true }, sorted: null }])
    const [join] = view.path.joins
    expect(view.offers).toContainEqual({ kind: 'ways-sorted', personId: null, concerns: join!.id })
    expect(view.offers.filter(({ kind, concerns }) => kind === 'undone' && concerns === join!.id)).toEqual([])
    const sorted = await record(pair.other, { kind: 'ways-sorted', concerns: join!.id, on: join!.on, body: {} })
    expect(sorted.path.joins).toMatchObject([{ sorted: { kind: 'ways-sorted' } }])
    expect(sorted.offers.some(({ kind }) => kind === 'ways-sorted')).toBe(false)
  })

  test('nobody says of himself that they met', async () => {
    const pair = await aPair()
    const answer = await post(pair.other, { kind: 'ways-joined', body: { from: 'kontakt-1', stillOpen: true } })
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { problem: 'not-your-role' }])
  })

  test('the case goes on when one of the two was open, also when the other was closed last', async () => {
    const pair = await aPair()
    await record(pair.own, { kind: 'contact-registered', personId: pair.person.own, body: said[2].body })
    const planned = await record(pair.own, { kind: 'plan-saved', personId: pair.person.own, body: said[3].body })
    await record(pair.own, {
      kind: 'plan-approved',
      personId: pair.person.own,
      concerns: planned.sequence,
      body: { agreedByPerson: true },
    })
    await record(pair.other, { kind: 'note-written', body: { text: 'klart' } })
    await record(pair.other, { kind: 'case-closed', body: { reason: 'other' } })
    await pair.join()
    const { path } = await read(pair.other)
    expect(path.closures.map(({ reopenedOn }) => reopenedOn)).toEqual(['2019-05-14'])
    expect(path.plans).toMatchObject([{ closedAt: null }])
  })

  test('a page that was opened before cannot go on with another thing of the same number', async () => {
    const pair = await aPair()
    await record(pair.own, { kind: 'note-written', body: { text: 'först' } })
    const open = await record(pair.other, {
      kind: 'contact-registered',
      personId: pair.person.other,
      body: said[2].body,
    })
    await pair.join()
    const stale = await app.as('manager', {
      method: 'POST',
      url: `/api/households/${pair.other}/events`,
      payload: {
        seen: open.sequence,
        events: [
          {
            kind: 'promise-explained',
            personId: pair.person.other,
            concerns: 1,
            on: '2019-05-14',
            body: { cause: 'other' },
          },
        ],
      },
    })
    expect([stale.statusCode, stale.json()]).toMatchObject([409, { problem: 'nothing-to-go-on' }])
  })

  test('what is recorded since goes with what it goes on with, and with the one whom it is about', async () => {
    const pair = await aPair()
    await record(pair.other, { kind: 'plan-saved', personId: pair.person.other, body: said[3].body })
    await record(pair.own, { kind: 'contact-registered', personId: pair.person.own, body: said[2].body })
    const importId = await pair.join()
    const [contact] = (await read(pair.other)).path.contacts
    await record(pair.other, {
      kind: 'promise-explained',
      personId: pair.person.own,
      concerns: contact!.id,
      body: { cause: 'other' },
    })
    await record(pair.other, {
      kind: 'mapping-saved',
      personId: pair.person.own,
      body: { method: 'simplified', answers: { halsa: { text: 'Bra' } }, complete: true },
    })
    await record(pair.other, { kind: 'note-written', body: { text: 'om alla' } })
    await undo(importId)
    const kindsOf = ({ path }: PathView) => path.events.map(({ kind }: PathEvent) => kind)
    const own = await read(pair.own)
    expect(kindsOf(own)).toEqual(['contact-registered', 'promise-explained', 'mapping-saved'])
    expect(own.path.contacts[0]).toMatchObject({ id: 1, breach: { concerns: 1 } })
    expect(kindsOf(await read(pair.other))).toEqual(['plan-saved', 'note-written'])
  })
})

describe('what somebody was writing', () => {
  const draft = (key: string, householdId: number, body: object) =>
    app.as('manager', { method: 'PUT', url: `/api/drafts/${key}`, payload: { householdId, body } })
  const found = async (key: string) =>
    (await app.as('manager', `/api/drafts/${key}`)).json<{ draft: { body: object } | null }>().draft?.body

  test('follows the household and the thing that it is about, and neither of two texts is lost', async () => {
    const pair = await aPair()
    await record(pair.other, { kind: 'note-written', body: { text: 'x' } })
    const { sequence } = await record(pair.own, { kind: 'plan-saved', personId: pair.person.own, body: said[3].body })
    await draft(`note-h${pair.own}`, pair.own, { text: 'Hon ringde' })
    await draft(`note-h${pair.other}`, pair.other, { text: 'Han kom hit' })
    await draft(`reminder-h${pair.own}`, pair.own, { text: 'Ring', on: '2019-06-01' })
    await draft(`follow-up-h${pair.own}-${sequence}`, pair.own, { comment: 'Går bra' })
    await draft(`plan-${pair.own}-work`, pair.own, { goals: [] })
    await pair.join()
    const [plan] = (await read(pair.other)).path.plans
    expect(await found(`note-h${pair.other}`)).toEqual({ text: 'Han kom hit\n\nHon ringde' })
    expect(await found(`reminder-h${pair.other}`)).toEqual({ text: 'Ring', on: '2019-06-01' })
    expect(await found(`follow-up-h${pair.other}-${plan!.id}`)).toEqual({ comment: 'Går bra' })
    expect(await found(`plan-${pair.own}-work`)).toEqual({ goals: [] })
    expect(await found(`note-h${pair.own}`)).toBeUndefined()
  })

  test('is the writer’s own all the way', async () => {
    const pair = await aPair()
    await record(pair.own, { kind: 'note-written', body: { text: 'x' } })
    await draft(`note-h${pair.own}`, pair.own, { text: 'Chefens' })
    await pair.join()
    const answer = await app.as('caseworker', `/api/drafts/note-h${pair.other}`)
    expect(answer.json()).toEqual({ draft: null })
    expect(await found(`note-h${pair.other}`)).toEqual({ text: 'Chefens' })
  })
})
