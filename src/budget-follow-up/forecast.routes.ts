import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { type Static, Type } from 'typebox'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { logFigures } from '../analysis/figures.routes.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { withTenant } from '../database/transaction.ts'
import { askedMonthPattern, type Month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { RunTask } from '../worker/threads.ts'
import { groupsOf } from './forecast-rows.ts'
import { forecastRefusalText } from './forecast.text.ts'
import type { ForecastView } from './forecast-view.ts'
import { listIssued } from './issued-forecasts.queries.ts'
import { loadForecast, prepareForecast } from './load-forecast.ts'
import { scenarioView } from './load-scenario.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; run: RunTask }

const aMonth = Type.Unsafe<Month>(Type.String({ pattern: askedMonthPattern }))
const between = (minimum: number, maximum: number) => Type.Optional(Type.Number({ minimum, maximum }))
const scenarioQuery = Type.Object({
  group: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  exitRatio: between(0.1, 10),
  inflowPercent: between(-90, 200),
  from: Type.Optional(aMonth),
  normPercent: between(-50, 100),
  normFrom: Type.Optional(aMonth),
  caseworkers: between(0.1, 10_000),
  caseworkersThen: between(0.1, 10_000),
  elasticity: between(0, 3),
  target: between(1, 1_000_000),
})

/** Amounts and counts of so many that they may be published: no person is in the answers. */
export function forecastRoutes(server: FastifyInstance, { pool, figures, municipality, run }: Needs): void {
  server.get('/api/economy/forecast', { config: { access: 'economy' } }, async (request): Promise<ForecastView> => {
    const user = userOf(request)
    const archive = await withTenant(pool, tenantOf(user), (tx) => listIssued(tx, user.municipalityId))
    const view = await loadForecast({ figures, run, municipality }, archive)
    await logFigures(pool, user, 'forecast-read', {})
    return view
  })

  server.get<{ Querystring: Static<typeof scenarioQuery> }>(
    '/api/economy/forecast/scenario',
    { config: { access: 'economy' }, schema: { querystring: scenarioQuery } },
    async (request, reply) => {
      const { rows, tooFew } = await prepareForecast({ figures, municipality })
      const refuse = (problem: keyof typeof forecastRefusalText) =>
        reply.code(400).send({ problem, text: forecastRefusalText[problem] })
      const { group } = request.query
      if (group !== undefined && !(rows && groupsOf(rows).includes(group))) return refuse('no-such-group')
      await logFigures(pool, userOf(request), 'scenario-read', request.query)
      if (!rows || tooFew) return { scenario: null }
      try {
        return { scenario: scenarioView(rows, request.query) }
      } catch (error) {
        if (error instanceof CannotCalculate && error.kind === 'bad-value') return refuse('caseload-not-seen')
        throw error
      }
    },
  )
}
