import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { deleteDraft, type Draft, findDraft, saveDraft } from './drafts.queries.ts'
import { findHousehold } from './load-path.ts'
import { type PathwayNeeds, refuseRecord } from './pathway.routes.ts'

type Params = { key: string }
const params = Type.Object({ key: Type.String({ pattern: '^[A-Za-z0-9:._-]{1,120}$' }) })
const draftBody = Type.Object(
  {
    householdId: Type.Union([Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), Type.Null()]),
    body: Type.Object({}, { additionalProperties: true }),
  },
  { additionalProperties: false },
)

/**
 * What a user has begun to write: saved while it is written, and gone when it is sent.
 *
 * Nobody reads another's. When a household is closed to the user (the ground was withdrawn, it moved to another unit), so is
 * what the user was writing about it. The log tells that a draft was begun, read or thrown away, never what it says;
 * that it was saved anew every second is no news.
 */
export function draftRoutes(server: FastifyInstance, { pool, now }: Pick<PathwayNeeds, 'pool' | 'now'>): void {
  server.get<{ Params: Params }>(
    '/api/drafts/:key',
    { config: { access: 'pathway' }, schema: { params } },
    async (request): Promise<{ draft: Pick<Draft, 'savedAt' | 'body'> | null }> => {
      const user = userOf(request)
      return withTenant(pool, tenantOf(user), async (tx) => {
        const found = await findDraft(tx, user.municipalityId, user.id, request.params.key)
        if (!found || (found.householdId && !(await findHousehold(tx, user.municipalityId, found.householdId))))
          return { draft: null }
        await logEntry(tx, entryOf(user, 'draft-read', found.householdId))
        return { draft: { savedAt: found.savedAt, body: found.body } }
      })
    },
  )

  server.put<{ Params: Params; Body: { householdId: number | null; body: object } }>(
    '/api/drafts/:key',
    { config: { access: 'pathway' }, schema: { params, body: draftBody } },
    async (request, reply): Promise<{ savedAt: string }> => {
      const user = userOf(request)
      const { householdId, body } = request.body
      const savedAt = now()
      const isSaved = await withTenant(pool, tenantOf(user), async (tx) => {
        if (householdId && !(await findHousehold(tx, user.municipalityId, householdId))) return false
        const draft = {
          municipalityId: user.municipalityId,
          userId: user.id,
          key: request.params.key,
          householdId,
          body,
        }
        const { isNew } = await saveDraft(tx, { ...draft, now: savedAt })
        if (isNew) await logEntry(tx, entryOf(user, 'draft-begun', householdId))
        return true
      })
      return isSaved ? { savedAt: savedAt.toISOString() } : refuseRecord(reply, { kind: 'no-such-household' })
    },
  )

  server.delete<{ Params: Params }>(
    '/api/drafts/:key',
    { config: { access: 'pathway' }, schema: { params } },
    async (request, reply) => {
      const user = userOf(request)
      const { key } = request.params
      await withTenant(pool, tenantOf(user), async (tx) => {
        const found = await findDraft(tx, user.municipalityId, user.id, key)
        if (!found) return
        await deleteDraft(tx, user.municipalityId, user.id, key)
        await logEntry(tx, entryOf(user, 'draft-removed', found.householdId))
      })
      return reply.code(204).send()
    },
  )
}

const entryOf = (user: User, action: string, householdId: number | null) => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  action,
  subject: householdId ? `household ${householdId}` : 'draft',
  householdIds: householdId ? [householdId] : [],
  detail: {},
})
