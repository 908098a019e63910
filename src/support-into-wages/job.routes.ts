import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { FiguresService } from '../analysis/load-figures.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { type JobQuestion, loadJob } from './load-job.ts'
import type { JobView } from './job-view.ts'
import { jobText } from './job.text.ts'

type Needs = { figures: FiguresService; municipality: Municipality; today: () => Day }

const kronor = Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000 }))
const percent = Type.Optional(Type.Number({ minimum: 0, maximum: 100 }))
const jobQuery = Type.Object({
  persons: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  wage: kronor,
  fees: percent,
  supervision: kronor,
  subsidy: percent,
  ceiling: kronor,
  months: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
  support: kronor,
  exit: percent,
  returning: percent,
  tax: percent,
  untaxed: kronor,
  horizon: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
})

/** Counts with what is asked alone, and the municipality's published mean cost: no person and no household is in it. */
export function jobRoutes(server: FastifyInstance, { figures, municipality, today }: Needs): void {
  server.get<{ Querystring: JobQuestion }>(
    '/api/support-into-wages',
    { config: { access: 'economy' }, schema: { querystring: jobQuery } },
    async (request, reply): Promise<JobView> => {
      try {
        return await loadJob(figures, municipality, today(), request.query)
      } catch (error) {
        if (!(error instanceof CannotCalculate)) throw error
        return reply.code(400).send({ problem: error.kind, text: jobText.refusal })
      }
    },
  )
}
