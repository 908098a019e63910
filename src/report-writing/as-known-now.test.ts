import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import type { Document, Table } from '../reports/document.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { households, adult, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { month } from '../values/month.ts'
import { changedRows } from './as-known-now.ts'
import type { ChangedFacts } from './changed-facts.queries.ts'
import { documentDifferences } from './document-differences.ts'
import type { AsKnownNow, Preview, VersionView } from './writing-view.ts'

const app = await testApp()
const keys = Array.from({ length: 8 }, (_, at) => `H${at + 1}`)
const months = ['2019-01', '2019-02', '2019-03']
const numbers = [...women.slice(0, 6), ...men.slice(0, 2)]
await app.importText('hushall.csv', households(...keys.map((key, at) => adult(key, numbers[at]!))))

/** Kronor by household and month; what is missing was never paid. */
type Paid = Record<string, number>
const fileOf = (paid: Paid) =>
  payments(
    ...Object.entries(paid).map(([cell, kronor]) => {
      const [key, concerned] = cell.split(' ')
      return `U-${key}-${concerned};${key};${concerned};${concerned}-25;${kronor},00;Försörjningsstöd`
    }),
  )
const begin: Paid = Object.fromEntries(
  keys.flatMap((key) => months.slice(0, 2).map((each) => [`${key} ${each}`, 5000])),
)
await app.importText('utbetalningar.csv', fileOf(begin))

await app.as('manager', {
  ...{ method: 'PUT', url: '/api/catalogue/report-template/brev' },
  payload: {
    seen: 0,
    body: {
      ...{ name: 'Brev', purpose: '', period: 'any', signedBy: ['manager'] },
      sections: [
        {
          ...{ key: 'a', heading: 'Läget', level: 1 },
          parts: [
            { kind: 'text', key: 'a', guidance: '', suggestion: 'De fick {paid}.', required: 'no' },
            { kind: 'indicators', caption: 'Nyckeltal', ids: ['paid', 'households-per-month'] },
            { kind: 'tables', ids: ['volumes'] },
          ],
        },
        {
          ...{ key: 'b', heading: 'Männen', level: 1 },
          parts: [
            {
              ...{ kind: 'text', key: 'b', guidance: '', required: 'no' },
              suggestion: 'Av dem var {households-per-month[gender=man]} män.',
            },
          ],
        },
      ],
    },
  },
})

const get = async <Answer>(role: Role, url: string) => (await app.as(role, url)).json() as Answer

async function signed(): Promise<string> {
  const payload = { template: 'brev', templateVersion: 1, title: 'B', from: '2019-01', to: '2019-02' }
  const { id } = (await app.as('manager', { method: 'POST', url: '/api/written-reports', payload })).json() as {
    id: number
  }
  const answer = await app.as('manager', {
    ...{ method: 'POST', url: `/api/written-reports/${id}/versions`, payload: { answers: [], reason: '' } },
  })
  expect(answer.json()).toEqual({ version: 1 })
  return `/api/written-reports/${id}/versions/1`
}

const volumeFile = (value: number) =>
  `Volymmått;Typ;Från månad;Till månad;Version;Värde\r\nUtredningar;Flöde;2019-01;2019-02;Utfall;${value}\r\n`

/** Six households in a group that everybody may know of, one in a group that only managers see. */
async function freezeGroups(): Promise<number[]> {
  const rule = { costliest: 6, period: { from: '2019-01', until: '2019-03' }, monthsAtLeast: null, ageBelow: null }
  const group = (name: string, restricted: boolean, costliest: number) => ({
    ...{ name, purpose: '', kind: 'rule', exclusive: false, restricted, frozen: [] },
    rule: { ...rule, costliest, obstacles: [], housing: [], withChildren: null, unit: null },
  })
  for (const [key, body] of Object.entries({ alla: group('Alla', false, 6), dold: group('Kvinnofrid', true, 1) })) {
    const saved = { method: 'PUT', url: `/api/catalogue/target-group/${key}`, payload: { seen: 0, body } } as const
    expect((await app.as('manager', saved)).statusCode).toBe(200)
    const frozen = { method: 'POST', url: `/api/target-groups/${key}/freeze`, payload: { seen: 1 } } as const
    expect((await app.as('manager', frozen)).statusCode).toBe(200)
  }
  const members = await rowsOf<{ household_id: string }>(
    app,
    `select household_id from target_group_member where group_key = 'alla' order by household_id`,
  )
  return members.map(({ household_id }) => Number(household_id))
}

const change = fc.record({
  cell: fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...months)).map((parts) => parts.join(' ')),
  kronor: fc.integer({ min: 100, max: 9000 }),
})

test('what a signed report would say now differs by exactly the rows that are listed', async () => {
  let paid = begin
  let volume = 10
  await app.importText('volymer.csv', volumeFile(volume))
  const members = await freezeGroups()
  const gone = new Set<number>()
  const moved = fc.subarray(members)
  const volumes = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), moved, volumes, async (changes, leaving, counted) => {
      app.clock.now = new Date(app.clock.now.getTime() + 60_000)
      const version = await signed()
      app.clock.now = new Date(app.clock.now.getTime() + 60_000)
      const before = paid
      const volumeBefore = volume
      volume = counted ?? volume
      if (counted !== null) await app.importText('volymer.csv', volumeFile(counted))
      for (const household of leaving) {
        const payload = { households: [household], until: gone.has(household) ? null : '2019-05-20' }
        const left = { method: 'POST', url: '/api/target-groups/alla/members', payload } as const
        expect((await app.as('manager', left)).statusCode).toBe(200)
        if (!gone.delete(household)) gone.add(household)
      }
      paid = { ...paid, ...Object.fromEntries(changes.map(({ cell, kronor }) => [cell, kronor])) }
      await app.importText('utbetalningar.csv', fileOf(paid))
      const now = await get<AsKnownNow>('manager', `${version}/as-known-now`)
      const { document } = await get<VersionView>('manager', version)

      const listed = now.households!.map(({ key, month: about, beforeOre, nowOre }) => [
        `${key} ${about}`,
        beforeOre,
        nowOre,
      ])
      const expected = Object.keys(paid)
        .filter((cell) => paid[cell] !== before[cell])
        .map((cell) => [cell, before[cell] === undefined ? null : before[cell] * 100, paid[cell]! * 100])
      expect(listed.toSorted()).toEqual(expected.toSorted())

      const inPeriod = now.households!.filter(({ month: about }) => about! <= '2019-02')
      const difference = inPeriod.reduce((sum, { beforeOre, nowOre }) => sum + (nowOre ?? 0) - (beforeOre ?? 0), 0)
      const prose = now.cells.find(({ place }) => place.startsWith('Texten'))
      expect(amountIn(prose?.now ?? textOf(document)) - amountIn(textOf(document))).toBe(Math.round(difference / 100))
      const volumeCells = now.cells.filter(({ place }) => place.startsWith('Volymer: '))
      const rowsNamed = (what: string) => now.rows.filter((row) => row.what === what)
      expect([volumeCells.length > 0, rowsNamed('Volymer').length]).toEqual(
        volume === volumeBefore ? [false, 0] : [true, 1],
      )
      const few = leaving.length < 5
      expect(rowsNamed('Hushåll i målgrupper')).toEqual(
        leaving.length === 0
          ? []
          : [
              expect.objectContaining({
                ...{ month: null, isLater: true, withheld: few, households: few ? null : leaving.length },
                ...(few ? { added: 0, removed: 0 } : { added: leaving.length, removed: leaving.length }),
              }),
            ],
      )
      if (listed.length === 0 && leaving.length === 0 && volume === volumeBefore)
        expect([now.cells, now.rows]).toEqual([[], []])

      // Where they are enough to be shown, the sums of the months are those of the rows, for whoever sees no household too.
      const { rows } = await get<AsKnownNow>('controller', `${version}/as-known-now`)
      for (const row of rows.filter((each) => each.what === 'Utbetalningar' && !each.withheld && !each.isLater)) {
        const own = inPeriod.filter(({ month: about }) => about === row.month)
        expect(row.ore).toBe(own.reduce((sum, { beforeOre, nowOre }) => sum + (nowOre ?? 0) - (beforeOre ?? 0), 0))
      }
      for (const row of rows) if (row.households !== null) expect(row.households).toBeGreaterThanOrEqual(5)
    }),
    { seed: 20190514, numRuns: 8 },
  )
}, 60_000)

const textOf = ({ sections }: Document): string => {
  const [block] = sections[0]!.blocks
  if (block?.kind !== 'paragraph') throw new Error('No text')
  const [ore] = block.content.flatMap((part) => (typeof part !== 'string' && part.kind === 'kronor' ? [part.ore] : []))
  return String(ore! / 100)
}
const amountIn = (text: string): number => Number(text.replace(/[^\d]/g, ''))

test('cases of payments are counted, protected ones and what they say not; a group that only managers see is told to nobody else', async () => {
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  const version = await signed()
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  for (const householdKey of keys.slice(0, 5)) {
    const payload = { householdKey, signal: null, month: '2019-01', note: 'Hemlig anteckning' }
    expect((await app.as('manager', { method: 'POST', url: '/api/payment-cases', payload })).statusCode).toBe(200)
  }
  const [entry] = (
    await get<{ entries: { version: number; body: object }[] }>('manager', '/api/catalogue/target-group')
  ).entries.slice(-1)
  const payload = { seen: entry!.version, body: { ...entry!.body, purpose: 'Ändrat' } }
  await app.as('manager', { method: 'PUT', url: '/api/catalogue/target-group/dold', payload })
  const ofController = await get<AsKnownNow>('controller', `${version}/as-known-now`)
  const ofManager = await get<AsKnownNow>('manager', `${version}/as-known-now`)
  for (const { rows } of [ofController, ofManager])
    expect(rows).toEqual([
      expect.objectContaining({ what: 'Ärenden om felaktiga utbetalningar', added: 5, removed: 0, households: 5 }),
    ])
  expect([ofController, ofManager].map(({ decisions }) => decisions.map(({ name }) => name))).toEqual([
    [],
    ['Kvinnofrid'],
  ])
  expect(JSON.stringify(ofController)).not.toMatch(/Hemlig|Kvinnofrid/)
})

test('a figure that a text names and that is about too few is told of beside it', async () => {
  const payload = { template: 'brev', templateVersion: 1, title: 'B', from: '2019-01', to: '2019-02' }
  const { id } = (await app.as('manager', { method: 'POST', url: '/api/written-reports', payload })).json() as {
    id: number
  }
  const { document, findings } = await get<Preview>('manager', `/api/written-reports/${id}/preview`)
  expect(JSON.stringify(document.sections.at(-1))).toContain('too-few')
  expect(findings).toMatchObject([{ kind: 'withheld', section: 'Männen', part: 'b', stops: false }])
})

test('a protected household is named to nobody, and whoever may see households is told that there is more', async () => {
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await app.importText('hushall.csv', households(adult('H99', women[9]!, { protection: 'Ja' })))
  await app.importText('fler.csv', fileOf({ 'H99 2019-01': 5000 }))
  const version = await signed()
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await app.importText('fler.csv', fileOf({ 'H99 2019-01': 8000 }))
  const answer = await get<AsKnownNow>('manager', `${version}/as-known-now`)
  expect(answer.cells.length).toBeGreaterThan(0)
  expect([answer.households, answer.hasClosed]).toEqual([[], true])
  expect(answer.rows).toEqual([expect.objectContaining({ what: 'Utbetalningar', withheld: true, ore: null })])
  expect(JSON.stringify(answer)).not.toContain('H99')
})

describe('rows that are counted', () => {
  const fact = (changed: Partial<ChangedFacts>): ChangedFacts => ({
    ...{ kind: 'payment', month: month('2019-01'), added: 6, removed: 6, households: 6, ore: 100, ...changed },
  })

  test('are withheld where they are about too few households, with everything that they say', () => {
    expect(changedRows([fact({ households: 4 })], month('2019-04'))).toEqual([
      expect.objectContaining({ withheld: true, added: 0, removed: 0, households: null, ore: null }),
    ])
  })

  test('about months after the period stand together, after the others', () => {
    const rows = changedRows(
      [fact({ month: month('2019-05') }), fact({}), fact({ month: month('2019-06'), households: 9 })],
      month('2019-04'),
    )
    expect(rows.map(({ isLater, added, ore }) => [isLater, added, ore])).toEqual([
      [false, 6, 100],
      [true, 12, 200],
    ])
  })
})

describe('two documents', () => {
  const table = (count: number): Table => ({
    ...{ kind: 'table', id: 't', caption: 'Volymer', rowHeading: '', columns: ['Antal'], footnotes: [] },
    rows: [{ label: 'Hushåll', cells: [{ kind: 'count', count, definitionId: 't' }] }],
  })
  const document = (...tables: Table[]): Document => ({
    ...{ title: 'T', subtitle: '', municipality: { code: '0483', name: 'K' }, notes: [] },
    period: { from: month('2019-01'), to: month('2019-04') },
    sections: [{ heading: 'Läget', level: 1, blocks: tables }],
  })

  test('differ in the cells that do not say the same, by table, row and column', () => {
    expect(documentDifferences(document(table(602)), document(table(604)))).toEqual([
      { section: 'Läget', place: 'Volymer: Hushåll, Antal', reported: '602', now: '604' },
    ])
  })

  test('that are the same do not differ', () =>
    expect(documentDifferences(document(table(602)), document(table(602)))).toEqual([]))

  test('tell what only one of them has', () => {
    expect(documentDifferences(document(table(602)), document())).toEqual([
      { section: 'Läget', place: 'Volymer: Hushåll, Antal', reported: '602', now: '–' },
    ])
  })
})
