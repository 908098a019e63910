import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type DraftStatus, flushDrafts, forgetDrafts, keepDraft } from '../pathway/kept-drafts.page.tsx'

/** A server with one draft, which can be out of reach; and the browser's own store. */
const server = { draft: null as { body: object; savedAt: string } | null, isReached: true, requests: [] as string[] }
let stored: Record<string, string>

function answer(_: string, init: RequestInit = {}): Promise<Response> {
  const method = init.method ?? 'GET'
  server.requests.push(method)
  if (!server.isReached) return Promise.reject(new TypeError('Failed to fetch'))
  if (method === 'DELETE') server.draft = null
  if (method === 'PUT') {
    const { body } = JSON.parse(String(init.body)) as { body: object }
    server.draft = { body, savedAt: new Date().toISOString() }
    return Promise.resolve(Response.json({ savedAt: server.draft.savedAt }))
  }
  return Promise.resolve(
    method === 'GET' ? Response.json({ draft: server.draft }) : new Response(null, { status: 204 }),
  )
}

beforeEach(() => {
  Object.assign(server, { draft: null, isReached: true, requests: [] })
  stored = {}
  vi.useFakeTimers({ now: new Date('2019-05-14T08:00:00Z') })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('fetch', answer)
  // As in a browser: the keys are properties, the methods are not.
  const methods = {
    getItem: (name: string) => stored[name] ?? null,
    setItem: (name: string, text: string) => void (stored[name] = text),
    removeItem: (name: string) => void delete stored[name],
  }
  vi.stubGlobal(
    'localStorage',
    new Proxy(methods, {
      ownKeys: () => Object.keys(stored),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  )
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function tab(owner = '2') {
  const seen = { text: undefined as object | null | undefined, status: { kind: 'untouched' } as DraftStatus }
  const keeper = keepDraft({
    owner,
    key: 'note-17',
    householdId: 17,
    onStatus: (status) => (seen.status = status),
    onText: (text) => (seen.text = text),
  })
  return { ...keeper, seen }
}
const rest = () => vi.advanceTimersByTimeAsync(1000)

test('a text is sent once the typing rests, and then no longer kept in the browser', async () => {
  const draft = tab()
  await draft.open()
  draft.change({ text: 'En' })
  draft.change({ text: 'En text' })
  expect(Object.values(stored).join()).toContain('En text')
  await rest()
  expect(server.requests).toEqual(['GET', 'PUT'])
  expect(server.draft?.body).toEqual({ text: 'En text' })
  expect(stored).toEqual({})
  expect(draft.seen.status.kind).toBe('saved')
  draft.close()
})

test('a dropped connection loses nothing: the text is sent when it is back', async () => {
  const draft = tab()
  await draft.open()
  server.isReached = false
  draft.change({ text: 'I tunneln' })
  await rest()
  expect(draft.seen.status.kind).toBe('offline')
  expect(Object.values(stored).join()).toContain('I tunneln')
  server.isReached = true
  window.dispatchEvent(new Event('online'))
  await rest()
  expect(server.draft?.body).toEqual({ text: 'I tunneln' })
  expect(stored).toEqual({})
  draft.close()
})

test('a tab that was closed without a connection gives the text back when it is opened again', async () => {
  const first = tab()
  await first.open()
  server.isReached = false
  first.change({ text: 'Stängd flik' })
  first.close()
  await rest()
  server.isReached = true
  const again = tab()
  await again.open()
  expect(again.seen.text).toEqual({ text: 'Stängd flik' })
  await rest()
  expect(server.draft?.body).toEqual({ text: 'Stängd flik' })
  again.close()
})

test('a page that is being closed sends at once', async () => {
  const draft = tab()
  await draft.open()
  draft.change({ text: 'Sista ordet' })
  window.dispatchEvent(new Event('pagehide'))
  expect(server.draft?.body).toEqual({ text: 'Sista ordet' })
  draft.close()
})

test('of two tabs the one that saved last stands, and the other is told when it gets the focus', async () => {
  const [one, two] = [tab(), tab()]
  await one.open()
  await two.open()
  one.change({ text: 'Första fliken' })
  await rest()
  two.change({ text: 'Andra fliken' })
  await rest()
  window.dispatchEvent(new Event('focus'))
  await rest()
  expect(server.draft?.body).toEqual({ text: 'Andra fliken' })
  expect([one.seen.text, one.seen.status.kind]).toEqual([{ text: 'Andra fliken' }, 'elsewhere'])
  one.close()
  two.close()
})

test('what is sent is gone everywhere, and another tab is told so', async () => {
  const [one, two] = [tab(), tab()]
  await one.open()
  one.change({ text: 'Färdig' })
  await rest()
  await two.open()
  await one.clear()
  expect([server.draft, stored, one.seen.text]).toEqual([null, {}, null])
  window.dispatchEvent(new Event('focus'))
  await rest()
  expect([two.seen.text, two.seen.status.kind]).toEqual([null, 'sent-elsewhere'])
  one.close()
  two.close()
})

test('what is taken back while it is thrown away is kept', async () => {
  const draft = tab()
  await draft.open()
  draft.change({ text: 'Ångrad' })
  await rest()
  const thrown = draft.clear()
  draft.change({ text: 'Ångrad' })
  await thrown
  await rest()
  expect(server.draft?.body).toEqual({ text: 'Ångrad' })
  draft.close()
})

test('another user of the browser is not shown the text, and signing out sends and forgets it', async () => {
  const mine = tab('2')
  await mine.open()
  mine.change({ text: 'Min' })
  const theirs = tab('3')
  await theirs.open()
  expect(theirs.seen.text).toBeNull()
  await flushDrafts()
  expect(server.draft?.body).toEqual({ text: 'Min' })
  server.isReached = false
  mine.change({ text: 'Min igen' })
  forgetDrafts()
  expect(stored).toEqual({})
  mine.close()
  theirs.close()
})
