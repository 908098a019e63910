import { ApiRefusal, get, send } from '../ui/api.ts'

export type DraftStatus =
  | { kind: 'untouched' | 'saving' | 'offline' | 'sent-elsewhere' }
  | { kind: 'saved' | 'elsewhere'; at: string }
  | { kind: 'refused'; text: string }

type Stored = { savedAt: string; body: object }
/** What stands in the browser because the server does not have it yet. `basedOn` is what the server had when it was written. */
type Kept = { body: object; at: string; basedOn: string | null }

export type DraftKeeper = {
  open: () => Promise<void>
  change: (body: object) => void
  clear: () => Promise<void>
  /** Sends what waits, and stops listening. */
  close: () => void
}

type Options = {
  owner: string
  key: string
  householdId: number | null
  onStatus: (status: DraftStatus) => void
  /** A text from the server or the browser; null when there is none. */
  onText: (body: object | null) => void
}

const pauseMs = 800
const retryMs = 5000
/** What a browser lets a page send while it is closing. */
const keepaliveLimit = 60_000
const prefix = 'utfall.draft.'

const open = new Set<() => Promise<void>>()

/** Sends every text that waits: before signing out, so that nothing is forgotten that nobody has. */
export const flushDrafts = async (): Promise<void> => void (await Promise.all([...open].map((flush) => flush())))

/** Nothing that was written stays in the browser for the next person at the screen. */
export function forgetDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name)
}

/**
 * Keeps one draft: in the browser at every change, at the server when the typing rests, and then no longer in the browser.
 * Where two tabs write on the same draft, what was saved last stands, and the other shows it when it gets the focus.
 */
export function keepDraft({ owner, key, householdId, onStatus, onText }: Options): DraftKeeper {
  const place = `${prefix}${owner}.${key}`
  const address = `/api/drafts/${encodeURIComponent(key)}`
  let known: string | null = null
  let unsent: object | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> = Promise.resolve()

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    sending = sending.then(push)
    return sending
  }

  async function push(): Promise<void> {
    const body = unsent
    if (body === null) return
    onStatus({ kind: 'saving' })
    try {
      known = (await send<{ savedAt: string }>('PUT', address, { householdId, body })).savedAt
      if (unsent !== body) return
      unsent = null
      localStorage.removeItem(place)
      onStatus({ kind: 'saved', at: known })
    } catch (error) {
      const isRefused = error instanceof ApiRefusal && error.status >= 400 && error.status < 500
      onStatus(isRefused ? { kind: 'refused', text: error.message } : { kind: 'offline' })
      if (!isRefused) timer = setTimeout(() => void flush(), retryMs)
    }
  }

  async function look(): Promise<void> {
    if (unsent !== null) return void flush()
    const found = await get<{ draft: Stored | null }>(address).catch(() => undefined)
    if (found === undefined || unsent !== null || (found.draft?.savedAt ?? null) === known) return
    known = found.draft?.savedAt ?? null
    onText(found.draft?.body ?? null)
    onStatus(found.draft ? { kind: 'elsewhere', at: found.draft.savedAt } : { kind: 'sent-elsewhere' })
  }

  function leave(): void {
    const text = unsent && JSON.stringify({ householdId, body: unsent })
    if (text && text.length < keepaliveLimit)
      fetch(address, {
        method: 'PUT',
        body: text,
        headers: { 'content-type': 'application/json' },
        keepalive: true,
      }).catch(() => undefined)
  }

  const onFocus = () => void look()
  const onOnline = () => void flush()
  window.addEventListener('focus', onFocus)
  window.addEventListener('online', onOnline)
  window.addEventListener('pagehide', leave)
  open.add(flush)

  return {
    open: async () => {
      const kept = keptAt(place)
      const found = await get<{ draft: Stored | null }>(address).catch(() => undefined)
      known = found?.draft?.savedAt ?? null
      if (unsent !== null) return
      if (kept && isNewer(kept, found?.draft ?? null)) {
        unsent = kept.body
        onText(kept.body)
        return flush()
      }
      localStorage.removeItem(place)
      onText(found?.draft?.body ?? null)
      onStatus(
        found === undefined
          ? { kind: 'offline' }
          : found.draft
            ? { kind: 'saved', at: found.draft.savedAt }
            : { kind: 'untouched' },
      )
    },
    change: (body) => {
      unsent = body
      localStorage.setItem(place, JSON.stringify({ body, at: new Date().toISOString(), basedOn: known } satisfies Kept))
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), pauseMs)
    },
    clear: () => {
      clearTimeout(timer)
      unsent = null
      known = null
      localStorage.removeItem(place)
      onText(null)
      onStatus({ kind: 'untouched' })
      // In line with what is being sent, so that nothing arrives after it that was written before it.
      sending = sending.then(async () => {
        await send('DELETE', address).catch(() => undefined)
        known = null
        if (unsent === null) onStatus({ kind: 'untouched' })
      })
      return sending
    },
    close: () => {
      window.removeEventListener('focus', onFocus)
      window.removeEventListener('online', onOnline)
      window.removeEventListener('pagehide', leave)
      open.delete(flush)
      void flush().finally(() => clearTimeout(timer))
    },
  }
}

function keptAt(place: string): Kept | null {
  const text = localStorage.getItem(place)
  return text === null ? null : (JSON.parse(text) as Kept)
}

/** What the browser has is newer when it was written on what the server has; else the clocks decide. */
const isNewer = (kept: Kept, stored: Stored | null): boolean =>
  stored === null || kept.basedOn === stored.savedAt || kept.at > stored.savedAt
