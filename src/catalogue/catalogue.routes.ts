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
import { openedEntries, openGroups } from './opened-entries.ts'

type Needs = {
  pool: pg.Pool
  now: () => Date
  /** What a slice above this one refuses of a body that is well formed: handed in, since this folder imports none of those. */
  refuses: (kind: CatalogueKind, body: unknown) => Promise<SaveRefusal | null>
}

const kindParam = Type.Enum(catalogueKinds)
const keyParam = Type.String({ pattern: '^[a-z0-9-]{1,60}$' })

/** The catalogue holds no persons: everybody who works with households reads it, and each kind has its editors. */
export function catalogueRoutes(server: FastifyInstance, { pool, now, refuses }: Needs): void {
  server.get<{ Params: { kind: CatalogueKind } }>(
    '/api/catalogue/:kind',
    { config: { access: 'catalogue' }, schema: { params: Type.Object({ kind: kindParam }) } },
    async (request) => {
      const user = userOf(request)
      const { kind } = request.params
      const entries = await withTenant(pool, tenantOf(user), async (tx) =>
        openedEntries(tx, user, kind, await listEntries(tx, user.municipalityId, kind)),
      )
      return { entries, mayEdit: maySave(kind, user) }
    },
  )

  server.get<{ Params: { kind: CatalogueKind; key: string } }>(
    '/api/catalogue/:kind/:key/versions',
    { config: { access: 'catalogue' }, schema: { params: Type.Object({ kind: kindParam, key: keyParam }) } },
    async (request) => {
      const user = userOf(request)
      const { kind, key } = request.params
      const versions = await withTenant(pool, tenantOf(user), async (tx) =>
        openedEntries(tx, user, kind, await listVersions(tx, user.municipalityId, kind, key)),
      )
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
      const refused = await refuses(kind, body)
      if (refused) return refuse(422, refused)
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

/** Whether what is saved, and what it replaces, is the user's to decide: a coach decides for the own unit and the own hours. No action names a restricted group. */
async function refusedSaving(
  tx: Tx,
  user: User,
  { kind, key, body }: Pick<SaveEntry<CatalogueKind>, 'kind' | 'key' | 'body'>,
): Promise<SaveRefusal | null> {
  const { id, role, municipalityId } = user
  const editor: Editor = { id, role, unitCodes: await unitCodesOf(tx, user) }
  if (kind === 'coach-hours') return refusedHours(editor, key, body as CatalogueBody<'coach-hours'>)
  if (kind === 'savings-action') return refusedFollowing(tx, municipalityId, body as CatalogueBody<'savings-action'>)
  if (kind === 'target-group') return refusedRestricting(tx, municipalityId, key, body as CatalogueBody<'target-group'>)
  if (kind !== 'group') return null
  const before = await findEntry(tx, municipalityId, 'group', key)
  const interventions = [(body as CatalogueBody<'group'>).intervention, ...(before ? [before.body.intervention] : [])]
  const found = await Promise.all(interventions.map((each) => findEntry(tx, municipalityId, 'intervention', each)))
  return refusedGroup(
    editor,
    found.map((entry) => entry?.body.unit),
  )
}

/** An action is read by those who may not know of a restricted group, so it follows none; one that is not there gets the same answer. */
async function refusedFollowing(
  tx: Tx,
  municipalityId: number,
  { group }: CatalogueBody<'savings-action'>,
): Promise<SaveRefusal | null> {
  if (group === null) return null
  const open = await openGroups(tx, municipalityId)
  return open.some(({ key }) => key === group) ? null : 'no-open-group'
}

async function refusedRestricting(
  tx: Tx,
  municipalityId: number,
  key: string,
  { restricted }: CatalogueBody<'target-group'>,
): Promise<SaveRefusal | null> {
  if (!restricted) return null
  const actions = await listEntries(tx, municipalityId, 'savings-action')
  return actions.some(({ body }) => body.group === key) ? 'group-is-followed' : null
}

const isBody = <Kind extends CatalogueKind>(kind: Kind, body: unknown): body is CatalogueBody<Kind> =>
  Value.Check(catalogueBodies[kind], body)

function faultIn(kind: CatalogueKind, body: unknown): string {
  const [first] = Value.Errors(catalogueBodies[kind], body)
  return first ? `${first.instancePath || '/'} ${first.message}` : '/'
}
