import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { logEntry } from '../access/audit-log.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import type { User } from '../access/sessions.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { catalogueBodies, type CatalogueBody, type CatalogueKind, catalogueKinds } from './catalogue-bodies.ts'
import { findEntry, listEntries, listVersions, saveEntry, type SaveEntry, unitCodesOf } from './catalogue.queries.ts'
import { catalogueRefusalText } from './catalogue.text.ts'
import { type Editor, maySave, refusedGroup, refusedHours, type SaveRefusal } from './may-save.ts'

type Needs = { pool: pg.Pool; now: () => Date }

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
      return { entries, mayEdit: maySave(kind, user) }
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
      if (!maySave(kind, user)) return refuse(403, 'not-permitted')
      if (!isBody(kind, body)) return refuse(400, 'malformed', faultIn(kind, body))
      const refusal = await withTenant(pool, tenantOf(user), async (tx) => {
        const entry = { municipalityId: user.municipalityId, kind, key, seen, body, savedBy: user.id, now: now() }
        const notTheirs = await refusedSaving(tx, user, entry)
        if (notTheirs) return notTheirs
        if (!(await saveEntry(tx, entry))) return 'changed-since'
        await logEntry(tx, {
          municipalityId: user.municipalityId,
          userId: user.id,
          action: 'catalogue-saved',
          subject: `${kind} ${key}`,
          householdIds: [],
          detail: { version: seen + 1 },
        })
        return null
      })
      if (refusal) return refuse(refusal === 'changed-since' ? 409 : 403, refusal)
      return { version: seen + 1 }
    },
  )
}

/** Whether what is saved, and what it replaces, is the user's to decide: a coach decides for the own unit and the own hours. */
async function refusedSaving(
  tx: Tx,
  user: User,
  { kind, key, body }: Pick<SaveEntry<CatalogueKind>, 'kind' | 'key' | 'body'>,
): Promise<SaveRefusal | null> {
  const { id, role, municipalityId } = user
  const editor: Editor = { id, role, unitCodes: await unitCodesOf(tx, user) }
  if (kind === 'coach-hours') return refusedHours(editor, key, body as CatalogueBody<'coach-hours'>)
  if (kind !== 'group') return null
  const before = await findEntry(tx, municipalityId, 'group', key)
  const interventions = [(body as CatalogueBody<'group'>).intervention, ...(before ? [before.body.intervention] : [])]
  const found = await Promise.all(interventions.map((each) => findEntry(tx, municipalityId, 'intervention', each)))
  return refusedGroup(
    editor,
    found.map((entry) => entry?.body.unit),
  )
}

const isBody = <Kind extends CatalogueKind>(kind: Kind, body: unknown): body is CatalogueBody<Kind> =>
  Value.Check(catalogueBodies[kind], body)

function faultIn(kind: CatalogueKind, body: unknown): string {
  const [first] = Value.Errors(catalogueBodies[kind], body)
  return first ? `${first.instancePath || '/'} ${first.message}` : '/'
}
