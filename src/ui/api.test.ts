import { afterEach, expect, test, vi } from 'vitest'
import { get, send, withParams } from './api.ts'

const answer = (body: string, status: number) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })))

afterEach(() => vi.unstubAllGlobals())

test('what is empty is left out of the address', () => {
  expect(withParams('/api/x', { unit: '', offset: 0, from: undefined, search: 'å b' })).toBe(
    '/api/x?offset=0&search=%C3%A5+b',
  )
  expect(withParams('/api/x', {})).toBe('/api/x')
})

test('a refusal keeps its problem, status and Swedish text', async () => {
  answer('{"problem":"not-yours","text":"Välj en annan enhet."}', 403)
  await expect(get('/api/x')).rejects.toMatchObject({
    problem: 'not-yours',
    status: 403,
    message: 'Välj en annan enhet.',
  })
})

test('an answer that is no refusal of ours says what to do all the same', async () => {
  answer('<html>Bad Gateway</html>', 502)
  await expect(get('/api/x')).rejects.toMatchObject({
    problem: 'broken',
    status: 502,
    message: expect.stringContaining('Försök igen'),
  })
})

test('no contact with the server is told apart', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(get('/api/x')).rejects.toMatchObject({ problem: 'offline', status: 0 })
})

test('an answer without content is null', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })))
  expect(await send('DELETE', '/api/session')).toBeNull()
})
