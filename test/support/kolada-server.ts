import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong with a call before Kolada answers it as it should. */
export type Trouble =
  | { kind: 'status'; status: 429 | 500 | 502 | 503 | 504; retryAfter?: string }
  | { kind: 'cut' }
  | { kind: 'cut-length' }
  | { kind: 'no-answer' }
  | { kind: 'html' }

export type KoladaValue = { gender: 'T' | 'K' | 'M'; value: number | null; isdeleted?: boolean; status?: string }
export type KoladaWorld = {
  /** Key figures that it knows. */
  kpis: readonly string[]
  areas: readonly { id: string; title: string; type: 'K' | 'L' }[]
  groups: readonly { id: string; title: string; members: readonly { member_id: string; member_title: string }[] }[]
  data: readonly { kpi: string; municipality: string; period: number; values: readonly KoladaValue[] }[]
}

export type KoladaServer = {
  address: string
  /** Paths in the order they were asked for, with when. */
  asked: { path: string; at: number }[]
  /** What a client did that version 3 does not allow. */
  breaches: string[]
  /** Taken one by one, one for each call, until there are none left. */
  troubles: Trouble[]
  world: KoladaWorld
  perPage: number
  close: () => void
}

/**
 * A server that answers as Kolada's version 3 is documented to: lists in pages that are followed by `next_url`, at most 25 ids in a
 * part of an address, unknown ids left out without a word, and now and then no answer. It is not Kolada: what Kolada does besides
 * its documents is not known here.
 */
export async function koladaServer(): Promise<KoladaServer> {
  const state: KoladaServer = {
    ...{ address: '', asked: [], breaches: [], troubles: [], perPage: 5000 },
    world: { kpis: [], areas: [], groups: [], data: [] },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', state.address)
    state.asked.push({ path: url.pathname + url.search, at: performance.now() })
    const trouble = state.troubles.shift()
    if (trouble) makeTrouble(trouble, response)
    else answer(state, url, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`
  return state
}

function makeTrouble(trouble: Trouble, response: ServerResponse): void {
  switch (trouble.kind) {
    case 'status':
      response.writeHead(trouble.status, trouble.retryAfter === undefined ? {} : { 'retry-after': trouble.retryAfter })
      response.end('<html>busy</html>')
      return
    // A whole answer whose JSON breaks off, as a proxy gives that has run out of room.
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"values": [{"kpi": "N318')
      return
    // A connection that is lost halfway: fewer bytes than were promised.
    case 'cut-length':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
      response.write('{"values": [')
      setImmediate(() => response.destroy())
      return
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Underhåll</title>')
      return
    case 'no-answer':
  }
}

function answer(state: KoladaServer, url: URL, response: ServerResponse): void {
  const path = decodeURIComponent(url.pathname).replace(/^\/v3\//, '')
  const found = listOf(state, path, url)
  if (found === null) {
    state.breaches.push(path)
    response.writeHead(404).end('{"detail":"Not Found"}')
    return
  }
  const page = Number(url.searchParams.get('page') ?? 1)
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 5000), state.perPage)
  const values = found.slice((page - 1) * size, page * size)
  const addressOf = (number: number) => {
    const other = new URL(url)
    other.searchParams.set('page', String(number))
    other.searchParams.set('per_page', String(size))
    return other.href
  }
  const body = {
    ...{ values, count: values.length },
    next_url: page * size < found.length ? addressOf(page + 1) : null,
    previous_url: page > 1 ? addressOf(page - 1) : null,
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function listOf({ world, breaches }: KoladaServer, path: string, url: URL): readonly unknown[] | null {
  const ids = (text = '') => {
    const list = text.split(',')
    if (list.length > 25) breaches.push(`${list.length} ids`)
    return list
  }
  const title = (url.searchParams.get('title') ?? '').toLowerCase()
  const parts = path.split('/')
  if (parts[0] === 'kpi' && parts.length === 2)
    return ids(parts[1]).flatMap((id) => (world.kpis.includes(id) ? [kpiOf(id)] : []))
  if (path === 'municipality') return world.areas.filter((each) => each.title.toLowerCase().includes(title))
  if (path === 'municipality_groups') return world.groups.filter((each) => each.title.toLowerCase().includes(title))
  if (path.startsWith('data/kpi/') && parts[3] === 'municipality' && (parts.length === 5 || parts[5] === 'year')) {
    const [kpis, places, years] = [ids(parts[2]), ids(parts[4]), parts.length === 7 ? ids(parts[6]) : null]
    return world.data
      .filter(
        ({ kpi, municipality, period }) =>
          kpis.includes(kpi) && places.includes(municipality) && (years === null || years.includes(String(period))),
      )
      .map(({ values, ...rest }) => ({
        ...rest,
        values: values.map((each) => ({ count: 1, status: '', isdeleted: false, ...each })),
      }))
  }
  return null
}

const kpiOf = (id: string) => ({
  ...{ id, title: `Nyckeltal ${id}`, description: '', auspice: 'T', has_ou_data: false, is_divided_by_gender: true },
  ...{ municipality_type: 'K', operating_area: 'Individ- och familjeomsorg', perspective: 'Volymer' },
  ...{ publ_period: null, publication_date: null, prel_publication_date: null },
})
