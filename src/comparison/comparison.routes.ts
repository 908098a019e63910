import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import type { ComparisonView } from './comparison-view.ts'
import type { ComparisonNeeds } from './load-comparison.ts'
import { showComparison } from './show-comparison.ts'

/** What others publish beside our own published figures. No person and no household. */
export function comparisonRoutes(server: FastifyInstance, needs: ComparisonNeeds): void {
  server.get<{ Querystring: { figure?: string } }>(
    '/api/comparison',
    {
      config: { access: 'comparison' },
      schema: { querystring: Type.Object({ figure: Type.Optional(Type.String({ pattern: '^[NU]\\d{5}$' })) }) },
    },
    async (request): Promise<ComparisonView> => {
      const user = userOf(request)
      const view = await showComparison(needs, user, request.query.figure ?? null)
      await withTenant(needs.pool, tenantOf(user), (tx) =>
        logEntry(tx, {
          ...{ municipalityId: user.municipalityId, userId: user.id },
          ...{ action: 'comparison-read', subject: 'comparison', householdIds: [] },
          detail: { figure: view.shown?.id ?? null },
        }),
      )
      return view
    },
  )
}
