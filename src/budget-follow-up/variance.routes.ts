import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { type Static, Type } from 'typebox'
import { userOf } from '../access/signed-in.ts'
import { logFigures } from '../analysis/figures.routes.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { figuresRefusalText } from '../analysis/refusals.text.ts'
import { askedMonthPattern, type Month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { loadVariance, type VarianceQuestion } from './load-variance.ts'
import type { VarianceView } from './variance-view.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality }

const month = Type.Unsafe<Month>(Type.String({ pattern: askedMonthPattern }))
const varianceQuery = Type.Object({
  from: Type.Optional(month),
  to: Type.Optional(month),
  comparedFrom: Type.Optional(month),
  normRise: Type.Optional(Type.Number({ minimum: -50, maximum: 100 })),
  budgeted: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 })),
})

/** Amounts and counts that have passed disclosure control: no person is in the answer. */
export function varianceRoutes(server: FastifyInstance, { pool, figures, municipality }: Needs): void {
  server.get<{ Querystring: Static<typeof varianceQuery> }>(
    '/api/economy/variance',
    { config: { access: 'economy' }, schema: { querystring: varianceQuery } },
    async (request, reply): Promise<VarianceView> => {
      const view = await loadVariance(figures, municipality, request.query as VarianceQuestion)
      if (!view)
        return reply.code(400).send({ problem: 'end-before-start', text: figuresRefusalText['end-before-start'] })
      await logFigures(pool, userOf(request), 'variance-read', request.query)
      return view
    },
  )
}
