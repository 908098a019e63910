import type { FastifyInstance, FastifyReply } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { Keys } from '../access/keys.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import * as lists from '../parameters/code-lists/casework.ts'
import type { Day } from '../values/day.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { type CannotCreate, createHousehold } from './create-household.ts'
import type { Desk, Hit, LookUp } from './intake-view.ts'
import { intakeRefusalText } from './intake.refusals.text.ts'
import { loadDesk } from './load-desk.ts'
import { lookUp, showHits } from './look-up.ts'
import { promiseRoutes } from './promises.routes.ts'
import { loadRules } from './load-rules.ts'
import { rulesRoutes } from './rules.routes.ts'
import { type RoutingFacts, suggestRoute, type Suggestion } from './suggest-route.ts'

export type IntakeNeeds = { pool: pg.Pool; keys: Keys; now: () => Date; today: () => Day }

const strict = { additionalProperties: false }
const code = <List extends object>(list: List) => Type.Enum(lists.codesOf(list))

const facts = Type.Object(
  {
    expectedDuration: code(lists.expectedDurations),
    unemployed: Type.Boolean(),
    age: Type.Union([Type.Integer({ minimum: 0, maximum: 150 }), Type.Null()]),
    abilities: Type.Array(code(lists.workAbilities), { maxItems: 20 }),
    projects: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
  },
  strict,
)

const newHousehold = Type.Object(
  {
    identityNumber: Type.String({ minLength: 1, maxLength: 30 }),
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    unit: Type.String({ minLength: 1, maxLength: 100 }),
  },
  strict,
)

/** Reception: who it is, what the form needs, and where the rules send somebody. What is registered goes through the events. */
export function intakeRoutes(server: FastifyInstance, needs: IntakeNeeds): void {
  const { pool, today } = needs

  // POST, though nothing changes: what is looked up may be an identity number, and an address is logged everywhere.
  server.post<{ Body: { search: string } }>(
    '/api/intake/lookup',
    {
      config: { access: 'contacts' },
      schema: { body: Type.Object({ search: Type.String({ minLength: 1, maxLength: 200 }) }, strict) },
    },
    (request): Promise<LookUp> => lookUp(needs, userOf(request), request.body.search),
  )

  server.get<{ Params: { id: number } }>(
    '/api/intake/households/:id',
    {
      config: { access: 'contacts' },
      schema: { params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }) },
    },
    async (request, reply): Promise<Hit> => {
      const user = userOf(request)
      const [hit] = await withTenant(pool, tenantOf(user), async (tx) => {
        const hits = await showHits(tx, user.municipalityId, [request.params.id], null)
        if (hits.length > 0) await logEntry(tx, readOf(user, request.params.id))
        return hits
      })
      return hit ?? refuse(reply, 404, 'no-such-household')
    },
  )

  server.post<{ Body: { identityNumber: string; name: string; unit: string } }>(
    '/api/intake/households',
    { config: { access: 'contacts' }, schema: { body: newHousehold } },
    async (request, reply): Promise<{ householdId: number }> => {
      const { name, unit } = request.body
      const identityNumber = IdentityNumber.parse(request.body.identityNumber, today())
      if (!identityNumber) return refuse(reply, 400, 'not-an-identity-number')
      const created = await createHousehold(needs, userOf(request), { identityNumber, name: name.trim(), unit })
      return created.ok ? { householdId: created.value } : refuse(reply, statusOf[created.refusal], created.refusal)
    },
  )

  server.get('/api/intake/desk', { config: { access: 'contacts' } }, (request): Promise<Desk> =>
    loadDesk(needs, userOf(request)),
  )

  // Nobody is named: the answer follows from what is sent and from the rules of today.
  server.post<{ Body: RoutingFacts }>(
    '/api/intake/suggestion',
    { config: { access: 'contacts' }, schema: { body: facts } },
    async (request): Promise<Suggestion> => {
      const user = userOf(request)
      const { inForce } = await withTenant(pool, tenantOf(user), (tx) => loadRules(tx, user.municipalityId, today()))
      return suggestRoute(inForce, request.body)
    },
  )

  promiseRoutes(server, needs)
  rulesRoutes(server, needs)
}

const statusOf: Record<CannotCreate, number> = {
  'no-such-unit': 400,
  'not-your-unit': 403,
  'already-known': 409,
  'register-busy': 409,
}

const refuse = (reply: FastifyReply, status: number, problem: keyof typeof intakeRefusalText): never =>
  reply.code(status).send({ problem, text: intakeRefusalText[problem] }) as never

const readOf = (user: User, id: number) => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  action: 'household-met',
  subject: `household ${id}`,
  householdIds: [id],
  detail: {},
})
