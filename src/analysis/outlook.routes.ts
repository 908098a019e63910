import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { userOf } from '../access/signed-in.ts'
import type { Release } from './figures.ts'
import { logFigures, momentOf, momentPattern } from './figures.routes.ts'
import { loadOutlook, type OutlookNeeds } from './load-outlook.ts'
import type { Outlook } from './outlook.ts'

type Needs = OutlookNeeds & { pool: pg.Pool; release: Release }

const outlookQuery = Type.Object({
  unit: Type.Optional(Type.String({ maxLength: 100 })),
  knownAt: Type.Optional(Type.String({ pattern: momentPattern })),
})

export function outlookRoutes(server: FastifyInstance, { pool, release, ...needs }: Needs): void {
  server.get<{ Querystring: { unit?: string; knownAt?: string } }>(
    '/api/outlook',
    { config: { access: 'figures' }, schema: { querystring: outlookQuery } },
    async (request): Promise<Outlook> => {
      const { unit, knownAt } = request.query
      const question = { knownAt: knownAt ? momentOf(knownAt) : null, ...(unit && { unit }) }
      const user = userOf(request)
      const outlook = await loadOutlook(needs, question, user.role === 'board' ? release : undefined)
      await logFigures(pool, user, 'outlook-read', request.query)
      return outlook
    },
  )
}
