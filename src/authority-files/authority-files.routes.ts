import type { FastifyInstance, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { userOf } from '../access/signed-in.ts'
import { layoutBodies } from '../catalogue/layout-bodies.ts'
import { askedMonthPattern, type Month, month as asMonth } from '../values/month.ts'
import { type DeliveryNeeds, type DeliveryRefusal, listMonths, previewMonth, writeMonth } from './deliver-month.ts'
import { jobUnitCsv, loadJobUnit, type JobUnitNeeds, type JobUnitView } from './load-job-unit.ts'
import { jobUnitText } from './job-unit.text.ts'
import { faultsInLayout, type LayoutBody } from './layout-schema.ts'
import { type ClosuresView, loadClosures } from './load-closures.ts'
import { loadLayouts } from './load-layouts.ts'
import type { LayoutsView, MonthlyCheck, MonthsView } from './monthly-view.ts'
import { authorityRefusalText } from './refusals.text.ts'

const month = Type.Unsafe<Month>(Type.String({ pattern: askedMonthPattern }))
const monthParams = Type.Object({ month })
const period = Type.Object({ from: Type.Optional(month), to: Type.Optional(month) })
type Period = { from?: Month; to?: Month }

/** Files to authorities. Identity numbers stand in the monthly file alone: in no other answer, no log and no error. */
export function authorityFileRoutes(server: FastifyInstance, needs: DeliveryNeeds & JobUnitNeeds): void {
  const access = { access: 'authority-files' } as const

  server.get('/api/authority-files/monthly', { config: access }, (request): Promise<MonthsView> =>
    listMonths(needs, userOf(request)),
  )

  server.get<{ Params: { month: Month } }>(
    '/api/authority-files/monthly/:month',
    { config: access, schema: { params: monthParams } },
    async (request, reply): Promise<MonthlyCheck> => {
      const found = await previewMonth(needs, userOf(request), request.params.month)
      return typeof found === 'string' ? refuse(reply, found) : found
    },
  )

  server.get('/api/authority-files/layouts', { config: access }, (request): Promise<LayoutsView> =>
    loadLayouts(needs.pool, userOf(request)),
  )

  server.post<{ Params: { month: Month }; Body: LayoutBody }>(
    '/api/authority-files/monthly/:month/trial',
    { config: access, schema: { params: monthParams, body: layoutBodies['monthly-layout'] } },
    async (request, reply): Promise<MonthlyCheck> => {
      const { params, body } = request
      if (faultsInLayout(body).length > 0) return refuse(reply, 'layout-faulty')
      const found = await previewMonth(needs, userOf(request), params.month, { ...body, from: asMonth(body.from) })
      return typeof found === 'string' ? refuse(reply, found) : found
    },
  )

  // Written by POST: each file is told of in the log, and a link that is followed by itself writes none.
  server.post<{ Params: { month: Month } }>(
    '/api/authority-files/monthly/:month/file',
    { config: access, schema: { params: monthParams } },
    async (request, reply) => {
      const written = await writeMonth(needs, userOf(request), request.params.month)
      if (typeof written === 'string') return refuse(reply, written)
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename="${written.name}"`)
        .send(written.bytes)
    },
  )

  server.get<{ Querystring: { month?: Month } }>(
    '/api/authority-files/closures',
    { config: access, schema: { querystring: Type.Object({ month: Type.Optional(month) }) } },
    async (request, reply): Promise<ClosuresView> => {
      const user = userOf(request)
      if (user.units !== 'all') return refuse(reply, 'not-whole-municipality')
      return loadClosures(needs, user, request.query.month ?? null)
    },
  )

  server.get<{ Querystring: Period }>(
    '/api/authority-files/job-unit',
    { config: access, schema: { querystring: period } },
    async (request, reply): Promise<JobUnitView> =>
      (await loadJobUnit(needs, userOf(request), request.query)) ?? refuse(reply, 'end-before-start'),
  )

  server.get<{ Querystring: Period }>(
    '/api/authority-files/job-unit/file',
    { config: access, schema: { querystring: period } },
    async (request, reply) => {
      const view = await loadJobUnit(needs, userOf(request), request.query)
      if (!view) return refuse(reply, 'end-before-start')
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${jobUnitText.fileName(view.from, view.to)}"`)
        .send(jobUnitCsv(view))
    },
  )
}

type Refusal = DeliveryRefusal | 'end-before-start' | 'layout-faulty'

const status: Record<Refusal, number> = {
  'not-whole-municipality': 403,
  'no-layout': 422,
  'no-payments': 404,
  'nothing-to-send': 422,
  'end-before-start': 400,
  'layout-faulty': 422,
}

const refuse = (reply: FastifyReply, problem: Refusal): never =>
  reply.code(status[problem]).send({ problem, text: authorityRefusalText[problem] }) as never
