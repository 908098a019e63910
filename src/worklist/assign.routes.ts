import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import type { PathwayNeeds } from '../pathway/pathway.routes.ts'
import { recordRefusalText } from '../pathway/refusals.text.ts'
import { listCaseworkers } from './assign.queries.ts'
import { assignHouseholds, planAssignment, undoAssignment } from './assign-households.ts'
import type { Assigned, Assignment, AssignmentPlan } from './worklist-view.ts'

const householdId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const caseworker = Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()])
const strict = { additionalProperties: false }

/** More than a list that anybody has read through. */
const mostHouseholds = 1000

const plan = Type.Object(
  {
    households: Type.Array(householdId, { minItems: 1, maxItems: mostHouseholds, uniqueItems: true }),
    caseworkers: Type.Array(caseworker, { maxItems: 100, uniqueItems: true }),
  },
  strict,
)
const assignment = Type.Object(
  {
    assignments: Type.Array(Type.Object({ householdId, caseworker, seen: Type.Integer({ minimum: 0 }) }, strict), {
      minItems: 1,
      maxItems: mostHouseholds,
    }),
  },
  strict,
)
const undoing = Type.Object(
  {
    recorded: Type.Array(Type.Object({ householdId, sequence: Type.Integer({ minimum: 1 }) }, strict), {
      minItems: 1,
      maxItems: mostHouseholds,
    }),
  },
  strict,
)

/** Sharing households among caseworkers: first what it would do, then doing it, then taking it back. */
export function assignRoutes(server: FastifyInstance, needs: PathwayNeeds): void {
  const config = { access: 'worklist' } as const

  server.post<{ Body: { households: number[]; caseworkers: (string | null)[] } }>(
    '/api/worklist/assign/preview',
    { config, schema: { body: plan } },
    (request): Promise<AssignmentPlan> => {
      const user = userOf(request)
      const { households, caseworkers } = request.body
      return withTenant(needs.pool, tenantOf(user), (tx) => planAssignment(tx, user, households, caseworkers))
    },
  )

  server.post<{ Body: { assignments: Assignment[] } }>(
    '/api/worklist/assign',
    { config, schema: { body: assignment } },
    async (request, reply): Promise<Assigned> => {
      const user = userOf(request)
      const { assignments } = request.body
      const known = await withTenant(needs.pool, tenantOf(user), (tx) => listCaseworkers(tx, user.municipalityId))
      const codes = new Set<string | null>([null, ...known.map(({ code }) => code)])
      // The same for all of them: said once.
      if (assignments.some((each) => !codes.has(each.caseworker)))
        return reply
          .code(409)
          .send({ problem: 'no-such-caseworker', text: recordRefusalText['no-such-caseworker'] }) as never
      return assignHouseholds(needs, user, assignments)
    },
  )

  server.post<{ Body: { recorded: Assigned['recorded'] } }>(
    '/api/worklist/assign/undo',
    { config, schema: { body: undoing } },
    (request): Promise<Assigned> => undoAssignment(needs, userOf(request), request.body.recorded),
  )
}
