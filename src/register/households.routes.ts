import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { identityHash } from '../access/identity-vault.ts'
import type { Keys } from '../access/keys.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { type Day, dayInSweden } from '../values/day.ts'
import { IdentityNumber, withoutIdentityNumbers } from '../values/identity-number.ts'
import { toHouseholdDetails, toHouseholdRow } from './household-rows.ts'
import type { HouseholdDetails, HouseholdList } from './household-view.ts'
import {
  countFacets,
  countProtected,
  findSummary,
  type HouseholdFilter,
  type HouseholdSort,
  isHouseholdSort,
  listSummaries,
  loadHouseholdFacts,
  unitNames,
} from './households.queries.ts'
import { obstacleLabel } from '../parameters/code-lists/obstacles.ts'
import { registerRefusalText } from './refusals.text.ts'

type Needs = { pool: pg.Pool; keys: Keys; now: () => Date }

const listQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 200 })),
  unit: Type.Optional(Type.String({ maxLength: 100 })),
  caseworker: Type.Optional(Type.String({ maxLength: 100 })),
  status: Type.Optional(Type.Enum(['ongoing', 'paused', 'closed'])),
  obstacle: Type.Optional(Type.String({ maxLength: 100 })),
  minMonths: Type.Optional(Type.Integer({ minimum: 0, maximum: 12 })),
  sort: Type.Optional(Type.String({ maxLength: 30 })),
  direction: Type.Optional(Type.Enum(['asc', 'desc'])),
  offset: Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
})

type ListQuery = {
  search?: string
  unit?: string
  caseworker?: string
  status?: 'ongoing' | 'paused' | 'closed'
  obstacle?: string
  minMonths?: number
  sort?: string
  direction?: 'asc' | 'desc'
  offset: number
  limit: number
}

export function householdRoutes(server: FastifyInstance, { pool, keys, now }: Needs): void {
  server.get<{ Querystring: ListQuery }>(
    '/api/households',
    { config: { access: 'households' }, schema: { querystring: listQuery } },
    async (request): Promise<HouseholdList> => {
      const user = userOf(request)
      const { sort, direction, offset, limit, search = '', ...choices } = request.query
      const filter = filterOf(
        choices,
        search,
        (number) => identityHash(keys, user.municipalityId, number),
        dayInSweden(now()),
      )
      return withTenant(pool, tenantOf(user), async (tx) => {
        const window = { sort: sortOf(sort), descending: direction === 'desc', offset, limit }
        const rows = await listSummaries(tx, user.municipalityId, filter, window)
        const facets = await countFacets(tx, user.municipalityId, filter)
        const units = await unitNames(tx, user.municipalityId)
        const hiddenProtected = await countProtected(tx, user.municipalityId)
        await logEntry(tx, {
          municipalityId: user.municipalityId,
          userId: user.id,
          action: 'households-listed',
          subject: 'households',
          householdIds: rows.map((row) => row.household_id),
          detail: withoutIdentityNumbers({ ...choices, search, offset, limit }),
        })
        return {
          total: facets.total,
          rows: rows.map((row) => toHouseholdRow(row, units)),
          facets: {
            units: facets.units.map((each) => ({ ...each, label: units.get(each.value) ?? each.value })),
            caseworkers: facets.caseworkers.map((each) => ({ ...each, label: each.value })),
            statuses: facets.statuses.map((each) => ({ ...each, label: each.value })),
            obstacles: facets.obstacles.map((each) => ({ ...each, label: obstacleLabel(each.value) })),
          },
          hiddenProtected,
        }
      })
    },
  )

  server.get<{ Params: { id: number } }>(
    '/api/households/:id',
    {
      config: { access: 'households' },
      schema: { params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }) },
    },
    async (request, reply): Promise<HouseholdDetails> => {
      const user = userOf(request)
      const { id } = request.params
      const details = await withTenant(pool, tenantOf(user), async (tx) => {
        const summary = await findSummary(tx, user.municipalityId, id)
        if (!summary) return null
        const facts = await loadHouseholdFacts(tx, user.municipalityId, id)
        const units = await unitNames(tx, user.municipalityId)
        await logEntry(tx, {
          municipalityId: user.municipalityId,
          userId: user.id,
          action: 'household-read',
          subject: `household ${id}`,
          householdIds: [id],
          detail: {},
        })
        return toHouseholdDetails(summary, facts, units)
      })
      // The same answer for a household that does not exist and one that may not be seen: neither tells of the other.
      if (!details)
        return reply.code(404).send({ problem: 'no-such-household', text: registerRefusalText['no-such-household'] })
      return details
    },
  )
}

const sortOf = (text: string | undefined): HouseholdSort => (text && isHouseholdSort(text) ? text : 'key')

/** A search that reads as an identity number is made by its keyed hash, so that the number is in no query and no log. */
function filterOf(
  choices: Omit<HouseholdFilter, 'words' | 'identityHash'>,
  search: string,
  hash: (number: IdentityNumber) => Buffer,
  day: Day,
): HouseholdFilter {
  const number = /\d{6}/.test(search) ? IdentityNumber.parse(search, day) : null
  return number ? { ...choices, identityHash: hash(number) } : { ...choices, words: search }
}
