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
  'GET /api/economy/statement': { who: ['controller', 'manager', 'administrator'] },
  'GET /api/economy/rows': { who: ['controller', 'manager', 'administrator'] },
  'POST /api/economy/rows/trial': {
    who: ['controller', 'manager', 'administrator'],
    request: { payload: { rows: [{ id: 'all', label: 'Allt', side: 'cost', accounts: [], objects: [] }] } },
  },
  'POST /api/economy/check': {
    who: ['controller', 'manager', 'administrator'],
    request: { payload: { text: 'Intäkter;1;2;-1' } },
  },
  'POST /api/check-text': {
    who: ['controller', 'manager'],
    request: { payload: { text: 'Av 43 deltagare fick 17 arbete.' } },
  },
  'POST /api/check-text/file': { who: ['controller', 'manager'] },
  'GET /api/economy/reconciliation': { who: ['controller', 'manager', 'administrator'] },
  'GET /api/outlook': { who: roles },
  'GET /api/support-into-wages': { who: ['manager', 'controller', 'administrator'] },
  'GET /api/economy/forecast': { who: ['manager', 'controller', 'administrator'] },
  'GET /api/economy/forecast/scenario': { who: ['manager', 'controller', 'administrator'] },
  'GET /api/comparison': { who: ['manager', 'controller', 'administrator', 'board'] },
  'POST /api/comparison/file': { who: ['manager', 'controller', 'administrator'] },
  'POST /api/comparison/file/undo': {
    who: ['manager', 'controller', 'administrator'],
    request: { payload: { keptAt: '2019-01-01T00:00:00Z' } },
  },
  'GET /api/target-groups': { who: ['manager', 'caseworker'] },
  'GET /api/target-groups/ranking': { who: ['manager', 'caseworker'] },
  'GET /api/target-groups/:key': { who: ['manager', 'caseworker'], request: { url: '/api/target-groups/ingen' } },
  'GET /api/target-groups/households/:id': {
    who: ['manager', 'caseworker'],
    request: { url: '/api/target-groups/households/1' },
  },
  'GET /api/payment-cases/households/:id': {
    who: ['manager', 'caseworker'],
    request: { url: '/api/payment-cases/households/1' },
  },
  'POST /api/target-groups/:key/freeze': {
    who: ['manager'],
    request: { url: '/api/target-groups/ingen/freeze', payload: { seen: 1 } },
  },
  'POST /api/target-groups/:key/freeze/undo': {
    who: ['manager'],
    request: { url: '/api/target-groups/ingen/freeze/undo', payload: { seen: 1 } },
  },
  'POST /api/target-groups/:key/members': {
    who: ['manager', 'caseworker'],
    request: { url: '/api/target-groups/ingen/members', payload: { households: [1], until: null } },
  },
  'GET /api/economy/variance': { who: ['manager', 'controller', 'administrator'] },
  'GET /api/figures/export': { who: roles, request: { url: '/api/figures/export?from=2019-01&to=2019-04&format=csv' } },
  'GET /api/reports': { who: ['manager', 'controller', 'board', 'administrator'] },
  'GET /api/report-look': { who: ['manager', 'controller', 'board', 'administrator'] },
  'POST /api/report-look/word-template': { who: ['manager', 'controller', 'administrator'] },
  'GET /api/reports/:template': {
    who: ['manager', 'controller', 'board', 'administrator'],
    request: { url: '/api/reports/follow-up?from=2019-01&to=2019-04&format=json' },
  },
  'GET /api/written-reports': { who: ['controller', 'manager'] },
  'POST /api/written-reports': {
    who: ['controller', 'manager'],
    request: { payload: { template: 'ingen', templateVersion: 0, title: 'Rapport', from: '2019-01', to: '2019-04' } },
  },
  'GET /api/written-reports/:id': { who: ['controller', 'manager'], request: { url: '/api/written-reports/1' } },
  'GET /api/written-reports/:id/changes': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/changes?seen=bedomning:0' },
  },
  'GET /api/written-reports/:id/figures': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/figures' },
  },
  'GET /api/written-reports/:id/preview': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/preview' },
  },
  'GET /api/written-reports/:id/file': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/file?format=pdf' },
  },
  'POST /api/written-reports/:id/texts/:part/steps': {
    who: ['controller', 'manager'],
    request: {
      url: '/api/written-reports/1/texts/bedomning/steps',
      payload: { version: 0, clientId: '4-window', steps: [{}] },
    },
  },
  'PUT /api/written-reports/:id/texts/:part/status': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/texts/bedomning/status', payload: { status: 'ready' } },
  },
  'POST /api/written-reports/:id/comments': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/comments', payload: { part: 'bedomning', quoted: '', text: 'Hur?' } },
  },
  'PUT /api/written-reports/:id/comments/:comment': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/comments/1', payload: { settled: true } },
  },
  'POST /api/written-reports/:id/versions': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/versions', payload: { answers: [], reason: '' } },
  },
  'PUT /api/written-reports/:id/correction': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/correction', payload: { corrects: 1 } },
  },
  'GET /api/written-reports/:id/versions/:version': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/versions/1' },
  },
  'GET /api/written-reports/:id/versions/:version/file': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/versions/1/file?format=json' },
  },
  'GET /api/written-reports/:id/versions/:version/as-known-now': {
    who: ['controller', 'manager'],
    request: { url: '/api/written-reports/1/versions/1/as-known-now' },
  },
  'GET /api/households': { who: ['reception', 'caseworker', 'manager'] },
  'GET /api/households/:id': { who: ['reception', 'caseworker', 'manager'], request: { url: '/api/households/1' } },
  'GET /api/households/:id/path': {
    who: ['reception', 'caseworker', 'coach', 'manager'],
    request: { url: '/api/households/1/path' },
  },
  'POST /api/households/:id/events': {
    who: ['reception', 'caseworker', 'coach', 'manager'],
    request: {
      url: '/api/households/1/events',
      payload: { events: [{ kind: 'note-written', personId: null, concerns: null, on: '2019-05-14', body: {} }] },
    },
  },
  'GET /api/households/:id/path/history': {
    who: ['reception', 'caseworker', 'coach', 'manager'],
    request: { url: '/api/households/1/path/history' },
  },
  'GET /api/households/:id/path/viewers': {
    who: ['reception', 'caseworker', 'manager'],
    request: { url: '/api/households/1/path/viewers' },
  },
  'GET /api/households/:id/path/as/:viewer': {
    who: ['caseworker', 'manager'],
    request: { url: '/api/households/1/path/as/AF' },
  },
  'GET /api/drafts/:key': {
    who: ['reception', 'caseworker', 'coach', 'manager'],
    request: { url: '/api/drafts/note' },
  },
  'PUT /api/drafts/:key': {
    who: ['reception', 'caseworker', 'coach', 'manager'],
    request: { url: '/api/drafts/note', payload: { householdId: null, body: {} } },
  },
  'DELETE /api/drafts/:key': {
    who: ['reception', 'caseworker', 'coach', 'manager'],
    request: { url: '/api/drafts/note' },
  },
  'GET /api/households/:id/outcome-check': {
    who: ['reception', 'caseworker', 'manager'],
    request: { url: '/api/households/1/outcome-check' },
  },
  'GET /api/mapping-forms': { who: ['reception', 'caseworker', 'coach', 'manager', 'administrator', 'controller'] },
  'GET /api/catalogue/:kind': {
    who: ['reception', 'caseworker', 'coach', 'manager', 'administrator', 'controller'],
    request: { url: '/api/catalogue/intervention' },
  },
  'GET /api/catalogue/:kind/:key/versions': {
    who: ['reception', 'caseworker', 'coach', 'manager', 'administrator', 'controller'],
    request: { url: '/api/catalogue/intervention/steget/versions' },
  },
  'PUT /api/catalogue/:kind/:key': {
    who: ['coach', 'manager', 'administrator'],
    request: { url: '/api/catalogue/coach-hours/steget', payload: { seen: 0, body: {} } },
  },
  'GET /api/coaching/day': { who: ['coach', 'manager'] },
  'GET /api/coaching/attendance': { who: ['coach', 'manager'] },
  'GET /api/coaching/exit-interviews': { who: ['coach', 'manager'] },
  'GET /api/worklist': { who: ['caseworker', 'manager'] },
  'POST /api/worklist/visits': { who: ['caseworker', 'manager'] },
  'GET /api/worklist/views': { who: ['caseworker', 'manager'] },
  'PUT /api/worklist/views': { who: ['caseworker', 'manager'], request: { payload: { views: [] } } },
  'POST /api/worklist/assign/preview': {
    who: ['caseworker', 'manager'],
    request: { payload: { households: [1], caseworkers: [null] } },
  },
  'POST /api/worklist/assign': {
    who: ['caseworker', 'manager'],
    request: { payload: { assignments: [{ householdId: 1, caseworker: null, seen: 0 }] } },
  },
  'POST /api/worklist/assign/undo': {
    who: ['caseworker', 'manager'],
    request: { payload: { recorded: [{ householdId: 1, sequence: 1 }] } },
  },
  'GET /api/interventions': {
    who: ['reception', 'caseworker', 'coach', 'manager', 'administrator', 'controller'],
  },
  'GET /api/interventions/:key': {
    who: ['reception', 'caseworker', 'coach', 'manager', 'administrator', 'controller'],
    request: { url: '/api/interventions/steget' },
  },
  'GET /api/interventions/:key/participants': {
    who: ['reception', 'caseworker', 'coach', 'manager'],
    request: { url: '/api/interventions/steget/participants' },
  },
  'GET /api/employers': {
    who: ['reception', 'caseworker', 'coach', 'manager', 'administrator', 'controller'],
  },
  'GET /api/employers/ending-jobs': { who: ['reception', 'caseworker', 'coach', 'manager'] },
  'GET /api/households/:id/referral-choices': {
    who: ['reception', 'caseworker', 'coach', 'manager'],
    request: { url: '/api/households/1/referral-choices' },
  },
  'POST /api/intake/lookup': {
    who: ['reception', 'caseworker', 'manager'],
    request: { payload: { search: 'Ek' } },
  },
  'POST /api/intake/households': {
    who: ['reception', 'caseworker', 'manager'],
    request: { payload: { identityNumber: '1', name: 'Ek', unit: 'NORD' } },
  },
  'GET /api/intake/households/:id': {
    who: ['reception', 'caseworker', 'manager'],
    request: { url: '/api/intake/households/1' },
  },
  'GET /api/intake/desk': { who: ['reception', 'caseworker', 'manager'] },
  'POST /api/intake/suggestion': {
    who: ['reception', 'caseworker', 'manager'],
    request: { payload: { expectedDuration: 'long', unemployed: true, age: null, abilities: [], projects: [] } },
  },
  'GET /api/intake/promises': { who: ['reception', 'caseworker', 'manager'] },
  'GET /api/intake/rules': { who: ['administrator', 'manager'] },
  'POST /api/intake/rules/trial': { who: ['administrator', 'manager'], request: { payload: { rules: [] } } },
  'GET /api/management': { who: ['manager'] },
  'GET /api/management/funnel': { who: ['manager'] },
  'GET /api/management/outcomes': { who: ['manager'] },
  'GET /api/management/contacts': { who: ['manager'] },
  'GET /api/payment-signals': { who: ['caseworker', 'manager'] },
  'GET /api/payment-cases': { who: ['caseworker', 'manager'] },
  'POST /api/payment-cases': {
    who: ['caseworker', 'manager'],
    request: { payload: { householdKey: 'H1', signal: null, month: '2019-01', note: '' } },
  },
  'GET /api/payment-cases/:key': {
    who: ['caseworker', 'manager'],
    request: { url: '/api/payment-cases/1-2019-01-seen' },
  },
  'POST /api/payment-cases/:key/events': {
    who: ['caseworker', 'manager'],
    request: {
      url: '/api/payment-cases/1-2019-01-seen/events',
      payload: { seen: 1, kind: 'recovered', on: '2019-05-14', body: { ore: 1 } },
    },
  },
  'GET /api/weekly-table': { who: ['caseworker', 'coach', 'manager'] },
  'GET /api/weekly-table/minutes': { who: ['caseworker', 'manager'] },
  'GET /api/promises': { who: ['manager', 'controller', 'administrator', 'board'] },
  'GET /api/promises/due': { who: ['manager', 'controller', 'administrator', 'board'] },
  'GET /api/promises/choices': { who: ['manager', 'controller', 'administrator', 'board'] },
  'GET /api/promises/entries/:key': {
    who: ['manager', 'controller', 'administrator', 'board'],
    request: { url: '/api/promises/entries/farre-hushall' },
  },
  'GET /api/dated-notes': { who: roles },
  'GET /api/board/reports': { who: ['manager', 'controller', 'administrator', 'board'] },
  'GET /api/board/reports/:id/:version': {
    who: ['manager', 'controller', 'administrator', 'board'],
    request: { url: '/api/board/reports/1/1' },
  },
  'PUT /api/board/reports/:id/:version': {
    who: ['manager', 'controller'],
    request: { url: '/api/board/reports/1/1', payload: { shown: true } },
  },
  'GET /api/board/figures': { who: ['manager', 'controller', 'administrator', 'board'] },
  'GET /api/board/questions': { who: ['manager', 'controller', 'administrator', 'board'] },
  'GET /api/board/questions/waiting': { who: ['manager', 'controller', 'administrator', 'board'] },
  'POST /api/board/questions': { who: ['board'], request: { payload: { text: 'Hur många barn är det?' } } },
  'DELETE /api/board/questions/:id': { who: ['board'], request: { url: '/api/board/questions/1' } },
  'PUT /api/board/questions/:id/answer': {
    who: ['manager', 'controller'],
    request: { url: '/api/board/questions/1/answer', payload: { text: 'Så många.', figure: 'children' } },
  },
  'DELETE /api/board/questions/:id/answer': {
    who: ['manager', 'controller'],
    request: { url: '/api/board/questions/1/answer' },
  },
  'GET /api/savings': { who: ['manager', 'controller', 'administrator'] },
  'GET /api/savings/choices': { who: ['manager', 'controller', 'administrator'] },
  'GET /api/savings/exit-ratios': { who: ['manager', 'controller', 'administrator'] },
  'GET /api/savings/actions/:key': {
    who: ['manager', 'controller', 'administrator'],
    request: { url: '/api/savings/actions/jobbtorg' },
  },
  'POST /api/savings/assumption': {
    who: ['manager', 'controller', 'administrator'],
    request: { payload: { assumptions: [], start: '2019-01', until: null, goal: '', counted: 'separately' } },
  },
  'GET /api/authority-files/monthly': { who: ['controller', 'administrator', 'manager'] },
  'GET /api/authority-files/monthly/:month': {
    who: ['controller', 'administrator', 'manager'],
    request: { url: '/api/authority-files/monthly/2019-01' },
  },
  'POST /api/authority-files/monthly/:month/file': {
    who: ['controller', 'administrator', 'manager'],
    request: { url: '/api/authority-files/monthly/2019-01/file' },
  },
  'GET /api/authority-files/closures': { who: ['controller', 'administrator', 'manager'] },
  'GET /api/authority-files/layouts': { who: ['controller', 'administrator', 'manager'] },
  'POST /api/authority-files/monthly/:month/trial': {
    who: ['controller', 'administrator', 'manager'],
    request: {
      url: '/api/authority-files/monthly/2019-01/trial',
      payload: {
        ...{ from: '2019-01', source: 'x', isChecked: false, form: 'tab', hasHeader: false, encoding: 'latin1' },
        fields: [{ name: 'Ar', value: 'year', width: 4, missing: 'stops' }],
      },
    },
  },
  'GET /api/authority-files/job-unit': { who: ['controller', 'administrator', 'manager'] },
  'GET /api/authority-files/job-unit/file': { who: ['controller', 'administrator', 'manager'] },
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
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string]
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
