import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { koladaServer, type KoladaWorld, type Trouble } from '../../test/support/kolada-server.ts'
import { fetchKolada } from './fetch-kolada.ts'
import { fetchedIds } from './key-figures.ts'
import { createKoladaClient, KoladaFailed, type KoladaOptions } from './kolada-client.ts'

const kolada = await koladaServer()
afterAll(() => kolada.close())
beforeEach(() => {
  kolada.asked.length = 0
  kolada.breaches.length = 0
  kolada.troubles = []
  kolada.perPage = 5000
})

const client = (options: Partial<KoladaOptions> = {}) =>
  createKoladaClient({
    ...{ fetch, address: kolada.address, pauseMs: 0, backOffMs: 1, timeLimitMs: 100, random: () => 0.5 },
    ...options,
  })
const question = { municipality: { code: '0483', name: 'Katrineholm' }, chosen: ['0486'] }
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof KoladaFailed ? `${error.kind} ${error.status ?? ''}`.trim() : String(error)),
  )

const areas = [
  { id: '0483', title: 'Katrineholm', type: 'K' },
  { id: '0486', title: 'Strängnäs', type: 'K' },
  { id: '0191', title: 'Sigtuna', type: 'K' },
  { id: '0480', title: 'Nyköping', type: 'K' },
  { id: '0000', title: 'Riket', type: 'L' },
] as const
const compared = ['0483', '0486', '0191', '0000']
const groups = ['2022', '2023'].map((year) => ({
  ...{ id: `G${year}`, title: `Liknande kommuner ekonomiskt bistånd, Katrineholm, ${year}` },
  members: [{ member_id: year === '2023' ? '0191' : '0480', member_title: 'En annan' }],
}))

const data: fc.Arbitrary<KoladaWorld['data']> = fc.uniqueArray(
  fc.record({
    kpi: fc.constantFrom(...fetchedIds),
    municipality: fc.constantFrom(...areas.map(({ id }) => id)),
    period: fc.integer({ min: 2015, max: 2025 }),
    values: fc.uniqueArray(
      fc.record({
        gender: fc.constantFrom('T' as const, 'K' as const, 'M' as const),
        value: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
        isdeleted: fc.boolean(),
      }),
      { selector: ({ gender }) => gender, maxLength: 3 },
    ),
  }),
  { selector: ({ kpi, municipality, period }) => `${kpi} ${municipality} ${period}`, maxLength: 60 },
)
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(429, 500, 502, 503, 504) }),
  fc.record({
    ...{ kind: fc.constant('status' as const), status: fc.constantFrom(429, 503) },
    retryAfter: fc.constantFrom('0', 'Thu, 01 Jan 1970 00:00:00 GMT', 'snart'),
  }),
  fc.constantFrom({ kind: 'cut' as const }, { kind: 'cut-length' as const }, { kind: 'html' as const }),
)

test('whatever the pages, the ids that are gone and the troubles that pass: all of it comes, each value once, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      data,
      fc.integer({ min: 1, max: 40 }),
      fc.subarray([...fetchedIds], { minLength: 1 }),
      fc.array(trouble, { maxLength: 4 }),
      async (given, perPage, kpis, troubles) => {
        Object.assign(kolada, { world: { kpis, areas, groups, data: given }, perPage, troubles: [...troubles] })
        kolada.breaches.length = 0
        const { reference, unknownIds } = await fetchKolada(client({ tries: 6 }), question)
        const expected = given
          .filter(({ kpi, municipality }) => kpis.includes(kpi) && compared.includes(municipality))
          .flatMap(({ kpi, municipality, period, values }) =>
            values.map(
              ({ gender, value, isdeleted }) =>
                `${kpi} ${municipality} ${period} ${gender} ${isdeleted ? null : value}`,
            ),
          )
        const found = reference.values.map(
          ({ series, area, year, gender, value }) => `${series} ${area} ${year} ${gender} ${value}`,
        )
        expect(found.toSorted()).toEqual(expected.toSorted())
        expect(unknownIds).toEqual(fetchedIds.filter((id) => !kpis.includes(id)))
        expect(reference.areas.find(({ area }) => area === 'G2023')?.members).toEqual(['0191'])
        expect(kolada.breaches).toEqual([])
      },
    ),
    { seed: 20_260, numRuns: 12 },
  )
})

test('a trouble that stays is told by its kind, and no half answer is given as a whole one', async () => {
  const stays = (each: Trouble) => Array.from({ length: 3 }, () => each)
  kolada.world = { kpis: ['N31807'], areas, groups, data: [] }
  const told = async (each: Trouble) => {
    // The key figures have been answered; the groups never are.
    kolada.troubles = []
    const asking = client({ tries: 3 })
    await asking.kpis(['N31807'])
    kolada.troubles = stays(each)
    return failure(asking.groups('Liknande'))
  }
  expect(await told({ kind: 'status', status: 503 })).toBe('busy 503')
  expect(await told({ kind: 'status', status: 429, retryAfter: '0' })).toBe('busy 429')
  expect(await told({ kind: 'cut' })).toBe('unreadable')
  expect(await told({ kind: 'html' })).toBe('unreadable')
  expect(await told({ kind: 'cut-length' })).toBe('unreachable')
  expect(await told({ kind: 'no-answer' })).toBe('too-slow')
})

test('never more than five calls a second with the pause that it has by itself', async () => {
  Object.assign(kolada, { world: { kpis: ['N31807'], areas, groups, data: [] }, perPage: 1 })
  await createKoladaClient({ fetch, address: kolada.address, timeLimitMs: 1000 }).areas()
  expect(kolada.asked).toHaveLength(areas.length)
  for (const [position, { at }] of kolada.asked.slice(1).entries())
    expect(at - kolada.asked[position]!.at).toBeGreaterThanOrEqual(195)
})

test('waits until the moment that a date in Retry-After names', async () => {
  kolada.world = { kpis: [], areas, groups, data: [] }
  // The header has whole seconds: two ahead is more than one.
  kolada.troubles = [{ kind: 'status', status: 503, retryAfter: new Date(Date.now() + 2000).toUTCString() }]
  const before = performance.now()
  expect(await client().areas()).toHaveLength(areas.length)
  expect(performance.now() - before).toBeGreaterThan(900)
})
