import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { fetchKolada } from './fetch-kolada.ts'
import { fetchedIds } from './key-figures.ts'
import { createKoladaClient, KoladaFailed, type KoladaOptions } from './kolada-client.ts'

/** A server of our own that answers as version 3 does: pages, limits, faults, and a key figure that is gone. */
type Handler = (url: URL, response: ServerResponse) => void
let answer: Handler
let asked: string[] = []
const server: Server = createServer((request: IncomingMessage, response) => {
  const url = new URL(request.url ?? '/', address())
  asked.push(url.pathname + url.search)
  answer(url, response)
})
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
})

const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const page = (values: unknown[], next: string | null = null) => ({
  ...{ values, count: values.length, next_url: next, previous_url: null },
})
const datum = (kpi: string, municipality: string, period: number, value: number | null) => ({
  ...{ kpi, municipality, period },
  values: [{ gender: 'T', count: 1, status: '', value, isdeleted: false }],
})
const client = (options: Partial<KoladaOptions> = {}) =>
  createKoladaClient({ fetch, address: address(), pauseMs: 0, backOffMs: 1, random: () => 0.5, ...options })
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: Error) => (error instanceof KoladaFailed ? `${error.kind} ${error.status ?? ''}`.trim() : error.name),
  )

test('follows pages to the end', async () => {
  answer = (url, response) => {
    const at = Number(url.searchParams.get('page') ?? 1)
    json(
      response,
      page(
        [datum('N31807', '0483', 2015 + at, at)],
        at < 3 ? `${address()}${url.pathname.slice(3)}?page=${at + 1}` : null,
      ),
    )
  }
  const found = await client().data(['N31807'], ['0483'])
  expect(found.map(({ period }) => period)).toEqual([2016, 2017, 2018])
})

test('asks for at most 25 ids at once, of key figures and of areas', async () => {
  answer = (_, response) => json(response, page([]))
  const many = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${1000 + at}`)
  await client().data(many('N3', 26), many('', 51))
  expect(asked).toHaveLength(6)
  for (const path of asked)
    for (const part of [/kpi\/([^/]+)/, /municipality\/([^/]+)/])
      expect(part.exec(path)?.[1]?.split(',').length).toBeLessThanOrEqual(25)
})

test('waits as long as it is asked to after too many calls, and tries again', async () => {
  const at: number[] = []
  answer = (_, response) => {
    at.push(performance.now())
    if (at.length === 1) json(response, {}, 429, { 'retry-after': '1' })
    else json(response, page([datum('N31807', '0483', 2018, 8.7)]))
  }
  expect(await client().data(['N31807'], ['0483'])).toHaveLength(1)
  expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(990)
})

test('gives up at once when it is asked to wait longer than anybody would', async () => {
  answer = (_, response) => json(response, {}, 429, { 'retry-after': '3600' })
  expect(await failure(client().areas())).toBe('busy 429')
  expect(asked).toHaveLength(1)
})

test('waits twice as long after each fault, between half and all of it', async () => {
  const at: number[] = []
  answer = (_, response) => {
    at.push(performance.now())
    json(response, {}, 503)
  }
  expect(await failure(client({ backOffMs: 40, tries: 4, random: () => 1 }).areas())).toBe('busy 503')
  const waits = at.slice(1).map((each, position) => each - at[position]!)
  expect(waits).toHaveLength(3)
  for (const [position, least] of [40, 80, 160].entries()) expect(waits[position]!).toBeGreaterThanOrEqual(least - 2)
})

test('does not ask again what was refused', async () => {
  answer = (_, response) => json(response, {}, 400)
  expect(await failure(client().areas())).toBe('refused 400')
  expect(asked).toHaveLength(1)
})

test('an answer that is cut short is asked for again, and told of when it stays so', async () => {
  answer = (_, response) => {
    if (asked.length === 1) response.end('{"values": [')
    else json(response, page([]))
  }
  expect(await client().areas()).toEqual([])
  answer = (_, response) => response.end('{"values": [')
  expect(await failure(client({ tries: 2 }).areas())).toBe('unreadable')
})

test('an answer of another shape is told of, in a page and in what it holds', async () => {
  answer = (_, response) => json(response, { error: 'no' })
  expect(await failure(client().areas())).toBe('unexpected')
  answer = (_, response) =>
    json(response, page([{ kpi: 'N31807', municipality: '0483', period: 2018, values: 'many' }]))
  expect(await failure(client().data(['N31807'], ['0483']))).toBe('unexpected')
})

test('a next page on another server is not followed', async () => {
  answer = (_, response) => json(response, page([], 'http://192.0.2.1/v3/municipality?page=2'))
  expect(await failure(client().areas())).toBe('unexpected')
})

test('a slow answer is given up after the time limit', async () => {
  answer = () => {}
  expect(await failure(client({ timeLimitMs: 30, tries: 2 }).areas())).toBe('too-slow')
  expect(asked).toHaveLength(2)
})

test('a server that cannot be reached is told of', async () => {
  expect(await failure(client({ address: 'http://127.0.0.1:9/v3', tries: 2 }).areas())).toBe('unreachable')
})

test('whoever asked can end it, also while it waits', async () => {
  answer = (_, response) => json(response, {}, 503)
  const ending = new AbortController()
  const work = failure(client({ backOffMs: 60_000, signal: ending.signal }).areas())
  setTimeout(() => ending.abort(), 20)
  expect(await work).toBe('AbortError')
})

test('a fetch tells the ids that are gone, and asks for the others: own, similar, chosen and the country', async () => {
  const gone = 'N31805'
  answer = (url, response) => {
    const path = url.pathname.slice('/v3/'.length)
    if (path.startsWith('kpi/')) {
      const ids = path.slice('kpi/'.length).split(',')
      json(response, page(ids.filter((id) => id !== gone).map((id) => ({ id, title: id, is_divided_by_gender: 0 }))))
    } else if (path.startsWith('municipality_groups'))
      json(
        response,
        page(
          ['2022', '2023'].map((year) => ({
            ...{ id: `G${year}`, title: `Liknande kommuner ekonomiskt bistånd, Katrineholm, ${year}` },
            members: [{ id: year === '2023' ? '0191' : '1283', title: 'En annan' }],
          })),
        ),
      )
    else if (path === 'municipality') json(response, page([{ id: '0483', title: 'Katrineholm', type: 'K' }]))
    else if (path.includes('N31807')) json(response, page([datum('N31807', '483', 2018, null)]))
    else json(response, page([]))
  }
  const { reference, unknownIds } = await fetchKolada(client(), {
    ...{ municipality: { code: '0483', name: 'Katrineholm' }, chosen: ['0486'] },
  })
  expect(unknownIds).toEqual([gone])
  expect(reference.values).toEqual([
    { source: 'kolada', series: 'N31807', area: '0483', year: 2018, gender: 'T', value: null, status: '' },
  ])
  expect(reference.areas.find(({ area }) => area === 'G2023')?.members).toEqual(['0191'])
  const data = asked.filter((path) => path.includes('/data/'))
  expect(data).toHaveLength(Math.ceil((fetchedIds.length - 1) / 25))
  expect(data.every((path) => path.endsWith('/municipality/0483,0000,0191,0486'))).toBe(true)
  expect(data.join()).not.toContain(gone)
})
