import { setTimeout as pause } from 'node:timers/promises'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import {
  areaSchema,
  datumSchema,
  groupSchema,
  type KoladaArea,
  type KoladaDatum,
  type KoladaGroup,
  type KoladaKpi,
  type KoladaPage,
  kpiSchema,
  pageSchema,
} from './kolada-answers.ts'

export const koladaAddress = 'https://api.kolada.se/v3'

/** Kolada takes at most so many ids in a part of an address. */
const idsAtOnce = 25
/** More pages than all of Kolada has: a `next_url` that goes round. */
const mostPages = 2000

export type KoladaFailure = 'unreachable' | 'too-slow' | 'busy' | 'refused' | 'unreadable' | 'unexpected'

/** Kolada did not give what was asked for, after all the attempts. */
export class KoladaFailed extends Error {
  readonly kind: KoladaFailure
  readonly address: string
  readonly status: number | null
  constructor(kind: KoladaFailure, address: string, status: number | null = null) {
    super(`${kind} ${status ?? ''} ${address}`)
    this.kind = kind
    this.address = address
    this.status = status
  }
}

export type KoladaOptions = {
  fetch: typeof fetch
  address?: string
  /** Ends everything under way. */
  signal?: AbortSignal
  /** How long one answer may take. */
  timeLimitMs?: number
  tries?: number
  /** The first wait after a failure; each one after is twice as long, and somewhere between half and all of it. */
  backOffMs?: number
  /** Between two calls: Kolada wants at most five a second. */
  pauseMs?: number
  /** The longest `Retry-After` that is waited for. */
  longestWaitMs?: number
  random?: () => number
}

export type KoladaClient = {
  /** What is known of these ids; one that is missing in the answer does not exist. */
  kpis: (ids: readonly string[]) => Promise<KoladaKpi[]>
  areas: () => Promise<KoladaArea[]>
  groups: (title: string) => Promise<KoladaGroup[]>
  /** All years. */
  data: (kpis: readonly string[], areas: readonly string[]) => Promise<KoladaDatum[]>
}

/** Kolada's API, version 3. Follows pages, splits long lists of ids, waits when it is asked to. Throws `KoladaFailed`. */
export function createKoladaClient(options: KoladaOptions): KoladaClient {
  const address = options.address ?? koladaAddress

  async function listOf<Schema extends TSchema>(schema: Schema, path: string): Promise<Static<Schema>[]> {
    const found: Static<Schema>[] = []
    let next: string | null = `${address}/${path}`
    for (let pages = 0; next !== null; pages++) {
      if (pages === mostPages || new URL(next).origin !== new URL(address).origin)
        throw new KoladaFailed('unexpected', next)
      const page: KoladaPage = await askPatiently(next, options)
      for (const each of page.values) {
        if (!Value.Check(schema, each)) throw new KoladaFailed('unexpected', next)
        found.push(each)
      }
      next = page.next_url ?? null
      await waited(options.pauseMs ?? 200, options)
    }
    return found
  }

  return {
    kpis: async (ids) => {
      const found: KoladaKpi[] = []
      for (const some of inParts(ids)) found.push(...(await listOf(kpiSchema, `kpi/${some}`)))
      return found
    },
    areas: () => listOf(areaSchema, 'municipality'),
    groups: (title) => listOf(groupSchema, `municipality_groups?title=${encodeURIComponent(title)}`),
    data: async (kpis, areas) => {
      const found: KoladaDatum[] = []
      for (const some of inParts(kpis))
        for (const where of inParts(areas))
          found.push(...(await listOf(datumSchema, `data/kpi/${some}/municipality/${where}`)))
      return found
    },
  }
}

/** Lists of ids that fit in an address. */
const inParts = (ids: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, at) =>
    ids.slice(at * idsAtOnce, (at + 1) * idsAtOnce).join(','),
  )

/** Tries again what may pass: too many calls, a fault over there, no answer in time, an answer cut short. */
async function askPatiently(url: string, options: KoladaOptions): Promise<KoladaPage> {
  const { tries = 5, backOffMs = 500, longestWaitMs = 120_000, random = Math.random } = options
  for (let attempt = 1; ; attempt++) {
    const answer = await askOnce(url, options)
    if (!('failure' in answer)) return answer.page
    const { failure, retryAfterMs } = answer
    const longEnough = backOffMs * 2 ** (attempt - 1) * (0.5 + random() / 2)
    const wait = Math.max(retryAfterMs, longEnough)
    if (!mayPass(failure) || attempt >= tries || wait > longestWaitMs) throw failure
    await waited(wait, options)
  }
}

type Answer = { page: KoladaPage } | { failure: KoladaFailed; retryAfterMs: number }

const mayPass = ({ kind }: KoladaFailed) => kind !== 'refused' && kind !== 'unexpected'

async function askOnce(url: string, { fetch: ask, signal, timeLimitMs = 30_000 }: KoladaOptions): Promise<Answer> {
  const tooSlow = AbortSignal.timeout(timeLimitMs)
  const failed = (kind: KoladaFailure, status: number | null = null, retryAfterMs = 0): Answer => ({
    failure: new KoladaFailed(kind, url, status),
    retryAfterMs,
  })
  try {
    const response = await ask(url, {
      headers: { accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, tooSlow]) : tooSlow,
    })
    if (!response.ok) {
      await response.body?.cancel()
      const mayTryAgain = response.status === 429 || response.status === 408 || response.status >= 500
      return failed(mayTryAgain ? 'busy' : 'refused', response.status, retryAfter(response.headers.get('retry-after')))
    }
    const page: unknown = JSON.parse(withoutMark(await response.text()))
    return Value.Check(pageSchema, page) ? { page } : failed('unexpected')
  } catch (error) {
    if (signal?.aborted) throw error
    if (error instanceof SyntaxError) return failed('unreadable')
    return failed(tooSlow.aborted ? 'too-slow' : 'unreachable')
  }
}

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '')

/** Seconds or a date; anything else is no wish. */
function retryAfter(header: string | null): number {
  if (header === null) return 0
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0
}

const waited = (milliseconds: number, { signal }: KoladaOptions): Promise<void> =>
  pause(milliseconds, undefined, signal ? { signal } : {})
