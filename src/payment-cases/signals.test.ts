import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { findSignalsInSql } from '../../test/support/signals-in-sql.ts'
import { testApp } from '../../test/support/test-app.ts'
import { FiguresService } from '../analysis/load-figures.ts'
import { inTransaction, type Tenant, type Tx, withTenant } from '../database/transaction.ts'
import { refreshRegister } from '../register/refresh-register.ts'
import { month, monthFromIndex, monthIndex, monthToNumber } from '../values/month.ts'
import { findSignals } from './find-signals.ts'
import { settingsOf, type SignalKind, signalKinds } from './signals.ts'

const app = await testApp()
const municipalityId = app.municipality.id
const until = month('2019-06')
const from = month('2018-06')

/** Months of the period are 0–11. */
/** `first`: what it was said to be before it was changed. */
type Paid = { at: number; kronor: number; purpose?: string | null; paidAt?: number | null; first?: number | undefined }
type Event = { kind: string; at: number; concerns?: number; subsidised?: boolean; until?: number }
type Household = {
  payments: Paid[]
  /** Who is in it, from and until a month: persons are numbered within a shape. */
  members?: { person: number; role: string; from: number; until?: number }[]
  events?: Event[]
}
type Shape = { households: Household[]; signal?: { kind: SignalKind; at: number; kronor: number } }

const regular = (months: number, kronor = 5000): Paid[] =>
  Array.from({ length: months }, (_, at) => ({ at, kronor: kronor + (at % 3) * 100 }))

/** What is right, though it looks like something. */
const clean: Record<string, (at: number) => Shape> = {
  regular: () => ({ households: [{ payments: regular(12) }] }),
  'two purposes of one amount': (at) => ({
    households: [
      { payments: [...regular(12), { at, kronor: 900, purpose: 'El' }, { at, kronor: 900, purpose: 'Medicin' }] },
    ],
  }),
  'two tickets below the smallest amount': (at) => ({
    households: [{ payments: [...regular(12), ...[1, 2].map(() => ({ at, kronor: 499, purpose: 'Resor' }))] }],
  }),
  'paid twice and paid back': (at) => ({
    households: [
      {
        payments: [
          ...regular(12),
          ...[1, 2].map(() => ({ at, kronor: 2000, purpose: 'El' })),
          { at, kronor: -2000, purpose: 'Återkrav', paidAt: at + 1 },
        ],
      },
    ],
  }),
  'moved from one household to another': (at) => ({
    households: [
      {
        payments: regular(12).filter((paid) => paid.at < at),
        members: [{ person: 1, role: 'mainApplicant', from: -9, until: at }],
      },
      {
        payments: regular(12).filter((paid) => paid.at >= at),
        members: [{ person: 1, role: 'mainApplicant', from: at }],
      },
    ],
  }),
  'a child that lives with both parents': () => ({
    households: [1, 2].map((parent) => ({
      payments: regular(12),
      members: [
        { person: parent, role: 'mainApplicant', from: -9 },
        { person: 3, role: 'child', from: -9 + parent },
      ],
    })),
  }),
  'closed and opened again': (at) => ({
    households: [
      {
        payments: regular(12),
        events: [
          { kind: 'case-closed', at },
          { kind: 'contact-registered', at: at + 1 },
        ],
      },
    ],
  }),
  'closed by mistake': (at) => ({
    households: [
      {
        payments: regular(12),
        events: [
          { kind: 'case-closed', at },
          { kind: 'undone', at, concerns: 1 },
        ],
      },
    ],
  }),
  'a subsidised job': (at) => ({
    households: [{ payments: regular(12), events: [{ kind: 'employment-started', at, subsidised: true }] }],
  }),
  'a job that ended': (at) => ({
    households: [
      {
        payments: regular(12),
        events: [
          { kind: 'employment-started', at, subsidised: false },
          { kind: 'employment-ended', at: at + 1, concerns: 1 },
        ],
      },
    ],
  }),
  'the month after a job began': (at) => ({
    households: [{ payments: regular(at + 2), events: [{ kind: 'employment-started', at, subsidised: false }] }],
  }),
  'paid back the month after': (at) => ({
    households: [{ payments: [...regular(12), { at, kronor: -700, purpose: 'Återkrav', paidAt: at + 1 }] }],
  }),
  'an amount that was mended by little, and one that was changed and changed back': (at) => ({
    households: [
      { payments: [...regular(12), { at, kronor: 1200, first: 1600 }, { at, kronor: 900, first: 900, purpose: 'El' }] },
    ],
  }),
  'a large payment to one who is little known': () => ({
    households: [{ payments: [...regular(4), { at: 4, kronor: 60_000 }] }],
  }),
}

/** What is to be found, once. `at` is 1–9. */
const planted: Record<SignalKind, (at: number) => Shape> = {
  'two-households': (at) => ({
    households: [
      { payments: regular(12, 6000), members: [{ person: 1, role: 'coApplicant', from: -9 }] },
      { payments: [{ at, kronor: 4000 }], members: [{ person: 1, role: 'mainApplicant', from: at }] },
    ],
    signal: { kind: 'two-households', at, kronor: 4000 },
  }),
  'after-closing': (at) => ({
    households: [{ payments: regular(at + 2, 5000), events: [{ kind: 'case-closed', at }] }],
    signal: { kind: 'after-closing', at: at + 1, kronor: 5000 + ((at + 1) % 3) * 100 },
  }),
  'after-employment': (at) => ({
    households: [{ payments: regular(at + 3, 5000), events: [{ kind: 'employment-started', at, subsidised: false }] }],
    signal: { kind: 'after-employment', at: at + 2, kronor: 5000 + ((at + 2) % 3) * 100 },
  }),
  'same-twice': (at) => ({
    households: [{ payments: [...regular(12), ...[1, 2, 3].map(() => ({ at, kronor: 1500, purpose: 'Tandvård' }))] }],
    signal: { kind: 'same-twice', at, kronor: 3000 },
  }),
  'changed-later': (at) => ({
    households: [{ payments: [...regular(12), { at, kronor: 1200, first: 3000 }, { at, kronor: 900, first: 200 }] }],
    signal: { kind: 'changed-later', at, kronor: 2500 },
  }),
  'late-recovery': (at) => ({
    households: [{ payments: [...regular(12), { at, kronor: -800, purpose: 'Återkrav', paidAt: at + 2 }] }],
    signal: { kind: 'late-recovery', at, kronor: 800 },
  }),
  'above-median': (at) => ({
    households: [{ payments: [...regular(12).filter((paid) => paid.at !== at), { at, kronor: 30_000 }] }],
    signal: { kind: 'above-median', at, kronor: 24_900 },
  }),
}

const monthAt = (at: number) => monthFromIndex(monthIndex(from) + at)
const numberAt = (at: number) => monthToNumber(monthAt(at))

/** Writes shapes to an empty register; gives what is to be found, as text. */
async function plant(shapes: readonly Shape[]): Promise<string[]> {
  const rows = { household: [], person: [], household_member: [], payment: [], path_event: [] } as Record<
    string,
    object[]
  >
  const expected: string[] = []
  let [household, fact] = [0, 0]
  const known = () => ({
    source_key: `F${(fact += 1)}`,
    import_id: 1,
    known_from: '2018-01-01T00:00:00Z',
    known_until: 'infinity',
  })
  for (const [number, { households, signal }] of shapes.entries()) {
    for (const [place, { payments, members = [], events = [] }] of households.entries()) {
      const household_id = (household += 1)
      if (signal && place === 0) expected.push(`${household_id} ${signal.kind} ${monthAt(signal.at)} ${signal.kronor}`)
      rows['household']!.push({ household_id, source_key: `H${household_id}` })
      for (const { at, kronor, purpose = 'Försörjningsstöd', paidAt = at - 1, first } of payments) {
        const paid = {
          ...{ ...known(), household_id, concerned_month: numberAt(at), purpose },
          ...{ paid_on: paidAt === null ? null : `${monthAt(paidAt)}-20`, amount_ore: kronor * 100 },
        }
        if (first === undefined) rows['payment']!.push(paid)
        else {
          const changed = '2018-09-01T00:00:00Z'
          rows['payment']!.push({ ...paid, known_until: changed, amount_ore: first * 100 })
          rows['payment']!.push({ ...paid, known_from: changed })
        }
      }
      for (const { person, role, from, until } of members) {
        const person_id = number * 10 + person
        if (!rows['person']!.some((each) => 'person_id' in each && each.person_id === person_id))
          rows['person']!.push({ person_id })
        const until_month = until === undefined ? null : numberAt(until)
        rows['household_member']!.push({
          ...known(),
          household_id,
          person_id,
          role,
          from_month: numberAt(from),
          until_month,
        })
      }
      for (const [at, event] of events.entries())
        rows['path_event']!.push({
          ...{ household_id, sequence: at + 1, audience: 'unit', kind: event.kind, concerns: event.concerns ?? null },
          ...{ happened_on: `${monthAt(event.at)}-15`, recorded_at: '2019-05-01T00:00:00Z' },
          body: {
            ...(event.subsidised !== undefined && { subsidised: event.subsidised }),
            ...(event.until !== undefined && { until: `${monthAt(event.until)}-10` }),
          },
        })
    }
  }
  await inTransaction(app.database.owner, async (tx) => {
    for (const [table, all] of Object.entries(rows)) {
      if (all.length === 0) continue
      const columns = Object.keys(all[0]!).join(', ')
      await tx.query(
        `insert into ${table} (municipality_id, ${columns}) select ${municipalityId}, ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(all)],
      )
    }
    await bringUpToDate(tx)
  })
  return expected.sort()
}

/** What follows from the facts: whom a household is seen by, the list of households, and where each way has come. */
async function bringUpToDate(tx: Tx): Promise<void> {
  const scope = 'case household_id % 4 when 1 then 1 when 2 then 2 when 3 then -household_id else 0 end'
  for (const table of ['household', 'payment', 'household_member', 'path_event'])
    await tx.query(`update ${table} set access_scope = ${scope} where municipality_id = $1`, [municipalityId])
  await tx.query(
    `insert into household_work (municipality_id, household_id, access_scope, sequence, breach_explained, open_interventions, changed_at)
     select municipality_id, household_id, max(access_scope), max(sequence), false, 0, now() from path_event
     where municipality_id = $1 group by 1, 2`,
    [municipalityId],
  )
  await refreshRegister(tx, municipalityId, { scopes: false })
}

const empty = () =>
  inTransaction(app.database.owner, async (tx) => {
    for (const table of [
      'household_summary',
      'household_work',
      'path_event',
      'payment',
      'household_member',
      'person',
      'household',
    ])
      await tx.query(`delete from ${table} where municipality_id = $1`, [municipalityId])
  })

type Changed = { key: SignalKind; body: { isOn: boolean; threshold: number | null } }[]

/** The facts are put there without an import, and so without a new version of the data: each question reads them anew. */
const needs = () => ({ figures: new FiguresService(app.database.reader), municipality: app.municipality })

const find = (changed: Changed = []) =>
  withTenant(app.database.app, { municipalityId, units: 'all', protectedHouseholds: 'all' }, async (tx) => {
    const found = await findSignals(needs(), tx, settingsOf(changed, month('2019-05')), { from, until })
    return found
      .map(({ householdId, kind, month, stakeOre }) => `${householdId} ${kind} ${month} ${stakeOre / 100}`)
      .sort()
  })

beforeEach(empty)

const places = fc.integer({ min: 1, max: 9 })
const cleanShape = fc.tuple(fc.constantFrom(...Object.values(clean)), places).map(([shape, at]) => shape(at))
const plantedShape = fc.tuple(fc.constantFrom(...Object.values(planted)), places).map(([shape, at]) => shape(at))

test('a clean register has nothing to look at', () =>
  fc.assert(
    fc.asyncProperty(fc.array(cleanShape, { minLength: 1, maxLength: 12 }), async (shapes) => {
      await empty()
      await plant(shapes)
      expect(await find()).toEqual([])
    }),
    { seed: 1, numRuns: 25 },
  ))

test('whatever is planted is found, once, with its amount', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(cleanShape, plantedShape), { minLength: 1, maxLength: 15 }), async (shapes) => {
      await empty()
      const expected = await plant(shapes)
      expect(await find()).toEqual(expected)
    }),
    { seed: 2, numRuns: 25 },
  ))

describe.each(Object.entries(clean))('%s', (_, shape) =>
  test('is silent', async () => {
    await plant([shape(3)])
    expect(await find()).toEqual([])
  }),
)

describe.each(signalKinds)('%s', (kind) => {
  test('is found', async () => {
    const expected = await plant([planted[kind](3)])
    expect(expected).toHaveLength(1)
    expect(await find()).toEqual(expected)
  })
  test('is silent when it is switched off', async () => {
    await plant([planted[kind](3)])
    expect(await find([{ key: kind, body: { isOn: false, threshold: null } }])).toEqual([])
  })
  test('is silent when what is planted lies below the threshold', async () => {
    await plant([planted[kind](3)])
    const threshold = kind === 'same-twice' ? 1500_01 : kind === 'changed-later' ? 1800_01 : 11
    expect(await find([{ key: kind, body: { isOn: true, threshold } }])).toEqual([])
  })
})

describe('anything that may stand in a register', () => {
  const at = fc.integer({ min: -14, max: 11 })
  const paid = fc.record({
    at,
    kronor: fc.constantFrom(-5000, -900, 300, 900, 900, 5000, 5000, 5100, 30_000),
    purpose: fc.constantFrom('Försörjningsstöd', 'El', null),
    paidAt: fc.option(fc.integer({ min: -14, max: 14 })),
    first: fc.constantFrom(undefined, undefined, undefined, 5000, 5600),
  })
  const member = fc.record({
    person: fc.integer({ min: 1, max: 3 }),
    role: fc.constantFrom('mainApplicant', 'coApplicant', 'child'),
    from: at,
  })
  const event = fc.record({
    kind: fc.constantFrom('contact-registered', 'case-closed', 'employment-started', 'employment-ended', 'undone'),
    at,
    back: fc.integer({ min: 1, max: 4 }),
    subsidised: fc.constantFrom(false, false, true),
    until: fc.option(at, { nil: undefined }),
  })
  /** An event concerns an earlier one; only employments say more. */
  const asRecorded = ({ kind, at, back, subsidised, until }: Event & { back: number }, place: number): Event => ({
    ...{ kind, at },
    ...((kind === 'undone' || kind === 'employment-ended') && place > 0 && { concerns: Math.max(1, place + 1 - back) }),
    ...(kind === 'employment-started' && { subsidised: subsidised ?? false, ...(until !== undefined && { until }) }),
  })
  const household = fc
    .record({
      months: fc.integer({ min: 0, max: 26 }),
      extra: fc.array(paid, { maxLength: 8 }),
      members: fc.array(fc.tuple(member, fc.option(fc.integer({ min: 1, max: 9 }))), { maxLength: 3 }),
      events: fc.array(event, { maxLength: 6 }),
    })
    .map(({ months, extra, members, events }) => ({
      payments: [...regular(months).map((each) => ({ ...each, at: each.at - 14 })), ...extra],
      members: members.map(([each, length]) => ({ ...each, ...(length !== null && { until: each.from + length }) })),
      events: events.map((each, place) => asRecorded(each as Event & { back: number }, place)),
    }))
  const shapes = fc.array(fc.record({ households: fc.array(household, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  const threshold = (kind: SignalKind) =>
    kind === 'same-twice' || kind === 'changed-later'
      ? fc.constantFrom(null, 100, 900_01)
      : fc.constantFrom(null, 0, 1, 3)
  const changes = fc.tuple(
    ...signalKinds.map((key) =>
      fc.record({
        key: fc.constant(key),
        body: fc.record({ isOn: fc.constantFrom(true, true, true, false), threshold: threshold(key) }),
      }),
    ),
  )
  const users: Tenant[] = [
    { municipalityId, units: 'all', protectedHouseholds: 'all' },
    { municipalityId, units: 'all' },
    { municipalityId, units: [1], protectedHouseholds: [3] },
    { municipalityId, units: [2] },
  ]

  test('gives each user the signals that SQL finds in the payments that the user may see', () =>
    fc.assert(
      fc.asyncProperty(
        shapes,
        changes,
        fc.constantFrom(...users),
        fc.integer({ min: 1, max: 14 }),
        async (all, changed, user, length) => {
          await empty()
          await plant(all)
          const settings = settingsOf(changed, month('2019-05'))
          const looked = { from: monthAt(12 - length), until }
          const [ours, inSql] = await withTenant(app.database.app, user, async (tx) => [
            await findSignals(needs(), tx, settings, looked),
            await findSignalsInSql(tx, municipalityId, settings, looked),
          ])
          // Of several other households with as much at stake SQL gives any.
          const told = (signals: typeof ours) =>
            signals!.map(({ otherHouseholdId, ...each }) => ({ ...each, isPair: otherHouseholdId !== null }))
          expect(told(ours)).toEqual(told(inSql))
        },
      ),
      { seed: 3, numRuns: 80 },
    ))

  test('of one household they are those of it among all', () =>
    fc.assert(
      fc.asyncProperty(shapes, async (all) => {
        await empty()
        await plant(all)
        const settings = settingsOf([], month('2019-05'))
        const [every, own] = await withTenant(app.database.app, users[0]!, async (tx) => [
          await findSignals(needs(), tx, settings, { from, until }),
          await findSignals(needs(), tx, settings, { from, until, householdId: 1 }),
        ])
        expect(own).toEqual(every!.filter(({ householdId }) => householdId === 1))
      }),
      { seed: 4, numRuns: 12 },
    ))
})
