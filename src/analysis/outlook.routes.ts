import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { userOf } from '../access/signed-in.ts'
import type { Municipality } from '../values/municipality.ts'
import type { RunTask } from '../worker/threads.ts'
import { logFigures, momentOf, momentPattern } from './figures.routes.ts'
import type { FiguresService } from './load-figures.ts'
import { loadOutlook } from './load-outlook.ts'
import type { Outlook } from './outlook.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; run: RunTask }

const outlookQuery = Type.Object({
  unit: Type.Optional(Type.String({ maxLength: 100 })),
  knownAt: Type.Optional(Type.String({ pattern: momentPattern })),
})

export function outlookRoutes(server: FastifyInstance, { pool, figures, municipality, run }: Needs): void {
  server.get<{ Querystring: { unit?: string; knownAt?: string } }>(
    '/api/outlook',
    { config: { access: 'figures' }, schema: { querystring: outlookQuery } },
    async (request): Promise<Outlook> => {
      const { unit, knownAt } = request.query
      const question = { knownAt: knownAt ? momentOf(knownAt) : null, ...(unit && { unit }) }
      const outlook = await loadOutlook(figures, run, municipality, question)
      await logFigures(pool, userOf(request), 'outlook-read', request.query)
      return outlook
    },
  )
}
