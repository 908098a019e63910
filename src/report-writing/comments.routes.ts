import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { addComment, settleComment } from './comments.queries.ts'
import { aNumber, logReport, refuseReport, reportParams, textKey, type WritingNeeds } from './route-parts.ts'
import { lockReport } from './written-reports.queries.ts'

const comment = Type.Object(
  {
    part: textKey,
    quoted: Type.String({ maxLength: 300 }),
    text: Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' }),
  },
  { additionalProperties: false },
)
/** What authors say to each other about a text. */
export function commentRoutes(server: FastifyInstance, { pool, now }: Pick<WritingNeeds, 'pool' | 'now'>): void {
  const config = { access: 'report-writing' } as const

  server.post<{ Params: { id: number }; Body: Static<typeof comment> }>(
    '/api/written-reports/:id/comments',
    { config, schema: { params: reportParams, body: comment } },
    async (request, reply): Promise<{ id: number }> => {
      const user = userOf(request)
      const { id: reportId } = request.params
      const { part, quoted, text } = request.body
      const added = await withTenant(pool, tenantOf(user), async (tx) => {
        if (!(await lockReport(tx, user.municipalityId, reportId))) return null
        const place = { municipalityId: user.municipalityId, reportId, part, userId: user.id, now: now() }
        const number = await addComment(tx, place, { quoted, text: text.trim() })
        await logReport(tx, user, 'report-commented', reportId, { part, comment: number })
        return number
      })
      return added === null ? refuseReport(reply, 'no-such-report') : { id: added }
    },
  )

  server.put<{ Params: { id: number; comment: number }; Body: { settled: boolean } }>(
    '/api/written-reports/:id/comments/:comment',
    {
      config,
      schema: {
        params: Type.Object({ id: aNumber, comment: aNumber }),
        body: Type.Object({ settled: Type.Boolean() }, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const user = userOf(request)
      const { id: report, comment: number } = request.params
      const { settled } = request.body
      const isThere = await withTenant(pool, tenantOf(user), async (tx) => {
        const by = settled ? { by: user.id, at: now() } : null
        if (!(await settleComment(tx, user.municipalityId, report, number, by))) return false
        await logReport(tx, user, 'report-comment-settled', report, { comment: number, settled })
        return true
      })
      return isThere ? reply.code(204).send() : refuseReport(reply, 'no-such-comment')
    },
  )
}
