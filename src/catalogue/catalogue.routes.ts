import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { logEntry } from '../access/audit-log.ts'
import type { Role } from '../access/permissions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { catalogueBodies, type CatalogueBody, type CatalogueKind, catalogueKinds } from './catalogue-bodies.ts'
import { listEntries, listVersions, saveEntry } from './catalogue.queries.ts'
import { catalogueRefusalText } from './catalogue.text.ts'

type Needs = { pool: pg.Pool; now: () => Date }

/** Who decides what. */
const mayEdit: Record<CatalogueKind, readonly Role[]> = {
  intervention: ['manager', 'administrator'],
  group: ['manager', 'administrator', 'coach'],
  employer: ['manager', 'administrator', 'coach'],
  'routing-rules': ['administrator', 'manager'],
  'coach-hours': ['coach', 'manager', 'administrator'],
  'mapping-form': ['administrator', 'manager'],
}

const kindParam = Type.Enum(catalogueKinds)
const keyParam = Type.String({ pattern: '^[a-z0-9-]{1,60}$' })

/** The catalogue holds no persons: everybody who works with households reads it, and each kind has its editors. */
export function catalogueRoutes(server: FastifyInstance, { pool, now }: Needs): void {
  server.get<{ Params: { kind: CatalogueKind } }>(
    '/api/catalogue/:kind',
    { config: { access: 'catalogue' }, schema: { params: Type.Object({ kind: kindParam }) } },
    async (request) => {
      const user = userOf(request)
      const { kind } = request.params
      const entries = await withTenant(pool, tenantOf(user), (tx) => listEntries(tx, user.municipalityId, kind))
      return { entries, mayEdit: mayEdit[kind].includes(user.role) }
    },
  )

  server.get<{ Params: { kind: CatalogueKind; key: string } }>(
    '/api/catalogue/:kind/:key/versions',
    { config: { access: 'catalogue' }, schema: { params: Type.Object({ kind: kindParam, key: keyParam }) } },
    async (request) => {
      const user = userOf(request)
      const { kind, key } = request.params
      const versions = await withTenant(pool, tenantOf(user), (tx) => listVersions(tx, user.municipalityId, kind, key))
      return { versions }
    },
  )

  server.put<{ Params: { kind: CatalogueKind; key: string }; Body: { seen: number; body: unknown } }>(
    '/api/catalogue/:kind/:key',
    {
      config: { access: 'catalogue' },
      schema: {
        params: Type.Object({ kind: kindParam, key: keyParam }),
        body: Type.Object({
          seen: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
          body: Type.Object({}, { additionalProperties: true }),
        }),
      },
    },
    async (request, reply) => {
      const user = userOf(request)
      const { kind, key } = request.params
      const { seen, body } = request.body
      const refuse = (status: number, problem: keyof typeof catalogueRefusalText, found?: string) =>
        reply.code(status).send({ problem, text: catalogueRefusalText[problem], ...(found && { found }) })
      if (!mayEdit[kind].includes(user.role)) return refuse(403, 'not-permitted')
      if (!isBody(kind, body)) return refuse(400, 'malformed', faultIn(kind, body))
      const saved = await withTenant(pool, tenantOf(user), async (tx) => {
        const entry = { municipalityId: user.municipalityId, kind, key, seen, body, savedBy: user.id, now: now() }
        if (!(await saveEntry(tx, entry))) return false
        await logEntry(tx, {
          municipalityId: user.municipalityId,
          userId: user.id,
          action: 'catalogue-saved',
          subject: `${kind} ${key}`,
          householdIds: [],
          detail: { version: seen + 1 },
        })
        return true
      })
      return saved ? { version: seen + 1 } : refuse(409, 'changed-since')
    },
  )
}

const isBody = <Kind extends CatalogueKind>(kind: Kind, body: unknown): body is CatalogueBody<Kind> =>
  Value.Check(catalogueBodies[kind], body)

function faultIn(kind: CatalogueKind, body: unknown): string {
  const [first] = Value.Errors(catalogueBodies[kind], body)
  return first ? `${first.instancePath || '/'} ${first.message}` : '/'
}
