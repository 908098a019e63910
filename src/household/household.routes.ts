import type { FastifyInstance, FastifyReply } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { roleLabel } from '../access/refusals.text.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { employmentService } from '../pathway/context-rules.ts'
import { loadEvents } from '../pathway/event-store.queries.ts'
import { findHousehold, loadPathView, viewerOf, loadPeople } from '../pathway/load-path.ts'
import { refuseRecord } from '../pathway/pathway.routes.ts'
import { replay } from '../pathway/replay.ts'
import { openingsOf, openScopes, type Viewer, visibleEvents } from '../pathway/secrecy.ts'
import { loadWorld, ownUnitsAmong, type World } from '../pathway/world.ts'
import { unitNames } from '../register/households.queries.ts'
import type { Day } from '../values/day.ts'
import type { HouseholdHistory } from './household-history.ts'
import { employmentServiceName, householdRefusalText } from './refusals.text.ts'
import { type SeenBy, seenFields, type ViewerChoice } from './seen-by.ts'

type Needs = { pool: pg.Pool; today: () => Day }

const id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const whichHousehold = Type.Object({ id })
const whichViewer = Type.Object({ id, viewer: Type.String({ minLength: 1, maxLength: 100 }) })

/** What the household's page needs beside the way itself. The way seen by another is for those who answer for the sharing. */
export function householdPageRoutes(server: FastifyInstance, { pool, today }: Needs): void {
  server.get<{ Params: { id: number } }>(
    '/api/households/:id/path/history',
    { config: { access: 'pathway' }, schema: { params: whichHousehold } },
    async (request, reply): Promise<HouseholdHistory> => {
      const user = userOf(request)
      const household = request.params.id
      const history = await withTenant(pool, tenantOf(user), async (tx) => {
        const found = await findHousehold(tx, user.municipalityId, household)
        if (!found) return null
        const viewer = viewerOf(user, found.scope, await loadWorld(tx, user.municipalityId))
        const all = (await loadEvents(tx, user.municipalityId, [household])).get(household) ?? []
        const events = visibleEvents(all, viewer, today())
        const people = await loadPeople(
          tx,
          user.municipalityId,
          events.flatMap(({ by }) => by ?? []),
        )
        await logEntry(tx, entryOf(user, 'path-history-read', household))
        return { events, people }
      })
      return history ?? refuseRecord(reply, { kind: 'no-such-household' })
    },
  )

  server.get<{ Params: { id: number } }>(
    '/api/households/:id/path/viewers',
    { config: { access: 'households' }, schema: { params: whichHousehold } },
    async (request, reply): Promise<{ viewers: ViewerChoice[] }> => {
      const user = userOf(request)
      const viewers = await withTenant(pool, tenantOf(user), async (tx) => {
        const found = await findHousehold(tx, user.municipalityId, request.params.id)
        if (!found) return null
        await logEntry(tx, entryOf(user, 'path-viewers-read', request.params.id))
        return listViewers(tx, user.municipalityId, { id: request.params.id, scope: found.scope }, today())
      })
      return viewers ? { viewers } : refuseRecord(reply, { kind: 'no-such-household' })
    },
  )

  server.get<{ Params: { id: number; viewer: string } }>(
    '/api/households/:id/path/as/:viewer',
    // Whoever keeps the work list of a household answers for what is shared of it.
    { config: { access: 'worklist' }, schema: { params: whichViewer } },
    async (request, reply): Promise<SeenBy> => {
      const user = userOf(request)
      const { id: household, viewer } = request.params
      const seen = await withTenant(pool, tenantOf(user), async (tx) => {
        const found = await findHousehold(tx, user.municipalityId, household)
        if (!found) return null
        const as = viewerNamed(viewer, found.scope, await loadWorld(tx, user.municipalityId))
        if (!as) return 'no-such-viewer'
        const own = await loadPathView(tx, user, household, today())
        const theirs = await loadPathView(tx, user, household, today(), as)
        const events = (await loadEvents(tx, user.municipalityId, [household])).get(household) ?? []
        const members = own?.members.map((member) => member.id) ?? []
        await logEntry(tx, entryOf(user, 'path-seen-as', household))
        return { viewer, fields: seenFields(events, members, as, today()), members: theirs?.members ?? [] }
      })
      if (seen === 'no-such-viewer') return refuseViewer(reply)
      return seen ?? refuseRecord(reply, { kind: 'no-such-household' })
    },
  )
}

const ownRoles = ['reception', 'caseworker', 'manager'] as const

/** Units of other committees, the employment service, and of the own committee the units that were sent something, and its roles. */
async function listViewers(
  tx: Tx,
  municipalityId: number,
  { id, scope }: { id: number; scope: number },
  day: Day,
): Promise<ViewerChoice[]> {
  const world = await loadWorld(tx, municipalityId)
  const names = await unitNames(tx, municipalityId)
  const own = new Set(ownUnitsAmong(world, scope, [...world.committeeOf.keys()]))
  const path = replay((await loadEvents(tx, municipalityId, [id])).get(id) ?? [])
  const told = new Set(openingsOf(path, (unit) => own.has(unit)).map(({ recipient }) => recipient))
  const openTo = (code: string) =>
    [...openScopes(path, { recipients: [code], ownUnits: own.has(code) ? [code] : [] }, day)].flatMap(
      ([personId, scopes]) => [...scopes].map(([each, { until }]) => ({ personId, scope: each, until })),
    )
  return [
    ...[...world.committeeOf.keys()]
      .filter((code) => !own.has(code) || told.has(code))
      .map((code) => ({ code, label: names.get(code) ?? code, isOwn: own.has(code), open: openTo(code) })),
    { code: employmentService, label: employmentServiceName, isOwn: false, open: openTo(employmentService) },
    ...ownRoles.map((role) => ({ code: role, label: roleLabel[role], isOwn: true, open: [] })),
  ]
}

function viewerNamed(name: string, scope: number, world: World): Viewer | null {
  const role = ownRoles.find((each) => each === name)
  if (role) return { kind: 'own-committee', role }
  return name === employmentService || world.committeeOf.has(name)
    ? { kind: 'by-ground', recipients: [name], ownUnits: ownUnitsAmong(world, scope, [name]) }
    : null
}

const refuseViewer = (reply: FastifyReply): never =>
  reply.code(404).send({ problem: 'no-such-viewer', text: householdRefusalText['no-such-viewer'] }) as never

const entryOf = (user: User, action: string, household: number) => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  action,
  subject: `household ${household}`,
  householdIds: [household],
  detail: {},
})
