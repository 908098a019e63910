import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Static, Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { mayOpen } from '../catalogue/opened-entries.ts'
import { withTenant } from '../database/transaction.ts'
import { parseDay } from '../values/day.ts'
import { addMonths, askedMonthPattern, type Month } from '../values/month.ts'
import { changeMembers } from './change-members.ts'
import { freezeGroup, type GroupNeeds, undoFreezing } from './freeze-group.ts'
import { groupsOfHousehold, listGroups } from './list-groups.ts'
import { type GroupRefusal, groupRefusalText } from './refusals.text.ts'
import { showGroup } from './show-group.ts'
import { type AskedRule, showRanking } from './show-ranking.ts'
import type { GroupList, GroupView, HouseholdGroup, RankingView } from './target-groups-view.ts'

const month = Type.Optional(Type.String({ pattern: askedMonthPattern }))
const amount = (maximum: number) => Type.Optional(Type.Integer({ minimum: 1, maximum }))
const costliest = amount(100_000)
const list = Type.Optional(Type.String({ maxLength: 1000 }))

const rankingQuery = Type.Object({
  ...{ from: month, to: month, costliest, monthsAtLeast: amount(600), ageBelow: amount(120) },
  ...{ obstacles: list, housing: list, unit: Type.Optional(Type.String({ maxLength: 100 })) },
  children: Type.Optional(Type.Enum(['with', 'without'])),
})
const groupQuery = Type.Object({
  ...{ costliest, step: amount(100), households: amount(100_000), kronor: amount(1_000_000) },
  chance: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
})
const keyParam = Type.Object({ key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) })
const idParam = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })
const strict = { additionalProperties: false }
const seen = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const freezing = Type.Object({ seen, costliest }, strict)
const undoing = Type.Object({ seen }, strict)
const leaving = Type.Object(
  {
    households: Type.Array(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), {
      ...{ minItems: 1, maxItems: 1000, uniqueItems: true },
    }),
    /** First day no longer in the group; null takes a leaving back. */
    until: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  },
  strict,
)

type Keyed = { Params: { key: string } }

/** Whom the municipality works with as a group: who costs most, who was written down on a day, and what became of them. */
export function targetGroupRoutes(server: FastifyInstance, needs: GroupNeeds): void {
  const config = { access: 'target-groups' } as const
  /** Which households are a group is for a manager to decide. */
  const deciding = { access: 'management' } as const

  server.get('/api/target-groups', { config }, async (request): Promise<GroupList> => {
    const user = userOf(request)
    const found = await listGroups(needs, user)
    await withTenant(needs.pool, tenantOf(user), (tx) =>
      logEntry(tx, {
        ...{ municipalityId: user.municipalityId, userId: user.id, action: 'target-groups-listed' },
        ...{ subject: 'target-groups', householdIds: [], detail: {} },
      }),
    )
    return found
  })

  server.get<{ Querystring: Static<typeof rankingQuery> }>(
    '/api/target-groups/ranking',
    { config, schema: { querystring: rankingQuery } },
    async (request): Promise<{ ranking: RankingView | null }> => ({
      ranking: await showRanking(needs, userOf(request), ruleOf(request.query)),
    }),
  )

  server.get<{ Params: { id: number } }>(
    '/api/target-groups/households/:id',
    { config, schema: { params: idParam } },
    async (request): Promise<{ groups: HouseholdGroup[] }> => ({
      groups: await groupsOfHousehold(needs, userOf(request), request.params.id),
    }),
  )

  server.get<Keyed & { Querystring: Static<typeof groupQuery> }>(
    '/api/target-groups/:key',
    { config, schema: { params: keyParam, querystring: groupQuery } },
    async (request, reply): Promise<GroupView> => {
      const found = await showGroup(needs, userOf(request), request.params.key, request.query)
      return found.ok ? found.value : no(reply, found.refusal)
    },
  )

  server.post<Keyed & { Body: Static<typeof freezing> }>(
    '/api/target-groups/:key/freeze',
    { config: deciding, schema: { params: keyParam, body: freezing } },
    async (request, reply) => {
      const user = userOf(request)
      const frozen = await freezeGroup(needs, user, request.params.key, request.body)
      return frozen.ok ? frozen.value : no(reply, frozen.refusal)
    },
  )

  server.post<Keyed & { Body: Static<typeof undoing> }>(
    '/api/target-groups/:key/freeze/undo',
    { config: deciding, schema: { params: keyParam, body: undoing } },
    async (request, reply) => {
      const user = userOf(request)
      const undone = await undoFreezing(needs, user, request.params.key, request.body.seen)
      return undone.ok ? undone.value : no(reply, undone.refusal)
    },
  )

  server.post<Keyed & { Body: Static<typeof leaving> }>(
    '/api/target-groups/:key/members',
    { config, schema: { params: keyParam, body: leaving } },
    async (request, reply) => {
      const user = userOf(request)
      const { key } = request.params
      const groups = await withTenant(needs.pool, tenantOf(user), (tx) =>
        listEntries(tx, user.municipalityId, 'target-group'),
      )
      const entry = groups.find((each) => each.key === key)
      if (!entry || !mayOpen(user, entry.body)) return no(reply, 'no-such-group')
      const { households, until } = request.body
      const changed = await changeMembers(needs, user, key, {
        households,
        until: until === null ? null : parseDay(until),
      })
      return changed.ok ? changed.value : no(reply, changed.refusal)
    },
  )
}

const statuses = {
  'no-such-group': 404,
  ...{ 'changed-since': 409, 'nobody-to-add': 409, 'nobody-changed': 409 },
} satisfies Record<GroupRefusal, number>

const no = (reply: FastifyReply, problem: GroupRefusal): never =>
  reply.code(statuses[problem]).send({ problem, text: groupRefusalText[problem] }) as never

/** The rule in an address; its last month is included there. */
function ruleOf(query: Static<typeof rankingQuery>): AskedRule {
  const { from, to, children } = query
  const codes = (text: string | undefined) => (text ?? '').split(',').filter(Boolean)
  return {
    costliest: query.costliest ?? null,
    monthsAtLeast: query.monthsAtLeast ?? null,
    ageBelow: query.ageBelow ?? null,
    ...{ obstacles: codes(query.obstacles), housing: codes(query.housing) },
    withChildren: children === undefined ? null : children === 'with',
    unit: query.unit || null,
    period: from && to && from <= to ? { from, until: addMonths(to as Month, 1) } : null,
  }
}
