import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { type Tenant, withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { accessRefusalText } from './refusals.text.ts'
import { type Permission, may } from './permissions.ts'
import { findSessionUser, type User } from './sessions.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may come: a permission, anybody signed in, or everybody. A route that says nothing is refused at start. */
    access?: Permission | 'signed-in' | 'everybody'
  }
  interface FastifyRequest {
    user: User | null
  }
}

export const cookieName = 'utfall'

/** What a transaction on behalf of the user is bound to. */
export const tenantOf = (user: User): Tenant => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  units: user.units,
  protectedHouseholds: user.protectedHouseholds,
  shared: user.shared,
})

/** The signed-in user of a route that requires one. */
export function userOf(request: FastifyRequest): User {
  if (!request.user) throw new Error('The route let somebody in who is not signed in')
  return request.user
}

type Needs = { pool: pg.Pool; now: () => Date; today: () => Day; municipality: Municipality }

/**
 * Guards every route: finds the user of the session, and lets in whom the route's `access` names.
 * A route without `access` stops the program when it is registered, so that none is open by mistake.
 */
export function guardRoutes(server: FastifyInstance, needs: Needs): void {
  server.decorateRequest('user', null)
  server.addHook('onRoute', (route) => {
    if (!route.config?.access)
      throw new Error(`The route ${String(route.method)} ${route.url} does not say who may come`)
  })
  server.addHook('onRequest', async (request, reply) => {
    if (isForeignWrite(request)) return refuse(reply, 403, 'foreign-request')
    const access = request.routeOptions.config.access
    if (access === undefined || access === 'everybody') return
    request.user = await findUser(request, needs)
    if (!request.user) return refuse(reply, 401, 'not-signed-in')
    if (access !== 'signed-in' && !may(request.user.role, access)) return refuse(reply, 403, 'not-permitted')
  })
}

/** A page of another site must not change anything with the user's cookie. Browsers say where a request comes from. */
function isForeignWrite(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const site = request.headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** Browsers send a cookie to every port of a machine: that of another municipality's server is no sign-in here. */
async function findUser(request: FastifyRequest, { pool, now, today, municipality }: Needs): Promise<User | null> {
  const session = sessionOf(request)
  if (session?.municipalityId !== municipality.id) return null
  return withTenant(pool, { municipalityId: session.municipalityId }, (tx) =>
    findSessionUser(tx, session.municipalityId, session.token, now(), today()),
  )
}

/** The cookie names the municipality, since the session is found under its row level security. */
export function sessionOf(request: FastifyRequest): { municipalityId: number; token: string } | null {
  const parts = /^(\d{1,4})\.([\w-]{20,100})$/.exec(request.cookies[cookieName] ?? '')
  return parts ? { municipalityId: Number(parts[1]), token: parts[2]! } : null
}

const refuse = (reply: FastifyReply, status: number, problem: keyof typeof accessRefusalText) =>
  reply.code(status).send({ problem, text: accessRefusalText[problem] })
