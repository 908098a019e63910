import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { catalogueBodies } from '../catalogue/catalogue-bodies.ts'
import { withTenant } from '../database/transaction.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import { defaultRoutingRules } from '../parameters/routing-rules.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { addMonths, month } from '../values/month.ts'
import type { Day } from '../values/day.ts'
import type { Rules } from './intake-view.ts'
import type { IntakeNeeds } from './intake.routes.ts'
import { loadPastContacts } from './load-past-contacts.ts'
import { loadRules } from './load-rules.ts'
import { type RulesTrial, tryRules } from './try-rules.ts'
import type { RoutingRules } from './suggest-route.ts'

/** How far back new rules are tried. */
const trialMonths = 24

/** The rules that suggest where a contact goes. They are saved through the catalogue; here they are read and tried. */
export function rulesRoutes(server: FastifyInstance, { pool, today }: IntakeNeeds): void {
  server.get('/api/intake/rules', { config: { access: 'rules' } }, async (request): Promise<Rules> => {
    const user = userOf(request)
    const { versions, inForce } = await withTenant(pool, tenantOf(user), (tx) =>
      loadRules(tx, user.municipalityId, today()),
    )
    return {
      today: today(),
      inForce,
      isDefault: !versions.some(({ body }) => body === inForce),
      source: defaultRoutingRules.source,
      versions: versions.map(({ version, savedAt, savedBy, body }) => ({ version, savedAt, savedBy, ...body })),
      mayEdit: user.role === 'administrator' || user.role === 'manager',
    }
  })

  server.post<{ Body: { rules: RoutingRules['rules'] } }>(
    '/api/intake/rules/trial',
    {
      config: { access: 'rules' },
      schema: { body: Type.Object({ rules: catalogueBodies['routing-rules'].properties.rules }) },
    },
    // Whoever tries rules sees counts and no person, so the whole municipality is counted.
    async (request): Promise<RulesTrial> => {
      const user = userOf(request)
      const from = `${addMonths(month(today().slice(0, 7)), -trialMonths)}-01` as Day
      return withTenant(pool, wholeMunicipality(user.municipalityId), async (tx) => {
        const contacts = await loadPastContacts(tx, user.municipalityId, from)
        await logEntry(tx, {
          municipalityId: user.municipalityId,
          userId: user.id,
          action: 'rules-tried',
          subject: 'routing rules',
          householdIds: [],
          detail: { rules: request.body.rules.length, from },
        })
        const { smallestCount } = valueAt(disclosureLimits, month(today().slice(0, 7)))
        const { inForce } = await loadRules(tx, user.municipalityId, today())
        const rules = { from: today(), rules: request.body.rules }
        return { from, ...tryRules(contacts, rules, inForce, smallestCount) }
      })
    },
  )
}
