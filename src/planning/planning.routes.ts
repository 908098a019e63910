import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { withTenant } from '../database/transaction.ts'
import { closureReasons } from '../parameters/code-lists/casework.ts'
import { loadPathView } from '../pathway/load-path.ts'
import { checkOutcome } from '../pathway/outcome-check.ts'
import { findLastKnownMonth, loadAssistedMonths } from '../pathway/outcome-check.queries.ts'
import { refuseRecord, wholeMunicipality } from '../pathway/pathway.routes.ts'
import type { Day } from '../values/day.ts'
import { formsInForce, type MappingForm } from './mapping-forms.ts'
import type { OutcomeWatch } from './outcome-watch.ts'

type Needs = { pool: pg.Pool; today: () => Day }

/** What the sections of planning need beside the way itself. */
export function planningRoutes(server: FastifyInstance, { pool, today }: Needs): void {
  server.get(
    '/api/mapping-forms',
    { config: { access: 'catalogue' } },
    async (request): Promise<{ forms: MappingForm[] }> => {
      const user = userOf(request)
      const own = await withTenant(pool, tenantOf(user), (tx) => listEntries(tx, user.municipalityId, 'mapping-form'))
      return { forms: formsInForce(own) }
    },
  )

  server.get<{ Params: { id: number } }>(
    '/api/households/:id/outcome-check',
    {
      config: { access: 'households' },
      schema: { params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }) },
    },
    async (request, reply): Promise<OutcomeWatch> => {
      const user = userOf(request)
      const { id } = request.params
      const lastKnownMonth = await withTenant(pool, wholeMunicipality(user.municipalityId), (tx) =>
        findLastKnownMonth(tx, user.municipalityId),
      )
      const watch = await withTenant(pool, tenantOf(user), async (tx): Promise<OutcomeWatch | null> => {
        const view = await loadPathView(tx, user, id, today())
        if (!view) return null
        const assisted = (await loadAssistedMonths(tx, user.municipalityId, [id])).get(id) ?? []
        await logEntry(tx, {
          municipalityId: user.municipalityId,
          userId: user.id,
          action: 'outcome-check-read',
          subject: `household ${id}`,
          householdIds: [id],
          detail: {},
        })
        const followed = view.path.closures.filter(({ said }) => closureReasons[said.reason].selfSupport)
        const closings = followed.map((closure) => ({
          closure: closure.id,
          checks: checkOutcome(closure.on, assisted, lastKnownMonth),
        }))
        return { lastKnownMonth, closings }
      })
      return watch ?? refuseRecord(reply, { kind: 'no-such-household' })
    },
  )
}
