/** Begins the places where the browser keeps what is unsent, as drafts do: signing out forgets them all. */
const prefix = 'utfall.draft.report.'

/** What an author has written that the server may not have: enough to go on from after the page was closed. */
export type UnsentText = {
  clientId: string
  /** The version that the server is known to have, the text of it, and what was written after it. */
  version: number
  body: object
  steps: object[]
}

/** `at`: when the page last said that it goes on. */
type Record = UnsentText & { at: number; closed: boolean }

const open = new Set<() => Promise<void>>()

/** Sends what waits in every open text: before signing out, so that nothing is forgotten that nobody has. */
export const flushTexts = async (): Promise<void> => void (await Promise.all([...open].map((flush) => flush())))

export const keepFlushing = (flush: () => Promise<void>): (() => void) => {
  open.add(flush)
  return () => void open.delete(flush)
}

/** A page that has said nothing for this long is gone: it tries to send more often than that. */
export const silentMs = 30_000

/** Each page keeps its own, so that two tabs do not write over each other. */
const page = crypto.randomUUID()

export const placeOf = (userId: number, report: number, part: string): string => `${prefix}${userId}.${report}.${part}.`

/** Null when the server has everything. */
export function keepUnsent(place: string, text: UnsentText | null, closed = false): void {
  if (text === null) localStorage.removeItem(place + page)
  else localStorage.setItem(place + page, JSON.stringify({ ...text, at: Date.now(), closed } satisfies Record))
}

/** What pages that are gone have left. It is taken: no other page finds it again, so that nothing is sent twice. */
export function takeAbandoned(place: string): UnsentText[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(place) && name !== place + page)
    .flatMap((name) => {
      const kept = localStorage.getItem(name)
      const record = kept === null ? null : (JSON.parse(kept) as Record)
      if (!record || !(record.closed || Date.now() - record.at > silentMs)) return []
      localStorage.removeItem(name)
      return [record]
    })
}
