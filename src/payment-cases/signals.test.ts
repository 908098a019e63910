import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/support/test-app.ts'
import { inTransaction, withTenant } from '../database/transaction.ts'
import { month, monthFromIndex, monthIndex, monthToNumber } from '../values/month.ts'
import { settingsOf, type SignalKind, signalKinds } from './signals.ts'
import { findSignals } from './signals.queries.ts'

const app = await testApp()
const municipalityId = app.municipality.id
const until = month('2019-06')
const from = month('2018-06')

/** Months of the period are 0–11. */
type Paid = { at: number; kronor: number; purpose?: string; paidAt?: number }
type Event = { kind: string; at: number; concerns?: number; subsidised?: boolean }
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
      for (const { at, kronor, purpose = 'Försörjningsstöd', paidAt = at - 1 } of payments)
        rows['payment']!.push({
          ...{ ...known(), household_id, concerned_month: numberAt(at), purpose },
          ...{ paid_on: `${monthAt(paidAt)}-20`, amount_ore: kronor * 100 },
        })
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
          body: event.subsidised === undefined ? {} : { subsidised: event.subsidised },
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
  })
  return expected.sort()
}

const empty = () =>
  inTransaction(app.database.owner, async (tx) => {
    for (const table of ['path_event', 'payment', 'household_member', 'person', 'household'])
      await tx.query(`delete from ${table} where municipality_id = $1`, [municipalityId])
  })

const find = (changed: { key: SignalKind; body: { isOn: boolean; threshold: number | null } }[] = []) =>
  withTenant(app.database.app, { municipalityId, units: 'all', protectedHouseholds: 'all' }, async (tx) => {
    const found = await findSignals(tx, municipalityId, settingsOf(changed, month('2019-05')), { from, until })
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
    const threshold = kind === 'same-twice' ? 1500_01 : 11
    expect(await find([{ key: kind, body: { isOn: true, threshold } }])).toEqual([])
  })
})
