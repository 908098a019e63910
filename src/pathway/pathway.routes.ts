import type { FastifyInstance, FastifyReply } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { type Tenant, withTenant } from '../database/transaction.ts'
import { type Day, workDayPattern } from '../values/day.ts'
import { eventKinds, type EventKind } from './event-bodies.ts'
import type { PathEvent, Proposal } from './event.ts'
import { lockScarce } from './event-store.queries.ts'
import { findJoinedInto } from './join-ways.queries.ts'
import { findHousehold, loadPathView } from './load-path.ts'
import type { PathView } from './path-view.ts'
import { type CannotRecord, recordEvents, type Recording } from './record-events.ts'
import { laterText, recordRefusalText } from './refusals.text.ts'
import { loadWorld } from './world.ts'

export type PathwayNeeds = { pool: pg.Pool; now: () => Date; today: () => Day }

const householdId = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })

const sentEvent = Type.Object(
  {
    kind: Type.Enum(eventKinds),
    personId: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    concerns: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    on: Type.String({ format: 'date', pattern: workDayPattern }),
    body: Type.Object({}, { additionalProperties: true }),
  },
  { additionalProperties: false },
)
type SentEvent = { kind: EventKind; personId: number | null; concerns: number | null; on: string; body: object }

/** The way of one household: read it, and record what happened. Every change of it in the browser comes through here. */
export function pathwayRoutes(server: FastifyInstance, { pool, now, today }: PathwayNeeds): void {
  server.get<{ Params: { id: number } }>(
    '/api/households/:id/path',
    { config: { access: 'pathway' }, schema: { params: householdId } },
    async (request, reply): Promise<PathView> => {
      const user = userOf(request)
      const { id } = request.params
      const view = await withTenant(pool, tenantOf(user), async (tx) => {
        const found = await loadPathView(tx, user, id, today())
        if (found) await logEntry(tx, readOf(user, id))
        return found
      })
      return view ?? refuseRecord(reply, { kind: 'no-such-household' })
    },
  )

  server.post<{ Params: { id: number }; Body: { events: SentEvent[]; seen?: number } }>(
    '/api/households/:id/events',
    {
      config: { access: 'pathway' },
      schema: {
        params: householdId,
        body: Type.Object(
          {
            events: Type.Array(sentEvent, { minItems: 1, maxItems: 50 }),
            seen: Type.Optional(Type.Integer({ minimum: 0 })),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply): Promise<PathView> => {
      const user = userOf(request)
      const { id } = request.params
      const { events, seen } = request.body
      const recordings = events.map((event): Recording => ({
        householdId: id,
        proposal: event as Proposal,
        actor: user,
        ...(seen !== undefined && { seen }),
      }))
      const refusal = await recordAs({ pool, now, today }, user, recordings, 'events-recorded')
      if (refusal) return refuseRecord(reply, refusal)
      const view = await withTenant(pool, tenantOf(user), (tx) => loadPathView(tx, user, id, today()))
      return view ?? (await viewAfterJoin(pool, user, id, today())) ?? refuseRecord(reply, { kind: 'joined-since' })
    },
  )
}

/** What was recorded is kept though an import has joined the household into another just after: the way is told there. */
async function viewAfterJoin(pool: pg.Pool, user: User, id: number, day: Day): Promise<PathView | null> {
  const whole = wholeMunicipality(user.municipalityId)
  const joinedInto = await withTenant(pool, whole, (tx) => findJoinedInto(tx, user.municipalityId, id))
  if (joinedInto === null) return null
  return withTenant(pool, tenantOf(user), async (tx) => {
    const found = await loadPathView(tx, user, joinedInto, day)
    if (found) await logEntry(tx, readOf(user, joinedInto))
    return found
  })
}

/**
 * Records in a user's name. First asks, under the user's own row level security, whether each household is there for the user;
 * then decides and writes with the whole way in sight, since a rule must not depend on what the user may see.
 */
export async function recordAs(
  { pool, now, today }: PathwayNeeds,
  user: User,
  recordings: readonly Recording[],
  action: string,
): Promise<CannotRecord | null> {
  const ids = [...new Set(recordings.map((each) => each.householdId))]
  const seen = await withTenant(pool, tenantOf(user), async (tx) => {
    if (ids.length === 1) return (await findHousehold(tx, user.municipalityId, ids[0]!)) ? 1 : 0
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::integer as count from household where municipality_id = $1 and household_id = any ($2)',
      [user.municipalityId, ids],
    )
    return row?.count ?? 0
  })
  if (seen < ids.length) return { kind: 'no-such-household' }
  const refusal = await withTenant(pool, wholeMunicipality(user.municipalityId), async (tx) => {
    if (recordings.some(({ proposal }) => scarce.has(proposal.kind))) await lockScarce(tx, user.municipalityId)
    const world = await loadWorld(tx, user.municipalityId)
    const result = await recordEvents(tx, recordings, {
      municipalityId: user.municipalityId,
      world,
      now: now(),
      today: today(),
      action,
      userId: user.id,
    })
    return result.ok ? null : result.refusal
  })
  if (refusal?.kind === 'changed-since')
    return { ...refusal, since: await seenOf(pool, user, refusal.householdId, refusal.since, today()) }
  if (refusal?.kind === 'before-what-it-goes-on' && refusal.later) {
    const [later] = await seenOf(pool, user, refusal.householdId, [refusal.later], today())
    return { ...refusal, later: later ?? null }
  }
  return refusal
}

/** What takes an hour of a coach or a place in a group: there may be one left, and two who want it for two households. */
const scarce: ReadonlySet<EventKind> = new Set<EventKind>(['meeting-booked', 'intervention-started'])

/** Of what was recorded since, as much as the user may see; read anew under the user's own row level security, and logged. */
async function seenOf(pool: pg.Pool, user: User, householdId: number, since: readonly PathEvent[], day: Day) {
  const view = await withTenant(pool, tenantOf(user), async (tx) => {
    const found = await loadPathView(tx, user, householdId, day)
    if (found) await logEntry(tx, readOf(user, householdId))
    return found
  })
  const sequences = since.map(({ sequence }) => sequence)
  return view?.path.events.filter(({ sequence }) => sequences.includes(sequence)) ?? []
}

export const wholeMunicipality = (municipalityId: number): Tenant => ({
  municipalityId,
  units: 'all',
  protectedHouseholds: 'all',
})

/** A refusal with its status, its words, and what the page needs to help. */
export function refuseRecord(reply: FastifyReply, refusal: CannotRecord): never {
  const status = statusOf(refusal.kind)
  return reply.code(status).send({
    problem: refusal.kind,
    text: textOf(refusal),
    ...('since' in refusal && { since: refusal.since }),
    ...('found' in refusal && { found: refusal.found }),
  }) as never
}

const textOf = (refusal: CannotRecord): string =>
  'later' in refusal && refusal.later ? laterText(refusal.later) : recordRefusalText[refusal.kind]

function statusOf(kind: CannotRecord['kind']): number {
  if (kind === 'no-such-household' || kind === 'joined-since') return 404
  if (kind === 'malformed') return 400
  return kind === 'not-your-role' || kind === 'not-your-unit' ? 403 : 409
}

const readOf = (user: User, id: number) => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  action: 'path-read',
  subject: `household ${id}`,
  householdIds: [id],
  detail: {},
})
