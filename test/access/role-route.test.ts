import type { InjectOptions } from 'fastify'
import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../src/access/permissions.ts'
import { testApp } from '../support/test-app.ts'

/**
 * Who may use which route. A route that is not here fails the test, and so does an answer that the table does not say.
 * `everybody` needs no sign-in. A role that may not come is refused with 403, whoever is not signed in with 401.
 */
const table: Record<
  string,
  { who: readonly Role[] | 'everybody' | 'signed-in'; request?: Omit<InjectOptions, 'method'> }
> = {
  'GET /api/session': { who: 'signed-in' },
  'GET /api/session/choices': { who: 'everybody' },
  'POST /api/session': { who: 'everybody', request: { payload: { user: 99 } } },
  'DELETE /api/session': { who: 'everybody' },
  'GET /api/health': { who: 'everybody' },
  'GET /api/openapi.json': { who: 'everybody' },
  'GET /api/figures': { who: roles, request: { url: '/api/figures?from=2019-01&to=2019-04' } },
  'GET /api/units': { who: roles },
  'GET /api/outlook': { who: roles },
  'GET /api/figures/export': { who: roles, request: { url: '/api/figures/export?from=2019-01&to=2019-04&format=csv' } },
  'GET /api/reports/:template': {
    who: ['manager', 'controller', 'board', 'administrator'],
    request: { url: '/api/reports/follow-up?from=2019-01&to=2019-04&format=json' },
  },
  'GET /api/households': { who: ['reception', 'caseworker', 'manager'] },
  'GET /api/households/:id': { who: ['reception', 'caseworker', 'manager'], request: { url: '/api/households/1' } },
  'POST /api/imports/preview': { who: ['controller', 'administrator', 'manager'] },
  'POST /api/imports/preview/:id/check': {
    who: ['controller', 'administrator', 'manager'],
    request: { url: '/api/imports/preview/none/check', payload: { kind: 'payments', mapping: null } },
  },
  'POST /api/imports': {
    who: ['controller', 'administrator', 'manager'],
    request: { payload: { previewId: 'none', kind: 'payments', mapping: {}, profileName: '' } },
  },
  'GET /api/imports': { who: ['controller', 'administrator', 'manager'] },
  'GET /api/imports/:id': { who: ['controller', 'administrator', 'manager'], request: { url: '/api/imports/1' } },
  'GET /api/imports/:id/rejected.csv': {
    who: ['controller', 'administrator', 'manager'],
    request: { url: '/api/imports/1/rejected.csv' },
  },
  'POST /api/imports/:id/undo': {
    who: ['controller', 'administrator', 'manager'],
    request: { url: '/api/imports/1/undo' },
  },
}

const app = await testApp()

/** `GET /api/households`, from Fastify's own list of what is registered. */
function registeredRoutes(): string[] {
  const paths = (app.server.swagger() as { paths?: Record<string, Record<string, unknown>> }).paths ?? {}
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
}

test('every route of the API stands in the table, and the table names no other', () => {
  expect(registeredRoutes().sort()).toEqual(Object.keys(table).sort())
})

describe.each(Object.entries(table))('%s', (route, { who, request }) => {
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'DELETE', string]
  const call = (role: Role | null) => app.as(role, { url: path, ...request, method })

  test(who === 'everybody' ? 'answers somebody who is not signed in' : 'refuses whoever is not signed in', async () => {
    const { statusCode } = await call(null)
    if (who === 'everybody') expect(statusCode).not.toBe(401)
    else expect(statusCode).toBe(401)
  })

  if (who === 'everybody') return
  test.each(roles)('as %s', async (role) => {
    const answer = await call(role)
    if (who === 'signed-in' || who.includes(role)) {
      expect([401, 403]).not.toContain(answer.statusCode)
      expect(answer.statusCode).toBeLessThan(500)
    } else {
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toEqual({ problem: 'not-permitted', text: expect.stringContaining('Din roll') })
    }
  })
})
