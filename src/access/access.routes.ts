import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import type { Day } from '../values/day.ts'
import { withTenant } from '../database/transaction.ts'
import { logEntry } from './audit-log.ts'
import { accessRefusalText, roleLabel } from './refusals.text.ts'
import { permissionsOf } from './permissions.ts'
import { endSession, listUsers, startSession } from './sessions.ts'
import { cookieName, sessionOf, userOf } from './signed-in.ts'

type Needs = {
  pool: pg.Pool
  now: () => Date
  today: () => Day
  municipality: { id: number; code: string; name: string }
  /** The development sign-in lets anybody be any user: only for the demo, only on this machine. */
  developmentSignIn: boolean
  /** Whether `today` is always the same day: only in a made-up municipality. */
  standsStill: boolean
}

export function accessRoutes(
  server: FastifyInstance,
  { pool, now, today, municipality, developmentSignIn, standsStill }: Needs,
): void {
  const tenant = { municipalityId: municipality.id }

  server.get('/api/session', { config: { access: 'signed-in' } }, (request) => {
    const { id, name, role } = userOf(request)
    const { code, name: municipalityName } = municipality
    const label = roleLabel[role]
    return {
      user: {
        id,
        name,
        role,
        roleLabel: label,
        municipality: { code, name: municipalityName },
        canSee: permissionsOf(role),
      },
      /** The day of the work: a made-up municipality stands still on one. */
      today: today(),
      standsStill,
    }
  })

  server.get('/api/session/choices', { config: { access: 'everybody' } }, async () => {
    if (!developmentSignIn) return { users: [] }
    const users = await withTenant(pool, tenant, (tx) => listUsers(tx, municipality.id))
    return {
      users: users.map(({ id, name, role, purpose }) => ({ id, name, role, roleLabel: roleLabel[role], purpose })),
    }
  })

  server.post<{ Body: { user: number } }>(
    '/api/session',
    { config: { access: 'everybody' }, schema: { body: Type.Object({ user: Type.Integer() }) } },
    async (request, reply) => {
      const refusal = { problem: 'no-such-user', text: accessRefusalText['no-such-user'] }
      if (!developmentSignIn) return reply.code(403).send(refusal)
      const token = await withTenant(pool, tenant, async (tx) => {
        const user = (await listUsers(tx, municipality.id)).find(({ id }) => id === request.body.user)
        if (!user) return null
        const started = await startSession(tx, municipality.id, user.id, now())
        await logEntry(tx, {
          municipalityId: municipality.id,
          userId: user.id,
          action: 'signed-in',
          subject: `user ${user.id}`,
          householdIds: [],
          detail: {},
        })
        return started
      })
      if (!token) return reply.code(403).send(refusal)
      reply.setCookie(cookieName, `${municipality.id}.${token}`, {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
        secure: request.protocol === 'https',
      })
      return reply.code(204).send()
    },
  )

  server.delete('/api/session', { config: { access: 'everybody' } }, async (request, reply) => {
    const session = sessionOf(request)
    if (session) {
      await withTenant(pool, { municipalityId: session.municipalityId }, (tx) =>
        endSession(tx, session.municipalityId, session.token),
      )
    }
    return reply.clearCookie(cookieName, { path: '/' }).code(204).send()
  })
}
