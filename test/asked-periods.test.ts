import { describe, expect, test } from 'vitest'
import type { Role } from '../src/access/permissions.ts'
import { payments } from './support/small-extracts.ts'
import { testApp } from './support/test-app.ts'

type Parameter = { in: string; name: string; required?: boolean }
type Described = { paths: Record<string, { get?: { parameters?: Parameter[] } }> }

const app = await testApp()
await app.importText('utbetalningar.csv', payments('U1;H1;2019-04;2019-04-25;8000,00;Försörjningsstöd'))
const { paths } = (await app.server.inject('/api/openapi.json')).json<Described>()

const asksFor = (...names: string[]) =>
  Object.entries(paths).flatMap(([path, { get }]) => {
    const found = get?.parameters?.filter(({ in: place, name }) => place === 'query' && names.includes(name)) ?? []
    return found.map(({ name }) => ({ path, name }))
  })

/** The rest of what the address needs. */
const needed = (path: string) =>
  path === '/api/figures/export' ? '&format=csv' : path.startsWith('/api/reports/') ? '&format=json' : ''
const addressOf = (path: string, query: string) =>
  `${path.replace('{template}', 'follow-up').replace(/\{\w+\}/g, 'ingen')}?${query}${needed(path)}`
const roleOf = (path: string): Role => (path.startsWith('/api/coaching') ? 'coach' : 'manager')

const months = asksFor('from', 'to', 'comparedFrom', 'normFrom')
const moments = asksFor('knownAt')
const years = asksFor('year')

test('the routes that ask for a period are found', () => {
  const asked = new Set(months.map(({ path }) => path))
  for (const path of ['/api/figures', '/api/figures/export', '/api/reports/{template}', '/api/economy/statement'])
    expect(asked).toContain(path)
  expect(moments.map(({ path }) => path)).toContain('/api/outlook')
  expect(years.map(({ path }) => path)).toContain('/api/savings')
})

describe.each(months)('$name of $path', ({ path, name }) => {
  const other = name === 'from' ? '&to=2019-04' : ''
  test.each(['1990-12', '0001-01', '0000-01', '9999-12', '2019-13', '2019-00', '2019', 'april'])(
    'is refused as %s, with what to do',
    async (value) => {
      const answer = await app.as(roleOf(path), addressOf(path, `${name}=${value}${other}`))
      expect(answer.statusCode).toBe(400)
      expect(answer.json<{ text: string }>().text).toContain('En månad skrivs som 2019-04')
    },
  )
  test.each(['1991-01', '2199-12'])('is answered as %s', async (value) => {
    const pair = name === 'from' || name === 'to' ? `from=${value}&to=${value}` : `${name}=${value}`
    expect((await app.as(roleOf(path), addressOf(path, pair))).statusCode).toBeLessThan(500)
  })
})

describe.each(moments)('$name of $path', ({ path, name }) => {
  test.each(['1989-12-31', '0000-01-01', '9999-12-31', '2019-13-01', 'i går'])(
    'is refused as %s, with what to do',
    async (value) => {
      const answer = await app.as('manager', addressOf(path, `${name}=${encodeURIComponent(value)}`))
      expect(answer.statusCode).toBe(400)
      expect(answer.json<{ text: string }>().text).toContain('En dag skrivs som 2019-04-30')
    },
  )
  test.each(['1990-01-01', '2199-12-31', '2019-02-30'])('is answered as %s', async (value) =>
    expect((await app.as('manager', addressOf(path, `${name}=${value}`))).statusCode).toBeLessThan(500),
  )
})

describe.each(years)('$name of $path', ({ path, name }) => {
  test.each(['1990', '0001', '9999', 'i år'])('is refused as %s, with what to do', async (value) => {
    const answer = await app.as('manager', addressOf(path, `${name}=${encodeURIComponent(value)}`))
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ text: string }>().text).toContain('mellan 1991 och 2199')
  })
})
